import type { ContractSignedV1 } from '@fivepoint/contracts';
import { MoneyValue, TenantRow } from '@fivepoint/service';
import { Column, Entity } from 'typeorm';

export type DealKind = ContractSignedV1['kind'];

/** A contract that deal has signed, as far as it counts here: for its account, and for its plan line or none. Its id is the contract's. */
@Entity('booked_contract')
export class BookedContract extends TenantRow {
  @Column('uuid', { nullable: true })
  planLineId!: string | null;

  /** Null in recorded history that does not know it. */
  @Column('uuid', { nullable: true })
  accountId!: string | null;

  @Column('uuid', { nullable: true })
  productId!: string | null;

  /** Null only for what was booked before planning kept it, where neither the event nor the timeline is left. */
  @Column('uuid', { nullable: true })
  ownerId!: string | null;

  @Column('text', { nullable: true })
  team!: string | null;

  @Column('text', { nullable: true })
  kind!: DealKind | null;

  @Column(() => MoneyValue)
  amount!: MoneyValue;

  @Column('date')
  signedOn!: string;
}
