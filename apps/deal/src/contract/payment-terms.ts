import { wholeInBasisPoints } from '@fivepoint/kernel';
import { graphEnum, InputProblem } from '@fivepoint/service';
import { Field, InputType, Int, ObjectType } from 'type-graphql';

export const InstalmentTrigger = graphEnum('InstalmentTrigger', 'What makes an instalment fall due (付款触发点).', {
  SIGNING: 'The signing of the contract: down payment (首付款)',
  DELIVERY: 'The delivery of the goods (到货款)',
  ACCEPTANCE: 'The acceptance of the work (验收款)',
  WARRANTY_END: 'The end of the warranty: retention (质保金)',
});
export type InstalmentTrigger = keyof typeof InstalmentTrigger;

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

  @Field(() => Int, { description: 'Share of the contract in basis points; all terms sum to 10000 (占比,万分之一).' })
  basisPoints!: number;

  @Field(() => InstalmentTrigger, { description: 'What makes it fall due (触发点).' })
  trigger!: InstalmentTrigger;

  @Field(() => Int, { description: 'Days from the trigger to the due date, 0–3650 (账期天数).' })
  dueDays!: number;
}

@InputType({ description: 'One part of what a contract pays: how much of it, and when (付款条款).' })
export class PaymentTermInput implements PaymentTermValue {
  @Field({ description: 'What the parties call it, such as 首付款 (名称).' })
  name!: string;

  @Field(() => Int, {
    description: 'Share of the contract in basis points; all terms must sum to 10000 (占比,万分之一).',
  })
  basisPoints!: number;

  @Field(() => InstalmentTrigger, { description: 'What makes it fall due (触发点).' })
  trigger!: InstalmentTrigger;

  @Field(() => Int, { description: 'Days from the trigger to the due date, 0–3650 (账期天数).' })
  dueDays!: number;
}

const maxTerms = 24;
const maxDueDays = 3650;

/** Everything that is wrong with a contract's payment terms (rules §7: basis points must sum to 10000); empty when they are right. */
export function paymentTermProblems(terms: readonly PaymentTermValue[]): InputProblem[] {
  const problems: InputProblem[] = [];
  const problem = (path: string, message: string) => problems.push(new InputProblem(path, message));
  if (terms.length === 0)
    problem('paymentTerms', 'name at least one term; one term of 10000 basis points is the whole amount');
  if (terms.length > maxTerms) problem('paymentTerms', `at most ${maxTerms} terms, not ${terms.length}`);
  terms.forEach(({ name, basisPoints, dueDays }, index) => {
    const at = `paymentTerms.${index}`;
    if (name.trim() === '') problem(`${at}.name`, 'must not be empty');
    if (basisPoints < 1 || basisPoints > wholeInBasisPoints)
      problem(`${at}.basisPoints`, `must be from 1 to ${wholeInBasisPoints}, not ${basisPoints}`);
    if (dueDays < 0 || dueDays > maxDueDays)
      problem(`${at}.dueDays`, `must be from 0 to ${maxDueDays} days, not ${dueDays}`);
  });
  const sum = terms.reduce((total, { basisPoints }) => total + basisPoints, 0);
  if (terms.length > 0 && sum !== wholeInBasisPoints)
    problem('paymentTerms', `basis points must sum to ${wholeInBasisPoints}, not ${sum}`);
  return problems;
}
