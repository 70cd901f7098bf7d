import { CommandInput, UUID } from '@fivepoint/service';
import { Matches, MaxLength } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import { AccountLevel } from './account.levels';

@InputType({ description: 'Registers a named buying unit (客户建档).' })
export class RegisterAccountInput extends CommandInput {
  @Field({ description: 'Name of the organisation (名称).' })
  @Matches(/\S/, { message: 'name must not be empty' })
  @MaxLength(200, { message: 'name may have at most 200 characters' })
  name!: string;

  @Field(() => AccountLevel, { defaultValue: 'UNIT', description: 'Where it stands in its hierarchy (层级).' })
  level!: AccountLevel;

  @Field(() => UUID, { nullable: true, description: 'The account above it, at its level or higher (上级客户).' })
  parentId?: string | null;

  @Field(() => UUID, {
    nullable: true,
    description: 'The accountable rep, whose team shares it; default: you, where your token names a rep (责任人).',
  })
  ownerId?: string | null;

  @Field(() => String, { nullable: true, description: 'What business it is in (行业).' })
  @MaxLength(200, { message: 'industry may have at most 200 characters' })
  industry?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Its id in another system, such as the number of the ERP; unique in the tenant (外部标识).',
  })
  @Matches(/\S/, { message: 'externalId must not be empty; leave it out where there is none' })
  @MaxLength(200, { message: 'externalId may have at most 200 characters' })
  externalId?: string | null;
}

@InputType({ description: 'Changes an account; what is left out stays as it is (客户变更).' })
export class UpdateAccountInput extends CommandInput {
  @Field(() => UUID, { description: 'The account (客户).' })
  accountId!: string;

  @Field(() => String, { nullable: true, description: 'New name (名称).' })
  @Matches(/\S/, { message: 'name must not be empty' })
  @MaxLength(200, { message: 'name may have at most 200 characters' })
  name?: string | null;

  @Field(() => AccountLevel, { nullable: true, description: 'New level (层级).' })
  level?: AccountLevel | null;

  @Field(() => UUID, { nullable: true, description: 'New account above it; null: none any more (上级客户).' })
  parentId?: string | null;

  @Field(() => UUID, {
    nullable: true,
    description: 'Who takes it over; its team and its contacts follow (移交给).',
  })
  ownerId?: string | null;

  @Field(() => String, { nullable: true, description: 'New industry; null: none any more (行业).' })
  @MaxLength(200, { message: 'industry may have at most 200 characters' })
  industry?: string | null;

  @Field(() => Int, { nullable: true, description: 'The version you read; refused when it changed since (期望版本).' })
  expectedVersion?: number | null;
}

@InputType({ description: 'Narrows a list of accounts; all given conditions must hold (筛选).' })
export class AccountFilter {
  @Field(() => String, { nullable: true, description: 'The name contains this, in upper or lower case (名称包含).' })
  nameContains?: string | null;

  @Field(() => UUID, { nullable: true, description: 'Of this owner (责任人).' })
  ownerId?: string | null;

  @Field(() => String, { nullable: true, description: 'Shared by this team (团队).' })
  team?: string | null;

  @Field(() => AccountLevel, { nullable: true, description: 'Of this level (层级).' })
  level?: AccountLevel | null;
}
