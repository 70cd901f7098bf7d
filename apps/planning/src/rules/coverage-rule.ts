import { MoneyValue } from '@fivepoint/service';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { DatedRule } from './dated-rule';

/** What sales to an account leave over, and what work on it costs (capability P13). */
@Directive('@key(fields: "id")')
@ObjectType({
  description:
    'What sales leave over and what an hour of work costs, for accounts of a currency, from a day on; owned by planning (投入回报规则).',
})
@Entity('coverage_rule')
export class CoverageRule extends DatedRule {
  @Field(() => Int, {
    nullable: true,
    description: 'Which share of sales is left as margin; 3000 is 30 % (毛利率).',
  })
  @Column('int')
  marginBasisPoints!: number;

  @Field(() => MoneyValue, {
    nullable: true,
    description:
      'What an hour of work on an account costs, with everything, for accounts that are assessed in its currency (每小时成本).',
  })
  @Column(() => MoneyValue)
  hourCost!: MoneyValue;
}
