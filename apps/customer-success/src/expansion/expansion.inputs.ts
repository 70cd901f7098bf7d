import { CommandInput, LocalDateScalar, MoneyInput, UUID } from '@fivepoint/service';
import { Max, MaxLength, Min, MinLength } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';

@InputType({ description: 'Says what more a customer needs, so that deal takes over (识别增购).' })
export class IdentifyExpansionInput extends CommandInput {
  @Field(() => UUID, { description: 'The customer (客户).' })
  accountId!: string;

  @Field(() => UUID, { nullable: true, description: 'What is to be bought (产品).' })
  productId?: string | null;

  @Field({ description: 'What the customer needs (新需求).' })
  @MinLength(3, { message: 'need must say in at least 3 characters what the customer needs' })
  @MaxLength(2000, { message: 'need may have at most 2000 characters' })
  need!: string;

  @Field(() => Int, { description: 'How well our products fit that need, 0–100 % (匹配度).' })
  @Min(0, { message: 'fit must be from 0 to 100 percent' })
  @Max(100, { message: 'fit must be from 0 to 100 percent' })
  fit!: number;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'A new product would have to be developed (是否开发新品).',
  })
  newProductRequired!: boolean;

  @Field(() => MoneyInput, { description: 'What it is expected to be worth; more than zero (预计金额).' })
  amount!: MoneyInput;

  @Field(() => LocalDateScalar, { description: 'When it should be signed (签约时间).' })
  dueOn!: string;
}
