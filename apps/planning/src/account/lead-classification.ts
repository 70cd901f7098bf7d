import { TenantRow } from '@fivepoint/service';
import { Column, Entity } from 'typeorm';
import type { PurchasePattern } from './purchase-pattern';

/** How a lead of an account was classified, as acquisition has told: how the account buys, while it has no word of its own. Its id is the event's. */
@Entity('lead_classification')
export class LeadClassification extends TenantRow {
  @Column('uuid')
  accountId!: string;

  @Column('date')
  classifiedOn!: string;

  @Column('text')
  purchasePattern!: PurchasePattern;
}
