import { GraphContext } from '@fivepoint/service';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Account } from '../account/account';
import { AccountStrategy, strategyOf } from './account-strategy';
import { ClassStrategy } from './class-strategy';
import { ruleOn } from './in-force';
import { StageStrategy } from './stage-strategy';

/** What is to be done with an account, as it is today (capabilities P16, P19). */
@Resolver(() => Account)
export class AccountStrategyResolver {
  @FieldResolver(() => ClassStrategy, {
    nullable: true,
    description: 'How accounts of its class are covered today; null while it has no class (客户跟踪策略).',
  })
  async classStrategy(@Ctx() context: GraphContext, @Root() account: Account): Promise<ClassStrategy | null> {
    const all = await context.reads.many(ClassStrategy, 'tenantId', account.tenantId);
    return ruleOn(
      all.filter((strategy) => strategy.class === account.class),
      await context.today(),
    );
  }

  @FieldResolver(() => StageStrategy, {
    nullable: true,
    description: 'What is done today about a relationship in its stage (阶段策略).',
  })
  async stageStrategy(@Ctx() context: GraphContext, @Root() account: Account): Promise<StageStrategy | null> {
    const all = await context.reads.many(StageStrategy, 'tenantId', account.tenantId);
    return ruleOn(
      all.filter((strategy) => strategy.stage === account.stage),
      await context.today(),
    );
  }

  @FieldResolver(() => AccountStrategy, {
    nullable: true,
    description: 'What is done with it today, by its class and its stage together (客户策略).',
  })
  async strategy(@Ctx() context: GraphContext, @Root() account: Account): Promise<AccountStrategy> {
    return strategyOf(account, await this.classStrategy(context, account), await this.stageStrategy(context, account));
  }
}
