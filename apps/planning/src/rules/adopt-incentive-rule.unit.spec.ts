import { incentiveProblems } from './adopt-incentive-rule';

const tier = (fromBasisPoints: number, payoutBasisPoints = 100) => ({ fromBasisPoints, payoutBasisPoints });
const wrong = (over: object) =>
  incentiveProblems({ floorBasisPoints: 5_000, capBasisPoints: null, tiers: [tier(0)], ...over }).map(
    ({ path, message }) => [path, message],
  );

describe('an incentive', () => {
  it('has tiers from 0 on, each above the one before', () => {
    expect(wrong({ tiers: [tier(0), tier(1), tier(2)] })).toEqual([]);
    expect(wrong({ tiers: [tier(1), tier(1), tier(9), tier(4)] })).toEqual([
      ['tiers.0.fromBasisPoints', 'must be 0: the first tier begins there'],
      ['tiers.1.fromBasisPoints', 'must be above 1, where the last one begins'],
      ['tiers.3.fromBasisPoints', 'must be above 9, where the last one begins'],
    ]);
  });

  it('has a cap that is not below its floor', () => {
    expect(wrong({ capBasisPoints: 5_000 })).toEqual([]);
    expect(wrong({ capBasisPoints: 4_999, tiers: [tier(3)] })).toEqual([
      ['capBasisPoints', 'must not be below 5000, from where on it is paid'],
      ['tiers.0.fromBasisPoints', 'must be 0: the first tier begins there'],
    ]);
  });
});
