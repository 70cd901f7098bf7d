import { type LocalDate, parseLocalDate } from '@fivepoint/kernel';
import {
  type Connection,
  connectionOf,
  GraphContext,
  InputProblem,
  LocalDateScalar,
  PageArgs,
  pageAtHand,
  UUID,
  WrongInput,
} from '@fivepoint/service';
import { Args, ArgsType, Ctx, Field, FieldResolver, Resolver, Root } from 'type-graphql';
import { datedRules } from '../assessment/rules-of-tenant';
import { dayOf } from '../attainment/plan-attainment.resolver';
import { readOnce } from '../pipeline/read-once';
import { Plan } from '../plan/plan';
import { PlanLine } from '../plan-line/plan-line';
import { Rep } from '../rep/rep';
import { AttainmentRule } from '../rules/attainment-rule';
import { IncentiveRule } from '../rules/incentive-rule';
import { lastBy } from '../rules/in-force';
import { leads } from '../team/led';
import { creditedLines } from './credited-lines';
import { payoutsOf } from './payouts';
import { PayoutLine, PlanPayouts, RepPayout } from './rep-payout';

const RepPayoutConnection = connectionOf(RepPayout);
const PayoutLineConnection = connectionOf(PayoutLine);

const asOfWords = "Up to the end of this day, not in the future; default: today in the tenant's time zone (截至日).";
const ruleWords =
  'What it would be by this rule, such as one from a later day on; default: the one in force on the day, after the period on its last day (激励规则).';

@ArgsType()
class PayoutsArgs {
  @Field(() => LocalDateScalar, { nullable: true, description: asOfWords })
  asOf?: LocalDate | null;

  @Field(() => UUID, { nullable: true, description: ruleWords })
  incentiveRuleId?: string | null;
}

@ArgsType()
class PayoutArgs extends PayoutsArgs {
  @Field(() => UUID, { description: 'The plan (作战计划).' })
  planId!: string;
}

/** What is paid for a plan (capability P36). */
@Resolver(() => Plan)
export class PlanPayoutsResolver {
  @FieldResolver(() => PlanPayouts, {
    nullable: true,
    description:
      'What its reps are paid, as far as you lead them or are one of them; null where you know of none, and before it has been in force (激励兑现).',
  })
  async payouts(
    @Ctx() context: GraphContext,
    @Root() plan: Plan,
    @Args() { asOf, incentiveRuleId }: PayoutsArgs,
  ): Promise<PlanPayouts | null> {
    const day = await dayOf(context, asOf);
    const payouts = await payoutsFor(context, plan, day, incentiveRuleId ?? null);
    return payouts.length > 0 ? PlanPayouts.of(plan, day, payouts) : null;
  }
}

@Resolver(() => PlanPayouts)
export class PlanPayoutRowsResolver {
  @FieldResolver(() => RepPayoutConnection, {
    description: 'One row for each of them, the largest original target first (激励兑现).',
  })
  rows(@Root() { all, planId, asOf }: PlanPayouts, @Args(() => PageArgs) args: PageArgs): Connection<RepPayout> {
    return pageAtHand(all, `payouts ${planId} ${asOf}`, ({ repId }) => repId, args);
  }
}

@Resolver(() => Rep)
export class RepPayoutOfPlanResolver {
  @FieldResolver(() => RepPayout, {
    nullable: true,
    description:
      'What the rep is paid for a plan; null where the rep has no part in it, before it has been in force, and for who neither is the rep nor leads the team (激励兑现).',
  })
  async payout(
    @Ctx() context: GraphContext,
    @Root() rep: Rep,
    @Args() { planId, asOf, incentiveRuleId }: PayoutArgs,
  ): Promise<RepPayout | null> {
    const day = await dayOf(context, asOf);
    const { tenantId } = context.caller;
    // Whoever has a part in a plan may know what it pays, also where the plan as a whole is not for everybody's eyes.
    const plan = await context.reads.batched('plans with payouts', planId, async (manager, ids) => {
      const plans = await manager
        .createQueryBuilder(Plan, 'e')
        .where('e.tenant_id = :tenantId and e.id = any(:ids)', { tenantId, ids })
        .getMany();
      return ids.map((id) => plans.find((one) => one.id === id) ?? null);
    });
    if (!plan) return null;
    const payouts = await payoutsFor(context, plan, day, incentiveRuleId ?? null, rep.id);
    return payouts[0] ?? null;
  }
}

