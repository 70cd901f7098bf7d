import {
  type EntityReference,
  graphEnum,
  LocalDateScalar,
  MoneyValue,
  NextStates,
  OptionalMoneyValue,
  OwnedAggregate,
  referenceTo,
} from '@fivepoint/service';
import { Directive, Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Account } from '../account/account';
import { Lead } from '../lead/lead';
import { Expansion, PlanLine, Product, Renewal, Rep } from '../references/references';
import { DealStage, dealStages } from './deal.stages';

export const DealKind = graphEnum('DealKind', 'What the deal is to the customer (商机类型).', {
  NEW: 'New business (新签).',
  RENEWAL: 'The customer buys again what it has (续签).',
  EXPANSION: 'The customer buys more (增购).',
});
export type DealKind = keyof typeof DealKind;

export const PurchasePattern = graphEnum('PurchasePattern', 'How the customer buys (购买类型).', {
  RECURRING: 'Buys again and again, from listed suppliers (持续购买).',
  PROJECT: 'Buys once, for a project (偶发购买).',
});
export type PurchasePattern = keyof typeof PurchasePattern;

/** An opportunity worth pursuing, until it is signed or lost. */
@Directive('@key(fields: "id")')
@ObjectType({ description: 'An opportunity on its way to a contract; owned by deal (商机).' })
@Entity('deal')
export class Deal extends OwnedAggregate {
  @Field(() => DealKind, { nullable: true, description: 'New business, renewal or expansion (商机类型).' })
  @Column('text')
  kind!: DealKind;

  @Field(() => DealStage, { nullable: true, description: 'Where it stands (阶段).' })
  @Column('text')
  stage!: DealStage;

  @NextStates(() => DealStage)
  get nextStages(): readonly DealStage[] {
    return dealStages.next(this.stage);
  }

  /** Null for recorded history that names no account, until `updateDeal` gives it one; a live deal always has one. */
  @Column('uuid', { nullable: true })
  accountId!: string | null;

  @Column('uuid', { nullable: true })
  productId!: string | null;

  @Column('uuid', { nullable: true })
  planLineId!: string | null;

  @Column('uuid', { nullable: true })
  leadId!: string | null;

  @Column('uuid', { nullable: true })
  renewalId!: string | null;

  @Column('uuid', { nullable: true })
  expansionId!: string | null;

  @Field(() => PurchasePattern, { nullable: true, description: 'How this customer buys; null until known (购买类型).' })
  @Column('text', { nullable: true })
  purchasePattern!: PurchasePattern | null;

  @Field(() => MoneyValue, {
    nullable: true,
    description: 'Expected amount; after signing, the amount of the contract (预计金额).',
  })
  @Column(() => OptionalMoneyValue)
  amount!: MoneyValue | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'When it is expected to be signed (预计签约日).' })
  @Column('date', { nullable: true })
  expectedCloseOn!: string | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'When it is expected to be signed (预计签约日).',
    deprecationReason: 'Use `Deal.expectedCloseOn`: days end in On; removed after 2027-06-30.',
  })
  get expectedClose(): string | null {
    return this.expectedCloseOn;
  }

  @Field(() => LocalDateScalar, { nullable: true, description: 'When work on it began (启动日).' })
  @Column('date')
  openedOn!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'When it was signed or lost (关闭日).' })
  @Column('date', { nullable: true })
  closedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was lost (丢单原因).' })
  @Column('text', { nullable: true })
  lossReason!: string | null;

  @Field(() => String, { nullable: true, description: 'Who won it instead (竞争对手).' })
  @Column('text', { nullable: true })
  rival!: string | null;

  @Field(() => String, { nullable: true, description: 'Its id in the system it was recorded from (外部标识).' })
  @Column('text', { nullable: true })
  externalId!: string | null;

  @Field(() => Account, { nullable: true, description: 'Who buys (客户).' })
  get account(): Account | null {
    return referenceTo(this.accountId);
  }

  @Field(() => Product, { nullable: true, description: 'What is bought (产品).' })
  get product(): EntityReference | null {
    return referenceTo(this.productId);
  }

  @Field(() => Rep, { nullable: true, description: 'The one accountable rep (责任人).' })
  get owner(): EntityReference | null {
    return referenceTo(this.ownerId);
  }

  @Field(() => PlanLine, { nullable: true, description: 'The plan line it counts for (计划行).' })
  get planLine(): EntityReference | null {
    return referenceTo(this.planLineId);
  }

  @Field(() => Lead, { nullable: true, description: 'The lead it came from (来源线索).' })
  get lead(): EntityReference | null {
    return referenceTo(this.leadId);
  }

  @Field(() => Renewal, { nullable: true, description: 'The renewal that it is to win (续单).' })
  get renewal(): EntityReference | null {
    return referenceTo(this.renewalId);
  }

  @Field(() => Expansion, { nullable: true, description: 'The expansion that it is to win (增购).' })
  get expansion(): EntityReference | null {
    return referenceTo(this.expansionId);
  }
}
