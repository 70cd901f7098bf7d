import fc from 'fast-check';
import { type Telling, untoldOf } from './told-sums';

const row = (rebalancingId: string, repId: string, team = 'south'): Telling => ({
  planId: 'plan',
  rebalancingId,
  isApproved: true,
  repId,
  team,
});

describe('sums that show what reps can deliver', () => {
  const ofNorth = ({ team }: Telling) => team === 'north';

  it('are told of nobody, of whom one may read, and of enough together', () => {
    expect(untoldOf([], ofNorth, 2)).toEqual([]);
    expect(untoldOf([row('one', 'a', 'north')], ofNorth, 2)).toEqual([]);
    expect(untoldOf([row('one', 'a'), row('one', 'b')], ofNorth, 2)).toEqual([]);
  });

  it('are kept where too few are hidden, each rebalancing by itself, whoever else is in it', () => {
    const one = [row('one', 'a'), row('one', 'b', 'north'), row('one', 'c', 'north')];
    const two = [row('two', 'a'), row('two', 'd')];
    expect(untoldOf([...one, ...two], ofNorth, 2)).toEqual([row('one', 'a')]);
    expect(untoldOf([...one, ...two], ofNorth, 3)).toEqual([row('one', 'a'), ...two]);
  });

  it('never are told of fewer hidden reps than the rule says', () => {
    const telling = fc.record({
      rebalancingId: fc.constantFrom('one', 'two', 'three'),
      repId: fc.uuid(),
      team: fc.constantFrom('north', 'south'),
    });
    fc.assert(
      fc.property(fc.array(telling, { maxLength: 12 }), fc.integer({ min: 2, max: 5 }), (drawn, least) => {
        const rows = drawn.map(({ rebalancingId, repId, team }) => row(rebalancingId, repId, team));
        const untold = new Set(untoldOf(rows, ofNorth, least).map(({ rebalancingId }) => rebalancingId));
        for (const id of ['one', 'two', 'three']) {
          const hidden = rows.filter((one) => one.rebalancingId === id && one.team === 'south').length;
          expect(untold.has(id)).toBe(hidden > 0 && hidden < least);
        }
      }),
    );
  });
});
