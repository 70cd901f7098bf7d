import fc from 'fast-check';
import { relationshipScore, shippedSellSide, type Stakeholder } from './relationship-score';

const person = (role: string, access: number, support: number): Stakeholder => ({ roles: [role], access, support });
const scoreOf = (...people: Stakeholder[]) => relationshipScore(people, shippedSellSide).score;

describe('the relationship score (rules §2, §6)', () => {
  it('runs from nobody known to everybody reached and for us', () => {
    expect(scoreOf()).toBe(0);
    const all = shippedSellSide.map(({ role }) => person(role, 100, 2));
    expect(scoreOf(...all)).toBe(1_000_000);
    expect(scoreOf(...all.map((one) => ({ ...one, support: 0 })))).toBe(500_000);
    expect(scoreOf({ roles: ['ECONOMIC_BUYER', 'TECHNICAL', 'USER', 'PROCUREMENT'], access: 50, support: 2 })).toBe(
      500_000,
    );
  });

  it('takes the greatest access with its support, and from a veto role the least support of all', () => {
    const people = [
      person('ECONOMIC_BUYER', 100, 1),
      person('TECHNICAL', 100, 2),
      person('TECHNICAL', 0, -2),
      person('USER', 100, -2),
      person('USER', 50, 2),
    ];
    const { score, contributions } = relationshipScore(people, shippedSellSide);
    expect(score).toBe(300_000);
    expect(contributions).toEqual([
      { role: 'ECONOMIC_BUYER', weight: 4000, access: 100, support: 1, contribution: 300_000 },
      { role: 'TECHNICAL', weight: 2500, access: 100, support: -2, contribution: 0 },
      { role: 'USER', weight: 2000, access: 100, support: -2, contribution: 0 },
      { role: 'PROCUREMENT', weight: 1500, access: 0, support: 0, contribution: 0 },
    ]);
    for (const [role, score] of [
      ['ECONOMIC_BUYER', 400_000],
      ['TECHNICAL', 0],
      ['USER', 200_000],
      ['PROCUREMENT', 150_000],
    ] as const)
      expect(scoreOf(person(role, 100, -2), person(role, 100, 2))).toBe(score);
  });

  it('goes by the weights that the tenant has, and by no role that is not on the sell side', () => {
    const chain = [
      { role: 'USER', weight: 1, veto: false },
      { role: 'QUALITY', weight: 2, veto: false },
    ];
    expect(relationshipScore([person('USER', 100, 2), person('FINANCE', 100, 2)], chain).score).toBe(333_333);
    expect(relationshipScore([person('USER', 100, 2)], [])).toEqual({ score: null, contributions: [] });
  });

  const people = fc.array(
    fc.record({
      roles: fc.subarray(shippedSellSide.map(({ role }) => role)),
      access: fc.constantFrom(0, 50, 100),
      support: fc.integer({ min: -2, max: 2 }),
    }),
    { maxLength: 8 },
  );

  it('lies from 0 to 100, and is the sum of its contributions', () => {
    fc.assert(
      fc.property(people, (given) => {
        const { score, contributions } = relationshipScore(given, shippedSellSide);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1_000_000);
        const sum = contributions.reduce((total, { contribution }) => total + contribution, 0);
        expect(Math.abs(sum - score!)).toBe(0);
      }),
    );
  });

  it('never falls because somebody is won over', () => {
    fc.assert(
      fc.property(people, fc.nat(7), (given, index) => {
        const won = given.map((one, place) => (place === index ? { ...one, support: 2 } : one));
        expect(relationshipScore(won, shippedSellSide).score).toBeGreaterThanOrEqual(
          relationshipScore(given, shippedSellSide).score!,
        );
      }),
    );
  });
});
