import {
  type EntityReference,
  LocalDateScalar,
  MoneyValue,
  NextStates,
  OptionalMoneyValue,
  OwnedAggregate,
  referenceTo,
} from '@fivepoint/service';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Account } from '../account/account';
import { Contract } from '../contract/contract';
import { Deal, Product, Rep } from '../references/references';
import { RenewalStatus, renewalStatuses } from './renewal.statuses';

/** The next contract with a customer that has one: need, fit, amount and date (capabilities S04, S17). */
@Directive('@key(fields: "id")')
@ObjectType({ description: 'The next contract with a customer that has one; owned by customer-success (续单).' })
@Entity('renewal')
export class Renewal extends OwnedAggregate {
  @Column('uuid')
  contractId!: string;

  @Column('uuid')
  accountId!: string;

  @Column('uuid', { nullable: true })
  productId!: string | null;

  @Column('uuid', { nullable: true })
  dealId!: string | null;

  @Field(() => RenewalStatus, { nullable: true, description: 'Where it stands (状态).' })
  @Column('text')
  status!: RenewalStatus;

  @NextStates(() => RenewalStatus)
  get nextStatuses(): readonly RenewalStatus[] {
    return renewalStatuses.next(this.status);
  }

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'When the customer should have signed again (应续签日).',
  })
  @Column('date')
  dueOn!: string;

  @Field(() => MoneyValue, {
    nullable: true,
    description: 'What the next contract is expected to be worth (续单金额).',
  })
  @Column(() => OptionalMoneyValue)
  amount!: MoneyValue | null;

  @Field(() => String, { nullable: true, description: 'What the customer needs next (新需求).' })
  @Column('text', { nullable: true })
  need!: string | null;

  @Field(() => Int, { nullable: true, description: 'How well our products fit that need, 0–100 % (匹配度).' })
  @Column('int', { nullable: true })
  fit!: number | null;

  @Field(() => Boolean, { nullable: true, description: 'A new product would have to be developed (是否开发新品).' })
  @Column('boolean', { nullable: true })
  newProductRequired!: boolean | null;

  @Field(() => Account, { nullable: true, description: 'The customer (客户).' })
  get account(): EntityReference | null {
    return referenceTo(this.accountId);
  }

  @Field(() => Product, { nullable: true, description: 'What is to be bought again (产品).' })
  get product(): EntityReference | null {
    return referenceTo(this.productId);
  }

  @Field(() => Rep, { nullable: true, description: 'The one accountable rep (责任人).' })
  get owner(): EntityReference | null {
    return referenceTo(this.ownerId);
  }

  @Field(() => Contract, { nullable: true, description: 'The contract to be renewed (原合同).' })
  get contract(): EntityReference | null {
    return referenceTo(this.contractId);
  }

  @Field(() => Deal, { nullable: true, description: 'The deal that wins it (商机).' })
  get deal(): EntityReference | null {
    return referenceTo(this.dealId);
  }
}
