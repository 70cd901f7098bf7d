import { TenantRow } from '@fivepoint/service';
import { Column, Entity } from 'typeorm';
import type { PurchasePattern } from './purchase-pattern';

/** What was said of an account from a day on, as far as assessments go by it. It is never changed: the account itself shows the last word. */
@Entity('account_position')
export class AccountPosition extends TenantRow {
  @Column('uuid')
  accountId!: string;

  @Column('date')
  positionedOn!: string;

  @Column('text', { nullable: true })
  purchasePattern!: PurchasePattern | null;

  @Column('int', { nullable: true })
  attainableBasisPoints!: number | null;
}