@Resolver(() => RepPayout)
export class RepPayoutResolver {
  @FieldResolver(() => Rep, { nullable: true, description: 'Who is paid (销售代表).' })
  rep(@Ctx() context: GraphContext, @Root() { repId }: RepPayout): Promise<Rep | null> {
    return context.reads.one(Rep, repId);
  }

  @FieldResolver(() => AttainmentRule, {
    nullable: true,
    description: 'By which weights it was worked out; null for none (所用考核规则).',
  })
  attainmentRule(@Root() payout: RepPayout): AttainmentRule | null {
    return payout.attainmentRule;
  }

  @FieldResolver(() => IncentiveRule, {
    nullable: true,
    description: 'By which tiers it was worked out; null for none (所用激励规则).',
  })
  incentiveRule(@Root() payout: RepPayout): IncentiveRule | null {
    return payout.incentiveRule;
  }

  @FieldResolver(() => PayoutLineConnection, {
    description: 'Line by line what it was worked out from: they sum to target, bookings and cash (激励明细行).',
  })
  lines(@Root() { all, planId, repId, asOf }: RepPayout, @Args(() => PageArgs) args: PageArgs): Connection<PayoutLine> {
    return pageAtHand(all, `lines paid ${planId} ${repId} ${asOf}`, ({ planLineId }) => planLineId, args);
  }
}

@Resolver(() => PayoutLine)
export class PayoutLineResolver {
  @FieldResolver(() => PlanLine, { nullable: true, description: 'The plan line (计划行).' })
  planLine(@Ctx() context: GraphContext, @Root() { planLineId }: PayoutLine): Promise<PlanLine | null> {
    return context.reads.one(PlanLine, planLineId);
  }
}

/** What the reps of a plan are paid, of those about whom the caller may know: what is said about people is for who leads their team, and for themselves. */
async function payoutsFor(
  context: GraphContext,
  plan: Plan,
  asOf: LocalDate,
  incentiveRuleId: string | null,
  repId: string | null = null,
): Promise<RepPayout[]> {
  const identity = context.caller;
  const name = `credited lines ${asOf} ${repId ?? ''}`;
  const credited = await context.reads.batched(name, plan.id, async (manager, planIds) => {
    const found = await creditedLines(manager, identity.tenantId, planIds, asOf, repId);
    return planIds.map((id) => found.filter(({ planId }) => planId === id));
  });
  const known = credited.filter((line) => line.repId === identity.repId || leads(identity, line.team ?? ''));
  const { attainmentRule, incentiveRule } = await rulesFor(context, plan, asOf, incentiveRuleId);
  const asked = { planId: plan.id, currency: plan.currency, asOf, attainmentRule, incentiveRule };
  return payoutsOf(known, attainmentRule, incentiveRule).map((payout) => RepPayout.of(payout, asked));
}

/** The rules that count for a plan on a day: what comes into force after its period changes nothing of what it pays. */
async function rulesFor(context: GraphContext, plan: Plan, asOf: LocalDate, incentiveRuleId: string | null) {
  const { tenantId } = context.caller;
  const rules = await readOnce(context, ['rules of payouts'], async (manager) => ({
    attainment: await datedRules(manager, tenantId, AttainmentRule),
    incentive: await datedRules(manager, tenantId, IncentiveRule),
  }));
  const day = asOf < plan.endsOn ? asOf : parseLocalDate(plan.endsOn);
  const attainmentRule = lastBy(rules.attainment, day);
  if (incentiveRuleId === null) return { attainmentRule, incentiveRule: lastBy(rules.incentive, day) };
  const named = rules.incentive.find(({ is }) => is.id === incentiveRuleId);
  if (!named) throw new WrongInput([new InputProblem('incentiveRuleId', 'must be an incentive rule of your company')]);
  return { attainmentRule, incentiveRule: named.is };
}
