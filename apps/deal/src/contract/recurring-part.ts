import { LocalDateScalar, MoneyInput, MoneyValue, WholeField } from '@fivepoint/service';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import type { Contract } from './contract';

@ObjectType({ description: 'The part of a contract that comes back every term (经常性部分).' })
export class RecurringPart {
  @Field(() => MoneyValue, { description: 'What one term is worth (每期金额).' })
  amount!: MoneyValue;

  @Field(() => Int, { description: 'Months of one term, 1–240 (期限，月).' })
  termMonths!: number;

  @Field(() => LocalDateScalar, { description: 'First day of the first term (起始日).' })
  startsOn!: string;
}

@InputType({ description: 'The part of a contract that comes back every term (经常性部分).' })
export class RecurringPartInput {
  @Field(() => MoneyInput, {
    description: 'What one term is worth; more than zero, in the currency of the contract (每期金额).',
  })
  amount!: MoneyInput;

  @WholeField('Months of one term (期限，月).', { min: 1, max: 240 })
  termMonths!: number;

  @Field(() => LocalDateScalar, {
    description: 'First day of the first term, from the day of signing to ten years after it (起始日).',
  })
  startsOn!: string;
}

/** What of a contract comes back; null where nothing does. */
export function recurringPartOf({
  recurring,
  termMonths,
  startsOn,
}: Pick<Contract, 'recurring' | 'termMonths' | 'startsOn'>): RecurringPart | null {
  return recurring && termMonths && startsOn
    ? Object.assign(new RecurringPart(), { amount: recurring, termMonths, startsOn })
    : null;
}
