import {
  AtMost,
  CommandInput,
  ExpectedVersion,
  LocalDateScalar,
  MoneyInput,
  TextField,
  UUID,
} from '@fivepoint/service';
import { Field, InputType } from 'type-graphql';
import { PurchasePattern } from '../pursuit/purchase-pattern';
import { BantLetter } from './bant-finding';
import { LeadSource } from './lead';
import { LeadNeedKind } from './lead-need';
import { LeadStatus } from './lead.statuses';

@InputType({ description: 'Puts a lead on record (获取线索).' })
export class CaptureLeadInput extends CommandInput {
  @Field(() => LeadSource, { description: 'Where it comes from (来源).' })
  source!: LeadSource;

  @TextField('What it is about, in a line (标题).', { max: 200 })
  title!: string;

  @TextField('Name of the organisation, where it is none of our accounts yet; never of a person (单位名称).', {
    max: 200,
    optional: true,
  })
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

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'When it may be signed, from 2000-01-01 to ten years from today (预计签约日).',
  })
  expectedCloseOn?: string | null;

  @Field(() => UUID, {
    nullable: true,
    description:
      "The accountable rep, you or of one of your teams; default: the pursuit's owner, else nobody: the lead is in the pool (责任人).",
  })
  ownerId?: string | null;

  @TextField(
    "The team that shares it, one of yours; default: the owner's, else the pursuit's, else your first team (团队).",
    {
      max: 200,
      optional: true,
    },
  )
  team?: string | null;

  @Field(() => [UUID], {
    nullable: true,
    description: "The people involved on the customer's side, at most 50 (联系人).",
  })
  @AtMost(50, 'name those who decide')
  contactIds?: string[] | null;
}

@InputType({ description: 'Adds to a lead what was not known before; what is left out stays as it is (补充线索).' })
export class UpdateLeadInput extends CommandInput {
  @Field(() => UUID, { description: 'The lead (线索).' })
  leadId!: string;

  @TextField('What it is about, in a line (标题).', { max: 200, optional: true })
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

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'When it is expected to be signed, from 2000-01-01 to ten years from today (预计签约日).',
  })
  expectedCloseOn?: string | null;

  @Field(() => UUID, {
    nullable: true,
    description: 'The accountable rep, you or of one of your teams: takes a lead out of the pool (责任人).',
  })
  ownerId?: string | null;

  @TextField("The team that shares it, one of yours; default: a new owner's team (团队).", { max: 200, optional: true })
  team?: string | null;

  @Field(() => [UUID], {
    nullable: true,
    description: "All people involved on the customer's side, at most 50, in the place of those before (联系人).",
  })
  @AtMost(50, 'name those who decide')
  contactIds?: string[] | null;

  @ExpectedVersion('lead')
  expectedVersion?: number | null;
}

@InputType({ description: 'Says how the customer of a lead buys (客户分类).' })
export class ClassifyLeadInput extends CommandInput {
  @Field(() => UUID, { description: 'The lead (线索).' })
  leadId!: string;

  @Field(() => PurchasePattern, { description: 'How the customer buys (购买类型).' })
  purchasePattern!: PurchasePattern;

  @ExpectedVersion('lead')
  expectedVersion?: number | null;
}

@InputType({
  description: 'Records one statement of the need, found by SPIN questions; a lead has at most 20 (记录需求).',
})
export class RecordNeedInput extends CommandInput {
  @Field(() => UUID, { description: 'The lead (线索).' })
  leadId!: string;

  @Field(() => LeadNeedKind, { description: 'Which of the SPIN questions brought it out (类型).' })
  kind!: LeadNeedKind;

  @TextField('What the customer said or agreed to, without names of people (陈述).', { max: 2000 })
  statement!: string;

  @ExpectedVersion('lead')
  expectedVersion?: number | null;
}

@InputType({ description: 'Records what is known about one of the four elements (记录 BANT 结论).' })
export class RecordBantFindingInput extends CommandInput {
  @Field(() => UUID, { description: 'The lead (线索).' })
  leadId!: string;

  @Field(() => BantLetter, { description: 'Which element (要素).' })
  letter!: BantLetter;

  @TextField('What was found, without names of people (结论).', { max: 2000 })
  finding!: string;

  @TextField('What proves it: a document, minutes, a link; without it the gate stays shut (依据).', {
    max: 2000,
    optional: true,
  })
  evidence?: string | null;

  @Field({ description: 'The element is met (是否满足).' })
  met!: boolean;

  @ExpectedVersion('lead')
  expectedVersion?: number | null;
}

@InputType({ description: 'Makes a lead an opportunity (锁定商机).' })
export class QualifyLeadInput extends CommandInput {
  @Field(() => UUID, { description: 'The lead (线索).' })
  leadId!: string;

  @ExpectedVersion('lead')
  expectedVersion?: number | null;
}

@InputType({ description: 'Gives a lead up (淘汰线索).' })
export class DisqualifyLeadInput extends CommandInput {
  @Field(() => UUID, { description: 'The lead (线索).' })
  leadId!: string;

  @TextField('Why it is given up, in a sentence and without names of people (淘汰原因).', { min: 2, max: 2000 })
  reason!: string;

  @ExpectedVersion('lead')
  expectedVersion?: number | null;
}

@InputType({ description: 'Narrows a list of leads; all given conditions must hold (筛选).' })
export class LeadFilter {
  @Field(() => [LeadStatus], { nullable: true, description: 'In one of these statuses (状态).' })
  statuses?: LeadStatus[] | null;

  @Field(() => [LeadSource], { nullable: true, description: 'From one of these sources (线索来源).' })
  sources?: LeadSource[] | null;

  @Field(() => UUID, { nullable: true, description: 'Of this account (客户).' })
  accountId?: string | null;

  @Field(() => UUID, { nullable: true, description: 'Of this owner (责任人).' })
  ownerId?: string | null;

  @Field(() => String, { nullable: true, description: 'Shared by this team (团队).' })
  team?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Came to us on this day or after (获取日起).' })
  capturedFrom?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Came to us on this day or before (获取日止).' })
  capturedTo?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only those with an account; false: only those without one (有无客户).',
  })
  hasAccount?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only those with an owner; false: only those in the pool, without one (有无责任人).',
  })
  hasOwner?: boolean | null;
}
