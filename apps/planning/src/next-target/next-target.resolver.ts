import { Money } from '@fivepoint/kernel';
import {
  type Connection,
  connectionOf,
  GraphContext,
  IdempotencyKeyReused,
  Input,
  InvalidInput,
  MoneyValue,
  NotFound,
  PageArgs,
  pageAtHand,
  seesAllIn,
  VersionConflict,
  visibleRows,
} from '@fivepoint/service';
import { Args, Authorized, createUnionType, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Account } from '../account/account';
import { PlanLineVersion } from '../plan-version/plan-line-version';
import { Plan } from '../plan/plan';
import { PlanNotDraft } from '../plan/plan.errors';
import { Product } from '../product/product';
import { acceptProposedTargets } from './accept-proposed-targets';
import { proposalsFor } from './known-potentials';
import { AcceptProposedTargetsInput } from './next-target.inputs';
import { placeOf } from './propose-targets';
import { ProposedTarget } from './proposed-target';

const ProposedTargetConnection = connectionOf(ProposedTarget);

const AcceptProposedTargetsResult = createUnionType({
  name: 'AcceptProposedTargetsResult',
  description: 'The plan with the accepted targets, or why none was accepted (采纳结果).',
  types: () => [Plan, NotFound, VersionConflict, PlanNotDraft, InvalidInput, IdempotencyKeyReused] as const,
});

/** The targets of the next period. */
@Resolver(() => Plan)
export class NextTargetResolver {
  @Authorized('MANAGER', 'EXECUTIVE')
  @Mutation(() => AcceptProposedTargetsResult, {
    nullable: true,
    description:
      'Takes proposed targets into the draft of a plan: lines are changed or added; what rests on past sales alone is refused (采纳目标建议).',
  })
  acceptProposedTargets(
    @Ctx() context: GraphContext,
    @Input(() => AcceptProposedTargetsInput) input: AcceptProposedTargetsInput,
  ): Promise<typeof AcceptProposedTargetsResult> {
    return context.command('acceptProposedTargets', input, (command) => acceptProposedTargets(command, input));
  }

  @FieldResolver(() => ProposedTargetConnection, {
    nullable: true,
    description:
      'The targets that follow from the potential of the accounts that you may see, and those that do not, with the reason; null without a draft (目标建议).',
  })
  async proposedTargets(
    @Ctx() context: GraphContext,
    @Root() plan: Plan,
    @Args(() => PageArgs) args: PageArgs,
  ): Promise<Connection<ProposedTarget> | null> {
    if (plan.openVersionId === null) return null;
    const today = await context.today();
    const identity = context.caller;
    const viewer = { identity, seesAll: seesAllIn.planning };
    const found = await context.reads.batched('proposed targets', plan.id, async (manager, planIds) => {
      const all = [];
      for (const id of planIds) {
        const one = await manager.findOneByOrFail(Plan, { tenantId: identity.tenantId, id });
        const proposals = await proposalsFor(manager, identity.tenantId, one, today);
        const seen = await visibleRows(manager, Account, viewer)
          .andWhere('e.id = any(:ids)', { ids: [...new Set(proposals.map(({ accountId }) => accountId))] })
          .select('e.id')
          .getMany();
        const ids = new Set(seen.map((account) => account.id));
        const lines = await visibleRows(manager, PlanLineVersion, viewer)
          .andWhere('e.plan_version_id = :version', { version: one.openVersionId })
          .getMany();
        const places = new Set(lines.map(placeOf));
        all.push(
          proposals
            .filter(({ accountId }) => ids.has(accountId))
            .map((proposal) => (places.has(placeOf(proposal)) ? proposal : { ...proposal, planned: null })),
        );
      }
      return all;
    });
    const money = (minor: bigint) => MoneyValue.of(Money.of(minor, plan.currency));
    const rows = found.map(({ attainable, lastActual, planned, target, ...rest }) =>
      Object.assign(new ProposedTarget(), {
        ...rest,
        attainable: attainable === null ? null : money(attainable),
        lastActual: money(lastActual),
        planned: planned === null ? null : money(planned),
        target: target === null ? null : money(target),
      }),
    );
    return pageAtHand(rows, `proposed targets ${plan.id}`, placeOf, args);
  }
}

@Resolver(() => ProposedTarget)
export class ProposedTargetResolver {
  @FieldResolver(() => Account, { nullable: true, description: 'The account, with what it is worth (客户).' })
  account(@Ctx() context: GraphContext, @Root() { accountId }: ProposedTarget): Promise<Account | null> {
    return context.reads.one(Account, accountId);
  }

  @FieldResolver(() => Product, {
    nullable: true,
    description: 'The product; null where a potential is measured for none (产品).',
  })
  product(@Ctx() context: GraphContext, @Root() { productId }: ProposedTarget): Promise<Product | null> | null {
    return productId === null ? null : context.reads.one(Product, productId);
  }
}
