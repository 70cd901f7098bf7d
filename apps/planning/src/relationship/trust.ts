export type TrustOutcome = 'KEPT_PROMISE' | 'GOOD_CONTACT' | 'BROKEN_PROMISE';

/** Data of the tenant; the shipped values are those of rules §2. */
export interface TrustRules {
  floor: number;
  steps: Readonly<Record<TrustOutcome, number>>;
}

export const shippedTrustRules: TrustRules = {
  floor: 20,
  steps: { KEPT_PROMISE: 10, GOOD_CONTACT: 5, BROKEN_PROMISE: -20 },
};

/**
 * Trust in us of one person, 0–100 (rules §2, capability S05): begins at the floor, and each outcome moves it, never out of its range. What
 * went out of the range is not remembered. Pure.
 *
 * @param outcomes in the order in which they happened, since the person has held the role.
 */
export function trustAfter(outcomes: readonly TrustOutcome[], { floor, steps }: TrustRules): number {
  return outcomes.reduce((trust, outcome) => Math.min(100, Math.max(0, trust + steps[outcome])), floor);
}
