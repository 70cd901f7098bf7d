import type { LocalDate } from '@fivepoint/kernel';
import { MoneyValue, OwnedAggregate } from '@fivepoint/service';
import { Column, Entity } from 'typeorm';

/**
 * What receivables knows of one of deal's contracts, under the same id (合同应收账户). Everything that moves money of a contract locks
 * this row first.
 */
@Entity('contract_account')
export class ContractAccount extends OwnedAggregate {
  /** Null while deal's word of a contract in recorded history has not come: until then the amount is what its instalments sum to. */
  @Column('uuid', { nullable: true })
  dealId!: string | null;

  /** Null for recorded history that names no account; a live contract always has one. */
  @Column('uuid', { nullable: true })
  accountId!: string | null;

  @Column('uuid', { nullable: true })
  planLineId!: string | null;

  @Column(() => MoneyValue)
  amount!: MoneyValue;

  @Column('date')
  signedOn!: LocalDate;

  /** From acceptance on. */
  @Column('int')
  warrantyMonths!: number;

  /** The value date of the receipt that paid the last of it. */
  @Column('date', { nullable: true })
  settledOn!: LocalDate | null;
}

/** A contract that names its account: only such a one can be billed, for every event of money belongs to an account. */
export type BilledContract = ContractAccount & { accountId: string };
