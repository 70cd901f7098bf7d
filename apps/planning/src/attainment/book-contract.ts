import { Money, type MoneyJson } from '@fivepoint/kernel';
import { type Command, MoneyValue, oneAtATime } from '@fivepoint/service';
import { IsNull } from 'typeorm';
import { assessNowOrLater } from '../assessment/assess-accounts';
import { BookedContract, type DealKind } from './booked-contract';
import { CollectedPayment } from './collected-payment';

export interface BookContract {
  contractId: string;
  planLineId?: string | undefined;
  accountId: string | null;
  productId?: string | undefined;
  ownerId: string;
  team: string;
  kind: DealKind;
  amount: MoneyJson;
  signedOn: string;
}

/**
 * Books a signed contract as sales of its account and as the actual of its plan line; without a plan line it counts for none. Payments that came before their contract find
 * their line now. A contract that is booked already stays as it is.
 */
export async function bookContract(command: Command, booking: BookContract): Promise<void> {
  const { manager, tenantId } = command;
  const { contractId, planLineId = null, productId = null, accountId, ownerId, team, kind } = booking;
  await oneAtATime(command, 'contract', contractId);
  if (await manager.existsBy(BookedContract, { tenantId, id: contractId })) return;
  await command.add(
    Object.assign(new BookedContract(), {
      tenantId,
      id: contractId,
      planLineId,
      accountId,
      productId,
      ownerId,
      team,
      kind,
      amount: MoneyValue.of(Money.from(booking.amount)),
      signedOn: booking.signedOn,
    }),
  );
  if (accountId !== null) await assessNowOrLater(command, accountId);
  if (planLineId === null) return;
  const early = await manager.find(CollectedPayment, {
    where: { tenantId, contractId, planLineId: IsNull() },
    order: { id: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
  for (const payment of early) await command.save(Object.assign(payment, { planLineId }));
}
