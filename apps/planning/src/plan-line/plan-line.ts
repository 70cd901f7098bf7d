import { MoneyValue, OptionalMoneyValue, OwnedAggregate } from '@fivepoint/service';
import { Directive, Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { PlanLineStanding } from './plan-line.standings';

/**
 * One account, one product, one accountable owner of a plan (P05, 一个萝卜一个坑): one turn of the lifecycle, with its own correlation. It stays the
 * same through all versions of its plan, and says what the version that counts says; what is not in it yet says what its draft says.
 */
@Directive('@key(fields: "id")')
@ObjectType({ description: 'One account, one product, one owner of a plan; owned by planning (计划行).' })
@Entity('plan_line')
export class PlanLine extends OwnedAggregate {
  @Column('uuid')
  planId!: string;

  @Column('uuid')
  accountId!: string;

  @Column('uuid')
  productId!: string;

  @Field(() => PlanLineStanding, { nullable: true, description: 'Whether it is in its plan (计划内外).' })
  @Column('text')
  standing!: PlanLineStanding;

  @Field(() => MoneyValue, { nullable: true, description: 'What is to be sold in the period (目标).' })
  @Column(() => MoneyValue)
  target!: MoneyValue;

  @Field(() => MoneyValue, { nullable: true, description: 'What is committed, at most the target (保底目标).' })
  @Column(() => MoneyValue)
  floor!: MoneyValue;

  @Field(() => MoneyValue, { nullable: true, description: 'What may be reached, at least the target (冲刺目标).' })
  @Column(() => OptionalMoneyValue)
  stretch!: MoneyValue | null;

  @Column('uuid', { array: true })
  playIds!: string[];
}
