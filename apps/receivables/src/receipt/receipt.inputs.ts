import type { LocalDate } from '@fivepoint/kernel';
import {
  AtMost,
  CommandInput,
  ExpectedVersion,
  LocalDateScalar,
  MoneyInput,
  TextField,
  UUID,
} from '@fivepoint/service';
import { Field, InputType } from 'type-graphql';
import { ReceiptStatus } from './receipt.statuses';

@InputType({ description: 'How much of a receipt pays one instalment (核销).' })
export class AllocationInput {
  @Field(() => UUID, { description: 'The instalment (分期款).' })
  instalmentId!: string;

  @Field(() => MoneyInput, {
    description: 'How much of it; more than zero, and no more than its outstanding (核销金额).',
  })
  amount!: MoneyInput;
}

/** What the money of a receipt pays (核销去向): a contract, or instalments, or nothing yet. */
export interface Placing {
  contractId?: string | null;
  allocations?: AllocationInput[] | null;
}

const PaidContractField = Field(() => UUID, {
  nullable: true,
  description: 'The contract that it pays, oldest due first; then without allocations (合同).',
}) as PropertyDecorator;

const AllocationsField: PropertyDecorator = (target, property) => {
  const description =
    'The instalments that it pays, of one account, 1–100, each once, then without contractId; what they leave is credit of the account (核销明细).';
  (Field(() => [AllocationInput], { nullable: true, description }) as PropertyDecorator)(target, property);
  const instead = 'leave allocations out where there is none, and allocate the rest by allocateReceipt';
  AtMost(100, instead, { min: 1 })(target, property);
};

@InputType({
  description: 'Records money that came in; without contractId and allocations it waits in suspense (登记到账).',
})
export class RecordReceiptInput extends CommandInput implements Placing {
  @Field(() => MoneyInput, { description: 'What came in; more than zero, in the currency of the contract (到账金额).' })
  amount!: MoneyInput;

  @Field(() => LocalDateScalar, {
    description: 'The value date at the bank, from 2000-01-01 on and not in the future (到账日).',
  })
  receivedOn!: LocalDate;

  @TextField('Our own account that the money came to (收款账号).', { max: 100 })
  ownAccount!: string;

  @TextField(
    'The serial number that the bank gave it; with ownAccount it says which receipt this is: the same twice is one receipt (银行流水号).',
    { max: 100 },
  )
  bankSerial!: string;

  @TextField('Who paid, as the bank names it (付款方).', { max: 200, optional: true })
  payer?: string | null;

  @PaidContractField
  contractId?: string | null;

  @AllocationsField
  allocations?: AllocationInput[] | null;
}

@InputType({
  description: 'Gives waiting money its place: money in suspense, or the credit that a receipt has left (认款).',
})
export class AllocateReceiptInput extends CommandInput implements Placing {
  @Field(() => UUID, { description: 'The receipt (到账单).' })
  receiptId!: string;

  @PaidContractField
  contractId?: string | null;

  @AllocationsField
  allocations?: AllocationInput[] | null;

  @ExpectedVersion('receipt')
  expectedVersion?: number | null;
}

@InputType({ description: 'Narrows a list of receipts; all given conditions must hold (筛选).' })
export class ReceiptFilter {
  @Field(() => [ReceiptStatus], { nullable: true, description: 'In one of these statuses (状态).' })
  statuses?: ReceiptStatus[] | null;

  @Field(() => UUID, { nullable: true, description: 'Of this account (客户).' })
  accountId?: string | null;

  @Field(() => UUID, { nullable: true, description: 'Of this owner (责任人).' })
  ownerId?: string | null;

  @Field(() => String, { nullable: true, description: 'Shared by this team (团队).' })
  team?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'With a value date on this day or after (到账日起).' })
  receivedFrom?: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'With a value date on this day or before (到账日止).' })
  receivedTo?: LocalDate | null;

  @Field(() => String, { nullable: true, description: 'Come to this account of ours (收款账号).' })
  ownAccount?: string | null;

  @Field(() => String, { nullable: true, description: 'With this serial number of the bank (银行流水号).' })
  bankSerial?: string | null;
}
