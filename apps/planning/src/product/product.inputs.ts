import { CommandInput, MoneyInput, TextField } from '@fivepoint/service';
import { Field, InputType } from 'type-graphql';

@InputType({ description: 'Registers a product that can be planned and sold (登记产品).' })
export class RegisterProductInput extends CommandInput {
  @TextField('Name of the product (名称).', { max: 200 })
  name!: string;

  @TextField('The series it belongs to (系列).', { max: 200, optional: true })
  series?: string | null;

  @Field(() => MoneyInput, { nullable: true, description: 'List price of one unit, not negative (目录价).' })
  listPrice?: MoneyInput | null;

  @TextField('Its id in another system, such as the number of the ERP, unique in the tenant (外部标识).', {
    max: 200,
    optional: true,
  })
  externalId?: string | null;
}

@InputType({ description: 'Narrows a list of products; all given conditions must hold (筛选).' })
export class ProductFilter {
  @Field(() => String, { nullable: true, description: 'The name contains this, in upper or lower case (名称包含).' })
  nameContains?: string | null;

  @Field(() => String, { nullable: true, description: 'Of this series (系列).' })
  series?: string | null;
}
