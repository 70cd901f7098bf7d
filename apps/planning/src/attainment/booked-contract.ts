import { MoneyValue, TenantRow } from '@fivepoint/service';
import { Column, Entity } from 'typeorm';

/** A contract that deal has signed, as far as it counts here: for its plan line, or for none. Its id is the contract's. */
@Entity('booked_contract')
export class BookedContract extends TenantRow {
  @Column('uuid', { nullable: true })
  planLineId!: string | null;

  @Column(() => MoneyValue)
  amount!: MoneyValue;

  @Column('date')
  signedOn!: string;
}
