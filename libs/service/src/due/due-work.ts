import type { LocalDate } from '@fivepoint/kernel';
import type { EntityManager } from 'typeorm';
import type { Command } from '../command/command';

/** Work that falls due by the passing of time, or that a command leaves for later because there is much of it: each piece is a kind and a thing. */
export interface DueWork {
  kind: string;
  /** How many of one tenant are worked on in one transaction; 1 where they have nothing in common. */
  together: number;
  /** Does what is due. Its throwing undoes it: it is tried again later, each thing alone. */
  work(command: Command, subjects: readonly string[]): Promise<unknown>;
}

/** Starts after which a piece of work is left to an operator, until somebody marks it anew. */
export const mostAttempts = 8;

/**
 * Leaves work for later, in this transaction. Work that is there already stays one piece, and comes at the earlier of both times. Things are
 * written in the order of their ids, so that two commands never wait for each other crosswise.
 *
 * @param at the command's moment where left out: as soon as somebody is free.
 */
export async function leaveDue(
  { manager, tenantId, now }: Command,
  kind: string,
  subjects: readonly string[],
  at: Date = now,
): Promise<void> {
  await manager.query(`${leave} select $1, $2, s, $4 from unnest($3::uuid[]) s order by s ${sooner}`, [
    tenantId,
    kind,
    [...new Set(subjects)],
    at,
  ]);
}

/** The same for the beginning of a day in the tenant's time zone. */
export async function leaveDueOn(
  command: Command,
  kind: string,
  due: readonly { subject: string; on: LocalDate }[],
): Promise<void> {
  await command.manager.query(
    `${leave} select $1, $2, s, d::timestamp at time zone $5 from unnest($3::uuid[], $4::date[]) as w (s, d) order by s ${sooner}`,
    [command.tenantId, kind, due.map(({ subject }) => subject), due.map(({ on }) => on), await command.timeZone()],
  );
}

const leave = 'insert into due_work (tenant_id, kind, subject, due_at)';
const sooner = `
  on conflict (tenant_id, kind, subject) do update
  set due_at = least(due_work.due_at, excluded.due_at), attempts = 0, problem = null`;

/**
 * Takes work on itself that may be waiting: call it before reading what the work depends on. Whoever changes that meanwhile waits for this
 * transaction, and leaves it anew.
 */
export async function takeDue(
  { manager, tenantId }: Command,
  kind: string,
  subjects: readonly string[],
): Promise<void> {
  await manager.query(
    `delete from due_work d using (
       select tenant_id, kind, subject from due_work
       where tenant_id = $1 and kind = $2 and subject = any($3::uuid[]) order by subject for update) t
     where (d.tenant_id, d.kind, d.subject) = (t.tenant_id, t.kind, t.subject)`,
    [tenantId, kind, subjects],
  );
}

/** How many pieces of a kind are due at a moment and not done yet, those that an operator must look at included. */
export async function dueCount(manager: EntityManager, tenantId: string, kind: string, now: Date): Promise<number> {
  const [row] = (await manager.query(
    `select count(*)::int as count from due_work where tenant_id = $1 and kind = $2 and (due_at <= $3 or attempts > 0)`,
    [tenantId, kind, now],
  )) as [{ count: number }];
  return row.count;
}
