import type { LocalDate } from '@fivepoint/kernel';
import { check, CommandInput, CurrencyField, LocalDateScalar, MoneyInput, UUID, WholeField } from '@fivepoint/service';
import { ArgsType, Field, InputType, Int } from 'type-graphql';
import { EffectiveFilter } from '../rules/rules.filters';
import { AdoptFromTodayInput } from '../rules/rules.inputs';

const isShare = (value: unknown): boolean => typeof value === 'number' && value >= 0 && value <= 10_000;

@InputType({
  description: 'Adopts rules for teams from a day on; what is left out stays as it is on that day (采用团队规则).',
})
export class AdoptTeamRuleInput extends AdoptFromTodayInput {
  @WholeField("Above this Herfindahl index of a plan's target it warns (个人依赖上限).", {
    min: 1,
    max: 10_000,
    optional: true,
  })
  keyPersonBasisPoints?: number | null;

  @Field(() => [Int], {
    nullable: true,
    description:
      'What of the full capacity a rep has in each month since the start, 1–60 shares of 0–10000, the first month first (爬坡曲线).',
  })
  @check(
    'must be 1 to 60 shares, each from 0 to 10000',
    (value) => Array.isArray(value) && value.length >= 1 && value.length <= 60 && value.every(isShare),
  )
  rampBasisPoints?: number[] | null;

  @WholeField('What of it a rep has who is not certified (未认证折扣).', { min: 0, max: 10_000, optional: true })
  uncertifiedBasisPoints?: number | null;
}

@InputType({ description: 'States what a rep can sell in a year from a day on (设定产能).' })
export class StateCapacityInput extends CommandInput {
  @Field(() => UUID, { description: 'The rep, of a team that you lead (销售代表).' })
  repId!: string;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description:
      "The first day on which it holds, from 2000-01-01 to ten years from today; default: today in the tenant's time zone (生效日).",
  })
  effectiveOn?: string | null;

  @Field(() => MoneyInput, {
    description: 'What the rep sells in a calendar year, ramped and certified; not negative (满负荷年产能).',
  })
  fullCapacity!: MoneyInput;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description:
      'The day on which the rep began or will begin, from 2000-01-01 to ten years from today; left out: as the talent pipeline has it, else long ago; of a rep who has left, the day on which the rep begins anew (入职日).',
  })
  startedOn?: string | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description:
      'The day from which on the rep is certified, not before the start, from 2000-01-01 to ten years from today; left out: as the talent pipeline has it, else not yet (认证日).',
  })
  certifiedOn?: string | null;
}

@InputType({ description: 'Narrows a list of rules for teams; all given conditions must hold (筛选).' })
export class TeamRuleFilter extends EffectiveFilter {}

@InputType({ description: 'Narrows a list of stated capacities; all given conditions must hold (筛选).' })
export class CapacityStatementFilter {
  @Field(() => UUID, { nullable: true, description: 'Of this rep (销售代表).' })
  repId?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Holds from this day or later (生效日起).' })
  effectiveFrom?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Holds from this day or earlier (生效日止).' })
  effectiveTo?: string | null;
}

@ArgsType()
export class CapacityArgs {
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: "From this day on, itself included; default: today in the tenant's time zone (起始日).",
  })
  from?: LocalDate | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description:
      'Up to this day, itself included, ten years later at most; default: the last day of its calendar year (截止日).',
  })
  to?: LocalDate | null;

  @CurrencyField("ISO 4217 code of what was stated; default: the tenant's currency (币种).", { optional: true })
  currency?: string | null;
}
