import { MoneyValue, Refusal, UUID } from '@fivepoint/service';
import { Field, ObjectType } from 'type-graphql';
import type { Receipt } from './receipt';

@ObjectType({
  implements: Refusal,
  description: 'This serial number is on record with another amount (流水号金额不符): one of the two is wrong.',
})
export class ReceiptSerialReused extends Refusal {
  @Field(() => UUID, { description: 'The receipt on record (已登记到账单).' })
  readonly receiptId: string;

  @Field(() => MoneyValue, { description: 'The amount on record (已登记金额).' })
  readonly amount: MoneyValue;

  constructor({ id, amount, bankSerial }: Pick<Receipt, 'id' | 'amount' | 'bankSerial'>) {
    super(
      'RECEIPT_SERIAL_REUSED',
      `Serial number ${bankSerial} of this account is on record with ${amount.money.toString()}; check the number and the amount with the bank's statement.`,
    );
    this.receiptId = id;
    this.amount = amount;
  }
}
