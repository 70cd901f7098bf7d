import { Decimal, MoneyValue, TenantRow } from '@fivepoint/service';
import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import type { Payment } from '../outlook/payments';

/** A plan line as it was rehearsed, and how much the target hangs on it. Who sees the rehearsal sees that there is one, and of its own only what the line shows. */
@ObjectType({ description: 'A plan line as it was rehearsed, and how much the target hangs on it (推演行).' })
@Entity('rehearsed_line')
export class RehearsedLine extends TenantRow {
  @Column('uuid')
  rehearsalId!: string;

  @Column('uuid')
  planLineId!: string;

  /** Its place in the list: by sensitivity once it is there, the greatest first. */
  @Column('int')
  place!: number;

  @Column(() => MoneyValue)
  target!: MoneyValue;

  @Column('int')
  probabilityBasisPoints!: number;

  @Column('date')
  closesOn!: string;

  @Column('int', { array: true })
  slipBasisPoints!: number[];

  @Column('text', { nullable: true })
  correlationGroup!: string | null;

  @Column('jsonb')
  payments!: Payment[];

  @Field(() => Int, {
    nullable: true,
    description: 'In how many trials it closed within the period; null until the rehearsal is done (成交次数).',
  })
  @Column('int', { nullable: true })
  closedCount!: number | null;

  @Field(() => Decimal, {
    nullable: true,
    description:
      'P(hit | it closes) − P(hit | it does not), with 4 decimals; null where it always or never closed, and until the rehearsal is done (敏感度).',
  })
  @Column({ type: 'numeric', precision: 5, scale: 4, nullable: true })
  sensitivity!: string | null;
}
