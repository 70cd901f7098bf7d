import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { DatedRule } from './dated-rule';

/** How the potential of accounts is worked out (rules §1, capability P12). */
@Directive('@key(fields: "id")')
@ObjectType({
  description: 'How the potential of accounts is worked out, from a day on; owned by planning (潜力规则).',
})
@Entity('potential_rule')
export class PotentialRule extends DatedRule {
  @Field(() => Int, { nullable: true, description: 'Over how many months potential and own sales go (时间跨度).' })
  @Column('int')
  horizonMonths!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Which share of a potential can be won, where an account has no word of its own (默认可获取比例).',
  })
  @Column('int')
  attainableBasisPoints!: number;

  @Field(() => Int, { nullable: true, description: 'Factor of the stage EXPLORATION; 10000 is 1 (考察期系数).' })
  @Column('int')
  explorationBasisPoints!: number;

  @Field(() => Int, { nullable: true, description: 'Factor of the stage BUILD_UP; 10000 is 1 (形成期系数).' })
  @Column('int')
  buildUpBasisPoints!: number;

  @Field(() => Int, { nullable: true, description: 'Factor of the stage MATURITY; 10000 is 1 (稳定期系数).' })
  @Column('int')
  maturityBasisPoints!: number;

  @Field(() => Int, { nullable: true, description: 'Factor of the stage DECLINE; 10000 is 1 (退化期系数).' })
  @Column('int')
  declineBasisPoints!: number;
}
