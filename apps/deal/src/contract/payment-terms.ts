import { wholeInBasisPoints } from '@fivepoint/kernel';
import { AtMost, graphEnum, InputProblem, TextField, WholeField } from '@fivepoint/service';
import { Field, InputType, Int, ObjectType } from 'type-graphql';

export const InstalmentTrigger = graphEnum('InstalmentTrigger', 'What makes an instalment fall due (付款触发点).', {
  SIGNING: 'The signing of the contract: down payment (首付款).',
  DELIVERY: 'The delivery of the goods (到货款).',
  ACCEPTANCE: 'The acceptance of the work (验收款).',
  WARRANTY_END: 'The end of the warranty: retention (质保金).',
});
export type InstalmentTrigger = keyof typeof InstalmentTrigger;

const maxTerms = 24;

/** One part of what a contract pays: how much of it, and when (付款条款). */
export interface PaymentTermValue {
  name: string;
  basisPoints: number;
  trigger: InstalmentTrigger;
  dueDays: number;
}

@ObjectType({ description: 'One part of what a contract pays: how much of it, and when (付款条款).' })
export class PaymentTerm implements PaymentTermValue {
  @Field({ description: 'What the parties call it, such as 首付款 (名称).' })
  name!: string;

  @Field(() => Int, { description: 'Share of the contract in basis points; all terms sum to 10000 (占比，万分之一).' })
  basisPoints!: number;

  @Field(() => InstalmentTrigger, { description: 'What makes it fall due (触发点).' })
  trigger!: InstalmentTrigger;

  @Field(() => Int, { description: 'Days from the trigger to the due date, 0–3650 (账期天数).' })
  dueDays!: number;
}

/** How payment terms come in: `@PaymentTermsField('How it pays … (付款条款).') paymentTerms!: PaymentTermInput[]`. */
export function PaymentTermsField(description: string, optional = false): PropertyDecorator {
  return (target, property) => {
    (Field(() => [PaymentTermInput], { nullable: optional, description }) as PropertyDecorator)(target, property);
    AtMost(maxTerms, 'one term of 10000 basis points is the whole amount', { min: 1 })(target, property);
  };
}

@InputType({ description: 'One part of what a contract pays: how much of it, and when (付款条款).' })
export class PaymentTermInput implements PaymentTermValue {
  @TextField('What the parties call it, such as 首付款 (名称).', { max: 200 })
  name!: string;

  @WholeField('Share of the contract in basis points; all terms must sum to 10000 (占比，万分之一).', {
    min: 1,
    max: wholeInBasisPoints,
  })
  basisPoints!: number;

  @Field(() => InstalmentTrigger, { description: 'What makes it fall due (触发点).' })
  trigger!: InstalmentTrigger;

  @WholeField('Days from the trigger to the due date (账期天数).', { min: 0, max: 3650 })
  dueDays!: number;
}

/** What is wrong with payment terms together (rules §7: basis points must sum to 10000); null when they are right. */
export function paymentTermProblem(terms: readonly Pick<PaymentTermValue, 'basisPoints'>[]): InputProblem | null {
  const sum = terms.reduce((total, { basisPoints }) => total + basisPoints, 0);
  return sum === wholeInBasisPoints
    ? null
    : new InputProblem('paymentTerms', `basis points must sum to ${wholeInBasisPoints}, not ${sum}`);
}
