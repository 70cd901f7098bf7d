import type { LocalDate } from '@fivepoint/kernel';
import { CommandInput, LocalDateScalar, MoneyInput, UUID } from '@fivepoint/service';
import { ArrayMaxSize, ArrayMinSize, Matches, MaxLength } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
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

@InputType({ description: 'What the money of a receipt pays (核销去向).' })
export abstract class AllocatingInput extends CommandInput {
  @Field(() => UUID, {
    nullable: true,
    description: 'The contract that it pays, oldest due first; then without allocations (合同).',
  })
  contractId?: string | null;

  @Field(() => [AllocationInput], {
    nullable: true,
    description:
      'The instalments that it pays, of one account, 1–100, each once; then without contractId. What they leave is credit of the account (核销明细).',
  })
  @ArrayMinSize(1, { message: 'allocations must name at least one instalment; leave them out otherwise' })
  @ArrayMaxSize(100, { message: 'allocations may be at most 100; allocate the rest by allocateReceipt' })
  allocations?: AllocationInput[] | null;
}

@InputType({
  description: 'Records money that came in; without contractId and allocations it waits in suspense (登记到账).',
})
export class RecordReceiptInput extends AllocatingInput {
  @Field(() => MoneyInput, { description: 'What came in; more than zero, in the currency of the contract (到账金额).' })
  amount!: MoneyInput;

  @Field(() => LocalDateScalar, {
    description: 'The value date at the bank, from 2000-01-01 on and not in the future (到账日).',
  })
  receivedOn!: LocalDate;

  @Field({ description: 'Our own account that the money came to (收款账号).' })
  @Matches(/\S/, { message: 'ownAccount must not be empty' })
  @MaxLength(100, { message: 'ownAccount may have at most 100 characters' })
  ownAccount!: string;

  @Field({
    description:
      'The serial number that the bank gave it; with ownAccount it says which receipt this is: the same twice is one receipt (银行流水号).',
  })
  @Matches(/\S/, { message: 'bankSerial must not be empty' })
  @MaxLength(100, { message: 'bankSerial may have at most 100 characters' })
  bankSerial!: string;

  @Field(() => String, { nullable: true, description: 'Who paid, as the bank names it (付款方).' })
  @MaxLength(200, { message: 'payer may have at most 200 characters' })
  payer?: string | null;
}

@InputType({
  description: 'Gives waiting money its place: money in suspense, or the credit that a receipt has left (认款).',
})
export class AllocateReceiptInput extends AllocatingInput {
  @Field(() => UUID, { description: 'The receipt (到账单).' })
  receiptId!: string;

  @Field(() => Int, { nullable: true, description: 'The version you read; refused when it changed since (期望版本).' })
  expectedVersion?: number | null;
}

@InputType({ description: 'Narrows a list of receipts; all given conditions must hold (筛选).' })
export class ReceiptFilter {
  @Field(() => [ReceiptStatus], { nullable: true, description: 'In one of these statuses (状态).' })
  statuses?: ReceiptStatus[] | null;

  @Field(() => UUID, { nullable: true, description: 'Of this account (客户).' })
  accountId?: string | null;

  @Field(() => String, { nullable: true, description: 'Come to this account of ours (收款账号).' })
  ownAccount?: string | null;

  @Field(() => String, { nullable: true, description: 'With this serial number of the bank (银行流水号).' })
  bankSerial?: string | null;
}
