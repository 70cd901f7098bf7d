import { type GraphContext, seesAllIn, visibleRows } from '@fivepoint/service';
import { Step } from './step';

/** What goes on for a plan line: the started key node that is due first, else the planned one; one statement for all lines that are asked for. */
export function currentStep(context: GraphContext, planLineId: string): Promise<Step | null> {
  const viewer = { identity: context.caller, seesAll: seesAllIn.planning };
  return context.reads.batched('current step', planLineId, async (manager, planLineIds) => {
    const steps = await visibleRows(manager, Step, viewer)
      .andWhere('e.planLineId = any(:planLineIds)', { planLineIds })
      .andWhere(`e.status in ('STARTED', 'PLANNED')`)
      .distinctOn(['e.plan_line_id'])
      .orderBy('e.plan_line_id')
      // STARTED comes after PLANNED in the alphabet.
      .addOrderBy('e.status', 'DESC')
      .addOrderBy('e.due_on')
      .addOrderBy('e.id')
      .getMany();
    const byLine = new Map(steps.map((step) => [step.planLineId, step]));
    return planLineIds.map((id) => byLine.get(id) ?? null);
  });
}
