import { MoneyValue } from '@fivepoint/service';
import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'What the lines of a plan add up to for one product (产品目标汇总).' })
export class ProductTarget {
  productId!: string;

  @Field(() => MoneyValue, { description: 'Sum of the targets of its lines, exactly (产品总目标).' })
  target!: MoneyValue;

  @Field(() => Int, { description: 'How many lines that is (行数).' })
  lineCount!: number;
}
