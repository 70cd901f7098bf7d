import {
  type Connection,
  type EntityReference,
  GraphContext,
  type ListArgs,
  referenceTo,
  UUID,
  visibleRows,
} from '@fivepoint/service';
import { Arg, Args, Authorized, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Account } from '../account/account';
import { PlanLine } from '../plan-line/plan-line';
import { Product } from '../product/product';
import { Deal, Lead } from '../references/references';
import { Rep } from '../rep/rep';
import { PipelineCase } from './pipeline-case';
import { PipelineCaseList } from './pipeline-case.list';
import type { PipelineCaseFilter } from './pipeline.inputs';
import { PipelineStage, rankOf } from './pipeline.stages';

@Resolver(() => PipelineCase)
export class PipelineResolver {
  @Authorized()
  @Query(() => PipelineCase, {
    nullable: true,
    description: 'One case; null when there is none that you may see (漏斗案例).',
  })
  pipelineCase(
    @Ctx() context: GraphContext,
    @Arg('id', () => UUID, { description: "Its id, the lead's or else the deal's (标识)." }) id: string,
  ): Promise<PipelineCase | null> {
    return context.reads.one(PipelineCase, id);
  }

  @Authorized()
  @Query(() => PipelineCaseList.Connection, {
    nullable: true,
    description: 'The cases that you may see, from lead to contract, open and closed ones (漏斗案例列表).',
  })
  pipelineCases(
    @Ctx() context: GraphContext,
    @Args(() => PipelineCaseList.Args) args: ListArgs<PipelineCaseFilter>,
  ): Promise<Connection<PipelineCase>> {
    return context.reads.page(PipelineCaseList, args);
  }

  @FieldResolver(() => Account, {
    nullable: true,
    description: 'The account; null while it is not known, or when it is none that you may see (客户).',
  })
  account(@Ctx() context: GraphContext, @Root() { accountId }: PipelineCase): Promise<Account | null> | null {
    return accountId === null ? null : context.reads.one(Account, accountId);
  }

  @FieldResolver(() => Product, { nullable: true, description: 'What is to be sold; null while open (产品).' })
  product(@Ctx() context: GraphContext, @Root() { productId }: PipelineCase): Promise<Product | null> | null {
    return productId === null ? null : context.reads.one(Product, productId);
  }

  @FieldResolver(() => Rep, { nullable: true, description: 'The accountable rep; null in the pool (责任人).' })
  owner(@Ctx() context: GraphContext, @Root() { ownerId }: PipelineCase): Promise<Rep | null> | null {
    return ownerId === null ? null : context.reads.one(Rep, ownerId);
  }

  @FieldResolver(() => PlanLine, {
    nullable: true,
    description: 'The plan line it came from; null for none, or none that you may see (计划行).',
  })
  planLine(@Ctx() context: GraphContext, @Root() { planLineId }: PipelineCase): Promise<PlanLine | null> | null {
    return planLineId === null ? null : context.reads.one(PlanLine, planLineId);
  }

  @FieldResolver(() => Lead, { nullable: true, description: 'The lead it began with; null for none (线索).' })
  lead(@Root() { leadId }: PipelineCase): EntityReference | null {
    return referenceTo(leadId);
  }

  @FieldResolver(() => Deal, { nullable: true, description: 'The deal it became; null while it is a lead (商机).' })
  deal(@Root() { dealId }: PipelineCase): EntityReference | null {
    return referenceTo(dealId);
  }
}

@Resolver(() => Account)
export class AccountPipelineResolver {
  @FieldResolver(() => PipelineCaseList.Connection, {
    nullable: true,
    description: 'Its cases that you may see, from lead to contract (漏斗案例).',
  })
  pipelineCases(
    @Ctx() context: GraphContext,
    @Root() account: Account,
    @Args(() => PipelineCaseList.Args) args: ListArgs<PipelineCaseFilter>,
  ): Promise<Connection<PipelineCase>> {
    return context.reads.pageBy(PipelineCaseList, 'accountId', account.id, args);
  }
}

/** Where a plan line stands in the funnel (capability P20). */
@Resolver(() => PlanLine)
export class PlanLinePipelineResolver {
  @FieldResolver(() => PipelineCaseList.Connection, {
    nullable: true,
    description: 'The cases that came from it and that you may see (漏斗案例).',
  })
  pipelineCases(
    @Ctx() context: GraphContext,
    @Root() line: PlanLine,
    @Args(() => PipelineCaseList.Args) args: ListArgs<PipelineCaseFilter>,
  ): Promise<Connection<PipelineCase>> {
    return context.reads.pageBy(PipelineCaseList, 'planLineId', line.id, args);
  }

  @FieldResolver(() => PipelineStage, {
    nullable: true,
    description:
      'The furthest stage of its cases that you may see and that are not lost; null while there is none (漏斗阶段).',
  })
  pipelineStage(@Ctx() context: GraphContext, @Root() line: PlanLine): Promise<PipelineStage | null> {
    const { caller } = context;
    return context.reads.batched('pipeline stage', line.id, async (manager, lineIds) => {
      const rows = await visibleRows(manager, PipelineCase, { identity: caller, seesAll: [] })
        .andWhere("e.plan_line_id = any(:lineIds) and e.outcome <> 'LOST'", { lineIds })
        .select('e.plan_line_id', 'lineId')
        .addSelect('e.stage', 'stage')
        .groupBy('e.plan_line_id, e.stage')
        .getRawMany<{ lineId: string; stage: PipelineStage }>();
      return lineIds.map((id) => furthest(rows.filter(({ lineId }) => lineId === id)));
    });
  }
}

const furthest = (cases: readonly { stage: PipelineStage }[]): PipelineStage | null =>
  cases.toSorted((one, other) => rankOf(other.stage) - rankOf(one.stage))[0]?.stage ?? null;
