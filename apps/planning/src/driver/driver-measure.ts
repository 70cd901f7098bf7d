import { Aggregate, Decimal, LocalDateScalar, MoneyValue } from '@fivepoint/service';
import { Directive, Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { seenWithItsAccount } from '../account/account-in-sight';
import { decimalColumn } from './decimal';

/**
 * How much of a driver there is at an account and how much it buys because of it, as somebody found it on a day (capabilities P10, P11). It is
 * never changed: a later measure of the same driver and product takes its place from its day on, and of one day the one recorded last.
 */
@Directive('@key(fields: "id")')
@ObjectType({ description: 'A driver of demand at an account, as it was on a day; owned by planning (驱动量).' })
@Entity('driver_measure')
export class DriverMeasure extends Aggregate {
  /** Who sees the account sees what drives it. */
  static readonly seenBy = seenWithItsAccount;

  @Column('uuid')
  accountId!: string;

  @Column('uuid')
  demandDriverId!: string;

  @Column('uuid', { nullable: true })
  productId!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day on which it was so (截至日).' })
  @Column('date')
  measuredOn!: string;

  @Field(() => Decimal, { nullable: true, description: "How much of it there is, in the driver's unit (驱动量)." })
  @Column(decimalColumn)
  quantity!: string;

  @Field(() => Decimal, {
    nullable: true,
    description: 'How many units are bought for one unit of the driver in a year (购买系数).',
  })
  @Column(decimalColumn)
  intensity!: string;

  @Field(() => MoneyValue, { nullable: true, description: 'What one bought unit costs (单价).' })
  @Column(() => MoneyValue)
  unitPrice!: MoneyValue;

  @Field(() => String, { nullable: true, description: 'Who or what says so (来源).' })
  @Column('text')
  source!: string;

  @Column('uuid', { array: true })
  contactIds!: string[];
}
