import { productOf, type Ratio, roundedQuotient, roundedRatio, splitByWeights } from '@fivepoint/kernel';

/** What makes an account buy, and how much of it (rules §1, capabilities P09–P11). */
export interface Driver {
  /** How many units of the driver there are, such as 1,200 stations; not negative. */
  quantity: Ratio;
  /** Units bought per unit of the driver and year, such as .25; not negative. */
  intensity: Ratio;
  /** Minor units of the account's currency; not negative. */
  unitPrice: bigint;
}

export interface PotentialTerms {
  /** Over how many months; 12 by default. */
  horizonMonths: number;
  /** Of the lifecycle stage; 1 by default. */
  stageFactor: Ratio;
  /** Which share of the potential can be won at all, from 0 to 1. */
  attainableShare: Ratio;
  /** What we sold over the same horizon, in minor units. */
  ownSales: bigint;
}

export interface Potential {
  potential: bigint;
  /** What each driver adds to it; they sum to it exactly. */
  contributions: bigint[];
  attainable: bigint;
  /** Own sales ÷ potential with four decimals; null where there is no potential. */
  shareOfWallet: string | null;
  /** What could still be won, never below zero. */
  whitespace: bigint;
}

/**
 * What an account could buy, and what of it we could win (rules §1, capability P12): Σ quantity × intensity × unit price, over the horizon and
 * times the factor of the stage. All is worked out exactly and each sum rounded once, half away from zero. Null where no driver is known,
 * which is not the same as a potential of nothing. Pure.
 */
export function potentialOf(drivers: readonly Driver[], terms: PotentialTerms): Potential | null {
  if (drivers.length === 0) return null;
  const { stageFactor, attainableShare, ownSales } = terms;
  const horizon = { numerator: BigInt(terms.horizonMonths), denominator: 12n };
  const exact = drivers.map(({ quantity, intensity, unitPrice }) =>
    productOf([quantity, intensity, { numerator: unitPrice, denominator: 1n }, horizon, stageFactor]),
  );
  const whole = sum(exact);
  const potential = roundedQuotient(whole.numerator, whole.denominator);
  const won = productOf([whole, attainableShare]);
  const attainable = roundedQuotient(won.numerator, won.denominator);
  return {
    potential,
    contributions: whole.numerator === 0n ? exact.map(() => 0n) : splitByWeights(potential, overOneDenominator(exact)),
    attainable,
    shareOfWallet: roundedRatio(ownSales * whole.denominator, whole.numerator, 4),
    whitespace: attainable > ownSales ? attainable - ownSales : 0n,
  };
}

const denominatorOf = (ratios: readonly Ratio[]): bigint =>
  ratios.reduce((common, { denominator }) => common * denominator, 1n);

function overOneDenominator(ratios: readonly Ratio[]): bigint[] {
  const common = denominatorOf(ratios);
  return ratios.map(({ numerator, denominator }) => (numerator * common) / denominator);
}

function sum(ratios: readonly Ratio[]): Ratio {
  const numerators = overOneDenominator(ratios);
  return { numerator: numerators.reduce((total, one) => total + one, 0n), denominator: denominatorOf(ratios) };
}
