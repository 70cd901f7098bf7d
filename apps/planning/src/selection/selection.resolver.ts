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
import { Plan } from '../plan/plan';
import { Rep } from '../rep/rep';
import { AccountSelection } from './account-selection';
import { AccountSelectionList } from './account-selection.list';
import { rejectAccount } from './reject-account';
import { selectAccount } from './select-account';
import { type AccountSelectionFilter, RejectAccountInput, SelectAccountInput } from './selection.inputs';

const SelectAccountResult = createUnionType({
  name: 'SelectAccountResult',
  description: 'The recorded decision, or why there is none (评选结果).',
  types: () => [AccountSelection, NotFound, InvalidInput, IdempotencyKeyReused] as const,
});

const RejectAccountResult = createUnionType({
  name: 'RejectAccountResult',
  description: 'The recorded decision, or why there is none (评选结果).',
  types: () => [AccountSelection, NotFound, InvalidInput, IdempotencyKeyReused] as const,
});

@Resolver(() => AccountSelection)
export class AccountSelectionResolver {
  @Authorized()
  @Query(() => AccountSelection, {
    nullable: true,
    description: 'One selection; null when there is none that you may see (大客户评选).',
  })
  accountSelection(
    @Ctx() context: GraphContext,
    @Arg('id', () => UUID, { description: 'Its id (标识).' }) id: string,
  ): Promise<AccountSelection | null> {
    return context.reads.one(AccountSelection, id);
  }

  @Authorized()
  @Query(() => AccountSelectionList.Connection, {
    nullable: true,
    description: 'Who was selected and rejected of the accounts that you may see (大客户评选列表).',
  })
  accountSelections(
    @Ctx() context: GraphContext,
    @Args(() => AccountSelectionList.Args) args: ListArgs<AccountSelectionFilter>,
  ): Promise<Connection<AccountSelection>> {
    return context.reads.page(AccountSelectionList, args);
  }

  @Authorized('MANAGER', 'EXECUTIVE')
  @Mutation(() => SelectAccountResult, {
    nullable: true,
    description: 'Selects an account as a key account for a plan or a period, with the reason (选定大客户).',
  })
  selectAccount(
    @Ctx() context: GraphContext,
    @Input(() => SelectAccountInput) input: SelectAccountInput,
  ): Promise<typeof SelectAccountResult> {
    return context.command('selectAccount', input, (command) => selectAccount(command, input));
  }

  @Authorized('MANAGER', 'EXECUTIVE')
  @Mutation(() => RejectAccountResult, {
    nullable: true,
    description:
      'Rejects an account as a key account for a plan or a period, with the reason; it can be selected later (不选为大客户).',
  })
  rejectAccount(
    @Ctx() context: GraphContext,
    @Input(() => RejectAccountInput) input: RejectAccountInput,
  ): Promise<typeof RejectAccountResult> {
    return context.command('rejectAccount', input, (command) => rejectAccount(command, input));
  }

  @FieldResolver(() => Account, { nullable: true, description: 'Of which account (客户).' })
  account(@Ctx() context: GraphContext, @Root() selection: AccountSelection): Promise<Account | null> {
    return context.reads.one(Account, selection.accountId);
  }

  @FieldResolver(() => Plan, {
    nullable: true,
    description: 'For which plan; null where it is for a period alone, or for a plan that you may not see (计划).',
  })
  plan(@Ctx() context: GraphContext, @Root() { planId }: AccountSelection): Promise<Plan | null> | null {
    return planId === null ? null : context.reads.one(Plan, planId);
  }

  @FieldResolver(() => Rep, {
    nullable: true,
    description: 'Who decided; null where it was nobody of the reps (评选人).',
  })
  decider(@Ctx() context: GraphContext, @Root() { deciderId }: AccountSelection): Promise<Rep | null> | null {
    return deciderId === null ? null : context.reads.one(Rep, deciderId);
  }
}

/** Whether an account is a key account, and was. */
@Resolver(() => Account)
export class AccountSelectionsResolver {
  @FieldResolver(() => AccountSelection, {
    nullable: true,
    description: 'The last word on whether it is a key account for a day; null while nobody has decided (大客户评选).',
  })
  async selection(
    @Ctx() context: GraphContext,
    @Root() account: Account,
    @Arg('asOf', () => LocalDateScalar, {
      nullable: true,
      description: "For which day; default: today in the tenant's time zone (截至日).",
    })
    asOf?: string | null,
  ): Promise<AccountSelection | null> {
    const day = asOf ?? (await context.today());
    const { tenantId } = context.caller;
    return context.reads.batched(`selection ${day}`, account.id, async (manager, ids) => {
      const last = await manager
        .createQueryBuilder(AccountSelection, 'e')
        .distinctOn(['e.account_id'])
        .where('e.tenant_id = :tenantId and e.account_id = any(:ids)', { tenantId, ids })
        .andWhere(':day between e.starts_on and e.ends_on', { day })
        .orderBy('e.account_id')
        .addOrderBy('e.number', 'DESC')
        .addOrderBy('e.id', 'DESC')
        .getMany();
      const byAccount = new Map(last.map((one) => [one.accountId, one]));
      return ids.map((id) => byAccount.get(id) ?? null);
    });
  }

  @FieldResolver(() => AccountSelectionList.Connection, {
    nullable: true,
    description: 'When it was selected and rejected as a key account (大客户评选历史).',
  })
  selections(
    @Ctx() context: GraphContext,
    @Root() account: Account,
    @Args(() => AccountSelectionList.Args) args: ListArgs<AccountSelectionFilter>,
  ): Promise<Connection<AccountSelection>> {
    return context.reads.pageBy(AccountSelectionList, 'accountId', account.id, args);
  }
}
