import { type Connection, GraphContext, type ListArgs, UUID } from '@fivepoint/service';
import { Arg, Args, Authorized, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Account } from '../account/account';
import { ofEachAccount, pageOfAccounts } from '../account/accounts-in-sight';
import { ClassStrategy } from '../rules/class-strategy';
import { CoverageRule } from '../rules/coverage-rule';
import { CoverageReturn } from './coverage-return';
import type { CoverageReturnFilter } from './coverage-return.inputs';
import { CoverageReturnList } from './coverage-return.list';
import { coverageReturnsOf } from './coverage-returns-of';
import { returnKey } from './return-key';

@Resolver(() => CoverageReturn)
export class CoverageReturnResolver {
  @Authorized()
  @Query(() => CoverageReturn, {
    nullable: true,
    description: 'The coverage return of one account; null when there is none that you may see (投入回报).',
  })
  async coverageReturn(
    @Ctx() context: GraphContext,
    @Arg('id', () => UUID, { description: 'The id of the account (标识).' }) id: string,
  ): Promise<CoverageReturn | null> {
    const account = await context.reads.one(Account, id);
    return account && returnOf(context, account.id);
  }

  @Authorized()
  @Query(() => CoverageReturnList.Connection, {
    nullable: true,
    description:
      'The coverage returns of accounts that you may see, the greatest first, those that are not known last (投入回报列表).',
  })
  async coverageReturns(
    @Ctx() context: GraphContext,
    @Args(() => CoverageReturnList.Args) args: ListArgs<CoverageReturnFilter>,
  ): Promise<Connection<CoverageReturn>> {
    const today = await context.today();
    const { tenantId } = context.caller;
    return pageOfAccounts(
      context,
      {
        name: 'coverage returns',
        where: CoverageReturnList.where,
        keyOf: (manager, wanted) => returnKey(manager, tenantId, today, wanted),
        work: (manager, accounts) => coverageReturnsOf(manager, tenantId, accounts, today),
      },
      args,
    );
  }

  @FieldResolver(() => Account, { nullable: true, description: 'Of which account (客户).' })
  account(@Ctx() context: GraphContext, @Root() { id }: CoverageReturn): Promise<Account | null> {
    return context.reads.one(Account, id);
  }

  @FieldResolver(() => CoverageRule, {
    nullable: true,
    description: 'By which rule; null where there is none of its currency (投入回报规则).',
  })
  coverageRule(
    @Ctx() context: GraphContext,
    @Root() { coverageRuleId }: CoverageReturn,
  ): Promise<CoverageRule | null> | null {
    return coverageRuleId === null ? null : context.reads.one(CoverageRule, coverageRuleId);
  }

  @FieldResolver(() => ClassStrategy, {
    nullable: true,
    description: "Whose effort it goes by; null where it is the account's own, or there is none (客户跟踪策略).",
  })
  classStrategy(
    @Ctx() context: GraphContext,
    @Root() { classStrategyId }: CoverageReturn,
  ): Promise<ClassStrategy | null> | null {
    return classStrategyId === null ? null : context.reads.one(ClassStrategy, classStrategyId);
  }
}

/** What work on an account would bring. */
@Resolver(() => Account)
export class AccountCoverageReturnResolver {
  @FieldResolver(() => CoverageReturn, {
    nullable: true,
    description: 'What work on it would bring beside what it costs, as it is today (投入回报).',
  })
  coverageReturn(@Ctx() context: GraphContext, @Root() account: Account): Promise<CoverageReturn> {
    return returnOf(context, account.id);
  }
}

async function returnOf(context: GraphContext, accountId: string): Promise<CoverageReturn> {
  const today = await context.today();
  return ofEachAccount(context, 'coverage return', accountId, (manager, accounts) =>
    coverageReturnsOf(manager, context.caller.tenantId, accounts, today),
  );
}
