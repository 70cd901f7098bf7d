import { randomInt } from 'node:crypto';
import { Money, uuidv7 } from '@fivepoint/kernel';
import { type Command, GateNotMet, InvalidInput, MoneyValue, NotFound } from '@fivepoint/service';
import { PlanVersion } from '../plan-version/plan-version';
import { Plan } from '../plan/plan';
import { queueWork } from './claims';
import { linesOfVersion } from './lines-of-version';
import { type LineToRehearse, missingForRehearsal, rehearsalProblems } from './preparation';
import { Rehearsal } from './rehearsal';
import type { TooManyRehearsals } from './rehearsal.errors';
import type { StartRehearsalInput } from './rehearsal.inputs';
import { refusedPlace } from './take-place';
import { targetOf } from './target';

export type StartRehearsalOutcome = Rehearsal | NotFound | TooManyRehearsals | GateNotMet | InvalidInput;

/** Lines × trials of one rehearsal: half a minute of one processor. */
const mostSteps = 1_000_000_000;
/** Seeds that are drawn stay shorter than those that may be given. */
const drawnSeeds = 2 ** 47;

/** Has a version of a plan played through as it is at this moment (capabilities P01, N1), in any status: its lines are kept as they are now. */
export async function startRehearsal(command: Command, input: StartRehearsalInput): Promise<StartRehearsalOutcome> {
  const plan = await command.find(Plan, input.planId);
  if (!(plan instanceof Plan)) return plan;
  const { manager, tenantId } = command;
  const planVersionId = input.planVersionId ?? plan.currentVersionId;
  if (!(await manager.existsBy(PlanVersion, { tenantId, id: planVersionId, planId: plan.id })))
    return new NotFound('PlanVersion', planVersionId);
  const lines = await linesOfVersion(manager, command.identity, planVersionId);
  const missing = missingForRehearsal(lines);
  if (missing.length > 0) return new GateNotMet('REHEARSAL', missing);
  const known = lines.flatMap(({ planLineId, target, outlook }): LineToRehearse[] =>
    outlook ? [{ key: planLineId, target, outlook }] : [],
  );
  const target = targetOf(input.target, lines, plan.currency);
  const seed = input.seed ? Number(input.seed) : randomInt(drawnSeeds);
  const { startsOn, endsOn } = plan;
  const { trialCount, correlations } = input;
  const amount = target instanceof Money ? target.minor : 0n;
  const terms = { startsOn, endsOn, seed, trialCount, correlations, target: amount };
  const problems = [...(target instanceof Money ? [] : target), ...rehearsalProblems(known, terms, mostSteps)];
  if (problems.length > 0 || !(target instanceof Money)) return new InvalidInput(problems);
  const refused = await refusedPlace(command);
  if (refused) return refused;

  const rehearsal = Object.assign(new Rehearsal(), {
    ...command.newAggregate(plan.correlationId),
    planId: plan.id,
    planVersionId,
    ownerId: plan.ownerId,
    team: plan.team,
    status: 'QUEUED' as const,
    seed,
    trialCount,
    doneTrialCount: 0,
    target: MoneyValue.of(target),
    correlations: correlations.map(({ group, basisPoints }) => ({ group, basisPoints })),
    startedAt: null,
    finishedAt: null,
    failureReason: null,
    startsOn,
    endsOn,
    figures: null,
  });
  await command.add(rehearsal);
  await keepLines(command, rehearsal, known);
  await queueWork(command, rehearsal.id);
  return rehearsal;
}

/** The lines as they are now, in one statement and without an audit row for each: they are a copy. */
async function keepLines(
  { manager, tenantId, now }: Command,
  { id, target }: Rehearsal,
  lines: readonly LineToRehearse[],
): Promise<void> {
  const rows = lines.map(({ key, target: amount, outlook }, index) => ({
    id: uuidv7(now.getTime()),
    line: key,
    place: index + 1,
    minor: amount.toString(),
    ...outlook,
  }));
  await manager.query(
    `insert into rehearsed_line (tenant_id, rehearsal_id, target_currency, id, plan_line_id, place, target_minor,
       probability_basis_points, closes_on, slip_basis_points, correlation_group, payments)
     select $1, $2, $3, r.id, r.line, r.place, r.minor, r."probabilityBasisPoints", r."closesOn", r."slipBasisPoints",
       r."correlationGroup", r.payments
     from jsonb_to_recordset($4::jsonb) as r (id uuid, line uuid, place int, minor bigint, "probabilityBasisPoints" int,
       "closesOn" date, "slipBasisPoints" int[], "correlationGroup" text, payments jsonb)`,
    [tenantId, id, target.currency, JSON.stringify(rows)],
  );
}
