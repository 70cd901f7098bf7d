import type { ContractSignedV1 } from '@fivepoint/contracts';
import { Money } from '@fivepoint/kernel';
import { type Command, MoneyValue } from '@fivepoint/service';
import { planRenewal } from '../renewal/plan-renewal';
import { SuccessPlan, type SuccessPlanStatus } from './success-plan';

/** Opens the success plan of a contract, and with it the renewal that will be due: every contract is the beginning of the next (S04). */
export async function openSuccessPlan(
  command: Command,
  contract: ContractSignedV1 & { accountId: string },
): Promise<SuccessPlan> {
  const plan = await recordContract(command, contract, 'ACTIVE');
  await planRenewal(command, plan, contract);
  return plan;
}

/**
 * Keeps a contract of an older system in mind: its payments will be recognised, but nobody is asked to work on it. Also one without an
 * account: its receivables may name the account, and their payments wait for the contract.
 */
export function recordPastContract(command: Command, contract: ContractSignedV1): Promise<SuccessPlan> {
  return recordContract(command, contract, 'RECORDED');
}

async function recordContract(
  command: Command,
  contract: ContractSignedV1,
  status: SuccessPlanStatus,
): Promise<SuccessPlan> {
  const contracted = Money.from(contract.amount);
  const plan = Object.assign(new SuccessPlan(), {
    ...command.newAggregate(),
    contractId: contract.contractId,
    accountId: contract.accountId,
    productId: contract.productId ?? null,
    status,
    contracted: MoneyValue.of(contracted),
    collected: MoneyValue.of(Money.zero(contracted.currency)),
    signedOn: contract.signedOn,
    settledOn: null,
    ownerId: contract.ownerId,
    team: contract.team,
  });
  return command.add(plan);
}
