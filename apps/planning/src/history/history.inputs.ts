import { MoneyInput, PastRows, TextField, UUID } from '@fivepoint/service';
import { Field, InputType } from 'type-graphql';
import { AccountLevel } from '../account/account.levels';

@InputType({ description: 'One product of an older system, as it was (历史产品).' })
export class PastProductRow {
  @TextField('Its id in the older system, unique in the tenant; it makes sending the row again harmless (外部标识).', {
    max: 200,
  })
  externalId!: string;

  @TextField('Name of the product (名称).', { max: 200 })
  name!: string;

  @TextField('The series it belongs to (系列).', { max: 200, optional: true })
  series?: string | null;

  @Field(() => MoneyInput, { nullable: true, description: 'List price of one unit, not negative (目录价).' })
  listPrice?: MoneyInput | null;
}

@InputType({ description: 'Records products of an older system (补录产品).' })
export class RecordPastProductsInput {
  @PastRows(() => PastProductRow)
  rows!: PastProductRow[];
}

@InputType({ description: 'One rep of an older system, as it was (历史销售代表).' })
export class PastRepRow {
  @TextField(
    'Its id in the older system, never the name, unique in the tenant; it makes sending the row again harmless (外部标识).',
    { max: 200 },
  )
  externalId!: string;

  @TextField('Name of the person (姓名).', { max: 200 })
  name!: string;

  @TextField('Work address (邮箱).', { max: 200, optional: true })
  email?: string | null;

  @TextField("Who that is at the identity provider: the token's `sub`, unique in the tenant (登录标识).", {
    max: 200,
    optional: true,
  })
  userId?: string | null;

  @TextField('The team (团队).', { max: 200 })
  team!: string;

  @TextField("The manager's external id: of a rep among these rows, in any order, or recorded before (上级外部标识).", {
    max: 200,
    optional: true,
  })
  managerExternalId?: string | null;
}

@InputType({ description: 'Records reps of an older system (补录销售代表).' })
export class RecordPastRepsInput {
  @PastRows(() => PastRepRow)
  rows!: PastRepRow[];
}

@InputType({ description: 'One account of an older system, as it was (历史客户).' })
export class PastAccountRow {
  @TextField('Its id in the older system, unique in the tenant; it makes sending the row again harmless (外部标识).', {
    max: 200,
  })
  externalId!: string;

  @TextField('Name of the organisation (名称).', { max: 200 })
  name!: string;

  @Field(() => AccountLevel, { defaultValue: 'UNIT', description: 'Where it stands in its hierarchy (层级).' })
  level!: AccountLevel;

  @TextField('What business it is in (行业).', { max: 200, optional: true })
  industry?: string | null;

  @TextField(
    'The external id of the account above it: among these rows, in any order, or recorded before (上级客户外部标识).',
    { max: 200, optional: true },
  )
  parentExternalId?: string | null;

  @Field(() => UUID, {
    nullable: true,
    description: 'The accountable rep; null when the older system does not say (责任人).',
  })
  ownerId?: string | null;
}

@InputType({ description: 'Records accounts of an older system (补录客户).' })
export class RecordPastAccountsInput {
  @PastRows(() => PastAccountRow)
  rows!: PastAccountRow[];
}
