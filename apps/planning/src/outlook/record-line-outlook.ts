import { type Command, InvalidInput, NotFound, VersionConflict } from '@fivepoint/service';
import { Plan } from '../plan/plan';
import { holdCounting } from '../plan-line/counting-line';
import { PlanLine } from '../plan-line/plan-line';
import { PlanLineEnded } from '../plan-line/plan-line.errors';
import { LineOutlook } from './line-outlook';
import { outlookOf, outlookProblems } from './outlook';
import type { RecordLineOutlookInput } from './outlook.inputs';

export type RecordLineOutlookOutcome = LineOutlook | NotFound | VersionConflict | PlanLineEnded | InvalidInput;

/**
 * Says what is expected of a line (capabilities P01, N1), whole and in place of what was said before: as long as the line is in its plan and that is
 * not closed, for expectations change.
 */
export async function recordLineOutlook(
  command: Command,
  input: RecordLineOutlookInput,
): Promise<RecordLineOutlookOutcome> {
  const { tenantId, manager } = command;
  // The line's lock lets one of two first words wait for the other.
  const found = await command.find(PlanLine, input.planLineId);
  if (found instanceof NotFound) return found;
  const line = await holdCounting(command, found.id);
  if (line instanceof PlanLineEnded) return line;
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
