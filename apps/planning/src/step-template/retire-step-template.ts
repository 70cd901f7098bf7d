import { type Command, InputProblem, InvalidInput, type NotFound, type VersionConflict } from '@fivepoint/service';
import { StepTemplate } from './step-template';
import type { RetireStepTemplateInput } from './step-template.inputs';
import { stepTemplatesDefined } from './step-templates-defined';

export type RetireStepTemplateOutcome = StepTemplate | NotFound | VersionConflict | InvalidInput;

/** Ends the use of a template: no step begins from it any more, and those that have begun go on. */
export async function retireStepTemplate(
  command: Command,
  input: RetireStepTemplateInput,
): Promise<RetireStepTemplateOutcome> {
  const template = await command.lock(StepTemplate, input.stepTemplateId, input.expectedVersion);
  if (!(template instanceof StepTemplate)) return template;
  if (template.retiredAt) return new InvalidInput([new InputProblem('stepTemplateId', 'is out of use already')]);
  template.retiredAt = command.now;
  await command.save(template);
  command.emit(stepTemplatesDefined(command.tenantId, [template]));
  return template;
}
