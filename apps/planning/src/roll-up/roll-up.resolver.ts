import { Money } from '@fivepoint/kernel';
import { type Connection, connectionOf, GraphContext, MoneyValue, PageArgs, pageAtHand } from '@fivepoint/service';
import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Account } from '../account/account';
import { Plan } from '../plan/plan';
import { PlanVersion } from '../plan-version/plan-version';
import { Product } from '../product/product';
import { Rep } from '../rep/rep';
import { levelOf, RollUp, RollUpRow } from './roll-up';
import { RollUpBy } from './roll-up-by';
import { type SumOfLines, sumsOfLines } from './sums-of-lines';

const RollUpRowConnection = connectionOf(RollUpRow);
const by = { description: 'What the lines of a row have in common (汇总维度).' };

@Resolver(() => Plan)
export class PlanRollUpResolver {
  @FieldResolver(() => RollUp, {
    nullable: true,
    description: 'The lines of the version that counts, added up by what they have in common (计划汇总).',
  })
  rollUp(
    @Ctx() context: GraphContext,
    @Root() plan: Plan,
    @Arg('by', () => RollUpBy, by) dimension: RollUpBy,
  ): Promise<RollUp> {
    return rolledUp(context, plan.currentVersionId, plan.currency, dimension);
  }
}

@Resolver(() => PlanVersion)
export class PlanVersionRollUpResolver {
  @FieldResolver(() => RollUp, {
    nullable: true,
    description: 'Its lines, added up by what they have in common (计划汇总).',
  })
  async rollUp(
    @Ctx() context: GraphContext,
    @Root() version: PlanVersion,
    @Arg('by', () => RollUpBy, by) dimension: RollUpBy,
  ): Promise<RollUp | null> {
    const plan = await context.reads.one(Plan, version.planId);
    return plan && rolledUp(context, version.id, plan.currency, dimension);
  }
}

@Resolver(() => RollUp)
export class RollUpResolver {
  @FieldResolver(() => RollUpRowConnection, {
    description: 'One row for each, the largest target first (汇总行).',
  })
  rows(@Root() { sums, versionId, by }: RollUp, @Args(() => PageArgs) args: PageArgs): Connection<RollUpRow> {
    return pageAtHand(sums, `roll-up ${versionId} ${by}`, ({ key }) => key ?? '', args);
  }
}

@Resolver(() => RollUpRow)
export class RollUpRowResolver {
  @FieldResolver(() => Account, {
    nullable: true,
    description: 'The account whose lines they are, by ACCOUNT and the levels (客户).',
  })
  account(@Ctx() context: GraphContext, @Root() { by, key }: RollUpRow): Promise<Account | null> | null {
    return key !== null && (by === 'ACCOUNT' || levelOf(by)) ? context.reads.one(Account, key) : null;
  }

  @FieldResolver(() => Product, { nullable: true, description: 'The product that they are for, by PRODUCT (产品).' })
  product(@Ctx() context: GraphContext, @Root() { by, key }: RollUpRow): Promise<Product | null> | null {
    return key !== null && by === 'PRODUCT' ? context.reads.one(Product, key) : null;
  }

  @FieldResolver(() => Rep, { nullable: true, description: 'The rep whose lines they are, by OWNER (责任人).' })
  owner(@Ctx() context: GraphContext, @Root() { by, key }: RollUpRow): Promise<Rep | null> | null {
    return key !== null && by === 'OWNER' ? context.reads.one(Rep, key) : null;
  }
}

async function rolledUp(context: GraphContext, versionId: string, currency: string, by: RollUpBy): Promise<RollUp> {
  const identity = context.caller;
  const sums = await context.reads.batched(`roll-up ${by}`, versionId, (manager, versionIds) =>
    inTurn(versionIds, (id) => sumsOfLines(manager, identity, id, by)),
  );
  const row = (sum: Omit<SumOfLines, 'seen'>) => rowOf(sum, currency, by);
  const hidden = sums.find(({ seen }) => !seen);
  return Object.assign(new RollUp(), {
    versionId,
    by,
    sums: sums.filter(({ seen }) => seen).map(row),
    total: row(totalOf(sums)),
    hidden: hidden ? row(hidden) : null,
  });
}

/** One connection takes one statement at a time. */
async function inTurn<T, R>(all: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const one of all) results.push(await work(one));
  return results;
}

function totalOf(sums: readonly SumOfLines[]): Omit<SumOfLines, 'seen'> {
  const sum = (field: 'target' | 'floor' | 'stretch') =>
    sums.reduce((all, one) => all + BigInt(one[field]), 0n).toString();
  const lineCount = sums.reduce((all, one) => all + one.lineCount, 0);
  return { key: null, target: sum('target'), floor: sum('floor'), stretch: sum('stretch'), lineCount };
}

function rowOf(sum: Omit<SumOfLines, 'seen'>, currency: string, by: RollUpBy): RollUpRow {
  const money = (minor: string) => MoneyValue.of(Money.of(BigInt(minor), currency));
  return Object.assign(new RollUpRow(), {
    by,
    key: sum.key,
    target: money(sum.target),
    floor: money(sum.floor),
    stretch: money(sum.stretch),
    lineCount: sum.lineCount,
  });
}
