import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import type { AttainmentWeights } from '../attainment/weighted';
import { DatedRule } from './dated-rule';

/** What bookings and cash count for in what somebody attained (capability P33). */
@Directive('@key(fields: "id")')
@ObjectType({
  description: 'What bookings and cash count for in attainment, from a day on; owned by planning (达成考核规则).',
})
@Entity('attainment_rule')
export class AttainmentRule extends DatedRule implements AttainmentWeights {
  @Field(() => Int, {
    nullable: true,
    description: 'Weight of what was signed; with that of cash it sums to 10000 (签约权重).',
  })
  @Column('int')
  bookingsBasisPoints!: number;

  @Field(() => Int, { nullable: true, description: 'Weight of what was paid (回款权重).' })
  @Column('int')
  cashBasisPoints!: number;
}
