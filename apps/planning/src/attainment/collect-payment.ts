import { Money, type MoneyJson } from '@fivepoint/kernel';
import { type Command, MoneyValue, oneAtATime } from '@fivepoint/service';
import { BookedContract } from './booked-contract';
import { CollectedPayment } from './collected-payment';

export interface CollectPayment {
  /** What makes the payment the same when it is told again. */
  eventId: string;
  contractId: string;
  accountId: string;
  planLineId?: string | undefined;
  amount: MoneyJson;
  receivedOn: string;
}

/** Counts cash for the plan line of its contract. Nothing waits: cash whose contract is not here yet finds its line when the contract comes. */
export async function collectPayment(command: Command, payment: CollectPayment): Promise<void> {
  const { manager, tenantId } = command;
  const { eventId, contractId, accountId } = payment;
  await oneAtATime(command, 'contract', contractId);
  if (await manager.existsBy(CollectedPayment, { tenantId, id: eventId })) return;
  const contract = await manager.findOneBy(BookedContract, { tenantId, id: contractId });
  await command.add(
    Object.assign(new CollectedPayment(), {
      tenantId,
      id: eventId,
      contractId,
      accountId,
      planLineId: payment.planLineId ?? contract?.planLineId ?? null,
      amount: MoneyValue.of(Money.from(payment.amount)),
      receivedOn: payment.receivedOn,
    }),
  );
}
