import fc from 'fast-check';
import { transitions } from './transitions';

type Stage = 'VERIFY' | 'PRE_BID' | 'BID' | 'NEGOTIATE' | 'SIGNED' | 'LOST';
const table: Record<Stage, readonly Stage[]> = {
  VERIFY: ['PRE_BID', 'LOST'],
  PRE_BID: ['BID', 'LOST'],
  BID: ['NEGOTIATE', 'LOST'],
  NEGOTIATE: ['NEGOTIATE', 'SIGNED', 'LOST'],
  SIGNED: [],
  LOST: [],
};
const stages = transitions<Stage>()(table);
const names = Object.keys(table) as Stage[];

describe('transitions', () => {
  it('begins in the first row and knows its rows in order', () => {
    expect(stages.initial).toBe('VERIFY');
    expect(stages.states).toEqual(names);
  });

  it('allows exactly what is in the table', () => {
    const stage = fc.constantFrom(...names);
    fc.assert(
      fc.property(stage, stage, (from, to) => {
        const listed = table[from].includes(to);
        expect(stages.may(from, to)).toBe(listed);
        expect(stages.refusal(from, to)).toEqual(
          listed ? null : { fromState: from, toState: to, allowed: table[from] },
        );
      }),
    );
  });

  it('says what a refused caller may do instead', () => {
    expect(stages.refusal('VERIFY', 'SIGNED')).toEqual({
      fromState: 'VERIFY',
      toState: 'SIGNED',
      allowed: ['PRE_BID', 'LOST'],
    });
    expect(stages.refusal('LOST', 'VERIFY')).toEqual({ fromState: 'LOST', toState: 'VERIFY', allowed: [] });
  });

  it('stays only where staying is listed', () => {
    expect(stages.may('NEGOTIATE', 'NEGOTIATE')).toBe(true);
    expect(stages.may('BID', 'BID')).toBe(false);
  });

  it('calls a state without moves final', () => {
    expect(names.filter((name) => stages.isFinal(name))).toEqual(['SIGNED', 'LOST']);
  });

  it('refuses everything from a state that has no row', () => {
    const foreign = 'constructor' as Stage;
    expect(stages.may(foreign, 'VERIFY')).toBe(false);
    expect(stages.next(foreign)).toEqual([]);
    expect(stages.isFinal(foreign)).toBe(false);
  });

  it('cannot be changed from outside', () => {
    const moves = stages.next('VERIFY') as Stage[];
    expect(() => moves.push('SIGNED')).toThrow(TypeError);
    expect(() => (stages.states as Stage[]).push('SIGNED')).toThrow(TypeError);
    const copied = { ...table };
    const lifecycle = transitions<Stage>()(copied);
    copied.VERIFY = ['SIGNED'];
    expect(lifecycle.may('VERIFY', 'SIGNED')).toBe(false);
  });

  it('refuses a table with a move to nowhere, and an empty one', () => {
    const dangling = { OPEN: ['GONE'] } as unknown as Record<'OPEN', readonly 'OPEN'[]>;
    expect(() => transitions<'OPEN'>()(dangling)).toThrow(new RangeError('OPEN moves to GONE, which has no row'));
    expect(() => transitions<never>()({})).toThrow(new RangeError('a lifecycle needs at least one state'));
  });

  it('refuses a table with a state that nothing can come to, however many moves lead away from it', () => {
    const lost = (forgotten: Partial<typeof table>) => () => transitions<Stage>()({ ...table, ...forgotten });
    expect(lost({ NEGOTIATE: ['LOST'] })).toThrow(new RangeError('no moves lead from VERIFY to SIGNED'));
    expect(lost({ PRE_BID: ['LOST'] })).toThrow(new RangeError('no moves lead from VERIFY to BID'));
    expect(lost({ PRE_BID: ['LOST'], BID: ['BID'], NEGOTIATE: ['BID', 'SIGNED'] })).toThrow(
      new RangeError('no moves lead from VERIFY to BID'),
    );
    expect(lost({ SIGNED: ['VERIFY'] })).not.toThrow();
  });
});
