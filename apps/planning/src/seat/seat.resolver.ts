import {
  type Connection,
  GraphContext,
  IdempotencyKeyReused,
  Input,
  InvalidInput,
  type ListArgs,
  LocalDateScalar,
  NotFound,
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
import { Account } from '../account/account';
import { Rep } from '../rep/rep';
import { AccountSeat } from './account-seat';
import { AccountSeatList } from './account-seat.list';
import { assignSeat } from './assign-seat';
import { IronTriangle, triangleOn } from './iron-triangle';
import { AccountSeatFilter, AssignSeatInput, VacateSeatInput } from './seat.inputs';
import { vacateSeat } from './vacate-seat';

const AssignSeatResult = createUnionType({
  name: 'AssignSeatResult',
  description: 'Who is in the seat now, or why not (任职结果).',
  types: () => [AccountSeat, NotFound, InvalidInput, IdempotencyKeyReused] as const,
});

const VacateSeatResult = createUnionType({
  name: 'VacateSeatResult',
  description: 'Who has left the seat, or why not (离任结果).',
  types: () => [AccountSeat, NotFound, VersionConflict, InvalidInput, IdempotencyKeyReused] as const,
});

@Resolver(() => AccountSeat)
export class AccountSeatResolver {
  @Authorized()
  @Query(() => AccountSeat, {
    nullable: true,
    description: 'Who was in one seat; null when there is none that you may see (铁三角任职).',
  })
  accountSeat(
    @Ctx() context: GraphContext,
    @Arg('id', () => UUID, { description: 'Its id (标识).' }) id: string,
  ): Promise<AccountSeat | null> {
    return context.reads.one(AccountSeat, id);
  }

  @Authorized()
  @Query(() => AccountSeatList.Connection, {
    nullable: true,
    description: 'Who is and was in which seat of the accounts that you may see (铁三角任职列表).',
  })
  accountSeats(
    @Ctx() context: GraphContext,
    @Args(() => AccountSeatList.Args) args: ListArgs<AccountSeatFilter>,
  ): Promise<Connection<AccountSeat>> {
    return context.reads.page(AccountSeatList, args);
  }

  @Authorized('MANAGER', 'EXECUTIVE')
  @Mutation(() => AssignSeatResult, {
    nullable: true,
    description: "Gives a rep a seat of an account's iron triangle; who was in it leaves it on that day (铁三角任职).",
  })
  assignSeat(
    @Ctx() context: GraphContext,
    @Input(() => AssignSeatInput) input: AssignSeatInput,
  ): Promise<typeof AssignSeatResult> {
    return context.command('assignSeat', input, (command) => assignSeat(command, input));
  }

  @Authorized('MANAGER', 'EXECUTIVE')
  @Mutation(() => VacateSeatResult, {
    nullable: true,
    description: 'Says that a rep has left a seat with nobody next (铁三角离任).',
  })
  vacateSeat(
    @Ctx() context: GraphContext,
    @Input(() => VacateSeatInput) input: VacateSeatInput,
  ): Promise<typeof VacateSeatResult> {
    return context.command('vacateSeat', input, (command) => vacateSeat(command, input));
  }

  @FieldResolver(() => Account, { nullable: true, description: 'Of which account (客户).' })
  account(@Ctx() context: GraphContext, @Root() seat: AccountSeat): Promise<Account | null> {
    return context.reads.one(Account, seat.accountId);
  }

  @FieldResolver(() => Rep, { nullable: true, description: 'Who is or was in it (任职人).' })
  rep(@Ctx() context: GraphContext, @Root() seat: AccountSeat): Promise<Rep | null> {
    return context.reads.one(Rep, seat.repId);
  }
}

/** Who looks after an account together. */
@Resolver(() => Account)
export class AccountIronTriangleResolver {
  @FieldResolver(() => IronTriangle, {
    nullable: true,
    description: 'Who is in the seats of its iron triangle on a day, and which are empty (铁三角).',
  })
  async ironTriangle(
    @Ctx() context: GraphContext,
    @Root() account: Account,
    @Arg('asOf', () => LocalDateScalar, {
      nullable: true,
      description: "On this day; default: today in the tenant's time zone (截至日).",
    })
    asOf: string | null,
  ): Promise<IronTriangle> {
    const history = await context.reads.many(AccountSeat, 'accountId', account.id);
    return Object.assign(new IronTriangle(), triangleOn(history, asOf ?? (await context.today())));
  }
}

/** Where a rep sits. */
@Resolver(() => Rep)
export class RepSeatResolver {
  @FieldResolver(() => AccountSeatList.Connection, {
    nullable: true,
    description: 'The seats that the rep has or had at accounts that you may see (铁三角任职).',
  })
  seats(
    @Ctx() context: GraphContext,
    @Root() rep: Rep,
    @Args(() => AccountSeatList.Args) args: ListArgs<AccountSeatFilter>,
  ): Promise<Connection<AccountSeat>> {
    return context.reads.pageBy(AccountSeatList, 'repId', rep.id, args);
  }
}
