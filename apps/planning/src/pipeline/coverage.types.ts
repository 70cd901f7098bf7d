import { Decimal, MoneyValue } from '@fivepoint/service';
import { Field, Int, ObjectType } from 'type-graphql';
import { type Covered, coverageOf } from './coverage';

@ObjectType({
  description:
    "How far the open deals of plan lines cover what is still to be booked, in the plan's currency (漏斗覆盖率).",
})
export class PipelineCoverage {
  @Field(() => MoneyValue, {
    description:
      'Sum of the targets; of reps and of the plan as rebalanced, where you are the rep or lead the team, of products and lines as planned (目标).',
  })
  target!: MoneyValue;

  @Field(() => Int, { description: 'Of so many lines that have one (行数).' })
  lineCount!: number;

  @Field(() => MoneyValue, {
    description: "Sum of what was signed for them within the plan's period, also for lines withdrawn since (签约实绩).",
  })
  booked!: MoneyValue;

  @Field(() => Int, { description: 'With so many contracts (合同数).' })
  bookedCount!: number;

  @Field(() => MoneyValue, {
    description:
      "Sum of their open deals that you may see, of lines withdrawn since, too; expected by the plan's last day or nobody knows when (在手漏斗).",
  })
  open!: MoneyValue;

  @Field(() => Int, { description: 'Of so many deals (商机数).' })
  openCount!: number;

  @Field(() => MoneyValue, {
    description:
      'The same deals, each by the chance of its stage, exactly and rounded once; not of those before the first stage of their funnel (加权漏斗).',
  })
  weighted!: MoneyValue;

  @Field(() => Int, { description: 'Of so many deals (商机数).' })
  weightedCount!: number;

  @Field(() => Int, {
    description:
      "Their open deals that count in no sum: without amount, in another currency, or expected after the plan's last day (未计入数).",
  })
  leftOutCount!: number;

  @Field(() => Decimal, {
    nullable: true,
    description:
      'The open sum ÷ (target − booked), four decimals; null where as much is booked as was to be, or more (覆盖率).',
  })
  coverage!: string | null;

  static of({ lineCount, bookedCount, openCount, weightedCount, leftOutCount, ...sums }: Covered): PipelineCoverage {
    return Object.assign(new PipelineCoverage(), {
      ...{ lineCount, bookedCount, openCount, weightedCount, leftOutCount },
      target: MoneyValue.of(sums.target),
      booked: MoneyValue.of(sums.booked),
      open: MoneyValue.of(sums.open),
      weighted: MoneyValue.of(sums.weighted),
      coverage: coverageOf(sums),
    });
  }
}

@ObjectType({ description: 'How far a product of a plan is covered (产品漏斗覆盖率).' })
export class ProductCoverage {
  productId!: string;

  @Field(() => PipelineCoverage, { description: 'Its sums (覆盖情况).' })
  coverage!: PipelineCoverage;
}

@ObjectType({ description: 'How far an owner of plan lines is covered (责任人漏斗覆盖率).' })
export class OwnerCoverage {
  ownerId!: string;

  @Field(() => PipelineCoverage, { description: 'The sums of the lines (覆盖情况).' })
  coverage!: PipelineCoverage;
}
