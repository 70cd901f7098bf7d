import { splitByWeights } from '@fivepoint/kernel';
import { fillRandom } from './generator';
import { normalQuantile } from './normal';

/** A plan line as a rehearsal sees it (rules §4, capabilities P01, N1). */
export interface RehearsalLine {
  /** What its luck hangs on: the same key and seed have the same draws. */
  key: string;
  /** Minor units of the plan's currency, not negative; all lines together are below 2^53. */
  amount: number;
  /** That it closes at all, 0–10000 basis points. */
  probability: number;
  /** The period in which it closes if nothing slips, from 0. */
  period: number;
  /** The chance of each delay in whole periods, beginning with none; basis points that sum to 10000. */
  slip: readonly number[];
  /** Lines of a group share their luck. */
  group: string | null;
  /** When the money comes, in periods after the close; basis points that sum to 10000. */
  terms: readonly { basisPoints: number; lag: number }[];
}

export interface RehearsalTerms {
  periodCount: number;
  /** Minor units that are to be booked within the periods. */
  target: number;
  trials: number;
  /** A whole number from 0 to 2^53 − 1. */
  seed: number;
  /** How much each group shares, 0–10000 basis points. */
  correlations: ReadonlyMap<string, number>;
}

export interface Samples {
  /** What was booked within the periods, per trial. */
  bookings: Float64Array;
  /** What comes in within them, per trial. */
  cash: Float64Array;
  /** Bookings by period. */
  bookingsByPeriod: Float64Array[];
  /** Cash by the period in which it comes; what comes later is not in it. */
  cashByPeriod: Float64Array[];
  /** For each line in how many trials it closed within the periods, and in how many of those the target was hit. */
  closed: number[];
  closedAndHit: number[];
  hits: number;
}

/** Trials that are worked off together; streams of random numbers are per block, so that it belongs to what a seed means. */
export const blockSize = 1024;
const words = blockSize / 32;
/** A draw is one of so many. */
const draws = 2 ** 31;

/**
 * Plays a plan through, trial by trial (rules §4): each line closes or not, slips or not, and pays by its terms. What slips beyond the last
 * period counts for nothing. A line has one draw per trial for the close and, where it may slip, one for the delay, whatever comes of the
 * first. Pure but for the callback; the same for a seed on every machine. RangeError where two lines have one key.
 *
 * @param afterBlock told the trials done so far, after each block.
 */
export function simulate(
  lines: readonly RehearsalLine[],
  terms: RehearsalTerms,
  afterBlock: (trialsDone: number) => void = () => undefined,
): Samples {
  const { periodCount, target, trials } = terms;
  if (new Set(lines.map(({ key }) => key)).size < lines.length) throw new RangeError('a line comes more than once');
  const series = (length: number) => Array.from({ length: periodCount }, () => new Float64Array(length));
  const samples: Samples = {
    bookings: new Float64Array(trials),
    cash: new Float64Array(trials),
    bookingsByPeriod: series(trials),
    cashByPeriod: series(trials),
    closed: lines.map(() => 0),
    closedAndHit: lines.map(() => 0),
    hits: 0,
  };
  const played = lines.map((line) => playable(line, terms));
  const [booked, paid] = [series(blockSize), series(blockSize)];
  const closes = lines.map(() => new Uint32Array(words));
  const hit = new Uint32Array(words);

  for (let from = 0; from < trials; from += blockSize) {
    const size = Math.min(blockSize, trials - from);
    for (const sums of [...booked, ...paid]) sums.fill(0);
    playBlock(played, terms, from / blockSize, size, { booked, paid, closes });
    const bookings = samples.bookings.subarray(from, from + size);
    keep(booked, samples.bookingsByPeriod, from, size);
    keep(paid, samples.cashByPeriod, from, size);
    addUp(booked, bookings);
    addUp(paid, samples.cash.subarray(from, from + size));

    hit.fill(0);
    for (let trial = 0; trial < size; trial++) if (bookings[trial]! >= target) hit[trial >>> 5]! |= 1 << (trial & 31);
    for (const word of hit) samples.hits += bitsOf(word);
    closes.forEach((closed, line) => {
      for (let word = 0; word < words; word++) {
        samples.closed[line]! += bitsOf(closed[word]!);
        samples.closedAndHit[line]! += bitsOf(closed[word]! & hit[word]!);
      }
    });
    afterBlock(from + size);
  }
  return samples;
}

/** What a block of trials comes to; `closes` has a bit for each trial in which the line counted. */
interface BlockSums {
  booked: readonly Float64Array[];
  paid: readonly Float64Array[];
  closes: readonly Uint32Array[];
}

function playBlock(
  lines: readonly PlayedLine[],
  { seed, periodCount }: RehearsalTerms,
  block: number,
  size: number,
  { booked, paid, closes }: BlockSums,
): void {
  const random = new Uint32Array(blockSize);
  const [closing, chosen] = [new Int32Array(blockSize), new Int32Array(blockSize)];
  const shared = sharedLuck(lines, seed, block);
  lines.forEach((line, index) => {
    fillRandom(random, seed, `line ${line.key}`, block);
    const luck = line.group === null ? undefined : shared.get(line.group);
    let left = luck ? closeTogether(line, luck, random, size, closing) : closeAlone(line.limit, random, size, closing);
    if (line.outcomes.length > 1) fillRandom(random, seed, `slip ${line.key}`, block);
    const bits = closes[index]!.fill(0);
    for (const { upTo, period, cash } of line.outcomes) {
      const count = takeBelow(upTo, random, closing, left, chosen);
      left -= count;
      if (period >= periodCount) continue;
      addTo(booked[period]!, line.amount, chosen, count);
      for (const part of cash) addTo(paid[part.period]!, part.amount, chosen, count);
      for (let place = 0; place < count; place++) bits[chosen[place]! >>> 5]! |= 1 << (chosen[place]! & 31);
    }
  });
}

