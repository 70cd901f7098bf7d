import { isGap, type LocalDate } from '@fivepoint/kernel';
import type { Command } from '@fivepoint/service';
import { approversOf, approvingRole } from '../plan/approvers';
import type { StepTemplate } from '../step-template/step-template';
import type { Step } from './step';
import { StepOverdue } from './step.errors';

/** Why the caller may neither call a step off nor put it off: it is a gap, which only who leads makes none. Null where nothing speaks against it. */
export async function refusedLate(
  command: Command,
  step: Pick<Step, 'dueOn' | 'ownerId' | 'team'>,
  { required }: Pick<StepTemplate, 'required'>,
): Promise<StepOverdue | null> {
  if (!isGap({ required, done: false, dueOn: step.dueOn as LocalDate }, await command.today())) return null;
  const role = approvingRole(command.identity, step.team);
  // A manager who is late is led by the executives.
  const ownManager = role === 'MANAGER' && step.ownerId === command.identity.repId;
  if (role && !ownManager) return null;
  return new StepOverdue(step.dueOn, approversOf(ownManager ? null : step.team));
}
