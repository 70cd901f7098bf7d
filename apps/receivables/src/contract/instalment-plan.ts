import { addDays, type LocalDate, type Money, splitByBasisPoints, wholeInBasisPoints } from '@fivepoint/kernel';
import { InputProblem } from '@fivepoint/service';
import type { InstalmentStatus } from '../instalment/instalment.statuses';
import type { InstalmentTrigger } from '../instalment/instalment.triggers';

/** One line of a contract's payment terms, as deal tells it. */
export interface PaymentTerm {
  name: string;
  basisPoints: number;
  trigger: InstalmentTrigger;
  dueDays: number;
}

export interface PlannedInstalment extends PaymentTerm {
  number: number;
  /** Minor units of the contract's currency. */
  minor: bigint;
  triggeredOn: LocalDate | null;
  dueOn: LocalDate | null;
  status: InstalmentStatus;
  collectedOn: LocalDate | null;
}

/**
 * A contract's instalments from its terms (rules §7): split by basis points, so that they sum to the amount exactly. What waits for the signing
 * is due `dueDays` after it; the rest has no due date before its trigger. A part too small for one minor unit has nothing to collect.
 *
 * @throws RangeError when the basis points do not sum to 10000; ask `termProblems` first
 */
export function instalmentPlan(amount: Money, signedOn: LocalDate, terms: readonly PaymentTerm[]): PlannedInstalment[] {
  const parts = splitByBasisPoints(
    amount.minor,
    terms.map(({ basisPoints }) => basisPoints),
  );
  return terms.map((term, index) => {
    const minor = parts[index] ?? 0n;
    const triggeredOn = term.trigger === 'SIGNING' ? signedOn : null;
    const waiting = triggeredOn ? ('DUE' as const) : ('SCHEDULED' as const);
    return {
      ...term,
      number: index + 1,
      minor,
      triggeredOn,
      dueOn: triggeredOn && addDays(triggeredOn, term.dueDays),
      status: minor === 0n ? 'COLLECTED' : waiting,
      collectedOn: minor === 0n ? signedOn : null,
    };
  });
}

/** Why these terms cannot be split into instalments; empty when they can. */
export function termProblems(terms: readonly Pick<PaymentTerm, 'basisPoints'>[]): InputProblem[] {
  const sum = terms.reduce((total, { basisPoints }) => total + basisPoints, 0);
  return sum === wholeInBasisPoints
    ? []
    : [new InputProblem('paymentTerms', `basis points must sum to ${wholeInBasisPoints}, not ${sum}`)];
}
