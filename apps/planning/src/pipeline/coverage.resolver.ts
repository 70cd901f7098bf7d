import { GraphContext } from '@fivepoint/service';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Plan } from '../plan/plan';
import { PlanLine } from '../plan-line/plan-line';
import { Product } from '../product/product';
import { Rep } from '../rep/rep';
import { coverageOfLine, coverageOfPlan } from './coverage';
import { OwnerCoverage, PipelineCoverage, ProductCoverage } from './coverage.types';

/** How far the live pipeline covers a plan (capability P27): over the lines and the deals that the caller sees. */
@Resolver(() => Plan)
export class PlanCoverageResolver {
  @FieldResolver(() => PipelineCoverage, {
    nullable: true,
    description: 'How far its lines that you may see are covered by open deals; null without one (漏斗覆盖率).',
  })
  async coverage(@Ctx() context: GraphContext, @Root() plan: Plan): Promise<PipelineCoverage | null> {
    const [whole] = await coverageOfPlan(context, plan, 'plan_id');
    return whole ? PipelineCoverage.of(whole) : null;
  }

  @FieldResolver(() => [ProductCoverage], {
    nullable: true,
    description: 'The same by product, of the targets as planned: what is rebalanced is of reps (按产品漏斗覆盖率).',
  })
  async coverageByProduct(@Ctx() context: GraphContext, @Root() plan: Plan): Promise<ProductCoverage[]> {
    const products = await coverageOfPlan(context, plan, 'product_id');
    return products.map((one) =>
      Object.assign(new ProductCoverage(), { productId: one.groupId, coverage: PipelineCoverage.of(one) }),
    );
  }

  @FieldResolver(() => [OwnerCoverage], {
    nullable: true,
    description: 'The same by owner of the lines; the sums are those of the plan (按责任人漏斗覆盖率).',
  })
  async coverageByOwner(@Ctx() context: GraphContext, @Root() plan: Plan): Promise<OwnerCoverage[]> {
    const owners = await coverageOfPlan(context, plan, 'owner_id');
    return owners.map((one) =>
      Object.assign(new OwnerCoverage(), { ownerId: one.groupId, coverage: PipelineCoverage.of(one) }),
    );
  }
}

@Resolver(() => PlanLine)
export class PlanLineCoverageResolver {
  @FieldResolver(() => PipelineCoverage, {
    nullable: true,
    description: 'How far it is covered by its open deals that you may see (漏斗覆盖率).',
  })
  async coverage(@Ctx() context: GraphContext, @Root() line: PlanLine): Promise<PipelineCoverage | null> {
    const covered = await coverageOfLine(context, line);
    return covered && PipelineCoverage.of(covered);
  }
}

@Resolver(() => ProductCoverage)
export class ProductCoverageResolver {
  @FieldResolver(() => Product, { nullable: true, description: 'The product (产品).' })
  product(@Ctx() context: GraphContext, @Root() { productId }: ProductCoverage): Promise<Product | null> {
    return context.reads.one(Product, productId);
  }
}

@Resolver(() => OwnerCoverage)
export class OwnerCoverageResolver {
  @FieldResolver(() => Rep, { nullable: true, description: 'The accountable rep of the lines (责任人).' })
  owner(@Ctx() context: GraphContext, @Root() { ownerId }: OwnerCoverage): Promise<Rep | null> {
    return context.reads.one(Rep, ownerId);
  }
}
