import { MoneyValue } from '@fivepoint/service';
import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({
  description: 'What the lines of a plan add up to for one product, beside what was set for it (产品目标汇总).',
})
export class ProductTarget {
  productId!: string;

  @Field(() => MoneyValue, { description: 'Sum of the targets of its lines, exactly (行目标合计).' })
  target!: MoneyValue;

  @Field(() => Int, { description: 'How many lines that is (行数).' })
  lineCount!: number;

  @Field(() => MoneyValue, {
    nullable: true,
    description: 'What was set for the product before its lines; null where nothing was (产品总目标).',
  })
  productTarget!: MoneyValue | null;

  @Field(() => MoneyValue, {
    nullable: true,
    description: 'The sum of its lines less its target, which must be zero when the plan is handed in (差额).',
  })
  difference!: MoneyValue | null;
}
