import { graphEnum, MoneyValue } from '@fivepoint/service';
import { Field, ObjectType } from 'type-graphql';

export const TargetRefusalReason = graphEnum(
  'TargetRefusalReason',
  'Why no target is proposed for an account and a product (不提议原因).',
  {
    NO_POTENTIAL:
      "No potential of it is assessed in the plan's currency: a target would rest on what was signed before alone (未评估潜力).",
    NO_PRODUCT: 'The potential is measured for no product, and nobody says for which it is (未分到产品).',
    NOTHING_ATTAINABLE: 'The attainable potential is nothing (无可获取潜力).',
    PRODUCT_TARGET_TAKEN: 'Other lines take the whole target that is set for the product (产品总目标已满).',
  },
);
export type TargetRefusalReason = keyof typeof TargetRefusalReason;

@ObjectType({
  description:
    'The target that follows from the attainable potential of an account for a product, or why none does (目标建议).',
})
export class ProposedTarget {
  accountId!: string;

  productId!: string | null;

  @Field(() => MoneyValue, {
    nullable: true,
    description:
      "What of the account's attainable potential is for the product, in the days of the plan's period; null where none is assessed (可获取潜力).",
  })
  attainable!: MoneyValue | null;

  @Field(() => MoneyValue, {
    description:
      'What was signed in as many days before the period; it stands beside the target, which never rests on it (上期实绩).',
  })
  lastActual!: MoneyValue;

  @Field(() => MoneyValue, {
    nullable: true,
    description: 'The target that the draft has; null without a line that you may see (现目标).',
  })
  planned!: MoneyValue | null;

  @Field(() => MoneyValue, {
    nullable: true,
    description:
      'The proposed target: what is attainable, or its part of the target that is set for the product; null where none is proposed (建议目标).',
  })
  target!: MoneyValue | null;

  @Field(() => TargetRefusalReason, {
    nullable: true,
    description: 'Why none is proposed; null where one is (不提议原因).',
  })
  refusalReason!: TargetRefusalReason | null;
}
