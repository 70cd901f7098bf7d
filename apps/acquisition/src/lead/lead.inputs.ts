import { CommandInput, LocalDateScalar, MoneyInput, UUID } from '@fivepoint/service';
import { ArrayMaxSize, Matches, MaxLength, MinLength } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import { PurchasePattern } from '../pursuit/purchase-pattern';
import { BantLetter } from './bant-finding';
import { LeadSource } from './lead';
import { NeedKind } from './lead-need';
import { LeadStatus } from './lead.statuses';

/** At least one character that is not a space. */
const written = /\S/;

@InputType({ description: 'Puts a lead on record (获取线索).' })
export class CaptureLeadInput extends CommandInput {
  @Field(() => LeadSource, { description: 'Where it comes from (来源).' })
  source!: LeadSource;

  @Field({ description: 'What it is about, in a line of at most 200 characters (标题).' })
  @Matches(written, { message: 'title must say what the lead is about' })
  @MaxLength(200, { message: 'title may have at most 200 characters' })
  title!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Name of the organisation, where it is none of our accounts yet; never of a person (单位名称).',
  })
  @Matches(written, { message: 'organisation must not be empty; leave it out where it is not known' })
  @MaxLength(200, { message: 'organisation may have at most 200 characters' })
  organisation?: string | null;

  @Field(() => UUID, {
    nullable: true,
    description: "Who may buy, where it is known; default: the pursuit's account (客户).",
  })
  accountId?: string | null;

  @Field(() => UUID, { nullable: true, description: "What may be bought; default: the pursuit's product (产品)." })
  productId?: string | null;

  @Field(() => UUID, {
    nullable: true,
    description:
      'The pursuit it belongs to: the lead inherits its account, product, plan line, owner and pattern (跟踪任务).',
  })
  pursuitId?: string | null;

  @Field(() => PurchasePattern, {
    nullable: true,
    description: "How the customer buys, where it is known already; default: the pursuit's pattern (购买类型).",
  })
  purchasePattern?: PurchasePattern | null;

  @Field(() => MoneyInput, { nullable: true, description: 'Expected amount, not negative (预计金额).' })
  expectedAmount?: MoneyInput | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'When it may be signed (预计签约日).' })
  expectedClose?: string | null;

  @Field(() => UUID, {
    nullable: true,
    description: "The accountable rep; default: the pursuit's owner, else nobody: the lead is in the pool (责任人).",
  })
  ownerId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The team that shares it; default: the owner's, else the pursuit's, else your first team (团队).",
  })
  @Matches(written, { message: 'team must not be empty; leave it out for the default' })
  @MaxLength(200, { message: 'team may have at most 200 characters' })
  team?: string | null;

  @Field(() => [UUID], { nullable: true, description: "The people involved on the customer's side (联系人)." })
  @ArrayMaxSize(50, { message: 'contactIds may be at most 50' })
  contactIds?: string[] | null;
}

@InputType({ description: 'Adds to a lead what was not known before; what is left out stays as it is (补充线索).' })
export class UpdateLeadInput extends CommandInput {
  @Field(() => UUID, { description: 'The lead (线索).' })
  leadId!: string;

  @Field(() => String, { nullable: true, description: 'What it is about, in a line of at most 200 characters (标题).' })
  @Matches(written, { message: 'title must say what the lead is about' })
  @MaxLength(200, { message: 'title may have at most 200 characters' })
  title?: string | null;

  @Field(() => UUID, {
    nullable: true,
    description: "Who may buy; under a pursuit it is the pursuit's account and cannot change (客户).",
  })
  accountId?: string | null;

  @Field(() => UUID, {
    nullable: true,
    description: "What may be bought; under a pursuit it is the pursuit's product and cannot change (产品).",
  })
  productId?: string | null;

  @Field(() => MoneyInput, { nullable: true, description: 'Expected amount, not negative (预计金额).' })
  expectedAmount?: MoneyInput | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'When it is expected to be signed (预计签约日).' })
  expectedClose?: string | null;

  @Field(() => UUID, { nullable: true, description: 'The accountable rep: takes a lead out of the pool (责任人).' })
  ownerId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The team that shares it; default: a new owner's team (团队).",
  })
  @Matches(written, { message: 'team must not be empty; leave it out to keep it' })
  @MaxLength(200, { message: 'team may have at most 200 characters' })
  team?: string | null;

  @Field(() => [UUID], {
    nullable: true,
    description: "All people involved on the customer's side, in the place of those before (联系人).",
  })
  @ArrayMaxSize(50, { message: 'contactIds may be at most 50' })
  contactIds?: string[] | null;

  @Field(() => Int, { nullable: true, description: 'The version you read; refused when it changed since (期望版本).' })
  expectedVersion?: number | null;
}

