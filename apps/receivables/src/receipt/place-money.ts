import { DomainError, Money } from '@fivepoint/kernel';
import { type Command, InputProblem, InvalidInput, NotFound, visibleRows } from '@fivepoint/service';
import type { BilledContract } from '../contract/contract-account';
import { lockContract } from '../contract/lock-contract';
import { Instalment } from '../instalment/instalment';
import { lockInstalments } from '../instalment/lock-instalments';
import { collectedOf } from '../ledger/sums';
import { type Allocation, allocationProblems, oldestDueFirst } from './allocation';
import type { AllocationInput, Placing } from './receipt.inputs';

/** Where money goes: the contracts that it pays, locked, with all their instalments and what was collected of each; one account's. */
export interface Placement {
  contracts: BilledContract[];
  instalments: Instalment[];
  /** Minor units by instalment, before this money. */
  collected: Map<string, bigint>;
  allocations: Allocation[];
}

/** Whether the input says what the money pays. */
export const isPlaced = ({ contractId, allocations }: Placing): boolean => Boolean(contractId ?? allocations);

/**
 * Decides what money pays (rules §7): the named instalments, or those of the named contract, oldest due first. Locks all contracts concerned.
 *
 * @param accountId whose money it is, where that is known: then it may pay nobody else's instalments
 */
export async function placeMoney(
  command: Command,
  placing: Placing,
  { available, accountId }: { available: Money; accountId: string | null },
): Promise<Placement | NotFound | InvalidInput> {
  if (placing.contractId && placing.allocations)
    return refused(
      'allocations',
      'give either contractId or allocations: the allocations say already which contract they pay',
    );
  const contractIds = placing.contractId ? [placing.contractId] : await contractsOf(command, placing.allocations ?? []);
  if (contractIds instanceof NotFound) return contractIds;
  const contracts: BilledContract[] = [];
  for (const id of [...new Set(contractIds)].sort()) {
    const contract = await lockContract(command, id);
    if (contract instanceof DomainError) return contract;
    contracts.push(contract);
  }
  const problem = partyProblem(contracts, available.currency, accountId);
  if (problem) return new InvalidInput([problem]);

  const instalments = await lockInstalments(command, contractIds);
  const collected = await collectedOf(
    command.manager,
    command.tenantId,
    instalments.map(({ id }) => id),
  );
  const open = instalments.map((instalment) => ({
    id: instalment.id,
    number: instalment.number,
    dueOn: instalment.dueOn,
    outstanding: instalment.amount.minor - (collected.get(instalment.id) ?? 0n),
  }));
  if (!placing.allocations)
    return { contracts, instalments, collected, allocations: oldestDueFirst(available.minor, open) };
  const chosen = chosenAllocations(placing.allocations, available.currency);
  if (chosen instanceof InvalidInput) return chosen;
  const problems = allocationProblems(available, chosen, new Map(open.map(({ id, outstanding }) => [id, outstanding])));
  return problems.length > 0 ? new InvalidInput(problems) : { contracts, instalments, collected, allocations: chosen };
}

/** Why money of this currency and account cannot pay these contracts, or null; pure. */
export function partyProblem(
  contracts: readonly Pick<BilledContract, 'accountId' | 'amount'>[],
  currency: string,
  accountId: string | null,
): InputProblem | null {
  const other = contracts.find(({ amount }) => amount.currency !== currency);
  if (other)
    return new InputProblem(
      'amount',
      `must be in the currency of the contract, ${other.amount.currency}, not ${currency}; record it without a contract to keep it in suspense`,
    );
  const accounts = new Set([...contracts.map((contract) => contract.accountId), ...(accountId ? [accountId] : [])]);
  return accounts.size > 1
    ? new InputProblem('allocations', 'a receipt pays the instalments of one account; these belong to several')
    : null;
}

async function contractsOf(
  command: Command,
  chosen: readonly { instalmentId: string }[],
): Promise<string[] | NotFound> {
  const ids = chosen.map(({ instalmentId }) => instalmentId);
  const rows = await visibleRows(command.manager, Instalment, command).andWhere('e.id = any(:ids)', { ids }).getMany();
  const missing = ids.find((id) => !rows.some((row) => row.id === id));
  return missing === undefined ? rows.map(({ contractId }) => contractId) : new NotFound('Instalment', missing);
}

function chosenAllocations(chosen: readonly AllocationInput[], currency: string): Allocation[] | InvalidInput {
  const parsed = chosen.map(({ instalmentId, amount }) => ({
    instalmentId,
    money: Money.from(amount),
  }));
  const foreign = parsed.findIndex(({ money }) => money.currency !== currency);
  if (foreign >= 0)
    return refused(`allocations.${foreign}.amount`, `must be in the currency of the receipt, ${currency}`);
  return parsed.map(({ instalmentId, money }) => ({ instalmentId, minor: money.minor }));
}

const refused = (path: string, message: string): InvalidInput => new InvalidInput([new InputProblem(path, message)]);
