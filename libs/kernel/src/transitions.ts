/** What a caller needs to recover from a move that the lifecycle does not have. */
export interface RefusedTransition<S extends string> {
  fromState: S;
  toState: S;
  allowed: readonly S[];
}

/** A lifecycle one can ask. It decides nothing else: gates and effects belong to the commands. */
export interface Transitions<S extends string> {
  /** The first row of the table. */
  readonly initial: S;
  /** All states, in the order of the table. */
  readonly states: readonly S[];
  /** States one can move to, in the order of the table; none for a final or unknown state. */
  next(from: S): readonly S[];
  may(from: S, to: S): boolean;
  isFinal(state: S): boolean;
  /** Null when the move is in the table, else the data for a typed refusal. */
  refusal(from: S, to: S): RefusedTransition<S> | null;
}

/**
 * A lifecycle as a readable table: each state with the states it may move to. The first row is where it begins; a row without moves is final;
 * staying in a state is a move only if it is listed. The outer call fixes the states, so that the compiler demands a row for each of them; a
 * state that nothing can come to is refused with a RangeError, since the move that was forgotten would only be missed by a person at work:
 *
 *     const stages = transitions<Stage>()({ OPEN: ['WON', 'LOST'], WON: [], LOST: [] });
 */
export function transitions<S extends string>(): (table: Readonly<Record<S, readonly S[]>>) => Transitions<S> {
  return (table) => {
    const rows = new Map<S, readonly S[]>();
    for (const state of Object.keys(table) as S[]) rows.set(state, Object.freeze([...table[state]]));
    const states = Object.freeze([...rows.keys()]);
    const [initial] = states;
    if (initial === undefined) throw new RangeError('a lifecycle needs at least one state');
    for (const [state, moves] of rows) {
      const unknown = moves.find((move) => !rows.has(move));
      if (unknown !== undefined) throw new RangeError(`${state} moves to ${unknown}, which has no row`);
    }
    // A set hands out what is added while one walks it.
    const reached = new Set([initial]);
    for (const state of reached) for (const move of rows.get(state)!) reached.add(move);
    const lost = states.find((state) => !reached.has(state));
    if (lost !== undefined) throw new RangeError(`no moves lead from ${initial} to ${lost}`);
    const next = (from: S): readonly S[] => rows.get(from) ?? [];
    const may = (from: S, to: S): boolean => next(from).includes(to);
    return {
      initial,
      states,
      next,
      may,
      isFinal: (state) => rows.get(state)?.length === 0,
      refusal: (from, to) => (may(from, to) ? null : { fromState: from, toState: to, allowed: next(from) }),
    };
  };
}
