import { DomainError, type LocalDate, Money } from '@fivepoint/kernel';
import {
  amountProblems,
  type Command,
  InputProblem,
  InvalidInput,
  MoneyValue,
  NotFound,
  pastDayProblems,
  present,
} from '@fivepoint/service';
import type { BilledContract } from '../contract/contract-account';
import { lockContract } from '../contract/lock-contract';
import { Instalment } from '../instalment/instalment';
import { Dispute, type DisputeReason } from './dispute';
import type { OpenDisputeInput } from './dispute.inputs';

export type OpenDisputeOutcome = Dispute | NotFound | InvalidInput;

/** Records that payment is held back (capability R05), for one instalment or for the whole contract. Nothing else is blocked by it. */
export async function openDispute(command: Command, input: OpenDisputeInput): Promise<OpenDisputeOutcome> {
  const contract = await lockContract(command, input.contractId);
  if (contract instanceof DomainError) return contract;
  const instalment = input.instalmentId ? await command.lock(Instalment, input.instalmentId) : null;
  if (instalment && !(instalment instanceof Instalment)) return new NotFound('Instalment', input.instalmentId ?? '');
  const today = await command.today();
  const openedOn = input.openedOn ?? today;
  const amount = input.amount ? Money.from(input.amount) : null;
  const problems = disputeProblems(contract, instalment, { amount, openedOn, today });
  if (problems.length > 0) return new InvalidInput(problems);
  const { reason, note = null } = input;
  return bookDispute(command, contract, { instalmentId: instalment?.id ?? null, reason, note, amount, openedOn });
}

/** What is wrong with a dispute about this contract, or this instalment of it; pure. */
export function disputeProblems(
  contract: Pick<BilledContract, 'id' | 'amount' | 'settledOn'>,
  instalment: Pick<Instalment, 'contractId' | 'status' | 'amount'> | null,
  { amount, openedOn, today }: { amount: Money | null; openedOn: LocalDate; today: LocalDate },
): InputProblem[] {
  const problems: InputProblem[] = [];
  const problem = (path: string, message: string) => problems.push(new InputProblem(path, message));
  const { currency } = contract.amount;
  const foreign = instalment !== null && instalment.contractId !== contract.id;
  if (foreign) problem('instalmentId', 'must be an instalment of this contract');
  else if (instalment?.status === 'COLLECTED')
    problem('instalmentId', 'is collected in full: nothing is held back of it');
  if (!instalment && contract.settledOn)
    problem('contractId', `is settled since ${contract.settledOn}: nothing is held back of it`);
  problems.push(...amountProblems('amount', amount, 'be more than zero', 'leave it out where it is not stated'));
  if (amount && amount.currency !== currency) problem('amount', `must be in the currency of the contract, ${currency}`);
  else if (amount && !foreign && amount.minor > (instalment ?? contract).amount.minor)
    problem('amount', mostOf(instalment ? 'instalment' : 'contract', (instalment ?? contract).amount.money));
  return [...problems, ...pastDayProblems('openedOn', openedOn, today)];
}

const mostOf = (what: 'instalment' | 'contract', most: Money): string =>
  `must be at most what the ${what} comes to, ${most.toString()}`;

/** Writes a dispute and says so, for live and for recorded ones alike. */
export async function bookDispute(
  command: Command,
  contract: BilledContract,
  facts: {
    instalmentId: string | null;
    reason: DisputeReason;
    note: string | null;
    amount: Money | null;
    openedOn: LocalDate;
  },
): Promise<Dispute> {
  const dispute = Object.assign(new Dispute(), {
    ...command.newAggregate(contract.correlationId),
    ...facts,
    contractId: contract.id,
    accountId: contract.accountId,
    status: 'OPEN' as const,
    amount: facts.amount && MoneyValue.of(facts.amount),
    resolvedOn: null,
    resolution: null,
    ownerId: contract.ownerId,
    team: contract.team,
  });
  await command.add(dispute);
  command.emit({
    type: 'fivepoint.receivables.dispute-opened.v1',
    key: dispute.accountId,
    subject: dispute.id,
    correlationId: dispute.correlationId,
    day: dispute.openedOn,
    data: {
      disputeId: dispute.id,
      contractId: dispute.contractId,
      accountId: dispute.accountId,
      reason: dispute.reason,
      openedOn: dispute.openedOn,
      ...present({ instalmentId: dispute.instalmentId, amount: facts.amount?.toJSON() }),
    },
  });
  return dispute;
}
