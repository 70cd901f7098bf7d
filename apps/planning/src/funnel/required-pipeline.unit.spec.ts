import { Money } from '@fivepoint/kernel';
import { conversionsOf } from './conversions';
import { stageNeeds, winsFor } from './required-pipeline';
import { requirementOf } from './requirements';

const stages = [
  { stage: 'VERIFY' as const, name: '验证', conversionBasisPoints: 3500 },
  { stage: 'BID' as const, name: '投标', conversionBasisPoints: 4500 },
  { stage: 'NEGOTIATE' as const, name: '谈判', conversionBasisPoints: 6000 },
];
const conversions = conversionsOf({ stages, samplesNeededCount: 30 }, [], 'PROJECT');
const cny = (amount: string) => Money.parse(amount, 'CNY');

describe('what a funnel needs (rules §4, P23, P27)', () => {
  it('is told at each stage for even odds and for a confidence', () => {
    const needs = stageNeeds(conversions, 7, 9000);
    expect(needs.map(({ evenOddsCount, confidenceCount }) => [evenOddsCount, confidenceCount])).toEqual([
      [78, 110],
      [27, 37],
      [12, 15],
    ]);
  });

  it('is null where nothing converts, and where nobody could count so many', () => {
    const never = conversionsOf(
      { stages: [stages[0]!, { ...stages[1]!, conversionBasisPoints: 0 }, stages[2]!], samplesNeededCount: 30 },
      [],
      'PROJECT',
    );
    expect(stageNeeds(never, 3, 8000).map(({ evenOddsCount }) => evenOddsCount)).toEqual([null, null, 5]);
    const rare = stages.map((one) => ({ ...one, conversionBasisPoints: 1 }));
    const needs = stageNeeds(conversionsOf({ stages: rare, samplesNeededCount: 30 }, [], 'PROJECT'), 10_000, 8000);
    expect(needs.map(({ evenOddsCount }) => evenOddsCount)).toEqual([null, null, 100_000_000]);
  });

  it('goes by the way to a contract where history knows nothing of the stages between', () => {
    const ended = (count: number, stage: 'VERIFY' | 'SIGNED') => ({
      ...{ count, stage, firstStage: 'VERIFY' as const, purchasePattern: null, endsOnly: true },
      outcome: stage === 'SIGNED' ? ('WON' as const) : ('LOST' as const),
    });
    const known = conversionsOf({ stages, samplesNeededCount: 30 }, [ended(50, 'SIGNED'), ended(50, 'VERIFY')], null);
    // 1/2 from VERIFY, so at least that from BID (.45 × .60 would be less), 12 from NEGOTIATE: ⌈12 ÷ (.50 ÷ .60)⌉ and no more before it.
    expect(stageNeeds(known, 7, 9000).map((one) => [one.evenOddsCount, one.confidenceCount])).toEqual([
      [15, 19],
      [15, 19],
      [12, 15],
    ]);
  });

  it('begins with the wins that make a target, rounded up on the exact ratio', () => {
    // On average 333.33…: three of them fall short of 1000.01.
    expect(winsFor(cny('1000.00'), { won: cny('1000.00'), wonCount: 3 })).toBe(3n);
    expect(winsFor(cny('1000.01'), { won: cny('1000.00'), wonCount: 3 })).toBe(4n);
    expect(winsFor(cny('0.00'), null)).toBe(0n);
    expect(winsFor(cny('1.00'), { won: cny('0.00'), wonCount: 4 })).toBeNull();
    expect(winsFor(cny('1.00'), null)).toBeNull();
  });

  it('says of a target what one win brings, and nothing of stages where it does not know', () => {
    const goal = { productId: null, target: cny('2000.00'), wins: null };
    const told = requirementOf(goal, { won: cny('1000.00'), wonCount: 3 }, conversions, 9000);
    expect(told).toMatchObject({ winCount: 6, wonCount: 3, averageWon: { minor: 33_333n } });
    expect(told.stages.map(({ evenOddsCount }) => evenOddsCount)).toEqual([66, 23, 10]);
    expect(told.stages[0]).toMatchObject({ marginCount: told.stages[0]!.confidenceCount! - 66 });
    const blind = requirementOf(goal, null, conversions, 9000);
    expect(blind).toMatchObject({ winCount: null, averageWon: null, stages: [] });
    const many = requirementOf(
      { ...goal, target: cny('3333670.00') },
      { won: cny('1000.00'), wonCount: 3 },
      conversions,
      9000,
    );
    expect(many).toMatchObject({ winCount: 10_002, stages: [] });
  });
});
