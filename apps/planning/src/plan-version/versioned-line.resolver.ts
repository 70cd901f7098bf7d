import { type Connection, GraphContext, type ListArgs } from '@fivepoint/service';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Account } from '../account/account';
import { PlanLine } from '../plan-line/plan-line';
import { Product } from '../product/product';
import { Rep } from '../rep/rep';
import { PlanLineChange } from './plan-comparison';
import { PlanLineVersion } from './plan-line-version';
import { PlanVersion } from './plan-version';
import type { PlanLineVersionFilter } from './plan-version.inputs';
import { PlanLineVersionList } from './plan-version.lists';

/** What a version says of a line refers to. */
@Resolver(() => PlanLineVersion)
export class PlanLineVersionReferencesResolver {
  @FieldResolver(() => Account, {
    nullable: true,
    description: 'The named account; null when it is none that you may see (客户).',
  })
  account(@Ctx() context: GraphContext, @Root() { accountId }: PlanLineVersion): Promise<Account | null> {
    return context.reads.one(Account, accountId);
  }

  @FieldResolver(() => Product, { nullable: true, description: 'What is to be sold (产品).' })
  product(@Ctx() context: GraphContext, @Root() { productId }: PlanLineVersion): Promise<Product | null> {
    return context.reads.one(Product, productId);
  }

  @FieldResolver(() => Rep, { nullable: true, description: 'The one accountable rep (责任人).' })
  owner(@Ctx() context: GraphContext, @Root() { ownerId }: PlanLineVersion): Promise<Rep | null> {
    return context.reads.one(Rep, ownerId);
  }

  @FieldResolver(() => PlanLine, {
    nullable: true,
    description: 'The line itself; null when it is none that you may see now (计划行).',
  })
  planLine(@Ctx() context: GraphContext, @Root() { planLineId }: PlanLineVersion): Promise<PlanLine | null> {
    return context.reads.one(PlanLine, planLineId);
  }

  @FieldResolver(() => PlanVersion, {
    nullable: true,
    description: 'The version that says so; null when its plan is none that you may see (计划版本).',
  })
  planVersion(@Ctx() context: GraphContext, @Root() { planVersionId }: PlanLineVersion): Promise<PlanVersion | null> {
    return context.reads.one(PlanVersion, planVersionId);
  }
}

/** A line over time. */
@Resolver(() => PlanLine)
export class PlanLineVersionsResolver {
  @FieldResolver(() => PlanLineVersionList.Connection, {
    nullable: true,
    description: 'What the versions of its plan say of it, of what you may see (计划行版本).',
  })
  versions(
    @Ctx() context: GraphContext,
    @Root() line: PlanLine,
    @Args(() => PlanLineVersionList.Args) args: ListArgs<PlanLineVersionFilter>,
  ): Promise<Connection<PlanLineVersion>> {
    return context.reads.pageBy(PlanLineVersionList, 'planLineId', line.id, args);
  }
}

@Resolver(() => PlanLineChange)
export class PlanLineChangeResolver {
  @FieldResolver(() => PlanLine, {
    nullable: true,
    description: 'The line; null when it is none that you may see now (计划行).',
  })
  planLine(@Ctx() context: GraphContext, @Root() { planLineId }: PlanLineChange): Promise<PlanLine | null> {
    return context.reads.one(PlanLine, planLineId);
  }

  @FieldResolver(() => PlanLineVersion, {
    nullable: true,
    description: 'What the earlier version says; null when nothing, or nothing that you may see (变更前).',
  })
  before(@Ctx() context: GraphContext, @Root() { beforeId }: PlanLineChange): Promise<PlanLineVersion | null> | null {
    return beforeId === null ? null : context.reads.one(PlanLineVersion, beforeId);
  }

  @FieldResolver(() => PlanLineVersion, {
    nullable: true,
    description: 'What the later version says; null when nothing, or nothing that you may see (变更后).',
  })
  after(@Ctx() context: GraphContext, @Root() { afterId }: PlanLineChange): Promise<PlanLineVersion | null> | null {
    return afterId === null ? null : context.reads.one(PlanLineVersion, afterId);
  }
}
