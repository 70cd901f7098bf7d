import { type Command, present } from '@fivepoint/service';
import { StepTemplate } from '../step-template/step-template';
import type { Step } from './step';

/** The edition that a step began with. */
export const templateOf = ({ manager, tenantId }: Command, { stepTemplateId }: Step): Promise<StepTemplate> =>
  manager.findOneByOrFail(StepTemplate, { tenantId, id: stepTemplateId });

/** Tells all that is true of a step now: the list of gaps goes by the last word (capability X11). What people wrote of it stays here. */
export function announceStepChanged(command: Command, step: Step, template: StepTemplate): void {
  const { id: stepId, accountId, planLineId, status, degree, plannedOn, dueOn, ownerId, team } = step;
  const { point, stepKey, action, required } = template;
  command.emit({
    type: 'fivepoint.planning.step-changed.v1',
    key: accountId,
    subject: stepId,
    correlationId: step.correlationId,
    data: {
      stepId,
      accountId,
      point,
      stepKey,
      action,
      status,
      required,
      done: status === 'DONE' || status === 'CANCELLED',
      degree,
      plannedOn,
      dueOn,
      ownerId,
      team,
      ...present({ planLineId }),
    },
  });
}
