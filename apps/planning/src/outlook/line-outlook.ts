import { Aggregate, LocalDateScalar } from '@fivepoint/service';
import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { OutlookPayment } from './payments';

/** What somebody expects of a plan line: whether, when and how it pays (capabilities P01, N1). One per line; its owner's word, not the plan's. */
@ObjectType({
  description: 'What is expected of a plan line: whether and when it closes, and how it pays (计划行预判).',
})
@Entity('line_outlook')
export class LineOutlook extends Aggregate {
  @Column('uuid')
  planLineId!: string;

  @Field(() => Int, { description: 'That it closes at all, in basis points of 10000 (赢单概率，万分之一).' })
  @Column('int')
  probabilityBasisPoints!: number;

  @Field(() => LocalDateScalar, {
    description: "When it closes if nothing slips, within the plan's period (预计成交日).",
  })
  @Column('date')
  closesOn!: string;

  @Field(() => [Int], {
    description:
      'The chance of each delay in whole months, beginning with none, in basis points that sum to 10000 (延期分布，万分之一).',
  })
  @Column('int', { array: true })
  slipBasisPoints!: number[];

  @Field(() => String, {
    nullable: true,
    description: 'Lines of a group share their luck; null for a line on its own (相关组).',
  })
  @Column('text', { nullable: true })
  correlationGroup!: string | null;

  @Field(() => [OutlookPayment], { description: 'In which parts the money comes, and when (回款安排).' })
  @Column('jsonb')
  payments!: OutlookPayment[];
}
