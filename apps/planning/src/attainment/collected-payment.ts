import { MoneyValue, TenantRow } from '@fivepoint/service';
import { Column, Entity } from 'typeorm';

/** What a receipt paid of an instalment. Its id is the event's: one receipt may pay several instalments, each by an event of its own. */
@Entity('collected_payment')
export class CollectedPayment extends TenantRow {
  @Column('uuid')
  contractId!: string;

  /** Null only for what was counted before planning kept it, where neither the event nor the timeline is left. */
  @Column('uuid', { nullable: true })
  accountId!: string | null;

  /** Null for a contract of no plan line, and until the contract has come. */
  @Column('uuid', { nullable: true })
  planLineId!: string | null;

  @Column(() => MoneyValue)
  amount!: MoneyValue;

  @Column('date')
  receivedOn!: string;
}
