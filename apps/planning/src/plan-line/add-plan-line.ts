import { Money } from '@fivepoint/kernel';
import { type Command, InputProblem, InvalidInput, MoneyValue, NotFound, ownerProblems } from '@fivepoint/service';
import { Account } from '../account/account';
import { nameProblems } from '../account/register-account';
import { Plan } from '../plan/plan';
import { productTotals } from '../plan/plan-totals';
import { PlanNotDraft } from '../plan/plan.errors';
import { Product } from '../product/product';
import { Rep } from '../rep/rep';
import { PlanLine } from './plan-line';
import { PlanLineExists } from './plan-line.errors';
import type { AddPlanLineInput } from './plan-line.inputs';
import { targetProblems, type Targets } from './targets';

export type AddPlanLineOutcome = PlanLine | NotFound | PlanNotDraft | PlanLineExists | InvalidInput;

/** Adds one account and product with its target and its one owner to a plan in DRAFT (capabilities P04, P05, P20). */
export async function addPlanLine(command: Command, input: AddPlanLineInput): Promise<AddPlanLineOutcome> {
  const plan = await command.lock(Plan, input.planId);
  if (!(plan instanceof Plan)) return new NotFound('Plan', input.planId);
  if (plan.status !== 'DRAFT') return new PlanNotDraft(plan.status);
  const account = await command.find(Account, input.accountId);
  if (!(account instanceof Account)) return account;
  const product = await command.find(Product, input.productId);
  if (!(product instanceof Product)) return product;
  const owner = await command.find(Rep, input.ownerId);
  if (!(owner instanceof Rep)) return owner;
  const place = { tenantId: command.tenantId, planId: plan.id, accountId: account.id, productId: product.id };
  const there = await command.manager.findOneBy(PlanLine, place);
  if (there) return new PlanLineExists(there.id);
  const targets: Targets = {
    target: Money.from(input.target),
    floor: Money.from(input.floor),
    stretch: input.stretch ? Money.from(input.stretch) : null,
  };
  const problems = [
    ...(await nameProblems(command, account.name, { path: 'accountId' })),
    ...ownerProblems(command.identity, owner),
    ...lineProblems(targets, await planTotal(command, plan)),
  ];
  if (problems.length > 0) return new InvalidInput(problems);
  const line = Object.assign(new PlanLine(), {
    ...command.newAggregate(command.newTurn()),
    planId: plan.id,
    accountId: account.id,
    productId: product.id,
    target: MoneyValue.of(targets.target),
    floor: MoneyValue.of(targets.floor),
    stretch: targets.stretch && MoneyValue.of(targets.stretch),
    ownerId: owner.id,
    team: owner.team,
  });
  await command.add(line);
  // Who hands the plan in must have seen all of its lines.
  await command.touch(plan);
  return line;
}

/** What the plan's lines add up to now. */
export async function planTotal(command: Command, plan: Plan): Promise<Money> {
  const products = await productTotals(command.manager, command.tenantId, [plan.id]);
  return Money.sum(
    products.map(({ target }) => target),
    plan.currency,
  );
}

/** Everything that is wrong with a line's amounts, beside a plan whose other lines add up to `others`; pure. */
export function lineProblems(targets: Targets, others: Money): InputProblem[] {
  const problems = targetProblems(targets, others.currency);
  if (problems.length > 0 || others.canAdd(targets.target)) return problems;
  return [new InputProblem('target', 'makes the plan too large to be added up')];
}
