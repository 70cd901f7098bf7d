import { uuidv7 } from '@fivepoint/kernel';
import { demoPeople } from '../../demo/src/demo-people';
import { registerTenantIn } from '../../local/src/register-tenant';
import * as commands from '../../lifecycle/src/commands';
import { expectMember } from '../../lifecycle/src/graph-user';
import { peopleBy } from '../../lifecycle/src/local-people';
import type { People } from '../../lifecycle/src/people';
import type { Prey } from './prey';
import { Witness } from './witness';

/** A tenant of its own with the people of the demo, each of whom remembers what the graph has acknowledged. */
export async function hire({ world, url, planningUrl }: Prey, witness: Witness): Promise<People> {
  const tenantId = uuidv7();
  const own = (name: string) => `${name}@${tenantId}`;
  const people = demoPeople.map((one) => ({ ...one, name: own(one.name), userId: own(one.name), tenantId }));
  world.issuer.put(...people);
  await registerTenantIn(planningUrl, { id: tenantId, name: 'Chaos', timeZone: 'Asia/Shanghai', currency: 'CNY' });
  const user = (name: string) => witness.user(url, () => world.issuer.token(own(name)));
  const { result } = await user('admin').ask<{ result: { __typename: string; id: string } }>(commands.registerRep, {
    input: { name: 'Lin', userId: own('lin'), team: 'north', idempotencyKey: 'chaos:rep' },
  });
  const repId = expectMember(result, 'Rep').id;
  world.issuer.put(...people.filter(({ name }) => name === own('lin')).map((one) => ({ ...one, repId })));
  return peopleBy(user);
}
