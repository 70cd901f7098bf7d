import { systemClock, uuidv7 } from '@fivepoint/kernel';
import { appDataSource, runCommand } from '@fivepoint/service';
import { planning, type RegisterTenant, registerTenant, timeZoneOf } from '../../../apps/planning/src/service';

/**
 * Registers a tenant in planning's database, as the command line; planning's relay publishes it as soon as it runs.
 * A second time with the same words does nothing. Throws RangeError with every problem.
 */
export async function registerTenantIn(
  planningUrl: string,
  { id, ...tenant }: RegisterTenant & { id: string },
): Promise<void> {
  const dataSource = await appDataSource(planningUrl, planning.entities, 2).initialize();
  try {
    const requestId = uuidv7();
    const outcome = await runCommand(
      dataSource,
      { service: 'planning', seesAll: [], timeZoneOf },
      {
        identity: { tenantId: id, userId: 'command line', repId: null, roles: ['ADMIN'], teams: [] },
        now: systemClock.now(),
        requestId,
        correlationId: uuidv7(),
        causationId: requestId,
      },
      'registerTenant',
      {},
      (command) => registerTenant(command, tenant),
    );
    if ('problems' in outcome) throw new RangeError(outcome.message);
    if ('key' in outcome) throw new Error('registerTenant takes no idempotency key');
  } finally {
    await dataSource.destroy();
  }
}
