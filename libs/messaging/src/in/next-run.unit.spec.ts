import fc from 'fast-check';
import { nextRun, type StreamRow } from './next-run';

const row = (sequence: number, state: StreamRow['state'] = 'RECEIVED', suspect = false): StreamRow => ({
  sequence,
  state,
  suspect,
});
const bounds = { limit: 50, longest: 16 };

describe('the next run of a stream', () => {
  it('takes the events after the handled one, in order', () => {
    const run = nextRun({ handled: 4, received: 6 }, [row(5), row(6)], bounds);
    expect(run).toMatchObject({ state: 'RUNNING', handled: 4 });
    expect(run.steps.map(({ from, to }) => [from, to])).toEqual([
      [4, 5],
      [5, 6],
    ]);
  });

  it('is as long as it may be, and what is settled behind its last event is passed', () => {
    const rows = [row(1), row(2), row(3, 'IGNORED'), row(4), row(5)];
    const run = nextRun({ handled: 0, received: 5 }, rows, { limit: 50, longest: 2 });
    expect(run.steps.map(({ from, to }) => [from, to])).toEqual([
      [0, 1],
      [1, 3],
    ]);
  });

  it('passes what is settled, before and behind an event', () => {
    const rows = [row(1, 'IGNORED'), row(2, 'DISCARDED'), row(3), row(4, 'IGNORED'), row(5)];
    const run = nextRun({ handled: 0, received: 5 }, rows, bounds);
    expect(run.handled).toBe(2);
    expect(run.steps.map(({ from, to }) => [from, to])).toEqual([
      [2, 4],
      [4, 5],
    ]);
  });

  it.each<[string, StreamRow[], string]>([
    ['a hole at its head', [row(2)], 'MISSING'],
    ['a parked head', [row(1, 'PARKED')], 'PARKED'],
    ['a suspect head', [row(1, 'RECEIVED', true)], 'SUSPECT'],
    ['a suspect that waits', [row(1, 'WAITING', true)], 'SUSPECT'],
    ['nothing but settled rows', [row(1, 'IGNORED'), row(2, 'DONE')], 'IDLE'],
    ['nothing', [], 'IDLE'],
  ])('stops at %s', (_, rows, state) => {
    expect(nextRun({ handled: 0, received: rows.at(-1)?.sequence ?? 0 }, rows, bounds)).toMatchObject({
      state,
      steps: [],
    });
  });

  it('asks to be called again when there may be more rows than it was shown', () => {
    const rows = [row(1, 'IGNORED'), row(2, 'IGNORED')];
    expect(nextRun({ handled: 0, received: 9 }, rows, { limit: 2, longest: 16 })).toEqual({
      state: 'READY',
      handled: 2,
      steps: [],
    });
  });

  it('shows a hole behind the last row it has', () => {
    expect(nextRun({ handled: 3, received: 5 }, [], bounds).state).toBe('MISSING');
  });

  it('never leaves out, repeats or overtakes an open event, whatever the rows', () => {
    const states: StreamRow['state'][] = ['RECEIVED', 'WAITING', 'PARKED', 'DONE', 'IGNORED', 'DISCARDED'];
    const rows = fc
      .uniqueArray(
        fc.record({
          sequence: fc.integer({ min: 1, max: 30 }),
          state: fc.constantFrom(...states),
          suspect: fc.boolean(),
        }),
        {
          selector: ({ sequence }) => sequence,
        },
      )
      .map((all) => all.sort((a, b) => a.sequence - b.sequence));
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 5 }), (all, longest) => {
        const received = all.at(-1)?.sequence ?? 0;
        const { state, handled, steps } = nextRun({ handled: 0, received }, all, { limit: 50, longest });
        const open = (one: StreamRow) => one.state === 'RECEIVED' || one.state === 'WAITING';
        // Everything up to `to` is either settled or a step, without a hole.
        const end = steps.at(-1)?.to ?? handled;
        const covered = all.filter(({ sequence }) => sequence <= end);
        expect(covered.map(({ sequence }) => sequence)).toEqual(Array.from({ length: end }, (_, n) => n + 1));
        expect(steps.map((step) => step.row)).toEqual(covered.filter(open));
        expect(covered.some((one) => one.state === 'PARKED' || (open(one) && one.suspect))).toBe(false);
        expect(state === 'RUNNING').toBe(steps.length > 0);
        expect(steps.length).toBeLessThanOrEqual(longest);
        // What stopped it is what comes next.
        const next = all.find(({ sequence }) => sequence > end);
        if (state === 'IDLE') expect(next).toBeUndefined();
        if (state === 'MISSING') expect(next?.sequence).not.toBe(end + 1);
        if (state === 'PARKED') expect(next).toMatchObject({ sequence: end + 1, state: 'PARKED' });
        if (state === 'SUSPECT') expect(next).toMatchObject({ sequence: end + 1, suspect: true });
      }),
    );
  });
});
