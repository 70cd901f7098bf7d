import { type Command, InputProblem, InvalidInput, NotFound, VersionConflict } from '@fivepoint/service';
import { Plan } from '../plan/plan';
import { PlanNotDraft } from '../plan/plan.errors';
import { draftOf } from '../plan-version/open-version';
import type { PlanLineVersion } from '../plan-version/plan-line-version';
import { PlanVersion } from '../plan-version/plan-version';
import { saidOf } from './placed-line';
import { PlanLine } from './plan-line';

/** A line that may be changed: with its plan, both locked, the draft and what that says of it. */
export interface DraftedLine {
  plan: Plan;
  draft: PlanVersion;
  line: PlanLine;
  said: PlanLineVersion;
}

/** The line that an input names and that is in the draft of its plan; or why it cannot be changed. The plan is locked first, as everywhere. */
export async function lockDrafted(
  command: Command,
  planLineId: string,
  expectedVersion: number | null | undefined,
): Promise<DraftedLine | NotFound | VersionConflict | PlanNotDraft | InvalidInput> {
  const found = await command.find(PlanLine, planLineId);
  if (!(found instanceof PlanLine)) return found;
  const plan = await command.lock(Plan, found.planId);
  if (!(plan instanceof Plan)) return plan;
  const line = await command.lock(PlanLine, planLineId, expectedVersion);
  if (!(line instanceof PlanLine)) return line;
  const draft = await draftOf(command, plan);
  if (!(draft instanceof PlanVersion)) return draft;
  const said = await saidOf(command, draft, line);
  if (said) return { plan, draft, line, said };
  const problem = 'was taken out of the draft; add its account and product again to bring it back';
  return new InvalidInput([new InputProblem('planLineId', problem)]);
}
