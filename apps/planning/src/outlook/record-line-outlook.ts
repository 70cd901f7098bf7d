import { type Command, InvalidInput, NotFound, VersionConflict } from '@fivepoint/service';
import { Plan } from '../plan/plan';
import { PlanLine } from '../plan-line/plan-line';
import { LineOutlook } from './line-outlook';
import { outlookOf, outlookProblems } from './outlook';
import type { RecordLineOutlookInput } from './outlook.inputs';

export type RecordLineOutlookOutcome = LineOutlook | NotFound | VersionConflict | InvalidInput;

/** Says what is expected of a line (capabilities P01, N1), whole and in place of what was said before: in any status, for expectations change. */
export async function recordLineOutlook(
  command: Command,
  input: RecordLineOutlookInput,
): Promise<RecordLineOutlookOutcome> {
  const { tenantId, manager } = command;
  // The line's lock lets one of two first words wait for the other.
  const line = await command.lock(PlanLine, input.planLineId);
  if (!(line instanceof PlanLine)) return new NotFound('PlanLine', input.planLineId);
  const before = await manager.findOneBy(LineOutlook, { tenantId, planLineId: line.id });
  const { expectedVersion } = input;
  if (expectedVersion != null && expectedVersion !== (before?.version ?? 0))
    return new VersionConflict(expectedVersion, before?.version ?? 0);
  // Who sees the line needs its plan's period, whether the plan is theirs to see or not.
  const plan = await manager.findOneByOrFail(Plan, { tenantId, id: line.planId });
  const problems = outlookProblems(input, plan);
  if (problems.length > 0) return new InvalidInput(problems);
  if (before) return command.save(Object.assign(before, outlookOf(input)));
  const outlook = { ...command.newAggregate(line.correlationId), planLineId: line.id, ...outlookOf(input) };
  return command.add(Object.assign(new LineOutlook(), outlook));
}
