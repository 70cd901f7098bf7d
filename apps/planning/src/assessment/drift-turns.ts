import type { LocalDate } from '@fivepoint/kernel';

/** What customer success said of an account's drift on a day (rules §9). */
export interface DriftReading {
  on: LocalDate;
  level: 'LOW' | 'MEDIUM' | 'HIGH';
  riskBasisPoints: number;
}

/**
 * From when on drift counts as high, and from when on it no longer does: it begins at HIGH and ends only well below it, so that a risk around the
 * limit does not turn an account back and forth (rules §9). What lies between says nothing new. Pure.
 *
 * @param overBelow the risk below which it is over on a day, in basis points; .45 as shipped.
 */
export function driftTurns(
  readings: readonly DriftReading[],
  overBelow: (on: LocalDate) => number,
): { on: LocalDate; high: boolean }[] {
  return readings.flatMap<{ on: LocalDate; high: boolean }>(({ on, level, riskBasisPoints }) => {
    if (level === 'HIGH') return [{ on, high: true }];
    return riskBasisPoints < overBelow(on) ? [{ on, high: false }] : [];
  });
}
