/** One row of a stream behind `handled`, as far as the decision needs it. */
export interface StreamRow {
  sequence: number;
  state: 'RECEIVED' | 'WAITING' | 'PARKED' | 'DONE' | 'IGNORED' | 'DISCARDED';
  suspect: boolean;
}

/** One event of a run, with the stream's place before and after it. */
export interface Step<R extends StreamRow> {
  row: R;
  /** `handled` before it: the proof that nobody else has handled it meanwhile. */
  from: number;
  /** `handled` after it, past what needs no handling behind it. */
  to: number;
}

export interface NextRun<R extends StreamRow> {
  /** What the stream is from now on; RUNNING exactly when there are steps. */
  state: 'RUNNING' | 'READY' | 'IDLE' | 'MISSING' | 'PARKED' | 'SUSPECT';
  handled: number;
  steps: Step<R>[];
}

/**
 * Where a stream goes on: past rows that are settled, then events in strict sequence up to the first that may not be handled now.
 * `handled` never passes a hole, so that everything up to it is settled for ever.
 *
 * @param rows the rows behind `handled` in order of sequence, the first `limit` of them
 * @param received the highest sequence ever received
 */
export function nextRun<R extends StreamRow>(
  { handled, received }: { handled: number; received: number },
  rows: readonly R[],
  { limit, longest }: { limit: number; longest: number },
): NextRun<R> {
  const steps: Step<R>[] = [];
  let at = handled;
  const stopped = (state: NextRun<R>['state']): NextRun<R> =>
    steps.length > 0 ? { state: 'RUNNING', handled: steps[0]!.from, steps } : { state, handled: at, steps };
  for (const row of rows) {
    if (row.sequence !== at + 1) return stopped('MISSING');
    if (row.state === 'PARKED') return stopped('PARKED');
    const open = row.state === 'RECEIVED' || row.state === 'WAITING';
    if (open && row.suspect) return stopped('SUSPECT');
    if (open && steps.length === longest) break;
    at = row.sequence;
    if (open) steps.push({ row, from: at - 1, to: at });
    else if (steps.length > 0) steps.at(-1)!.to = at;
  }
  if (rows.length === limit) return stopped('READY');
  return stopped(received > at ? 'MISSING' : 'IDLE');
}
