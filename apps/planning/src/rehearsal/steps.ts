import { type AtWork, type Command } from '@fivepoint/service';
import { announceRehearsed } from './announce-rehearsed';
import { type Claim, dropWork, holds, letGo } from './claims';
import { outlookOfRow, type OutlookRow } from './lines-of-version';
import type { LineSensitivity } from './outcome';
import { taskOf } from './preparation';
import { Rehearsal } from './rehearsal';
import { rehearsalStatuses } from './rehearsal.statuses';
import type { RehearsalTask, Rehearsed } from './rehearse';
import { weightiestFirst } from './weightiest-first';

/*
 * The steps of a rehearsal that somebody plays through, each a short command of its tenant. Each first looks whether the claim still holds: what
 * was called off or taken over meanwhile is somebody else's.
 */

/** Begins, or begins again where another process died, and gives what is to be played; null when it is not ours any more. */
export function beginRehearsal(at: AtWork, claim: Claim): Promise<RehearsalTask | null> {
  return whileHeld(at, claim, 'beginRehearsal', async (command, rehearsal) => {
    if (rehearsal.status === 'RUNNING') rehearsalStatuses.mustMove(rehearsal, 'QUEUED');
    rehearsalStatuses.mustMove(rehearsal, 'RUNNING');
    Object.assign(rehearsal, { startedAt: command.now, doneTrialCount: 0 });
    await command.save(rehearsal);
    return taskFor(command, rehearsal);
  });
}

/** The same task as long as the rehearsal is kept, from what it has kept: its lines, terms and seed. One statement, for there may be thousands. */
async function taskFor({ manager, tenantId }: Command, rehearsal: Rehearsal): Promise<RehearsalTask> {
  const rows = (await manager.query(
    `select plan_line_id as key, target_minor::text as minor, probability_basis_points as probability,
       closes_on::text as closes_on, slip_basis_points as slip, correlation_group, payments
     from rehearsed_line where tenant_id = $1 and rehearsal_id = $2 order by plan_line_id`,
    [tenantId, rehearsal.id],
  )) as (OutlookRow & { key: string; minor: string })[];
  const lines = rows.map((row) => ({ key: row.key, target: BigInt(row.minor), outlook: outlookOfRow(row) }));
  return taskOf(lines, { ...termsOf(rehearsal), target: rehearsal.target.minor });
}

const termsOf = ({ startsOn, endsOn, seed, trialCount, correlations }: Rehearsal) => ({
  startsOn,
  endsOn,
  seed,
  trialCount,
  correlations,
});

/** Keeps what came of it, and tells so. */
export async function completeRehearsal(
  at: AtWork,
  claim: Claim,
  { lines }: RehearsalTask,
  { figures, lines: sensitivities }: Rehearsed,
): Promise<void> {
  await whileHeld(at, claim, 'completeRehearsal', async (command, rehearsal) => {
    rehearsalStatuses.mustMove(rehearsal, 'DONE');
    Object.assign(rehearsal, { figures, doneTrialCount: figures.trials, finishedAt: command.now });
    await command.save(rehearsal);
    await keepSensitivities(command, rehearsal.id, weightiestFirst(lines, sensitivities));
    await dropWork(command, rehearsal.id);
    announceRehearsed(command, rehearsal, figures);
  });
}

/** Gives it up, with the reason. */
export async function failRehearsal(at: AtWork, claim: Claim, reason: string): Promise<void> {
  await whileHeld(at, claim, 'failRehearsal', async (command, rehearsal) => {
    rehearsalStatuses.mustMove(rehearsal, 'FAILED');
    Object.assign(rehearsal, { failureReason: reason.slice(0, 500), finishedAt: command.now });
    await command.save(rehearsal);
    await dropWork(command, rehearsal.id);
  });
}

/**
 * Puts it back in the queue, for anybody to begin again.
 *
 * @param counts whether this start is one of those after which it is given up.
 */
export async function putBack(at: AtWork, claim: Claim, { counts }: { counts: boolean }): Promise<void> {
  await whileHeld(at, claim, 'putBackRehearsal', async (command, rehearsal) => {
    rehearsalStatuses.mustMove(rehearsal, 'QUEUED');
    Object.assign(rehearsal, { startedAt: null, doneTrialCount: 0 });
    await command.save(rehearsal);
    await letGo(command, claim, counts);
  });
}

function whileHeld<R>(
  at: AtWork,
  claim: Claim,
  name: string,
  work: (command: Command, rehearsal: Rehearsal) => Promise<R>,
): Promise<R | null> {
  return at.command(claim.tenantId, name, async (command) => {
    const rehearsal = await command.lock(Rehearsal, claim.rehearsalId);
    if (!(rehearsal instanceof Rehearsal) || !(await holds(command.manager, claim))) return null;
    return work(command, rehearsal);
  });
}

async function keepSensitivities(
  { manager, tenantId }: Command,
  rehearsalId: string,
  sorted: readonly (LineSensitivity & { key: string })[],
): Promise<void> {
  await manager.query(
    `update rehearsed_line l set place = r.place, closed_count = r.closed, sensitivity = r.sensitivity
     from unnest($3::uuid[], $4::int[], $5::numeric[]) with ordinality as r (line, closed, sensitivity, place)
     where l.tenant_id = $1 and l.rehearsal_id = $2 and l.plan_line_id = r.line`,
    [
      tenantId,
      rehearsalId,
      sorted.map(({ key }) => key),
      sorted.map(({ closedCount }) => closedCount),
      sorted.map(({ sensitivity }) => sensitivity),
    ],
  );
}
