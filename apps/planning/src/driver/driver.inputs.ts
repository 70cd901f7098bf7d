import { AtMost, CommandInput, DecimalField, LocalDateScalar, MoneyInput, TextField, UUID } from '@fivepoint/service';
import { Field, InputType } from 'type-graphql';

@InputType({ description: 'Names something that makes customers buy (登记驱动因素).' })
export class RegisterDemandDriverInput extends CommandInput {
  @TextField('What drives demand, such as base stations; unique in the tenant (名称).', { max: 200 })
  name!: string;

  @TextField('What it is counted in, such as 座 or users (单位).', { max: 50 })
  unit!: string;
}

@InputType({
  description: 'Records how much of a driver there is at an account, and what it buys because of it (登记驱动量).',
})
export class RecordDriverMeasureInput extends CommandInput {
  @Field(() => UUID, { description: 'The account (客户).' })
  accountId!: string;

  @Field(() => UUID, { description: 'The driver (驱动因素).' })
  demandDriverId!: string;

  @Field(() => UUID, { nullable: true, description: 'What is bought because of it; left out while it is open (产品).' })
  productId?: string | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: "The day on which it was so, not in the future; default: today in the tenant's time zone (截至日).",
  })
  measuredOn?: string | null;

  @DecimalField("How much of it there is, in the driver's unit; 0 where there is none any more (驱动量).")
  quantity!: string;

  @DecimalField('How many units are bought for one unit of the driver in a year (购买系数).')
  intensity!: string;

  @Field(() => MoneyInput, {
    description: 'What one bought unit costs: not negative, in the currency in which the account is assessed (单价).',
  })
  unitPrice!: MoneyInput;

  @TextField('Who or what says so, such as an annual report (来源).', { max: 500 })
  source!: string;

  @Field(() => [UUID], {
    defaultValue: [],
    description: 'The people at the account for whom it matters, at most 20 (相关联系人).',
  })
  @AtMost(20, 'name those who decide')
  contactIds!: string[];
}

@InputType({ description: 'Narrows a list of drivers; all given conditions must hold (筛选).' })
export class DemandDriverFilter {
  @Field(() => String, { nullable: true, description: 'The name contains this, in upper or lower case (名称包含).' })
  nameContains?: string | null;
}

@InputType({ description: 'Narrows a list of measures; all given conditions must hold (筛选).' })
export class DriverMeasureFilter {
  @Field(() => UUID, { nullable: true, description: 'Of this account (客户).' })
  accountId?: string | null;

  @Field(() => UUID, { nullable: true, description: 'Of this driver (驱动因素).' })
  demandDriverId?: string | null;

  @Field(() => UUID, { nullable: true, description: 'For this product (产品).' })
  productId?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Measured on this day or later (截至日起).' })
  measuredFrom?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Measured on this day or earlier (截至日止).' })
  measuredTo?: string | null;
}
