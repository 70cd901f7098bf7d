import { type LocalDate, Money } from '@fivepoint/kernel';
import { amountProblems, InputProblem } from '@fivepoint/service';

/** An instalment with something left to pay. Amounts are minor units of the contract's currency. */
export interface OpenInstalment {
  id: string;
  number: number;
  dueOn: LocalDate | null;
  outstanding: bigint;
}

/** A part of a receipt, in minor units, and the instalment that it pays. */
export interface Allocation {
  instalmentId: string;
  minor: bigint;
}

/**
 * Spreads money over a contract's open instalments: oldest due date first, then those whose trigger has not come, in their order (rules §7).
 * No instalment gets more than its outstanding; what is left of the money is the account's credit.
 */
export function oldestDueFirst(available: bigint, open: readonly OpenInstalment[]): Allocation[] {
  const allocations: Allocation[] = [];
  let left = available;
  for (const { id, outstanding } of [...open].sort(byDueDate)) {
    // Stryker disable next-line EqualityOperator: what is left and what is outstanding are the same amount then
    const minor = left < outstanding ? left : outstanding;
    if (minor <= 0n) continue;
    allocations.push({ instalmentId: id, minor });
    left -= minor;
  }
  return allocations;
}

/** What is not due yet comes after every day. */
const notDueYet = '~';

function byDueDate(a: OpenInstalment, b: OpenInstalment): number {
  const [dueA, dueB] = [a.dueOn ?? notDueYet, b.dueOn ?? notDueYet];
  return dueA < dueB ? -1 : dueA > dueB ? 1 : a.number - b.number;
}

/** What is wrong with allocations that somebody chose: more than there is, more than is open, one instalment twice; pure. */
export function allocationProblems(
  available: Money,
  chosen: readonly Allocation[],
  open: ReadonlyMap<string, bigint>,
): InputProblem[] {
  const problems: InputProblem[] = [];
  const money = (minor: bigint) => Money.of(minor, available.currency);
  const seen = new Set<string>();
  chosen.forEach(({ instalmentId, minor }, index) => {
    const problem = (field: string, message: string) =>
      problems.push(new InputProblem(`allocations.${index}.${field}`, message));
    const outstanding = open.get(instalmentId) ?? 0n;
    if (seen.has(instalmentId)) problem('instalmentId', 'is named twice; name it once with the sum');
    seen.add(instalmentId);
    problems.push(...amountProblems(`allocations.${index}.amount`, money(minor), 'be more than zero'));
    if (minor > outstanding) problem('amount', `must be at most what is outstanding, ${money(outstanding).toString()}`);
  });
  const sum = chosen.reduce((total, { minor }) => total + minor, 0n);
  if (sum > available.minor)
    problems.push(
      new InputProblem('allocations', `sum to ${money(sum).toString()}, but only ${available.toString()} are there`),
    );
  return problems;
}
