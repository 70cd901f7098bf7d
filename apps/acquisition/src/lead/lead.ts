import {
  type EntityReference,
  graphEnum,
  LocalDateScalar,
  MoneyValue,
  NextStates,
  OptionalMoneyValue,
  PooledAggregate,
  referenceTo,
  UUID,
} from '@fivepoint/service';
import { Directive, Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Account } from '../account/account';
import { PurchasePattern } from '../pursuit/purchase-pattern';
import { Contact, PlanLine, Product, Referral, Rep } from '../references/references';
import { LeadStatus, leadStatuses } from './lead.statuses';

export const LeadSource = graphEnum('LeadSource', 'Where a lead comes from (线索来源).', {
  REFERRAL: 'A customer recommends us (客户推荐).',
  INTRODUCTION: 'A key person introduces us (关键人引荐).',
  EVENT: 'A trade show or an event (造势).',
  OUTREACH: 'Targeted outreach to an account (定点公关).',
  INBOUND: 'They came to us: brand, word of mouth, web (守株待兔).',
  PARTNER: 'An alliance, a channel, up- or downstream (联盟与渠道).',
  OTHER: 'Anything else (其他).',
});
export type LeadSource = keyof typeof LeadSource;

export const DealOutcome = graphEnum('DealOutcome', 'How the deal of a qualified lead ended (商机结果).', {
  WON: 'A contract was signed (赢单).',
  LOST: 'The deal was lost (丢单).',
});
export type DealOutcome = keyof typeof DealOutcome;

/** A sign of demand, until it is an opportunity or turns out to be none. */
@Directive('@key(fields: "id")')
@ObjectType({ description: 'A sign of demand on its way to an opportunity; owned by acquisition (线索).' })
@Entity('lead')
export class Lead extends PooledAggregate {
  @Field(() => LeadStatus, { nullable: true, description: 'Where it stands (状态).' })
  @Column('text')
  status!: LeadStatus;

  @NextStates(() => LeadStatus)
  get nextStatuses(): readonly LeadStatus[] {
    return leadStatuses.next(this.status);
  }

  @Field(() => LeadSource, { nullable: true, description: 'Where it comes from (来源).' })
  @Column('text')
  source!: LeadSource;

  @Field(() => String, { nullable: true, description: 'What it is about, in a line (标题).' })
  @Column('text')
  title!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Name of the organisation, for as long as it is none of our accounts (单位名称).',
  })
  @Column('text', { nullable: true })
  organisation!: string | null;

  /** Null until the lead is matched with an account. */
  @Column('uuid', { nullable: true })
  accountId!: string | null;

  @Column('uuid', { nullable: true })
  productId!: string | null;

  @Column('uuid', { nullable: true })
  pursuitId!: string | null;

  @Column('uuid', { nullable: true })
  planLineId!: string | null;

  @Column('uuid', { nullable: true })
  referralId!: string | null;

  @Column('uuid', { array: true })
  contactIds!: string[];

  @Field(() => PurchasePattern, {
    nullable: true,
    description: 'How this customer buys; null until classified, which comes before any other step (购买类型).',
  })
  @Column('text', { nullable: true })
  purchasePattern!: PurchasePattern | null;

  @Field(() => MoneyValue, { nullable: true, description: 'Expected amount of the contract (预计金额).' })
  @Column(() => OptionalMoneyValue)
  expectedAmount!: MoneyValue | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'When it is expected to be signed (预计签约日).' })
  @Column('date', { nullable: true })
  expectedCloseOn!: string | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'When it is expected to be signed (预计签约日).',
    deprecationReason: 'Use `Lead.expectedCloseOn`: days end in On; removed after 2027-06-30.',
  })
  get expectedClose(): string | null {
    return this.expectedCloseOn;
  }

  @Field(() => LocalDateScalar, { nullable: true, description: 'When it came to us (获取日).' })
  @Column('date')
  capturedOn!: string;

  @Field(() => String, { nullable: true, description: 'Why it was given up (淘汰原因).' })
  @Column('text', { nullable: true })
  disqualificationReason!: string | null;

  /** The deal that it became, as deal told it: a contract names its deal, not its lead. The graph shows it as deal's own. */
  @Column('uuid', { nullable: true })
  dealId!: string | null;

  @Field(() => DealOutcome, { nullable: true, description: 'How its deal ended; null while it is open (商机结果).' })
  @Column('text', { nullable: true })
  dealOutcome!: DealOutcome | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'When its deal was signed or lost (商机关闭日).' })
  @Column('date', { nullable: true })
  dealClosedOn!: string | null;

  @Field(() => UUID, {
    nullable: true,
    description: 'The turn of the lifecycle that it grew out of: the one a referral was given in (上一业务循环标识).',
  })
  @Column('uuid', { nullable: true })
  parentCorrelationId!: string | null;

  @Field(() => String, { nullable: true, description: 'Its id in the system it was recorded from (外部标识).' })
  @Column('text', { nullable: true })
  externalId!: string | null;

  @Field(() => Account, { nullable: true, description: 'Who may buy; null until matched (客户).' })
  get account(): Account | null {
    return referenceTo(this.accountId);
  }

  @Field(() => Product, { nullable: true, description: 'What may be bought (产品).' })
  get product(): EntityReference | null {
    return referenceTo(this.productId);
  }

  @Field(() => Rep, { nullable: true, description: 'The one accountable rep; null in the lead pool (责任人).' })
  get owner(): EntityReference | null {
    return referenceTo(this.ownerId);
  }

  @Field(() => PlanLine, { nullable: true, description: 'The plan line it counts for (计划行).' })
  get planLine(): EntityReference | null {
    return referenceTo(this.planLineId);
  }

  @Field(() => Referral, { nullable: true, description: 'The referral that it came by (转介绍).' })
  get referral(): EntityReference | null {
    return referenceTo(this.referralId);
  }

  @Field(() => [Contact], { nullable: true, description: "The people involved on the customer's side (联系人)." })
  get contacts(): EntityReference[] {
    return this.contactIds.map((id) => ({ id }));
  }
}

/** What every event about a lead begins with: its stream, and the turn it belongs to. */
export function aboutLead(lead: Lead): {
  key: string;
  subject: string;
  correlationId: string;
  parentCorrelationId?: string;
} {
  return {
    key: lead.accountId ?? lead.id,
    subject: lead.id,
    correlationId: lead.correlationId,
    ...(lead.parentCorrelationId && { parentCorrelationId: lead.parentCorrelationId }),
  };
}
