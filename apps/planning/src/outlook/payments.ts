import { wholeInBasisPoints } from '@fivepoint/kernel';
import { AtMost, WholeField } from '@fivepoint/service';
import { Field, InputType, Int, ObjectType } from 'type-graphql';

/** One part of what a line pays: how much of it, and how many months after the close. */
export interface Payment {
  basisPoints: number;
  lagMonths: number;
}

@ObjectType({ description: 'One part of what a line pays: how much of it, and when (回款安排).' })
export class OutlookPayment implements Payment {
  @Field(() => Int, { description: 'Share of the target in basis points; all parts sum to 10000 (占比，万分之一).' })
  basisPoints!: number;

  @Field(() => Int, { description: 'Months from the close until it comes, 0–36 (滞后月数).' })
  lagMonths!: number;
}

@InputType({ description: 'One part of what a line pays: how much of it, and when (回款安排).' })
export class OutlookPaymentInput implements Payment {
  @WholeField('Share of the target in basis points; all parts must sum to 10000 (占比，万分之一).', {
    min: 1,
    max: wholeInBasisPoints,
  })
  basisPoints!: number;

  @WholeField('Months from the close until it comes (滞后月数).', { min: 0, max: 36 })
  lagMonths!: number;
}

/** How payments come in: `@PaymentsField() payments!: OutlookPaymentInput[]`. */
export function PaymentsField(): PropertyDecorator {
  return (target, property) => {
    const description =
      'In which parts the money comes, 1–24 parts whose basis points sum to 10000; default: all at the close (回款安排).';
    (Field(() => [OutlookPaymentInput], { nullable: true, description }) as PropertyDecorator)(target, property);
    AtMost(24, 'one part of 10000 basis points is the whole amount', { min: 1 })(target, property);
  };
}
