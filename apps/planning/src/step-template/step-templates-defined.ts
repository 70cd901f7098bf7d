import type { StepTemplate as ToldTemplate } from '@fivepoint/contracts';
import type { StepTemplate } from './step-template';

/** Announces editions as they are now, so that each service can take over the templates of its own point without asking planning. Pure. */
export function stepTemplatesDefined(tenantId: string, templates: readonly StepTemplate[]) {
  return {
    type: 'fivepoint.planning.step-templates-defined.v1',
    key: tenantId,
    subject: tenantId,
    data: { tenantId, templates: templates.map(told) },
  } as const;
}

function told(template: StepTemplate): ToldTemplate {
  const { id, point, stepKey, edition, place, action, requiredInputs, requiredOutputs } = template;
  const { leastDegree, startDays, dueDays, ownerRole, required, retiredAt } = template;
  return {
    stepTemplateId: id,
    point,
    stepKey,
    edition,
    place,
    action,
    requiredInputs,
    requiredOutputs,
    leastDegree,
    startDays,
    dueDays,
    ownerRole,
    required,
    retired: retiredAt !== null,
  };
}
