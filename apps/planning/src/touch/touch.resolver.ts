import {
  type Connection,
  GraphContext,
  IdempotencyKeyReused,
  Input,
  InvalidInput,
  type ListArgs,
  NotFound,
  UUID,
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
import { Account } from '../account/account';
import { Contact } from '../contact/contact';
import { Rep } from '../rep/rep';
import { recordTouch } from './record-touch';
import { RecordTouchInput, type TouchRecordFilter } from './touch.inputs';
import { TouchRecord } from './touch-record';
import { TouchRecordList } from './touch-record.list';

const RecordTouchResult = createUnionType({
  name: 'RecordTouchResult',
  description: 'The recorded touch, or why there is none (登记结果).',
  types: () => [TouchRecord, NotFound, InvalidInput, IdempotencyKeyReused] as const,
});

@Resolver(() => TouchRecord)
export class TouchRecordResolver {
  @Authorized()
  @Query(() => TouchRecord, {
    nullable: true,
    description: 'One touch; null when there is none that you may see (接触记录).',
  })
  touchRecord(
    @Ctx() context: GraphContext,
    @Arg('id', () => UUID, { description: 'Its id (标识).' }) id: string,
  ): Promise<TouchRecord | null> {
    return context.reads.one(TouchRecord, id);
  }

  @Authorized()
  @Query(() => TouchRecordList.Connection, {
    nullable: true,
    description: 'The touches that planning recorded of accounts that you may see (接触记录列表).',
  })
  touchRecords(
    @Ctx() context: GraphContext,
    @Args(() => TouchRecordList.Args) args: ListArgs<TouchRecordFilter>,
  ): Promise<Connection<TouchRecord>> {
    return context.reads.page(TouchRecordList, args);
  }

  @Authorized('REP', 'MANAGER', 'EXECUTIVE', 'PRESALES', 'CSM', 'DELIVERY')
  @Mutation(() => RecordTouchResult, {
    nullable: true,
    description:
      'Records that you met the people of an account, or tried to; the outcome moves their trust (登记接触).',
  })
  recordTouch(
    @Ctx() context: GraphContext,
    @Input(() => RecordTouchInput) input: RecordTouchInput,
  ): Promise<typeof RecordTouchResult> {
    return context.command('recordTouch', input, (command) => recordTouch(command, input));
  }

  @FieldResolver(() => Account, { nullable: true, description: 'Of which account (客户).' })
  account(@Ctx() context: GraphContext, @Root() touch: TouchRecord): Promise<Account | null> {
    return context.reads.one(Account, touch.accountId);
  }

  @FieldResolver(() => Rep, {
    nullable: true,
    description: 'Who met them; null where it was nobody of the reps (接触人).',
  })
  rep(@Ctx() context: GraphContext, @Root() { repId }: TouchRecord): Promise<Rep | null> | null {
    return repId === null ? null : context.reads.one(Rep, repId);
  }

  @FieldResolver(() => [Contact], { nullable: true, description: 'The people who were met (相关联系人).' })
  async contacts(@Ctx() context: GraphContext, @Root() touch: TouchRecord): Promise<Contact[]> {
    const contacts = await Promise.all(touch.contactIds.map((id) => context.reads.one(Contact, id)));
    return contacts.filter((contact) => contact !== null);
  }
}

/** Who met the people of an account. */
@Resolver(() => Account)
export class AccountTouchResolver {
  @FieldResolver(() => TouchRecordList.Connection, {
    nullable: true,
    description: 'When its people were met, as planning recorded it (接触记录).',
  })
  touches(
    @Ctx() context: GraphContext,
    @Root() account: Account,
    @Args(() => TouchRecordList.Args) args: ListArgs<TouchRecordFilter>,
  ): Promise<Connection<TouchRecord>> {
    return context.reads.pageBy(TouchRecordList, 'accountId', account.id, args);
  }
}
