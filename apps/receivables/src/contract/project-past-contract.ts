import { Money } from '@fivepoint/kernel';
import { type Command, MoneyValue, oneAtATime } from '@fivepoint/service';
import { lockInstalments } from '../instalment/lock-instalments';
import { ContractAccount } from './contract-account';
import type { OpenContract } from './open-contract';
import { settleWhenPaid } from './settle-contract';

/**
 * Takes in deal's word of a contract in recorded history: its row only, no instalments, for those come by `recordPastReceivables`.
 * The two may come in either order; the result is the same, and what deal says of the contract itself holds.
 */
export async function projectPastContract(
  command: Command,
  told: Omit<OpenContract, 'accountId' | 'paymentTerms'> & { accountId: string | null },
): Promise<void> {
  const { manager, tenantId } = command;
  await oneAtATime(command, 'contract', told.contractId);
  const known = await manager.findOne(ContractAccount, {
    where: { tenantId, id: told.contractId },
    lock: { mode: 'pessimistic_write' },
  });
  if (known?.origin === 'LIVE') return;
  const contract = Object.assign(known ?? new ContractAccount(), {
    dealId: told.dealId,
    accountId: told.accountId ?? known?.accountId ?? null,
    planLineId: told.planLineId,
    correlationId: command.correlationId,
    amount: MoneyValue.of(Money.from(told.amount)),
    signedOn: told.signedOn,
    warrantyMonths: told.warrantyMonths,
    ownerId: told.ownerId,
    team: told.team,
  });
  if (known) {
    await command.save(contract);
    await settleWhenPaid(command, contract, await lockInstalments(command, [contract.id]));
    return;
  }
  await command.add(
    Object.assign(contract, {
      ...command.newAggregate(),
      id: told.contractId,
      settledOn: null,
    }),
  );
}
