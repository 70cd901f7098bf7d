import type { ContractSignedV1 } from '@fivepoint/contracts';
import { addMonths, parseLocalDate } from '@fivepoint/kernel';
import type { Command } from '@fivepoint/service';
import type { SuccessPlan } from '../success-plan/success-plan';
import { Renewal } from './renewal';

/** Months from signing to the next purchase where a contract does not recur and its warranty is shorter (one year's horizon, rules §1). */
const usualCycleMonths = 12;

/** Plans the renewal of a new contract; need, fit and amount follow when somebody identifies it. */
export async function planRenewal(
  command: Command,
  plan: SuccessPlan,
  contract: ContractSignedV1 & { accountId: string },
): Promise<Renewal> {
  const renewal = Object.assign(new Renewal(), {
    ...command.newAggregate(plan.correlationId),
    contractId: plan.contractId,
    accountId: contract.accountId,
    productId: plan.productId,
    dealId: null,
    status: 'PLANNED' as const,
    dueOn: renewalDueOn(contract),
    amount: null,
    need: null,
    fit: null,
    newProductRequired: null,
    ownerId: plan.ownerId,
    team: plan.team,
  });
  return command.add(renewal);
}

/** When the customer should have signed again: at the end of the recurring term, else after the warranty, but not before a year. Pure. */
export function renewalDueOn(contract: Pick<ContractSignedV1, 'signedOn' | 'warrantyMonths' | 'recurring'>): string {
  const { recurring, signedOn, warrantyMonths } = contract;
  if (recurring) return addMonths(parseLocalDate(recurring.startsOn), recurring.termMonths);
  return addMonths(parseLocalDate(signedOn), Math.max(warrantyMonths, usualCycleMonths));
}
