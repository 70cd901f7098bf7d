import { Money } from '@fivepoint/kernel';
import { ValidateBy, type ValidationArguments } from 'class-validator';
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
import { CurrencyField, isCurrency } from './input-fields';
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
@ObjectType('Money', { description: 'An amount of money: an exact decimal with its ISO 4217 currency (金额).' })
export class MoneyValue extends AmountColumns {
  @Column({ type: 'bigint', transformer: bigintColumn })
  override minor!: bigint;

  @Field(() => Decimal, {
    description: 'In major units with the decimals of the currency: CNY 2, JPY 0, KWD 3 (金额).',
  })
  amount(): string {
    return this.money.amount;
  }

  @Field({ description: 'ISO 4217 code, such as CNY (币种).' })
  @Column({ type: 'char', length: 3 })
  override currency!: string;

  static of(money: Money): MoneyValue {
    return Object.assign(new MoneyValue(), { minor: money.minor, currency: money.currency });
  }
}

/** What is not in the table is null there too: against undefined TypeORM finds a change in what is not there, and the version grows. */
const absentIsNull: ValueTransformer = { from: (value: unknown) => value, to: (value: unknown) => value ?? null };

/** The same columns where there may be no amount; `MoneyColumnsLoaded` turns a pair of nulls into null. */
export class OptionalMoneyValue extends AmountColumns {
  @Column({ type: 'bigint', transformer: [bigintColumn, absentIsNull], nullable: true })
  override minor!: bigint;

  @Column({ type: 'char', length: 3, transformer: absentIsNull, nullable: true })
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

@InputType({ description: 'An amount of money to record (金额).' })
export class MoneyInput {
  @Field(() => Decimal, {
    description: 'In major units, such as "1250000.00"; no more decimals than the currency has (金额).',
  })
  @ValidateBy({
    name: 'amountOfItsCurrency',
    validator: { validate: (_, at) => amountProblem(at) === null, defaultMessage: (at) => amountProblem(at) ?? '' },
  })
  amount!: string;

  @CurrencyField('ISO 4217 code, such as CNY (币种).')
  currency!: string;
}

/** Why there is no such amount of its currency; null where there is, and where the currency is what is wrong. */
function amountProblem(at?: ValidationArguments): string | null {
  const { amount, currency } = (at?.object ?? {}) as MoneyInput;
  if (!isCurrency(currency)) return null;
  try {
    Money.parse(amount, currency);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : 'must be an amount of money';
  }
}
