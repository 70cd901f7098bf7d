/** What the house's thread says of a task; amounts in minor units. */
export interface Ours {
  figures: {
    trials: number;
    hits: number;
    bookings: Percentiles;
    months: { bookings: Percentiles; cash: Percentiles }[];
  };
  lines: { closedCount: number; sensitivity: string | null }[];
}

interface Percentiles {
  p10: number;
  p50: number;
  p90: number;
}

/** What the numpy program says of it: of each series between which values its percentiles lie. */
export interface Theirs {
  cpuMs: number;
  ms: number;
  numpy: string;
  hits: number;
  closed: number[];
  sensitivities: number[];
  bands: [number, number][][];
}

/** Two runs of as many trials differ by less than so many standard errors, but for one in a million. */
const errors = 5;

/** Where two runs on different luck say different things; empty when all is within the error of so many trials. Pure. */
export function disagreements({ figures, lines }: Ours, theirs: Theirs): string[] {
  const { trials, hits, bookings, months } = figures;
  const found: string[] = [];
  const share = (hits + theirs.hits) / (2 * trials);
  const apart = Math.abs(hits - theirs.hits) / trials;
  if (apart > errors * Math.sqrt((2 * share * (1 - share)) / trials))
    found.push(`the target is hit in ${hits} and in ${theirs.hits} of ${trials} trials`);
  const series = [bookings, ...months.map((month) => month.bookings), ...months.map(({ cash }) => cash)];
  series.forEach((ours, index) =>
    [ours.p10, ours.p50, ours.p90].forEach((value, place) => {
      const [low, high] = theirs.bands[index]?.[place] ?? [NaN, NaN];
      // Half a minor unit for the floats there, where amounts here are whole.
      if (!(value >= low - 0.5 && value <= high + 0.5))
        found.push(`percentile ${place} of series ${index} is ${value}, not between ${low} and ${high}`);
    }),
  );
  lines.forEach(({ closedCount, sensitivity }, index) => {
    const other = theirs.sensitivities[index] ?? NaN;
    const allowed = errors * Math.sqrt(0.5 * (1 / closedCount + 1 / (trials - closedCount)));
    if (!(Math.abs(Number(sensitivity ?? NaN) - other) <= allowed))
      found.push(`the sensitivity of line ${index} is ${sensitivity} and ${other}`);
  });
  return found;
}
