import { type AtWork, type Command } from '@fivepoint/service';
import { Bell } from '@fivepoint/messaging';
import type { EntityManager } from 'typeorm';

/*
 * Which rehearsals wait, and who plays which: `rehearsal_work`, ids and times only. It is claimed across tenants and replicas by the relay role;
 * everything else happens within the tenant. A claim ends by itself when its lease does, so that the work of a process that died goes on; each
 * claim has a token of its own, and what comes with an old one is written no more. Whoever needs both locks the rehearsal before its work.
 */

/** The right to play one rehearsal through, as long as it is renewed. */
export interface Claim {
  tenantId: string;
  rehearsalId: string;
  token: number;
  /** Of starts, this one included. */
  attempts: number;
}

const bells = new Set<Bell>();

/** A bell that rings when a rehearsal of this process was queued; `end` takes it away again. */
export function bellOfQueue(): { bell: Bell; end: () => void } {
  const bell = new Bell();
  bells.add(bell);
  return { bell, end: () => bells.delete(bell) };
}

/** Call it once what was queued is committed. */
export const ringForQueue = (): void => bells.forEach((bell) => bell.ring());

export async function queueWork({ manager, tenantId }: Command, rehearsalId: string): Promise<void> {
  await manager.query('insert into rehearsal_work (tenant_id, rehearsal_id) values ($1, $2)', [tenantId, rehearsalId]);
}

/** Ends every claim on it. */
export async function dropWork({ manager, tenantId }: Command, rehearsalId: string): Promise<void> {
  await manager.query('delete from rehearsal_work where tenant_id = $1 and rehearsal_id = $2', [tenantId, rehearsalId]);
}

/** Claims what has waited longest, of all tenants; null when nothing waits. */
export async function claimNext(at: AtWork, leaseMs: number): Promise<Claim | null> {
  const [row] = await at.acrossTenants<{ tenant_id: string; rehearsal_id: string; token: number; attempts: number }>(
    `with claimed as (
       update rehearsal_work w set token = w.token + 1, attempts = w.attempts + 1, due_at = ${soon('$1')}
       from (select tenant_id, rehearsal_id from rehearsal_work where due_at <= clock_timestamp()
             order by due_at limit 1 for update skip locked) next
       where w.tenant_id = next.tenant_id and w.rehearsal_id = next.rehearsal_id
       returning w.tenant_id, w.rehearsal_id, w.token, w.attempts)
     select * from claimed`,
    [leaseMs],
  );
  return row
    ? { tenantId: row.tenant_id, rehearsalId: row.rehearsal_id, token: row.token, attempts: row.attempts }
    : null;
}

/** Whether the claim still holds; until the transaction's end it then does. */
export async function holds(manager: EntityManager, { tenantId, rehearsalId, token }: Claim): Promise<boolean> {
  const rows = (await manager.query(
    'select from rehearsal_work where tenant_id = $1 and rehearsal_id = $2 and token = $3 for update',
    [tenantId, rehearsalId, token],
  )) as unknown[];
  return rows.length > 0;
}

/** Says how far it has come and renews the lease; false when the claim is lost, because it was called off or taken over. */
export function renew(at: AtWork, claim: Claim, doneTrialCount: number, leaseMs: number): Promise<boolean> {
  const { tenantId, rehearsalId, token } = claim;
  return at.inTenant(tenantId, async (manager) => {
    await manager.query('select from rehearsal where tenant_id = $1 and id = $2 for update', [tenantId, rehearsalId]);
    if (!(await holds(manager, claim))) return false;
    await manager.query(
      `update rehearsal_work set due_at = ${soon('$4')} where tenant_id = $1 and rehearsal_id = $2 and token = $3`,
      [tenantId, rehearsalId, token, leaseMs],
    );
    // No new version: how far it has come is nothing that somebody decides upon.
    await manager.query('update rehearsal set done_trial_count = $3 where tenant_id = $1 and id = $2', [
      tenantId,
      rehearsalId,
      doneTrialCount,
    ]);
    return true;
  });
}

/** Lets a claim go that holds, so that anybody may take it at once; a start that was broken off in order does not count. */
export async function letGo(
  { manager }: Command,
  { tenantId, rehearsalId, token }: Claim,
  counts: boolean,
): Promise<void> {
  await manager.query(
    `update rehearsal_work set due_at = clock_timestamp(), token = token + 1, attempts = attempts - $4
     where tenant_id = $1 and rehearsal_id = $2 and token = $3`,
    [tenantId, rehearsalId, token, counts ? 0 : 1],
  );
}

const soon = (parameter: string): string => `clock_timestamp() + make_interval(secs => ${parameter}::int / 1000.0)`;
