import type { LocalDate } from '@fivepoint/kernel';
import { DateTime, graphEnum, LocalDateScalar, MoneyValue, TenantRow } from '@fivepoint/service';
import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';

export const LedgerEntryKind = graphEnum('LedgerEntryKind', 'What an entry of the ledger says (分录类型).', {
  RECEIPT: 'Money came in; with an account it is its credit, without one it waits in suspense (到账).',
  IDENTIFICATION: 'Money in suspense turned out to be of an account: it leaves suspense and is its credit (认款).',
  ALLOCATION: 'Credit of an account paid an instalment (核销).',
});
export type LedgerEntryKind = keyof typeof LedgerEntryKind;

/**
 * One line of the ledger of money: written once and never edited; what is collected, outstanding, unapplied or in suspense, now or as of any
 * day, is a sum of these (rules §7).
 */
@ObjectType({ description: 'One line of the ledger of money; written once, never edited (分录).' })
@Entity('ledger_entry')
export class LedgerEntry extends TenantRow {
  @Field(() => LedgerEntryKind, { description: 'What it says (类型).' })
  @Column('text')
  kind!: LedgerEntryKind;

  @Column('uuid')
  receiptId!: string;

  @Column('uuid', { nullable: true })
  accountId!: string | null;

  @Column('uuid', { nullable: true })
  contractId!: string | null;

  @Column('uuid', { nullable: true })
  instalmentId!: string | null;

  @Field(() => MoneyValue, { description: 'How much (金额).' })
  @Column(() => MoneyValue)
  amount!: MoneyValue;

  @Field(() => LocalDateScalar, {
    description:
      'The day from which it counts: the value date, or the day on which waiting money was assigned (生效日).',
  })
  @Column('date')
  effectiveOn!: LocalDate;

  @Field(() => DateTime, { description: 'When it was written, UTC (记账时间).' })
  @Column('timestamptz')
  recordedAt!: Date;
}
