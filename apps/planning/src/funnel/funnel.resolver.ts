import { Money } from '@fivepoint/kernel';
import {
  type Connection,
  GraphContext,
  IdempotencyKeyReused,
  Input,
  InvalidInput,
  type ListArgs,
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
import { readOnce } from '../pipeline/read-once';
import { remainingByProduct } from '../pipeline/coverage';
import { Plan } from '../plan/plan';
import { Product } from '../product/product';
import { type Won, wonByProduct, wonOf } from './average-won';
import { defineFunnel } from './define-funnel';
import { FunnelTemplate } from './funnel-template';
import { FunnelTemplateList } from './funnel-template.list';
import { ConfidenceArgs, FunnelArgs, requireOneGoal, requirePeriod, RequiredPipelineArgs } from './funnel.args';
import { DefineFunnelInput, type FunnelTemplateFilter } from './funnel.inputs';
import { RequiredPipeline, SalesFunnel } from './funnel.types';
import { type ClosedPeriod, funnelsOf } from './funnels';
import { requirementOf } from './requirements';

const DefineFunnelResult = createUnionType({
  name: 'DefineFunnelResult',
  description: 'The funnel, or why it could not be defined (定义结果).',
  types: () => [FunnelTemplate, InvalidInput, IdempotencyKeyReused] as const,
});

@Resolver()
export class FunnelResolver {
  @Authorized()
  @Query(() => FunnelTemplate, { nullable: true, description: 'One funnel; null when there is none (销售漏斗模板).' })
  funnelTemplate(
    @Ctx() context: GraphContext,
    @Arg('id', () => UUID, { description: 'Its id (标识).' }) id: string,
  ): Promise<FunnelTemplate | null> {
    return context.reads.one(FunnelTemplate, id);
  }

  @Authorized()
  @Query(() => FunnelTemplateList.Connection, {
    nullable: true,
    description: 'The funnels, those that count and those that counted before (销售漏斗模板列表).',
  })
  funnelTemplates(
    @Ctx() context: GraphContext,
    @Args(() => FunnelTemplateList.Args) args: ListArgs<FunnelTemplateFilter>,
  ): Promise<Connection<FunnelTemplate>> {
    return context.reads.page(FunnelTemplateList, args);
  }

  @Authorized('EXECUTIVE')
  @Mutation(() => DefineFunnelResult, {
    nullable: true,
    description: 'Says how the sales funnel is for one way of buying, from a day on (定义销售漏斗).',
  })
  defineFunnel(
    @Ctx() context: GraphContext,
    @Input(() => DefineFunnelInput) input: DefineFunnelInput,
  ): Promise<typeof DefineFunnelResult> {
    return context.command('defineFunnel', input, (command) => defineFunnel(command, input));
  }

  @Authorized()
  @Query(() => SalesFunnel, {
    nullable: true,
    description:
      'The funnel as it counts today: the conversion of each stage, from the own closed cases once they are enough, and from how many (销售漏斗).',
  })
  async salesFunnel(
    @Ctx() context: GraphContext,
    @Args() { purchasePattern, ...period }: FunnelArgs,
  ): Promise<SalesFunnel | null> {
    requirePeriod(period);
    const pattern = purchasePattern ?? null;
    const funnel = (await funnelsOf(context, period))(pattern);
    return funnel && SalesFunnel.of(pattern, funnel);
  }

  @Authorized()
  @Query(() => RequiredPipeline, {
    nullable: true,
    description:
      'How many cases each stage needs for so many wins or for a target: for even odds, and for a confidence; null where neither is given (漏斗倒推).',
  })
  async requiredPipeline(
    @Ctx() context: GraphContext,
    @Args() args: RequiredPipelineArgs,
  ): Promise<RequiredPipeline | null> {
    requireOneGoal(args);
    requirePeriod(args);
    if (typeof args.winCount !== 'number' && !args.target) return null;
    const { confidenceBasisPoints, closedFrom = null, closedTo = null } = args;
    const [period, productId] = [{ closedFrom, closedTo }, args.productId ?? null];
    const funnel = (await funnelsOf(context, period))(args.purchasePattern ?? null);
    if (!funnel) return null;
    const target = args.target ? Money.from(args.target) : null;
    const won = target ? await wonIn(context, target.currency, period) : [];
    const goal = { productId, target, wins: args.winCount ?? null };
    return requirementOf(goal, wonOf(won, productId), funnel.stages, confidenceBasisPoints);
  }
}

const wonIn = (context: GraphContext, currency: string, period: ClosedPeriod = {}): Promise<Won[]> =>
  readOnce(context, ['won', currency, period], (manager) => wonByProduct(manager, context.caller, currency, period));

/** What a plan still needs: product by product. */
@Resolver(() => Plan)
export class PlanRequirementResolver {
  @FieldResolver(() => [RequiredPipeline], {
    nullable: true,
    description:
      'What is still needed to reach its targets, by product: of the lines that you may see, what is not booked yet (所需漏斗).',
  })
  async requiredPipeline(
    @Ctx() context: GraphContext,
    @Root() plan: Plan,
    @Args() { purchasePattern, confidenceBasisPoints }: ConfidenceArgs,
  ): Promise<RequiredPipeline[]> {
    const funnel = (await funnelsOf(context))(purchasePattern ?? null);
    if (!funnel) return [];
    const { currency } = plan;
    const won = await wonIn(context, currency);
    const products = await remainingByProduct(context, plan);
    return products.map(({ productId, remaining }) =>
      requirementOf(
        { productId, target: remaining, wins: null },
        wonOf(won, productId),
        funnel.stages,
        confidenceBasisPoints,
      ),
    );
  }
}

@Resolver(() => SalesFunnel)
export class SalesFunnelResolver {
  @FieldResolver(() => FunnelTemplate, { nullable: true, description: 'Its template (模板).' })
  template(@Ctx() context: GraphContext, @Root() { templateId }: SalesFunnel): Promise<FunnelTemplate | null> {
    return context.reads.one(FunnelTemplate, templateId);
  }
}

@Resolver(() => RequiredPipeline)
export class RequiredPipelineResolver {
  @FieldResolver(() => Product, {
    nullable: true,
    description: 'The product that the average is of; null for all (产品).',
  })
  product(@Ctx() context: GraphContext, @Root() { productId }: RequiredPipeline): Promise<Product | null> | null {
    return productId === null ? null : context.reads.one(Product, productId);
  }
}
