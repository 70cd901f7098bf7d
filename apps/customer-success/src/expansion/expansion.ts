import { type EntityReference, LocalDateScalar, MoneyValue, OwnedAggregate, referenceTo } from '@fivepoint/service';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Account } from '../account/account';
import { Deal, Product, Rep } from '../references/references';
import { RenewalStatus } from '../renewal/renewal.statuses';

/** More than the customer has: another product, or more of the same (capability S01). */
@Directive('@key(fields: "id")')
@ObjectType({ description: 'A need of a customer that goes beyond what it has; owned by customer-success (增购).' })
@Entity('expansion')
export class Expansion extends OwnedAggregate {
  @Column('uuid')
  accountId!: string;

  @Column('uuid', { nullable: true })
  contractId!: string | null;

  @Column('uuid', { nullable: true })
  productId!: string | null;

  @Column('uuid', { nullable: true })
  dealId!: string | null;

  @Field(() => RenewalStatus, { nullable: true, description: 'Where it stands; it begins IDENTIFIED (状态).' })
  @Column('text')
  status!: RenewalStatus;

  @Field(() => LocalDateScalar, { nullable: true, description: 'When it should be signed (应签日).' })
  @Column('date')
  dueOn!: string;

  @Field(() => MoneyValue, { nullable: true, description: 'What it is expected to be worth (预计金额).' })
  @Column(() => MoneyValue)
  amount!: MoneyValue;

  @Field(() => String, { nullable: true, description: 'What the customer needs (新需求).' })
  @Column('text')
  need!: string;

  @Field(() => Int, { nullable: true, description: 'How well our products fit that need, 0–100 % (匹配度).' })
  @Column('int')
  fit!: number;

  @Field(() => Boolean, { nullable: true, description: 'A new product would have to be developed (是否开发新品).' })
  @Column('boolean')
  newProductRequired!: boolean;

  @Field(() => Account, { nullable: true, description: 'The customer (客户).' })
  get account(): EntityReference | null {
    return referenceTo(this.accountId);
  }

  @Field(() => Product, { nullable: true, description: 'What is to be bought (产品).' })
  get product(): EntityReference | null {
    return referenceTo(this.productId);
  }

  @Field(() => Rep, { nullable: true, description: 'The one accountable rep (责任人).' })
  get owner(): EntityReference | null {
    return referenceTo(this.ownerId);
  }

  @Field(() => Deal, { nullable: true, description: 'The deal that wins it (商机).' })
  get deal(): EntityReference | null {
    return referenceTo(this.dealId);
  }
}
