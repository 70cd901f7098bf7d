import { productOf, type Ratio, roundedQuotient } from '@fivepoint/kernel';
import { type PipelineOutcome, type PipelineStage, rankOf } from '../pipeline/pipeline.stages';
import type { FunnelStage } from './funnel-template';
import type { PurchasePattern } from '../account/purchase-pattern';

/** Closed cases that went the same way. */
export interface ClosedCases {
  purchasePattern: PurchasePattern | null;
  firstStage: PipelineStage;
  /** The furthest. */
  stage: PipelineStage;
  outcome: Exclude<PipelineOutcome, 'OPEN'>;
  endsOnly: boolean;
  count: number;
}

/**
 * TEMPLATE: as the company set it; CALIBRATED: from its own closed cases; COMPOSED: the product of the conversions that count from there on; EARLIER:
 * that of a stage before it, which is the least that it can be.
 */
export type RateSource = 'TEMPLATE' | 'CALIBRATED' | 'COMPOSED' | 'EARLIER';

export interface Rate {
  /** What counts, exactly. */
  ratio: Ratio;
  source: RateSource;
  templateBasisPoints: number;
  reachedCount: number;
  convertedCount: number;
  /** Of those that reached it, the cases of which nobody knows how the customer buys. */
  unknownPatternCount: number;
}

export interface StageConversion {
  stage: PipelineStage;
  name: string;
  /** To the next stage of the funnel, of the last one to a contract. */
  conversion: Rate;
  /** To a contract. */
  toWin: Rate;
}

/** The stages of a funnel, and from how many cases on history counts. */
export interface Funnel {
  stages: readonly FunnelStage[];
  samplesNeededCount: number;
}

/**
 * The conversions of a funnel (rules §4, capabilities P23, P28): reached(k + 1) ÷ reached(k) among closed cases once enough have reached k, else the
 * template's. A case has reached the stages that it was seen in, from the first to the furthest: a deal that began in PRE_BID never was in
 * VERIFY. Recorded history that tells only how a deal began and ended speaks of the way from VERIFY to a contract, and of nothing between: but that
 * who has come further is not less likely to be won.
 * Who of which nobody knows how they buy count for each pattern, and are told. Pure.
 *
 * @param pattern null pools all
 */
export function conversionsOf(
  { stages, samplesNeededCount }: Funnel,
  closed: readonly ClosedCases[],
  pattern: PurchasePattern | null,
): StageConversion[] {
  const cases = closed.filter(
    ({ purchasePattern }) => pattern === null || purchasePattern === null || purchasePattern === pattern,
  );
  const rate = (from: PipelineStage, to: PipelineStage, otherwise: Omit<Rate, Counted>): Rate => {
    const reached = cases.filter((one) => hasReached(one, from, to));
    const counted = {
      reachedCount: count(reached),
      convertedCount: count(reached.filter((one) => rankOf(one.stage) >= rankOf(to))),
      unknownPatternCount: count(reached.filter(({ purchasePattern }) => purchasePattern === null)),
    };
    if (counted.reachedCount < samplesNeededCount) return { ...otherwise, ...counted };
    const [numerator, denominator] = [BigInt(counted.convertedCount), BigInt(counted.reachedCount)];
    return { ...otherwise, ...counted, ratio: { numerator, denominator }, source: 'CALIBRATED' };
  };
  const conversions = stages.map(({ stage, conversionBasisPoints }, index) =>
    rate(stage, stages[index + 1]?.stage ?? 'SIGNED', {
      ratio: ofBasisPoints(conversionBasisPoints),
      source: 'TEMPLATE',
      templateBasisPoints: conversionBasisPoints,
    }),
  );
  const separately = stages.map(({ stage, name }, index) => {
    const [template, counting] = [
      productOf(stages.slice(index).map(({ conversionBasisPoints }) => ofBasisPoints(conversionBasisPoints))),
      conversions.slice(index),
    ];
    return {
      stage,
      name,
      conversion: conversions[index]!,
      toWin: rate(stage, 'SIGNED', {
        ratio: productOf(counting.map(({ ratio }) => ratio)),
        source: counting.every(({ source }) => source === 'TEMPLATE') ? 'TEMPLATE' : 'COMPOSED',
        templateBasisPoints: basisPointsOf(template),
      }),
    };
  });
  return asLikelyAsBefore(separately);
}

/** Whether history knows the way from this stage to a contract, but not to the next stage. Pure. */
export const knownByItsEnds = ({ conversion, toWin }: StageConversion): boolean =>
  toWin.source === 'CALIBRATED' && conversion.source === 'TEMPLATE';

function asLikelyAsBefore(stages: readonly StageConversion[]): StageConversion[] {
  let least: Ratio | null = null;
  return stages.map((one) => {
    if (one.toWin.source === 'CALIBRATED') {
      least = knownByItsEnds(one) ? one.toWin.ratio : null;
      return one;
    }
    if (!least || !isLess(one.toWin.ratio, least)) return one;
    return { ...one, toWin: { ...one.toWin, ratio: least, source: 'EARLIER' } };
  });
}

const isLess = (a: Ratio, b: Ratio): boolean => a.numerator * b.denominator < b.numerator * a.denominator;

type Counted = 'reachedCount' | 'convertedCount' | 'unknownPatternCount';

/** The stage of a funnel by which a case in this stage counts: the last one that it has come to; null before the first. Pure. */
export const conversionAt = (conversions: readonly StageConversion[], stage: PipelineStage): StageConversion | null =>
  conversions.findLast((one) => rankOf(one.stage) <= rankOf(stage)) ?? null;

/** The chance of a contract for a case in this stage; null before the first stage of the funnel. Pure. */
export const chanceAt = (conversions: readonly StageConversion[], stage: PipelineStage): Ratio | null =>
  conversionAt(conversions, stage)?.toWin.ratio ?? null;

/** A ratio of at most 1 in basis points, rounded once, half away from zero. */
export const basisPointsOf = ({ numerator, denominator }: Ratio): number =>
  Number(roundedQuotient(numerator * 10_000n, denominator));

const ofBasisPoints = (basisPoints: number): Ratio => ({ numerator: BigInt(basisPoints), denominator: 10_000n });

function hasReached(one: ClosedCases, stage: PipelineStage, to: PipelineStage): boolean {
  if (one.endsOnly) return stage === one.firstStage && to === 'SIGNED';
  return rankOf(one.firstStage) <= rankOf(stage) && rankOf(stage) <= rankOf(one.stage);
}

const count = (cases: readonly ClosedCases[]): number => cases.reduce((sum, one) => sum + one.count, 0);
