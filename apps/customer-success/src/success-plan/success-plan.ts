import {
  type EntityReference,
  graphEnum,
  LocalDateScalar,
  MoneyValue,
  OwnedAggregate,
  referenceTo,
} from '@fivepoint/service';
import { Directive, Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Account } from '../account/account';
import { Contract } from '../contract/contract';
import { Product, Rep } from '../references/references';

export const SuccessPlanStatus = graphEnum(
  'SuccessPlanStatus',
  'Whether somebody works on the plan (客户成功计划状态).',
  {
    ACTIVE: 'The customer is looked after (进行中).',
    RECORDED: 'Recorded history: nobody was asked to look after it (历史记录).',
  },
);
export type SuccessPlanStatus = keyof typeof SuccessPlanStatus;

/** What we do so that a customer succeeds with what it bought, and buys again: one per contract (capability S04). */
@Directive('@key(fields: "id")')
@ObjectType({
  description:
    'How a customer is brought to success after signing, one per contract; owned by customer-success (客户成功计划).',
})
@Entity('success_plan')
export class SuccessPlan extends OwnedAggregate {
  @Column('uuid')
  contractId!: string;

  /** Null for recorded history that names no account. */
  @Column('uuid', { nullable: true })
  accountId!: string | null;

  @Column('uuid', { nullable: true })
  productId!: string | null;

  @Field(() => SuccessPlanStatus, { nullable: true, description: 'Whether somebody works on it (状态).' })
  @Column('text')
  status!: SuccessPlanStatus;

  @Field(() => MoneyValue, { nullable: true, description: 'What the contract is worth (合同金额).' })
  @Column(() => MoneyValue)
  contracted!: MoneyValue;

  @Field(() => MoneyValue, { nullable: true, description: 'What the customer has paid of it so far (已回款).' })
  @Column(() => MoneyValue)
  collected!: MoneyValue;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day of signing (签约日).' })
  @Column('date')
  signedOn!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day on which all was paid (结清日).' })
  @Column('date', { nullable: true })
  settledOn!: string | null;

  @Field(() => Account, { nullable: true, description: 'The customer (客户).' })
  get account(): EntityReference | null {
    return referenceTo(this.accountId);
  }

  @Field(() => Product, { nullable: true, description: 'What was bought (产品).' })
  get product(): EntityReference | null {
    return referenceTo(this.productId);
  }

  @Field(() => Rep, { nullable: true, description: 'The one accountable rep (责任人).' })
  get owner(): EntityReference | null {
    return referenceTo(this.ownerId);
  }

  @Field(() => Contract, { nullable: true, description: 'The contract that opened it (合同).' })
  get contract(): EntityReference | null {
    return referenceTo(this.contractId);
  }
}
