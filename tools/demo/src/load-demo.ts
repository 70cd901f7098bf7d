import { type LocalDate, localDateOf } from '@fivepoint/kernel';
import * as commands from '../../lifecycle/src/commands';
import { driveTurn, type Stage } from '../../lifecycle/src/drive';
import { expectMember, GraphUser } from '../../lifecycle/src/graph-user';
import { HandoffClock } from '../../lifecycle/src/handoff-clock';
import { peopleOf } from '../../lifecycle/src/local-people';
import type { LocalIssuer } from '../../issuer/src/issuer';
import { demoPeople, demoReps, demoTenant } from './demo-people';

/** What the demo needs of a house that runs, in whichever mode. */
export interface DemoHouse {
  url: string;
  issuer: LocalIssuer;
  registerTenant(tenant: typeof demoTenant): Promise<void>;
}

/** Four accounts at different points of the loop, so that every list has something in it. */
const accounts: readonly { name: string; industry: string; amount: string; upTo: Stage }[] = [
  { name: '湖南电信', industry: 'telecommunications', amount: '1200000.00', upTo: 'renewed' },
  { name: '陕西移动', industry: 'telecommunications', amount: '860000.00', upTo: 'won' },
  { name: '四川联通', industry: 'telecommunications', amount: '540000.00', upTo: 'acquired' },
  { name: '长沙地铁', industry: 'transport', amount: '2300000.00', upTo: 'planned' },
];

/**
 * Loads the demo tenant through the gateway, as its users would. Every command carries an idempotency key, so that a start that was
 * broken off goes on where it was, on the same day (the day is part of what is sent), and a later start finds everything there and does nothing.
 */
export async function loadDemo(house: DemoHouse): Promise<void> {
  const { issuer, url } = house;
  const there = new Set(issuer.users().map(({ name }) => name));
  issuer.put(...demoPeople.filter(({ name }) => !there.has(name)));
  await house.registerTenant(demoTenant);
  const admin = new GraphUser(url, () => issuer.token('admin'));
  if (await isLoaded(admin)) return;
  await registerReps(admin, issuer);
  const people = peopleOf(url, (name) => issuer.token(name));
  const product = await admin.ask<{ result: { __typename: string; id: string } }>(commands.registerProduct, {
    input: {
      name: '通信电源 5G-48V',
      series: 'power',
      listPrice: { amount: '40000.00', currency: 'CNY' },
      idempotencyKey: 'demo:product',
    },
  });
  const productId = expectMember(product.result, 'Product').id;
  const ownerId = issuer.users().find(({ name }) => name === 'lin')?.repId ?? '';
  const today = () => demoDay(new Date());
  await Promise.all(
    accounts.map(({ name, industry, amount, upTo }) =>
      driveTurn(
        people,
        { run: 'demo', accountName: name, industry, productId, ownerId, amount, today, upTo },
        new HandoffClock(),
      ),
    ),
  );
}

/** The services go by the tenant's calendar: in Shanghai it is tomorrow from 16:00 UTC on. */
export const demoDay = (now: Date): LocalDate => localDateOf(now, demoTenant.timeZone);

/** The last thing that the first load does is the furthest account's referral: with it, all is there. */
async function isLoaded(admin: GraphUser): Promise<boolean> {
  const { accounts: found, referrals } = await admin.ask<{
    accounts: { totalCount: number };
    referrals: { totalCount: number };
  }>('{ accounts(first: 1) { totalCount } referrals(first: 1) { totalCount } }');
  return found.totalCount >= accounts.length && referrals.totalCount > 0;
}

interface Registered {
  result: { __typename: string; id: string };
}

async function registerReps(admin: GraphUser, issuer: LocalIssuer): Promise<void> {
  let managerId: string | null = null;
  for (const name of demoReps) {
    const person = issuer.users().find((one) => one.name === name);
    if (!person) throw new Error(`the local issuer has lost ${name}`);
    const { result }: Registered = await admin.ask<Registered>(commands.registerRep, {
      input: {
        name: person.title.split(' ·')[0],
        userId: person.userId,
        team: person.teams[0],
        ...(managerId && { managerId }),
        idempotencyKey: `demo:rep:${name}`,
      },
    });
    const repId: string = expectMember(result, 'Rep').id;
    managerId ??= repId;
    issuer.put({ ...person, repId });
  }
}
