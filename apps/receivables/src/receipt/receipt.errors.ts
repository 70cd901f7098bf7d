import { Refusal } from '@fivepoint/service';
import { Field, ObjectType } from 'type-graphql';
import { Receipt } from './receipt';

@ObjectType({
  implements: Refusal,
  description: 'This serial number is on record with another amount: one of the two is wrong (流水号金额不符).',
})
export class ReceiptSerialReused extends Refusal {
  @Field(() => Receipt, { description: 'The receipt on record (已登记到账单).' })
  readonly receipt: Receipt;

  constructor(receipt: Receipt) {
    super(
      'RECEIPT_SERIAL_REUSED',
      `Serial number ${receipt.bankSerial} of this account is on record with ${receipt.amount.money.toString()}; check the number and the amount with the bank's statement.`,
    );
    this.receipt = receipt;
  }
}
