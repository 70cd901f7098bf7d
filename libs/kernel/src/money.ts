import { minorDigits } from './currency';

/** What the wire and the graph carry: `{ "amount": "1250000.00", "currency": "CNY" }`. */
export interface MoneyJson {
  amount: string;
  currency: string;
}

/** What is kept is kept as a 64-bit integer of minor units. */
const most = 2n ** 63n - 1n;
const isKept = (minor: bigint): boolean => minor <= most && minor >= -most;

/**
 * An exact sum of money: whole minor units (fen, yen, fils) of one ISO 4217 currency. Immutable. What somebody says (`parse`) has at most
 * ±9223372036854775807 of them; a sum of many may have more: a report must not fail on two large contracts.
 * Rules, opening paragraph: money is integer minor units; there is no rounding in here.
 */
export class Money {
  private constructor(
    readonly minor: bigint,
    readonly currency: string,
  ) {
    Object.freeze(this);
  }

  /** Money from minor units. RangeError for an unknown currency. */
  static of(minor: bigint, currency: string): Money {
    minorDigits(currency);
    return new Money(minor, currency);
  }

  static zero(currency: string): Money {
    return Money.of(0n, currency);
  }

  /** The exact sum, zero of the currency for none. RangeError where one is of another currency. */
  static sum(amounts: readonly Money[], currency: string): Money {
    return amounts.reduce((sum, amount) => sum.plus(amount), Money.zero(currency));
  }

  /**
   * Money from a plain decimal such as `1250000.00`, `-0.5` or `12`: digits, at most one point, no grouping, no exponent.
   * RangeError with what is right when the text is no such decimal, has more decimals than the currency, or more than 64 bits of minor units.
   */
  static parse(amount: string, currency: string): Money {
    const digits = minorDigits(currency);
    const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(amount);
    if (!match) {
      throw new RangeError(
        `amount must be a plain decimal such as ${example(digits)}, not ${JSON.stringify(amount.slice(0, 40))}`,
      );
    }
    const [, sign, whole = '', fraction = ''] = match;
    if (fraction.length > digits) {
      throw new RangeError(
        `${currency} has ${digits} decimals, so the amount must look like ${example(digits)}, not ${amount.slice(0, 40)}`,
      );
    }
    if (whole.length > 40) throw new RangeError(`money must be within ±${most} minor units`);
    const unsigned = BigInt(whole + fraction.padEnd(digits, '0'));
    const minor = sign === '-' ? -unsigned : unsigned;
    if (!isKept(minor)) throw new RangeError(`money must be within ±${most} minor units, not ${minor}`);
    return new Money(minor, currency);
  }

  /** The same as `parse`, from what the wire carries. */
  static from(json: MoneyJson): Money {
    return Money.parse(json.amount, json.currency);
  }

  plus(other: Money): Money {
    return Money.of(this.minor + this.same(other, 'add').minor, this.currency);
  }

  /** Whether the sum can be kept: the same currency, and within 64 bits of minor units. */
  canAdd(other: Money): boolean {
    return other.currency === this.currency && isKept(this.minor + other.minor);
  }

  minus(other: Money): Money {
    return Money.of(this.minor - this.same(other, 'subtract').minor, this.currency);
  }

  negate(): Money {
    return Money.of(-this.minor, this.currency);
  }

  /** -1, 0 or 1, as `Array.prototype.sort` wants it. RangeError when the currencies differ. */
  compare(other: Money): -1 | 0 | 1 {
    this.same(other, 'compare');
    return this.minor < other.minor ? -1 : this.minor > other.minor ? 1 : 0;
  }

  equals(other: Money): boolean {
    return this.currency === other.currency && this.minor === other.minor;
  }

  isNegative(): boolean {
    return this.minor < 0n;
  }

  isZero(): boolean {
    return this.minor === 0n;
  }

  /** Plain decimal with exactly the currency's decimals: `1250000.00`, `-0.05`, `1250000` (JPY). */
  get amount(): string {
    const digits = minorDigits(this.currency);
    const unsigned = (this.minor < 0n ? -this.minor : this.minor).toString().padStart(digits + 1, '0');
    const whole = unsigned.slice(0, unsigned.length - digits);
    const sign = this.minor < 0n ? '-' : '';
    return digits === 0 ? `${sign}${whole}` : `${sign}${whole}.${unsigned.slice(-digits)}`;
  }

  toJSON(): MoneyJson {
    return { amount: this.amount, currency: this.currency };
  }

  toString(): string {
    return `${this.currency} ${this.amount}`;
  }

  private same(other: Money, verb: string): Money {
    if (other.currency !== this.currency) throw new RangeError(`cannot ${verb} ${other.currency} and ${this.currency}`);
    return other;
  }
}

function example(digits: number): string {
  return digits === 0 ? '1250000' : `1250000.${'0'.repeat(digits)}`;
}
