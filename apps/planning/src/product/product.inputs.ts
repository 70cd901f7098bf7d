import { CommandInput, MoneyInput } from '@fivepoint/service';
import { Matches, MaxLength } from 'class-validator';
import { Field, InputType } from 'type-graphql';

@InputType({ description: 'Registers a product that can be planned and sold (登记产品).' })
export class RegisterProductInput extends CommandInput {
  @Field({ description: 'Name of the product (名称).' })
  @Matches(/\S/, { message: 'name must not be empty' })
  @MaxLength(200, { message: 'name may have at most 200 characters' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'The series it belongs to (系列).' })
  @MaxLength(200, { message: 'series may have at most 200 characters' })
  series?: string | null;

  @Field(() => MoneyInput, { nullable: true, description: 'List price of one unit, not negative (目录价).' })
  listPrice?: MoneyInput | null;

  @Field(() => String, {
    nullable: true,
    description: 'Its id in another system, such as the number of the ERP; unique in the tenant (外部标识).',
  })
  @Matches(/\S/, { message: 'externalId must not be empty; leave it out where there is none' })
  @MaxLength(200, { message: 'externalId may have at most 200 characters' })
  externalId?: string | null;
}

@InputType({ description: 'Narrows a list of products; all given conditions must hold (筛选).' })
export class ProductFilter {
  @Field(() => String, { nullable: true, description: 'The name contains this, in upper or lower case (名称包含).' })
  nameContains?: string | null;

  @Field(() => String, { nullable: true, description: 'Of this series (系列).' })
  series?: string | null;
}
