import {
  AtMost,
  check,
  CommandInput,
  Decimal,
  ExpectedVersion,
  MoneyInput,
  UUID,
  WholeField,
} from '@fivepoint/service';
import { Field, InputType } from 'type-graphql';
import { RehearsalCorrelationInput } from './correlations';
import { RehearsalStatus } from './rehearsal.statuses';

/** How a seed comes in: `@SeedField() seed?: string | null`. */
export function SeedField(): PropertyDecorator {
  return (target, property) => {
    const description = `From which all luck follows: a whole number from 0 to ${Number.MAX_SAFE_INTEGER}; default: drawn (随机种子).`;
    (Field(() => Decimal, { nullable: true, description }) as PropertyDecorator)(target, property);
    check(
      `must be a whole number from 0 to ${Number.MAX_SAFE_INTEGER}`,
      (value) => typeof value === 'string' && /^\d{1,16}$/.test(value) && Number.isSafeInteger(Number(value)),
    )(target, property);
  };
}

/** How correlations come in: `@CorrelationsField() correlations!: RehearsalCorrelationInput[]`. */
export function CorrelationsField(): PropertyDecorator {
  return (target, property) => {
    const description =
      'How much the lines of each group share: one for each group that the lines name, at most 100 (相关系数).';
    (Field(() => [RehearsalCorrelationInput], { defaultValue: [], description }) as PropertyDecorator)(
      target,
      property,
    );
    AtMost(100, 'put lines that share little in no group')(target, property);
  };
}

@InputType({ description: 'Has a version of a plan played through as it is now (开始推演).' })
export class StartRehearsalInput extends CommandInput {
  @Field(() => UUID, { description: 'The plan (计划).' })
  planId!: string;

  @Field(() => UUID, {
    nullable: true,
    description:
      'Which version of it; default: the one that counts, which is the first before its approval (计划版本).',
  })
  planVersionId?: string | null;

  @SeedField()
  seed?: string | null;

  @WholeField('How many times it is played through (推演次数).', { min: 1_000, max: 200_000, default: 20_000 })
  trialCount!: number;

  @CorrelationsField()
  correlations!: RehearsalCorrelationInput[];

  @Field(() => MoneyInput, {
    nullable: true,
    description: "What is to be booked: more than zero, in the plan's currency; default: the sum of its lines (目标).",
  })
  target?: MoneyInput | null;
}

@InputType({ description: 'Calls a rehearsal off (取消推演).' })
export class CancelRehearsalInput extends CommandInput {
  @Field(() => UUID, { description: 'The rehearsal (推演).' })
  rehearsalId!: string;

  @ExpectedVersion('rehearsal')
  expectedVersion?: number | null;
}

@InputType({ description: 'Narrows a list of rehearsals; all given conditions must hold (筛选).' })
export class RehearsalFilter {
  @Field(() => UUID, { nullable: true, description: 'Of this plan (计划).' })
  planId?: string | null;

  @Field(() => UUID, { nullable: true, description: 'Of this version of a plan (计划版本).' })
  planVersionId?: string | null;

  @Field(() => [RehearsalStatus], { nullable: true, description: 'In one of these statuses (状态).' })
  statuses?: RehearsalStatus[] | null;

  @Field(() => UUID, { nullable: true, description: 'Of a plan of this owner (责任人).' })
  ownerId?: string | null;

  @Field(() => String, { nullable: true, description: 'Shared by this team (团队).' })
  team?: string | null;
}
