import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import type { IncentiveTerms } from '../incentive/payout';
import { DatedRule } from './dated-rule';

@ObjectType({ description: 'From which attainment on which share of what was attained is paid (激励档位).' })
export class IncentiveTier {
  @Field(() => Int, { description: 'It begins at this share of the original target, 10000 = all of it (起始达成率).' })
  fromBasisPoints!: number;

  @Field(() => Int, {
    description: 'What is paid of the part attained between here and the next tier; 100 is 1 % (提成比例).',
  })
  payoutBasisPoints!: number;
}

/** What reps are paid for what they attained (capability P36); everybody may read by which rule. */
@Directive('@key(fields: "id")')
@ObjectType({
  description: 'What reps are paid for what they attained, from a day on; owned by planning (激励规则).',
})
@Entity('incentive_rule')
export class IncentiveRule extends DatedRule implements IncentiveTerms {
  @Field(() => Int, {
    nullable: true,
    description: 'Below this attainment nothing is paid; 10000 is the whole original target (起付线).',
  })
  @Column('int')
  floorBasisPoints!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'What is attained beyond this share of the original target is not paid; null for no limit (封顶线).',
  })
  @Column('int', { nullable: true })
  capBasisPoints!: number | null;

  @Column('int', { array: true })
  tierFromBasisPoints!: number[];

  /** In the order of the tiers. */
  @Column('int', { array: true })
  tierPayoutBasisPoints!: number[];

  @Field(() => [IncentiveTier], { nullable: true, description: 'The tiers, the lowest first, at most 20 (激励档位).' })
  get tiers(): IncentiveTier[] {
    return this.tierFromBasisPoints.map((fromBasisPoints, place) => ({
      fromBasisPoints,
      payoutBasisPoints: this.tierPayoutBasisPoints[place] ?? 0,
    }));
  }
}
