import { wholeInBasisPoints } from '@fivepoint/kernel';
import { InputProblem } from '@fivepoint/service';
import type { Payment } from './payments';

/** What is expected of a line, as somebody says it; what is left out takes its default. */
export interface OutlookGiven {
  probabilityBasisPoints: number;
  closesOn: string;
  slipBasisPoints?: readonly number[] | null | undefined;
  correlationGroup?: string | null | undefined;
  payments?: readonly Payment[] | null | undefined;
}

/** The same in full. */
export interface Outlook {
  probabilityBasisPoints: number;
  closesOn: string;
  slipBasisPoints: number[];
  correlationGroup: string | null;
  payments: Payment[];
}

/** Without delay, alone, and paid at the close, unless something else is said. Pure. */
export const outlookOf = (given: OutlookGiven): Outlook => ({
  probabilityBasisPoints: given.probabilityBasisPoints,
  closesOn: given.closesOn,
  slipBasisPoints: [...(given.slipBasisPoints ?? [wholeInBasisPoints])],
  correlationGroup: given.correlationGroup ?? null,
  payments: (given.payments ?? [{ basisPoints: wholeInBasisPoints, lagMonths: 0 }]).map(
    ({ basisPoints, lagMonths }) => ({ basisPoints, lagMonths }),
  ),
});

interface Period {
  startsOn: string;
  endsOn: string;
}

/** Everything that is wrong with what is expected of a line of a plan with this period; days as text sort by time. Pure. */
export function outlookProblems(given: Partial<OutlookGiven>, { startsOn, endsOn }: Period, at = ''): InputProblem[] {
  const { closesOn, slipBasisPoints, payments } = given;
  const problems: InputProblem[] = [];
  const wrong = (path: string, message: string) => problems.push(new InputProblem(at + path, message));
  if (closesOn && (closesOn < startsOn || closesOn > endsOn))
    wrong('closesOn', `must be within the plan's period, from ${startsOn} to ${endsOn}`);
  const slip = sumOf(slipBasisPoints);
  if (slip !== null && slip !== wholeInBasisPoints)
    wrong('slipBasisPoints', `basis points must sum to ${wholeInBasisPoints}, not ${slip}`);
  const paid = sumOf(payments?.map(({ basisPoints }) => basisPoints));
  if (paid !== null && paid !== wholeInBasisPoints)
    wrong('payments', `basis points must sum to ${wholeInBasisPoints}, not ${paid}`);
  return problems;
}

const sumOf = (shares: readonly number[] | null | undefined): number | null =>
  shares ? shares.reduce((sum, share) => sum + share, 0) : null;
