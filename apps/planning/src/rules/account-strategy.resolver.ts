import { parseLocalDate } from '@fivepoint/kernel';
import { GraphContext } from '@fivepoint/service';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Account } from '../account/account';
import { ClassStrategy } from './class-strategy';
import type { DatedRule } from './dated-rule';
import { lastBy } from './in-force';
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
    return inForceToday(
      context,
      all.filter((strategy) => strategy.class === account.class),
    );
  }

  @FieldResolver(() => StageStrategy, {
    nullable: true,
    description: 'What is done today about a relationship in its stage (阶段策略).',
  })
  async stageStrategy(@Ctx() context: GraphContext, @Root() account: Account): Promise<StageStrategy | null> {
    const all = await context.reads.many(StageStrategy, 'tenantId', account.tenantId);
    return inForceToday(
      context,
      all.filter((strategy) => strategy.stage === account.stage),
    );
  }
}

async function inForceToday<T extends DatedRule>(context: GraphContext, rules: readonly T[]): Promise<T | null> {
  const dated = rules.map((is) => ({ from: parseLocalDate(is.effectiveOn), is }));
  return lastBy(dated, await context.today());
}
