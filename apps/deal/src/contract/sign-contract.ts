import { addMonths, Money, parseLocalDate } from '@fivepoint/kernel';
import {
  amountProblems,
  type Command,
  InputProblem,
  InvalidInput,
  MoneyValue,
  NotFound,
  present,
  TransitionRefused,
  VersionConflict,
} from '@fivepoint/service';
import { closingProblems } from '../deal/closing-day';
import { Deal } from '../deal/deal';
import { moveDeal } from '../deal/move-deal';
import { Contract, downPaymentOf } from './contract';
import type { SignContractInput } from './contract.inputs';
import { paymentTermProblem } from './payment-terms';
import { recurringPartOf } from './recurring-part';

/** The furthest that the first term may lie ahead: a later day is a slip of the pen, and its renewal would be due after our time. */
const furthestStartMonths = 120;

export type SignContractOutcome = Contract | NotFound | VersionConflict | TransitionRefused | InvalidInput;

/** Signs the contract of a negotiated deal (capability D16): the deal is won, receivables and customer success take over. */
export async function signContract(command: Command, input: SignContractInput): Promise<SignContractOutcome> {
  const deal = await command.lock(Deal, input.dealId, input.expectedVersion);
  if (!(deal instanceof Deal)) return deal;
  const today = await command.today();
  const signedOn = input.signedOn ?? today;
  const amount = Money.from(input.amount);
  const recurring = input.recurring ? Money.from(input.recurring.amount) : null;
  const problems = signingProblems(deal, input, { amount, recurring, signedOn, today });
  const number = input.number ?? null;
  if (number && (await command.manager.existsBy(Contract, { tenantId: command.tenantId, number })))
    problems.push(new InputProblem('number', `there is a contract ${number} already; give this one another number`));
  if (problems.length > 0) return new InvalidInput(problems);

  deal.amount = MoneyValue.of(amount);
  deal.closedOn = signedOn;
  const moved = await moveDeal(command, deal, 'SIGNED');
  if (!(moved instanceof Deal)) return moved;
  const contract = Object.assign(new Contract(), {
    ...command.newAggregate(deal.correlationId),
    dealId: deal.id,
    accountId: deal.accountId,
    productId: deal.productId,
    planLineId: deal.planLineId,
    number,
    kind: deal.kind,
    amount: MoneyValue.of(amount),
    signedOn,
    paymentTerms: input.paymentTerms.map((term) => ({ ...term })),
    warrantyMonths: input.warrantyMonths,
    recurring: recurring && MoneyValue.of(recurring),
    termMonths: input.recurring?.termMonths ?? null,
    startsOn: input.recurring?.startsOn ?? null,
    externalId: null,
    ownerId: deal.ownerId,
    team: deal.team,
  });
  await command.add(contract);
  announceSigned(command, contract);
  return contract;
}

/** Everything that keeps this contract from being signed as it is; pure. */
export function signingProblems(
  deal: Pick<Deal, 'accountId' | 'openedOn'>,
  input: Pick<SignContractInput, 'paymentTerms' | 'recurring'>,
  facts: { amount: Money; recurring: Money | null; signedOn: string; today: string },
): InputProblem[] {
  const problems: InputProblem[] = [];
  const problem = (path: string, message: string) => problems.push(new InputProblem(path, message));
  const terms = paymentTermProblem(input.paymentTerms);
  if (terms) problems.push(terms);
  if (!deal.accountId)
    problem('dealId', 'this deal names no account; a contract needs one to collect from: give it one with updateDeal');
  problems.push(...amountProblems('amount', facts.amount, 'be more than zero'));
  const onNoSuchDay = closingProblems(deal, 'signedOn', facts.signedOn, facts.today);
  problems.push(...onNoSuchDay);
  if (input.recurring && facts.recurring) {
    const { startsOn } = input.recurring;
    if (onNoSuchDay.length === 0) problems.push(...startProblems(startsOn, facts.signedOn));
    if (facts.recurring.currency !== facts.amount.currency)
      problem('recurring.amount', `must be in the contract's currency, ${facts.amount.currency}`);
    const without = 'leave recurring out where nothing comes back';
    problems.push(...amountProblems('recurring.amount', facts.recurring, 'be more than zero', without));
  }
  return problems;
}

function startProblems(startsOn: string, signedOn: string): InputProblem[] {
  const latest = addMonths(parseLocalDate(signedOn), furthestStartMonths);
  if (startsOn >= signedOn && startsOn <= latest) return [];
  return [new InputProblem('recurring.startsOn', `must be from ${signedOn}, the day of signing, to ${latest}`)];
}

/** `contract-signed`, for live and for recorded contracts alike. */
export function announceSigned(command: Command, contract: Contract): void {
  const recurring = recurringPartOf(contract);
  command.emit({
    type: 'fivepoint.deal.contract-signed.v1',
    key: contract.accountId ?? contract.dealId,
    subject: contract.id,
    correlationId: contract.correlationId,
    day: contract.signedOn,
    data: {
      contractId: contract.id,
      dealId: contract.dealId,
      accountId: contract.accountId,
      kind: contract.kind,
      amount: contract.amount.money.toJSON(),
      signedOn: contract.signedOn,
      paymentTerms: contract.paymentTerms,
      warrantyMonths: contract.warrantyMonths,
      downPayment: downPaymentOf(contract.amount.money, contract.paymentTerms).toJSON(),
      ownerId: contract.ownerId,
      team: contract.team,
      ...(recurring && { recurring: { ...recurring, amount: recurring.amount.money.toJSON() } }),
      ...present({ planLineId: contract.planLineId, productId: contract.productId }),
    },
  });
}
