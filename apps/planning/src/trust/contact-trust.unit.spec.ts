import { shippedTrustRules } from '../relationship/trust';
import { trustOf } from './contact-trust';

const user = { standsOn: '2026-01-10', roles: ['USER'] };
const outcome = (happenedOn: string, kind: 'KEPT_PROMISE' | 'GOOD_CONTACT' | 'BROKEN_PROMISE') => ({
  happenedOn,
  kind,
});

describe('the trust of a person (rules §2, §9, S05)', () => {
  it('begins at the floor with the first day, and says what moved it', () => {
    expect(trustOf([user], [], shippedTrustRules)).toMatchObject({ score: 20, floor: 20, beganOn: '2026-01-10' });
    const outcomes = [
      outcome('2026-01-10', 'GOOD_CONTACT'),
      outcome('2026-02-01', 'KEPT_PROMISE'),
      outcome('2026-03-01', 'KEPT_PROMISE'),
      outcome('2026-04-01', 'BROKEN_PROMISE'),
    ];
    expect(trustOf([user], outcomes, shippedTrustRules)).toMatchObject({
      score: 25,
      ...{ keptPromiseCount: 2, goodContactCount: 1, brokenPromiseCount: 1 },
    });
  });

  it('counts what was before we wrote the person down, for nobody knows since when the first role is held', () => {
    const before = [outcome('2025-11-20', 'KEPT_PROMISE'), outcome('2026-02-01', 'GOOD_CONTACT')];
    expect(trustOf([user], before, shippedTrustRules)).toMatchObject({
      ...{ score: 35, beganOn: '2025-11-20', keptPromiseCount: 1, goodContactCount: 1 },
    });
    const buyer = { standsOn: '2026-04-01', roles: ['ECONOMIC_BUYER'] };
    expect(trustOf([user, buyer], before, shippedTrustRules)).toMatchObject({ score: 20, beganOn: '2026-04-01' });
  });

  it('begins anew with a role that is taken on, and not with one that is given up', () => {
    const outcomes = [outcome('2026-02-01', 'KEPT_PROMISE'), outcome('2026-05-01', 'GOOD_CONTACT')];
    const buyer = { standsOn: '2026-04-01', roles: ['USER', 'ECONOMIC_BUYER'] };
    const less = { standsOn: '2026-06-01', roles: ['ECONOMIC_BUYER'] };
    expect(trustOf([user, buyer, less], outcomes, shippedTrustRules)).toMatchObject({
      ...{ score: 25, beganOn: '2026-04-01', keptPromiseCount: 0, goodContactCount: 1 },
    });
    expect(trustOf([buyer, less], outcomes.slice(1), shippedTrustRules)).toMatchObject({ beganOn: '2026-04-01' });
  });
});