@InputType({ description: 'Says how the customer of a lead buys (客户分类).' })
export class ClassifyLeadInput extends CommandInput {
  @Field(() => UUID, { description: 'The lead (线索).' })
  leadId!: string;

  @Field(() => PurchasePattern, { description: 'How the customer buys (购买类型).' })
  purchasePattern!: PurchasePattern;

  @Field(() => Int, { nullable: true, description: 'The version you read; refused when it changed since (期望版本).' })
  expectedVersion?: number | null;
}

@InputType({
  description: 'Records one statement of the need, found by SPIN questions; a lead has at most 20 (记录需求).',
})
export class RecordNeedInput extends CommandInput {
  @Field(() => UUID, { description: 'The lead (线索).' })
  leadId!: string;

  @Field(() => NeedKind, { description: 'Which of the SPIN questions brought it out (类型).' })
  kind!: NeedKind;

  @Field({ description: 'What the customer said or agreed to, without names of people (陈述).' })
  @Matches(written, { message: 'statement must say what the customer said or agreed to' })
  @MaxLength(2000, { message: 'statement may have at most 2000 characters' })
  statement!: string;

  @Field(() => Int, {
    nullable: true,
    description: "The lead's version that you read; refused when it changed since (期望版本).",
  })
  expectedVersion?: number | null;
}

@InputType({ description: 'Records what is known about one of the four elements (记录 BANT 结论).' })
export class RecordBantFindingInput extends CommandInput {
  @Field(() => UUID, { description: 'The lead (线索).' })
  leadId!: string;

  @Field(() => BantLetter, { description: 'Which element (要素).' })
  letter!: BantLetter;

  @Field({ description: 'What was found, without names of people (结论).' })
  @Matches(written, { message: 'finding must say what was found' })
  @MaxLength(2000, { message: 'finding may have at most 2000 characters' })
  finding!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What proves it: a document, minutes, a link; without it the gate stays shut (依据).',
  })
  @Matches(written, { message: 'evidence must name what proves it; leave it out where nothing does yet' })
  @MaxLength(2000, { message: 'evidence may have at most 2000 characters' })
  evidence?: string | null;

  @Field({ description: 'The element is met (是否满足).' })
  met!: boolean;

  @Field(() => Int, {
    nullable: true,
    description: "The lead's version that you read; refused when it changed since (期望版本).",
  })
  expectedVersion?: number | null;
}

@InputType({ description: 'Makes a lead an opportunity (锁定商机).' })
export class QualifyLeadInput extends CommandInput {
  @Field(() => UUID, { description: 'The lead (线索).' })
  leadId!: string;

  @Field(() => Int, { nullable: true, description: 'The version you read; refused when it changed since (期望版本).' })
  expectedVersion?: number | null;
}

@InputType({ description: 'Gives a lead up (淘汰线索).' })
export class DisqualifyLeadInput extends CommandInput {
  @Field(() => UUID, { description: 'The lead (线索).' })
  leadId!: string;

  @Field({ description: 'Why it is given up, in a sentence, without names of people (淘汰原因).' })
  @MinLength(3, { message: 'reason must say in at least 3 characters why the lead is given up' })
  @MaxLength(2000, { message: 'reason may have at most 2000 characters' })
  reason!: string;

  @Field(() => Int, { nullable: true, description: 'The version you read; refused when it changed since (期望版本).' })
  expectedVersion?: number | null;
}

@InputType({ description: 'Narrows a list of leads; all given conditions must hold (筛选).' })
export class LeadFilter {
  @Field(() => [LeadStatus], { nullable: true, description: 'In one of these states (状态).' })
  statuses?: LeadStatus[] | null;

  @Field(() => LeadSource, { nullable: true, description: 'From this source (来源).' })
  source?: LeadSource | null;

  @Field(() => UUID, { nullable: true, description: 'Of this account (客户).' })
  accountId?: string | null;

  @Field(() => UUID, { nullable: true, description: 'Of this owner (责任人).' })
  ownerId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only those without an account; false: only those with one (有无客户).',
  })
  withoutAccount?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only those in the pool, without an owner; false: only those with one (是否在线索公海).',
  })
  withoutOwner?: boolean | null;
}
