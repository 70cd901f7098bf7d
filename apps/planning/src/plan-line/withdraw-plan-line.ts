import type { Command, InvalidInput, NotFound, VersionConflict } from '@fivepoint/service';
import type { PlanNotDraft } from '../plan/plan.errors';
import { lockDrafted } from './drafted-line';
import { followsDraft } from './placed-line';
import type { PlanLine } from './plan-line';
import { planLineStandings } from './plan-line.standings';
import type { WithdrawPlanLineInput } from './plan-line.inputs';
import { callOffWork } from './work-of-lines';

export type WithdrawPlanLineOutcome = PlanLine | NotFound | VersionConflict | PlanNotDraft | InvalidInput;

/**
 * Takes a line out of the draft of a plan. What the version that counts says of it holds until the revision is approved; then its pursuit ends, and
 * what came of it counts on.
 */
export async function withdrawPlanLine(
  command: Command,
  input: WithdrawPlanLineInput,
): Promise<WithdrawPlanLineOutcome> {
  const drafted = await lockDrafted(command, input.planLineId, input.expectedVersion);
  if (!('said' in drafted)) return drafted;
  const { plan, line, said } = drafted;
  await command.manager.remove(said);
  if (followsDraft(plan, line)) {
    planLineStandings.mustMove(line, 'WITHDRAWN');
    await command.save(line);
    await callOffWork(command, [line.id], 'The plan line was withdrawn.');
  } else await command.touch(line);
  await command.touch(plan);
  return line;
}
