import { CommandInput, CurrencyField, ExpectedVersion, TextField, UUID, WholeField } from '@fivepoint/service';
import { Field, InputType } from 'type-graphql';
import { AccountClass } from '../rules/account-class';
import { LifecycleStage } from '../rules/lifecycle-stages';
import { DecidedFilter } from '../selection/decided-filter';
import { AccountLevel } from './account.levels';
import { PurchasePattern } from './purchase-pattern';
import { RelationshipType } from './relationship-types';

@InputType({ description: 'Registers a named buying unit (客户建档).' })
export class RegisterAccountInput extends CommandInput {
  @TextField('Name of the organisation, not of a region or an industry (名称).', { max: 200 })
  name!: string;

  @Field(() => AccountLevel, { defaultValue: 'UNIT', description: 'Where it stands in its hierarchy (层级).' })
  level!: AccountLevel;

  @Field(() => UUID, { nullable: true, description: 'The account above it, at its level or higher (上级客户).' })
  parentId?: string | null;

  @Field(() => UUID, {
    nullable: true,
    description:
      'The accountable rep, you or of one of your teams, which shares it; default: you, where your token names a rep (责任人).',
  })
  ownerId?: string | null;

  @Field(() => UUID, { nullable: true, description: 'The company that it signs and pays through (法人主体).' })
  legalEntityId?: string | null;

  @TextField('What business it is in (行业).', { max: 200, optional: true })
  industry?: string | null;

  @TextField('Its id in another system, such as the number of the ERP, unique in the tenant (外部标识).', {
    max: 200,
    optional: true,
  })
  externalId?: string | null;
}

@InputType({ description: 'Changes an account; what is left out stays as it is (客户变更).' })
export class UpdateAccountInput extends CommandInput {
  @Field(() => UUID, { description: 'The account (客户).' })
  accountId!: string;

  @TextField('New name, not of a region or an industry (名称).', { max: 200, optional: true })
  name?: string | null;

  @Field(() => AccountLevel, { nullable: true, description: 'New level (层级).' })
  level?: AccountLevel | null;

  @Field(() => UUID, { nullable: true, description: 'New account above it; null: none any more (上级客户).' })
  parentId?: string | null;

  @Field(() => UUID, {
    nullable: true,
    description: 'Who takes it over, you or of one of your teams; its team and its contacts follow (移交给).',
  })
  ownerId?: string | null;

  @Field(() => UUID, {
    nullable: true,
    description: 'New company that it signs and pays through; null: none any more (法人主体).',
  })
  legalEntityId?: string | null;

  @TextField('New industry; null: none any more (行业).', { max: 200, optional: true })
  industry?: string | null;

  @ExpectedVersion('account')
  expectedVersion?: number | null;
}

@InputType({ description: 'Says how an account is to be judged; what is left out stays as it is (客户定位).' })
export class PositionAccountInput extends CommandInput {
  @Field(() => UUID, { description: 'The account (客户).' })
  accountId!: string;

  @Field(() => PurchasePattern, {
    nullable: true,
    description: 'How it buys; null: by its last lead that was classified (购买类型).',
  })
  purchasePattern?: PurchasePattern | null;

  @WholeField('Which share of its potential can be won; null: as the rule says (可获取比例).', {
    min: 0,
    max: 10_000,
    optional: true,
  })
  attainableBasisPoints?: number | null;

  @Field(() => RelationshipType, {
    nullable: true,
    description: 'The relationship as it is; null: unknown (当前关系类型).',
  })
  currentRelationshipType?: RelationshipType | null;

  @Field(() => RelationshipType, {
    nullable: true,
    description: 'The relationship that we want; null: open (期望关系类型).',
  })
  desiredRelationshipType?: RelationshipType | null;

  @WholeField('Hours of work on it in a month; null: as its class says (每月投入).', {
    min: 0,
    max: 744,
    optional: true,
  })
  effortHours?: number | null;

  @CurrencyField("ISO 4217 code in which it is assessed; null: the company's currency (评估币种).", { optional: true })
  assessmentCurrency?: string | null;

  @ExpectedVersion('account')
  expectedVersion?: number | null;
}

@InputType({ description: 'Narrows a list of accounts; all given conditions must hold (筛选).' })
export class AccountFilter extends DecidedFilter {
  @Field(() => String, { nullable: true, description: 'The name contains this, in upper or lower case (名称包含).' })
  nameContains?: string | null;

  @Field(() => [AccountLevel], { nullable: true, description: 'Of one of these levels (客户层级).' })
  levels?: AccountLevel[] | null;

  @Field(() => UUID, { nullable: true, description: 'Directly under this account (上级客户).' })
  parentId?: string | null;

  @Field(() => UUID, { nullable: true, description: 'Of this owner (责任人).' })
  ownerId?: string | null;

  @Field(() => String, { nullable: true, description: 'Shared by this team (团队).' })
  team?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only those with an owner; false: only those without one (有无责任人).',
  })
  hasOwner?: boolean | null;

  @Field(() => [LifecycleStage], { nullable: true, description: 'Today in one of these stages (关系阶段).' })
  stages?: LifecycleStage[] | null;

  @Field(() => [AccountClass], { nullable: true, description: 'Today of one of these classes (客户类型).' })
  classes?: AccountClass[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True: only those whose wanted relationship is above the one that is there; false: only the others (有无关系差距).',
  })
  hasRelationshipGap?: boolean | null;
}
