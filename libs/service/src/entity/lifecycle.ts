import type { Transitions } from '@fivepoint/kernel';
import { Field } from 'type-graphql';
import { TransitionRefused } from '../graph/refusals';

/** A lifecycle's table and the one way along it; `F` is the row's field that says where it stands. */
export interface Lifecycle<S extends string, F extends string = 'status'> extends Omit<Transitions<S>, 'refusal'> {
  /** Why there is no such step; null when the table has it. */
  refusal(from: S, to: S): TransitionRefused | null;
  /** Takes the step; where the table has none, answers why and leaves the row as it is. The caller saves it. */
  move(row: Record<F, S>, to: S): TransitionRefused | null;
  /** Takes a step that cannot be refused any more: a refusal is a bug, and undoes the command. */
  mustMove(row: Record<F, S>, to: S): void;
}

/**
 * The lifecycle of a kind of thing, whose name stands in the refusals:
 *
 *     export const leadStatuses = lifecycle('lead', transitions<LeadStatus>()({ CAPTURED: ['CLASSIFIED'], … }));
 *
 * @param field where the row keeps it, if not in `status`
 */
export function lifecycle<S extends string, F extends string = 'status'>(
  kind: string,
  table: Transitions<S>,
  field = 'status' as F,
): Lifecycle<S, F> {
  const refusal = (from: S, to: S): TransitionRefused | null => {
    const refused = table.refusal(from, to);
    return refused && new TransitionRefused(kind, refused.fromState, refused.toState, refused.allowed);
  };
  const move = (row: Record<F, S>, to: S): TransitionRefused | null => {
    const refused = refusal(row[field], to);
    if (!refused) row[field] = to;
    return refused;
  };
  return {
    ...table,
    refusal,
    move,
    mustMove(row, to) {
      const refused = move(row, to);
      if (refused) throw new Error(refused.message);
    },
  };
}

/**
 * What may follow of a thing that commands move, beside its status, for who draws the buttons; from the table that refuses, never a second list:
 *
 *     @NextStates(() => LeadStatus)
 *     get nextStatuses(): readonly LeadStatus[] {
 *       return leadStatuses.next(this.status);
 *     }
 */
// Stryker disable next-line BlockStatement: it describes the graph: the checked-in schemas are compared
export function NextStates(states: () => object): PropertyDecorator {
  return Field(() => [states()], {
    nullable: true,
    description:
      'What may follow by its lifecycle alone, nothing after its last state; conditions and roles may still refuse it (允许的状态).',
  }) as PropertyDecorator;
}
