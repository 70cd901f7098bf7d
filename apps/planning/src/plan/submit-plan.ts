import { type Command, GateNotMet, NotFound, TransitionRefused, VersionConflict } from '@fivepoint/service';
import { missingToFloors } from '../plan-version/floors-over-target';
import { isUnderRevision, keepMoved, moveOpen } from '../plan-version/open-version';
import { PlanVersion } from '../plan-version/plan-version';
import { missingForDoubledLines } from '../plan-version/doubled-lines';
import { Plan } from './plan';
import { missingForSubmission } from './plan-gates';
import { productTotals } from './plan-totals';
import type { SubmitPlanInput } from './plan.inputs';
import { missingToProductTargets } from './product-difference';

export type SubmitPlanOutcome = Plan | NotFound | VersionConflict | TransitionRefused | GateNotMet;

/**
 * Hands a plan, or its open revision, in for approval; an empty one, one whose period is over, and one whose lines do not add up to the targets of
 * its products (P21), lie below the floors of their key nodes (P25), or name what another plan has given out (P05), is refused with all that is missing.
 */
export async function submitPlan(command: Command, input: SubmitPlanInput): Promise<SubmitPlanOutcome> {
  const plan = await command.lock(Plan, input.planId, input.expectedVersion);
  if (!(plan instanceof Plan)) return plan;
  const open = await moveOpen(command, plan, 'SUBMITTED');
  if (!(open instanceof PlanVersion)) return open;
  const products = await productTotals(command.manager, command.tenantId, [open.id]);
  const lineCount = products.reduce((count, product) => count + product.lineCount, 0);
  const today = await command.today();
  const missing = [
    ...missingForSubmission(plan, lineCount, today),
    ...(await missingToProductTargets(command, products)),
    ...(await missingToFloors(command, open)),
    ...(await missingForDoubledLines(command, plan, open, today)),
  ];
  if (missing.length > 0) return new GateNotMet('PLAN_SUBMISSION', missing);
  const { repId: submitterId, userId: submitterUserId } = command.identity;
  await command.save(Object.assign(open, { submittedAt: command.now, submitterId, submitterUserId }));
  if (!isUnderRevision(plan)) plan.returnReason = null;
  return keepMoved(command, plan);
}
