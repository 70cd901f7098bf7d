import type { Transitions } from '@fivepoint/kernel';
import { TransitionRefused } from '@fivepoint/service';

/** The one way a status changes here: through its table; answers the refusal where the table has no such step. The caller saves the row. */
export const mover =
  <S extends string>(kind: string, statuses: Transitions<S>) =>
  (row: { status: S }, toStatus: S): TransitionRefused | null => {
    const refusal = statuses.refusal(row.status, toStatus);
    if (refusal) return new TransitionRefused(kind, refusal.fromState, refusal.toState, refusal.allowed);
    row.status = toStatus;
    return null;
  };

/** For a step that cannot be refused any more: a refusal is a bug, and undoes the command. */
export function certain(refusal: TransitionRefused | null): void {
  if (refusal) throw new Error(refusal.message);
}