/** The draws that the lines of a group share, for each trial of a block. */
function sharedLuck(lines: readonly PlayedLine[], seed: number, block: number): Map<string, Float64Array> {
  const random = new Uint32Array(blockSize);
  const groups = new Set(lines.flatMap(({ group }) => (group === null ? [] : [group])));
  const luck = new Map<string, Float64Array>();
  for (const group of groups) {
    fillRandom(random, seed, `group ${group}`, block);
    luck.set(group, Float64Array.from(random, normalOf));
  }
  return luck;
}

/** A draw as one of the standard normal distribution. */
const normalOf = (draw: number): number => normalQuantile(((draw >>> 1) + 0.5) / draws);

/*
 * The loops that nearly all of the time goes to. Whether a draw is below a limit comes true about as often as not, so that a branch would be
 * guessed wrong as often: the sign of a difference of 32-bit numbers moves the place to write to instead.
 */

/** Lists the trials whose draw is below the limit. */
function closeAlone(limit: number, random: Uint32Array, size: number, closing: Int32Array): number {
  const upTo = limit | 0;
  let count = 0;
  for (let trial = 0; trial < size; trial++) {
    closing[count] = trial;
    count += ((random[trial]! >>> 1) - upTo) >>> 31;
  }
  return count;
}

/** Lists the trials with √ρ·Z + √(1−ρ)·ε < Φ⁻¹(p). */
function closeTogether(
  { quantile, common, own }: PlayedLine,
  luck: Float64Array,
  random: Uint32Array,
  size: number,
  closing: Int32Array,
): number {
  let count = 0;
  for (let trial = 0; trial < size; trial++) {
    if (common * luck[trial]! + own * normalOf(random[trial]!) < quantile) closing[count++] = trial;
  }
  return count;
}

/** Moves the listed trials whose draw is below the limit to `chosen`, and keeps the others at the list's beginning. */
function takeBelow(limit: number, random: Uint32Array, list: Int32Array, length: number, chosen: Int32Array): number {
  const upTo = limit | 0;
  let count = 0;
  for (let place = 0; place < length; place++) {
    const trial = list[place]!;
    chosen[count] = trial;
    list[place - count] = trial;
    count += ((random[trial]! >>> 1) - upTo) >>> 31;
  }
  return count;
}

function addTo(sums: Float64Array, amount: number, chosen: Int32Array, count: number): void {
  for (let place = 0; place < count; place++) sums[chosen[place]!]! += amount;
}

/** Adds the periods up, trial by trial. */
function addUp(periods: readonly Float64Array[], whole: Float64Array): void {
  for (const sums of periods) for (let trial = 0; trial < whole.length; trial++) whole[trial]! += sums[trial]!;
}

function keep(sums: readonly Float64Array[], all: readonly Float64Array[], from: number, size: number): void {
  sums.forEach((one, period) => all[period]!.set(one.subarray(0, size), from));
}

interface PlayedLine {
  key: string;
  amount: number;
  /** It closes for draws below it, where it shares no luck. */
  limit: number;
  /** Null where it shares no luck. */
  group: string | null;
  /** Φ⁻¹(p), √ρ and √(1−ρ). */
  quantile: number;
  common: number;
  own: number;
  outcomes: {
    period: number;
    cash: { period: number; amount: number }[];
    /** Draws below it have this outcome, or one before it. */
    upTo: number;
  }[];
}

function playable(line: RehearsalLine, { periodCount, correlations }: RehearsalTerms): PlayedLine {
  const { key, amount, probability } = line;
  const parts = splitByWeights(
    BigInt(amount),
    line.terms.map(({ basisPoints }) => BigInt(basisPoints)),
  ).map(Number);
  let sum = 0;
  const outcomes = line.slip.flatMap((basisPoints, delay) => {
    if (basisPoints === 0) return [];
    sum += basisPoints;
    const period = line.period + delay;
    const cash = line.terms.map(({ lag }, index) => ({ period: period + lag, amount: parts[index]! }));
    return [{ period, cash: cash.filter((one) => one.period < periodCount && one.amount > 0), upTo: limitOf(sum) }];
  });
  const correlation = line.group === null ? 0 : (correlations.get(line.group) ?? 0);
  const open = probability > 0 && probability < 10_000;
  return {
    key,
    amount,
    limit: limitOf(probability),
    group: correlation > 0 && open ? line.group : null,
    quantile: open ? normalQuantile(probability / 10_000) : 0,
    common: Math.sqrt(correlation / 10_000),
    own: Math.sqrt(1 - correlation / 10_000),
    outcomes,
  };
}

/** As many of all draws as basis points of 10000. */
const limitOf = (basisPoints: number): number => Math.floor((basisPoints * draws) / 10_000);

function bitsOf(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
