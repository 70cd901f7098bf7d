import { type Connection, GraphContext, type ListArgs, UUID } from '@fivepoint/service';
import { Arg, Args, Authorized, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Renewal } from '../renewal/renewal';
import { SuccessPlan } from './success-plan';
import type { SuccessPlanFilter } from './success-plan.inputs';
import { SuccessPlanList } from './success-plan.list';

@Resolver(() => SuccessPlan)
export class SuccessPlanResolver {
  @Authorized()
  @Query(() => SuccessPlan, {
    nullable: true,
    description: 'One success plan; null when there is none that you may see (客户成功计划).',
  })
  successPlan(
    @Ctx() context: GraphContext,
    @Arg('id', () => UUID, { description: 'Its id (标识).' }) id: string,
  ): Promise<SuccessPlan | null> {
    return context.reads.one(SuccessPlan, id);
  }

  @Authorized()
  @Query(() => SuccessPlanList.Connection, {
    nullable: true,
    description: 'The success plans that you may see (客户成功计划列表).',
  })
  successPlans(
    @Ctx() context: GraphContext,
    @Args(() => SuccessPlanList.Args) args: ListArgs<SuccessPlanFilter>,
  ): Promise<Connection<SuccessPlan>> {
    return context.reads.page(SuccessPlanList, args);
  }

  @FieldResolver(() => Renewal, { nullable: true, description: 'The renewal that it works towards (续单).' })
  renewal(@Ctx() context: GraphContext, @Root() plan: SuccessPlan): Promise<Renewal | null> {
    return context.reads.oneBy(Renewal, 'contractId', plan.contractId);
  }
}
