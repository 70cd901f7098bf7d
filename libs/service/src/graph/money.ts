import { Money } from '@fivepoint/kernel';
import { IsISO4217CurrencyCode } from 'class-validator';
import { Directive, Field, InputType, ObjectType } from 'type-graphql';
import {
  Column,
  type EntityMetadata,
  type EntitySubscriberInterface,
  EventSubscriber,
  type LoadEvent,
  type ObjectLiteral,
  type ValueTransformer,
} from 'typeorm';
import { BadUserInput } from './errors';
import { Decimal } from './scalars';

/** PostgreSQL's bigint as a JavaScript bigint; null stays null. */
export const bigintColumn: ValueTransformer = {
  from: (value: string | null) => (value === null ? null : BigInt(value)),
  to: (value: bigint | null | undefined) => (value === undefined || value === null ? value : value.toString()),
};

/**
 * An amount as two columns keep it: integer minor units (分) of an ISO 4217 currency. Both kinds below declare their own columns, because
 * TypeORM takes a column's options from the class that declares it first: an override in a subclass would count for nothing.
 */
abstract class AmountColumns {
  minor!: bigint;
  currency!: string;

  get money(): Money {
    return Money.of(this.minor, this.currency);
  }
}

/** Money as the graph shows it, and the columns of an amount that is always there. */
@Directive('@shareable')
@ObjectType('Money', { description: 'An amount of money (金额): exact decimal with its ISO 4217 currency.' })
export class MoneyValue extends AmountColumns {
  @Column({ type: 'bigint', transformer: bigintColumn })
  override minor!: bigint;

  @Field({ description: 'ISO 4217 code, such as CNY (币种).' })
  @Column({ type: 'char', length: 3 })
  override currency!: string;

  @Field(() => Decimal, {
    description: 'In major units with the decimals of the currency: CNY 2, JPY 0, KWD 3 (金额).',
  })
  amount(): string {
    return this.money.amount;
  }

  static of(money: Money): MoneyValue {
    return Object.assign(new MoneyValue(), { minor: money.minor, currency: money.currency });
  }
}

/** The same columns where there may be no amount; `MoneyColumnsLoaded` turns a pair of nulls into null. */
export class OptionalMoneyValue extends AmountColumns {
  @Column({ type: 'bigint', transformer: bigintColumn, nullable: true })
  override minor!: bigint;

  @Column({ type: 'char', length: 3, nullable: true })
  override currency!: string;
}

/** TypeORM builds an embedded value even from nulls: an amount that is not there must be null, not an empty Money. */
@EventSubscriber()
export class MoneyColumnsLoaded implements EntitySubscriberInterface {
  afterLoad(entity: ObjectLiteral, event?: LoadEvent<ObjectLiteral>): void {
    for (const embedded of event?.metadata.embeddeds ?? []) {
      const value: unknown = entity[embedded.propertyName];
      if (value instanceof OptionalMoneyValue && value.minor === null) entity[embedded.propertyName] = null;
    }
  }
}

/**
 * Runs `write` while an amount that is not there stands as a pair of nulls: TypeORM finds no change in an embedded value that is null, so an
 * amount that a command takes away would stay in its columns.
 */
export async function writingNoMoney(
  metadata: EntityMetadata,
  row: object,
  write: () => Promise<unknown>,
): Promise<void> {
  const absent = metadata.embeddeds
    .filter(({ type, propertyName }) => type === OptionalMoneyValue && Reflect.get(row, propertyName) === null)
    .map(({ propertyName }) => propertyName);
  for (const name of absent)
    Reflect.set(row, name, Object.assign(new OptionalMoneyValue(), { minor: null, currency: null }));
  try {
    await write();
  } finally {
    for (const name of absent) Reflect.set(row, name, null);
  }
}

@InputType({ description: 'An amount of money (金额) to record.' })
export class MoneyInput {
  @Field(() => Decimal, {
    description: 'In major units, such as "1250000.00"; no more decimals than the currency has (金额).',
  })
  amount!: string;

  @Field({ description: 'ISO 4217 code, such as CNY (币种).' })
  @IsISO4217CurrencyCode({ message: 'currency must be an ISO 4217 code, such as CNY' })
  currency!: string;
}

/** The value behind an input; BAD_USER_INPUT names the field when the currency cannot hold the amount's decimals. */
export function moneyOf(input: { amount: string; currency: string }, field: string): Money {
  try {
    return Money.parse(input.amount, input.currency);
  } catch (error) {
    throw new BadUserInput(`${field}: ${error instanceof Error ? error.message : 'not an amount of money'}`);
  }
}
