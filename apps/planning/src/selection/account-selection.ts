import { Aggregate, Decimal, graphEnum, LocalDateScalar, OptionalMoneyValue, MoneyValue } from '@fivepoint/service';
import { Directive, Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { seenWithItsAccount } from '../account/account-in-sight';
import { UserIdOf } from '../rep/user-id-of';
import { AccountClass } from '../rules/account-class';

export const SelectionDecision = graphEnum('SelectionDecision', 'Whether an account is a key account (评选结论).', {
  SELECTED: 'It is one (选定).',
  REJECTED: 'It is none (落选).',
});
export type SelectionDecision = keyof typeof SelectionDecision;

/**
 * Whether an account is a key account in a period, or for a plan, and why (capability P03). It is never changed: of those for a day the one recorded
 * last counts, so that who was rejected can be selected later. What the account was like is kept as it was on the day of the decision.
 */
@Directive('@key(fields: "id")')
@ObjectType({
  description: 'Whether an account is a key account in a period, and why; owned by planning (大客户评选).',
})
@Entity('account_selection')
export class AccountSelection extends Aggregate {
  static readonly seenBy = seenWithItsAccount;

  @Column('uuid')
  accountId!: string;

  @Column('uuid', { nullable: true })
  planId!: string | null;

  /** The how-manieth word on the account it is, counted while the account is locked: an id tells when its command began, not when its turn came. */
  @Column('int')
  number!: number;

  @Field(() => SelectionDecision, { nullable: true, description: 'Whether it is one (评选结论).' })
  @Column('text')
  decision!: SelectionDecision;

  @Field(() => String, { nullable: true, description: 'Why (原因).' })
  @Column('text')
  reason!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The first day for which it counts (起始日).' })
  @Column('date')
  startsOn!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The last day for which it counts (截止日).' })
  @Column('date')
  endsOn!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day on which it was decided (评选日).' })
  @Column('date')
  decidedOn!: string;

  @Column('uuid', { nullable: true })
  deciderId!: string | null;

  @UserIdOf('decided', '评选人账号')
  deciderUserId!: string | null;

  @Field(() => AccountClass, {
    nullable: true,
    description: 'Its class on the day of the decision; null where it had none (当时客户类型).',
  })
  @Column('text', { nullable: true })
  class!: AccountClass | null;

  @Field(() => MoneyValue, {
    nullable: true,
    description: 'What could be won of it on the day of the decision; null where it was not known (当时可获取潜力).',
  })
  @Column(() => OptionalMoneyValue)
  attainable!: OptionalMoneyValue | null;

  @Field(() => Decimal, {
    nullable: true,
    description:
      'Its relationship score on the day of the decision, 0–100 with four decimals; null where it was not known (当时关系评分).',
  })
  @Column('numeric', { nullable: true })
  relationshipScore!: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description:
      'Its coverage return on the day of the decision, with four decimals; null where it was not known (当时投入回报率).',
  })
  @Column('numeric', { nullable: true })
  coverageRatio!: string | null;
}
