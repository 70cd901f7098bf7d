import type { LineSensitivity } from './outcome';

/** What was played through, with what came of each line: those first on which the target hangs most, then the largest. Pure. */
export const weightiestFirst = <L extends { amount: number }>(
  lines: readonly L[],
  came: readonly LineSensitivity[],
): (L & LineSensitivity)[] =>
  lines
    .map((line, index) => ({ ...line, ...came[index]! }))
    .sort((one, other) => weightOf(other) - weightOf(one) || other.amount - one.amount);

/** A line that always or never closed has none, and comes behind those that could not weigh less. */
const weightOf = ({ sensitivity }: LineSensitivity): number => (sensitivity === null ? -2 : Number(sensitivity));
