import { Money, type MoneyJson } from '@fivepoint/kernel';
import { type Command, InputProblem, InvalidInput, MoneyValue, NotFound, ownerProblems } from '@fivepoint/service';
import { Account } from '../account/account';
import { nameProblems } from '../account/name-problems';
import { Plan } from '../plan/plan';
import { productTotals } from '../plan/plan-totals';
import { PlanNotDraft } from '../plan/plan.errors';
import { draftOf } from '../plan-version/open-version';
import { PlanVersion } from '../plan-version/plan-version';
import { playsOf } from '../play/plays-of';
import { Product } from '../product/product';
import { Rep } from '../rep/rep';
import { placeLine, saidOf } from './placed-line';
import { PlanLine } from './plan-line';
import { PlanLineExists } from './plan-line.errors';
import type { AddPlanLineInput } from './plan-line.inputs';
import { targetProblems, type Targets } from './targets';

export type AddPlanLineOutcome = PlanLine | NotFound | PlanNotDraft | PlanLineExists | InvalidInput;

/**
 * Adds one account and product with its target, its one owner and its plays to a plan in DRAFT, or to the draft of its revision (capabilities P04,
 * P05, P20, P24).
 */
export async function addPlanLine(command: Command, input: AddPlanLineInput): Promise<AddPlanLineOutcome> {
  const plan = await command.lock(Plan, input.planId);
  if (!(plan instanceof Plan)) return new NotFound('Plan', input.planId);
  const draft = await draftOf(command, plan);
  if (!(draft instanceof PlanVersion)) return draft;
  const account = await command.find(Account, input.accountId);
  if (!(account instanceof Account)) return account;
  const product = await command.find(Product, input.productId);
  if (!(product instanceof Product)) return product;
  const owner = await command.find(Rep, input.ownerId);
  if (!(owner instanceof Rep)) return owner;
  const playIds = await playsOf(command, input.playIds);
  if (playIds instanceof NotFound) return playIds;
  const place = { tenantId: command.tenantId, planId: plan.id, accountId: account.id, productId: product.id };
  const there = await command.manager.findOne(PlanLine, { where: place, lock: { mode: 'pessimistic_write' } });
  if (there && (await saidOf(command, draft, there))) return new PlanLineExists(there.id);
  const targets = targetsOf(input);
  const problems = [
    ...(await nameProblems(command, { name: account.name }, 'accountId')),
    ...ownerProblems(command.identity, owner),
    ...lineProblems(targets, await lineTotals(command, plan, draft)),
  ];
  if (problems.length > 0) return new InvalidInput(problems);
  const line = await placeLine(command, plan, draft, there, {
    accountId: account.id,
    productId: product.id,
    ...amountsOf(targets),
    ownerId: owner.id,
    team: owner.team,
    playIds,
  });
  // Who hands the plan in must have seen all of its lines.
  await command.touch(plan);
  return line;
}

/** The amounts that an input gives a line. */
export const targetsOf = (input: {
  target: MoneyJson;
  floor: MoneyJson;
  stretch?: MoneyJson | null | undefined;
}): Targets => ({
  target: Money.from(input.target),
  floor: Money.from(input.floor),
  stretch: input.stretch ? Money.from(input.stretch) : null,
});

/** The same amounts, as rows keep them. */
export const amountsOf = ({ target, floor, stretch }: Targets) => ({
  target: MoneyValue.of(target),
  floor: MoneyValue.of(floor),
  stretch: stretch && MoneyValue.of(stretch),
});

/** What lines add up to; a line without a stretch may reach its target. */
export interface LineTotals {
  target: Money;
  stretch: Money;
}

/** What the lines of a version add up to now. */
export async function lineTotals(command: Command, plan: Plan, version: PlanVersion): Promise<LineTotals> {
  const products = await productTotals(command.manager, command.tenantId, [version.id]);
  const sum = (amounts: readonly Money[]) => Money.sum(amounts, plan.currency);
  return { target: sum(products.map(({ target }) => target)), stretch: sum(products.map(({ stretch }) => stretch)) };
}

/** The same with one line more; pure. */
export const withLine = ({ target, stretch }: LineTotals, line: Targets): LineTotals => ({
  target: target.plus(line.target),
  stretch: stretch.plus(line.stretch ?? line.target),
});

/** Everything that is wrong with a line's amounts, beside a plan whose other lines add up to `others`; pure. */
export function lineProblems(targets: Targets, others: LineTotals): InputProblem[] {
  const problems = targetProblems(targets, others.target.currency);
  if (problems.length > 0) return problems;
  const tooLarge = (path: string) => new InputProblem(path, 'makes the plan too large to be added up');
  if (!others.target.canAdd(targets.target)) return [tooLarge('target')];
  if (targets.stretch && !others.stretch.canAdd(targets.stretch)) return [tooLarge('stretch')];
  return [];
}
