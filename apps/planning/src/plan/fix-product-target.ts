import { Money } from '@fivepoint/kernel';
import {
  amountProblems,
  type Command,
  InputProblem,
  InvalidInput,
  MoneyValue,
  NotFound,
  VersionConflict,
} from '@fivepoint/service';
import { draftOf } from '../plan-version/open-version';
import { PlanVersion } from '../plan-version/plan-version';
import { Product } from '../product/product';
import { Plan } from './plan';
import { PlanProductTarget } from './plan-product-target';
import { PlanNotDraft } from './plan.errors';
import type { FixProductTargetInput } from './plan.inputs';

export type FixProductTargetOutcome = Plan | NotFound | VersionConflict | PlanNotDraft | InvalidInput;

/** Says what the draft of a plan is to sell of a product (capability P21): its lines must add up to that, or it is not handed in. */
export async function fixProductTarget(
  command: Command,
  input: FixProductTargetInput,
): Promise<FixProductTargetOutcome> {
  const plan = await command.lock(Plan, input.planId, input.expectedVersion);
  if (!(plan instanceof Plan)) return plan;
  const draft = await draftOf(command, plan);
  if (!(draft instanceof PlanVersion)) return draft;
  const product = await command.find(Product, input.productId);
  if (!(product instanceof Product)) return product;
  const target = input.target ? Money.from(input.target) : null;
  const problems =
    target && target.currency !== plan.currency
      ? [new InputProblem('target', `must be in the plan's currency, ${plan.currency}`)]
      : amountProblems('target', target, 'be more than zero');
  if (problems.length > 0) return new InvalidInput(problems);
  const place = { tenantId: command.tenantId, planVersionId: draft.id, productId: product.id };
  const there = await command.manager.findOneBy(PlanProductTarget, place);
  if (target && there?.target.money.equals(target)) return plan;
  if (!target && !there) return plan;
  if (target && there) await command.save(Object.assign(there, { target: MoneyValue.of(target) }));
  else if (target) await command.add(newTarget(command, place, target));
  else if (there) await command.manager.remove(there);
  return command.touch(plan);
}

const newTarget = (command: Command, place: object, target: Money): PlanProductTarget =>
  Object.assign(new PlanProductTarget(), { ...command.newRow(), ...place, target: MoneyValue.of(target) });
