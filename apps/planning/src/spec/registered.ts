import { uuidv7 } from '@fivepoint/kernel';
import { appDataSource, type Identity, runCommand } from '@fivepoint/service';
import type { ServiceUnderTest } from '@fivepoint/testing';
import { planning, registerTenant } from '../service';
import { Tenant } from '../tenant/tenant';

/** Registers the tenant of a spec as the command line does it, with the rules that every tenant begins with. */
export async function registerTenantOf(
  { superuserUrl, tenantId }: Pick<ServiceUnderTest, 'superuserUrl' | 'tenantId'>,
  { currency = 'CNY' }: { currency?: string } = {},
): Promise<void> {
  const commandLine = await appDataSource(superuserUrl, planning.entities, 1).initialize();
  try {
    const identity: Identity = { tenantId, userId: 'command line', repId: null, roles: ['ADMIN'], teams: [] };
    const cause = { identity, now: new Date('2026-01-01T00:00:00Z'), requestId: uuidv7(), correlationId: uuidv7() };
    const settings = { service: planning.name, seesAll: [], timeZoneOf: async () => 'UTC' };
    const input = { name: '华信通信设备有限公司', timeZone: 'UTC', currency };
    const outcome = await runCommand(commandLine, settings, cause, 'registerTenant', {}, (command) =>
      registerTenant(command, input),
    );
    if (!(outcome instanceof Tenant)) throw new Error(outcome.message);
  } finally {
    await commandLine.destroy();
  }
}
