import { MoneyValue, OptionalMoneyValue, OwnedAggregate } from '@fivepoint/service';
import { Directive, Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';

/** One account, one product, one accountable owner of a plan (P05, 一个萝卜一个坑): one turn of the lifecycle, with its own correlation. */
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

  @Field(() => MoneyValue, { nullable: true, description: 'What is to be sold in the period (目标).' })
  @Column(() => MoneyValue)
  target!: MoneyValue;

  @Field(() => MoneyValue, { nullable: true, description: 'What is committed, at most the target (保底目标).' })
  @Column(() => MoneyValue)
  floor!: MoneyValue;

  @Field(() => MoneyValue, { nullable: true, description: 'What may be reached, at least the target (冲刺目标).' })
  @Column(() => OptionalMoneyValue)
  stretch!: MoneyValue | null;
}
