import { Money } from '@fivepoint/kernel';
import {
  type Connection,
  GraphContext,
  IdempotencyKeyReused,
  Input,
  InvalidInput,
  MoneyValue,
  NotFound,
  type ListArgs,
  TransitionRefused,
  UUID,
  VersionConflict,
} from '@fivepoint/service';
import {
  Arg,
  Args,
  Authorized,
  createUnionType,
  Ctx,
  FieldResolver,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { LedgerEntry } from '../ledger/ledger-entry';
import { LedgerEntryList } from '../ledger/ledger-entry.list';
import { allocatedOf } from '../ledger/sums';
import { allocateReceipt } from './allocate-receipt';
import { Receipt } from './receipt';
import { ReceiptSerialReused } from './receipt.errors';
import { AllocateReceiptInput, ReceiptFilter, RecordReceiptInput } from './receipt.inputs';
import { ReceiptList } from './receipt.list';
import { recordReceipt } from './record-receipt';

const RecordReceiptResult = createUnionType({
  name: 'RecordReceiptResult',
  description: 'The receipt, or why it could not be recorded (登记结果).',
  types: () => [Receipt, NotFound, ReceiptSerialReused, InvalidInput, IdempotencyKeyReused] as const,
});

const AllocateReceiptResult = createUnionType({
  name: 'AllocateReceiptResult',
  description: 'The receipt with what it pays, or why it could not be allocated (认款结果).',
  types: () => [Receipt, NotFound, VersionConflict, TransitionRefused, InvalidInput, IdempotencyKeyReused] as const,
});

@Resolver(() => Receipt)
export class ReceiptResolver {
  @Authorized()
  @Query(() => Receipt, {
    nullable: true,
    description: 'One receipt; null when there is none that you may see (到账单).',
  })
  receipt(
    @Ctx() context: GraphContext,
    @Arg('id', () => UUID, { description: 'Its id (标识).' }) id: string,
  ): Promise<Receipt | null> {
    return context.reads.one(Receipt, id);
  }

  @Authorized()
  @Query(() => ReceiptList.Connection, {
    nullable: true,
    description: 'The receipts that you may see (到账单列表).',
  })
  receipts(
    @Ctx() context: GraphContext,
    @Args(() => ReceiptList.Args) args: ListArgs<ReceiptFilter>,
  ): Promise<Connection<Receipt>> {
    return context.reads.page(ReceiptList, args);
  }

  @Authorized('FINANCE')
  @Mutation(() => RecordReceiptResult, {
    nullable: true,
    description:
      'Records money that came in and what it pays; the same own account and bank serial twice is one receipt (登记到账).',
  })
  recordReceipt(
    @Ctx() context: GraphContext,
    @Input(() => RecordReceiptInput) input: RecordReceiptInput,
  ): Promise<typeof RecordReceiptResult> {
    return context.command('recordReceipt', input, (command) => recordReceipt(command, input));
  }

  @Authorized('FINANCE')
  @Mutation(() => AllocateReceiptResult, {
    nullable: true,
    description: 'Gives money in suspense, or the credit that a receipt has left, its place (认款).',
  })
  allocateReceipt(
    @Ctx() context: GraphContext,
    @Input(() => AllocateReceiptInput) input: AllocateReceiptInput,
  ): Promise<typeof AllocateReceiptResult> {
    return context.command('allocateReceipt', input, (command) => allocateReceipt(command, input));
  }

  @FieldResolver(() => MoneyValue, {
    nullable: true,
    description: 'What of it pays instalments: the sum of its allocations (已核销金额).',
  })
  async allocated(@Ctx() context: GraphContext, @Root() receipt: Receipt): Promise<MoneyValue> {
    return MoneyValue.of(Money.of(await allocated(context, receipt.id), receipt.amount.currency));
  }

  @FieldResolver(() => MoneyValue, {
    nullable: true,
    description: 'What of it pays nothing yet: credit of the account, or in suspense (未核销金额).',
  })
  async unapplied(@Ctx() context: GraphContext, @Root() receipt: Receipt): Promise<MoneyValue> {
    const { minor, currency } = receipt.amount;
    return MoneyValue.of(Money.of(minor - (await allocated(context, receipt.id)), currency));
  }

  @FieldResolver(() => LedgerEntryList.Connection, {
    nullable: true,
    description: 'What became of it, oldest first (分录).',
  })
  entries(
    @Ctx() context: GraphContext,
    @Root() receipt: Receipt,
    @Args(() => LedgerEntryList.Args) args: ListArgs,
  ): Promise<Connection<LedgerEntry>> {
    return context.reads.pageBy(LedgerEntryList, 'receiptId', receipt.id, args);
  }
}

const allocated = (context: GraphContext, id: string): Promise<bigint> => {
  const { tenantId } = context.caller;
  return context.reads.batched('receipt:allocated', id, async (manager, ids) => {
    const sums = await allocatedOf(manager, tenantId, ids);
    return ids.map((one) => sums.get(one) ?? 0n);
  });
};
