/** A plan of 500 lines, a fifth of them in three groups, each of which may slip by two months and pays in four parts. */
const groups = { north: 2_000, south: 2_000, west: 3_000 };
const names = Object.keys(groups);

const lines = Array.from({ length: 500 }, (_, index) => ({
  key: `line ${index}`,
  amount: 10_000_000 + index * 100_000,
  probability: 2_000 + ((index * 37) % 7_000),
  period: index % 12,
  slip: [7_000, 2_000, 1_000],
  group: index % 5 === 0 ? (names[index % 3] ?? null) : null,
  terms: [
    { basisPoints: 3_000, lag: 0 },
    { basisPoints: 4_000, lag: 1 },
    { basisPoints: 2_500, lag: 3 },
    { basisPoints: 500, lag: 12 },
  ],
}));

/** 100,000 trials of it within a year; the target is about an even chance. */
const terms = { periodCount: 12, target: 9_000_000_000, trials: 100_000, seed: 1 };

/** As the house's thread takes it. */
export const task = { lines, terms: { ...terms, correlations: new Map(Object.entries(groups)) } };

/** The same for the program beside it. */
export const asJson = JSON.stringify({ lines, terms, correlations: groups });
