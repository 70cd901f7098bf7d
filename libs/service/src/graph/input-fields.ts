import { minorDigits } from '@fivepoint/kernel';
import { ValidateBy, type ValidationOptions } from 'class-validator';
import { Field, Int } from 'type-graphql';
import { noted } from './descriptions';
import { Decimal } from './scalars';
import { Trimmed } from './trimmed-texts';

/*
 * Fields of inputs that say their range once: in the description, which clients read, and in the check, whose words are the same in all
 * services. What breaks a range comes back as InvalidInput with the field's path.
 */

interface Optional {
  optional?: boolean;
}

/**
 * A text: at least `min` (1) and at most `max` characters, not counting blanks at both ends, which are not kept.
 *
 *     @TextField('Name of the organisation (名称).', { max: 200 })
 *     name!: string;
 */
export function TextField(description: string, range: { min?: number; max: number } & Optional): PropertyDecorator {
  const { min = 1, max, optional = false } = range;
  const right = `must have ${min} to ${max} characters, and not only blanks`;
  return all(
    Field(() => String, { nullable: optional, description: noted(description, `${min}–${max} characters`) }),
    Trimmed,
    check(right, (value) => typeof value === 'string' && within([...value].length, min, max) && isVisible(value)),
  );
}

/** Several texts: at most `most` of them, each of 1 to `max` characters and kept as `TextField` keeps one. */
export function TextsField(
  description: string,
  range: { max: number; most: number; default?: string[] } & Optional,
): PropertyDecorator {
  const { max, most, optional = false } = range;
  const right = `must be at most ${most} texts of 1 to ${max} characters, and not only blanks`;
  return all(
    Field(() => [String], {
      nullable: optional,
      ...(range.default !== undefined && { defaultValue: range.default }),
      description: noted(description, `at most ${most} of 1–${max} characters`),
    }),
    Trimmed,
    check(
      right,
      (value) =>
        Array.isArray(value) &&
        value.length <= most &&
        value.every((text) => typeof text === 'string' && within([...text].length, 1, max) && isVisible(text)),
    ),
  );
}

/** A whole number from `min` to `max`, both included, of a unit where it has one: `{ min: 0, max: 100, unit: '%' }`. */
export function WholeField(
  description: string,
  range: { min: number; max: number; unit?: string; default?: number } & Optional,
): PropertyDecorator {
  const { min, max, unit, optional = false } = range;
  const ofUnit = unit ? ` ${unit}` : '';
  return all(
    Field(() => Int, {
      nullable: optional,
      ...(range.default !== undefined && { defaultValue: range.default }),
      description: noted(description, `${min}–${max}${ofUnit}`),
    }),
    check(`must be from ${min} to ${max}${ofUnit}`, (value) => typeof value === 'number' && within(value, min, max)),
  );
}

/** A decimal number that is no money and not negative, such as a quantity: at most 18 digits before the point and 6 behind it. */
export function DecimalField(description: string): PropertyDecorator {
  return all(
    Field(() => Decimal, { description: noted(description, 'not negative') }),
    check('must not be negative', (value) => typeof value === 'string' && !/^-.*[1-9]/.test(value)),
  );
}

/** A code of ISO 4217 that money can be held in, in upper case. */
export function CurrencyField(description: string, { optional = false }: Optional = {}): PropertyDecorator {
  return all(
    Field(() => String, { nullable: optional, description }),
    check('must be an active ISO 4217 code in upper case, such as CNY', isCurrency),
  );
}

/** Of which version the change is: `@ExpectedVersion('deal') expectedVersion?: number | null`. */
export function ExpectedVersion(thing: string): PropertyDecorator {
  return Field(() => Int, {
    nullable: true,
    description: `The version of the ${thing} that you read; refused when it changed since (期望版本).`,
  }) as PropertyDecorator;
}

/** At most so many of a list, each checked by itself; the description says it in its own words. */
export function AtMost(max: number, instead: string, { min = 0 }: { min?: number } = {}): PropertyDecorator {
  return check(
    `must be ${min > 0 ? `${min} to` : 'at most'} ${max}; ${instead}`,
    (value) => Array.isArray(value) && within(value.length, min, max),
  );
}

/** Any other check of one field, with what would be right: `must be an address such as li.na@example.com`. */
export function check(right: string, isRight: (value: unknown, input: object) => boolean): PropertyDecorator {
  const options: ValidationOptions = { message: right };
  return ValidateBy(
    { name: right, validator: { validate: (value, at) => isRight(value, at?.object ?? {}) } },
    options,
  ) as PropertyDecorator;
}

export function isCurrency(value: unknown): value is string {
  try {
    return typeof value === 'string' && minorDigits(value) >= 0;
  } catch {
    return false;
  }
}

/** Whether anybody could see it: a number of a contract that is a space of no width is none. */
const isVisible = (text: string): boolean => /[^\s\p{Cc}\p{Default_Ignorable_Code_Point}]/u.test(text);

const within = (value: number, min: number, max: number): boolean => value >= min && value <= max;

function all(...decorators: unknown[]): PropertyDecorator {
  return (target, property) => {
    for (const decorate of decorators as PropertyDecorator[]) decorate(target, property);
  };
}
