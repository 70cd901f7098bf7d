import { Money } from '@fivepoint/kernel';
import { MoneyValue } from '@fivepoint/service';
import { guaranteesOf } from './guarantees';

const cny = (minor: bigint) => MoneyValue.of(Money.of(minor, 'CNY'));
const moneys = <K extends string>(minors: Record<K, bigint>) =>
  Object.fromEntries(Object.entries<bigint>(minors).map(([name, minor]) => [name, cny(minor)])) as Record<
    K,
    MoneyValue
  >;

/** 34 + 20 + 33 of the 100 that a fourth lacks, with a gap of 13: below the cap. */
const proof = (
  over: Partial<
    Record<'pool' | 'reserveUsed' | 'unallocatedGap' | 'targetBefore' | 'targetAfter' | 'receiversOriginal', bigint>
  > = {},
) => ({
  capBasisPoints: 1000,
  ...moneys({
    pool: 100n,
    reserveUsed: 0n,
    unallocatedGap: 13n,
    targetBefore: 4000n,
    targetAfter: 3987n,
    receiversOriginal: 3000n,
    ...over,
  }),
});
type Numbers = 'original' | 'increasedBefore' | 'before' | 'actual' | 'headRoom' | 'change' | 'after';
const rep = (
  change: bigint,
  over: Partial<Record<Numbers, bigint>> = {},
  increaseLimit: 'HEAD_ROOM' | 'CAP' | null = null,
) => ({
  role: change < 0n ? ('DONOR' as const) : ('RECEIVER' as const),
  increaseLimit,
  ...moneys({
    original: 1000n,
    increasedBefore: 0n,
    before: 1000n,
    actual: 0n,
    headRoom: 500n,
    change,
    after: 1000n + change,
    ...over,
  }),
});
const [first, second, third, donor] = [
  rep(34n),
  rep(20n, { headRoom: 20n }, 'HEAD_ROOM'),
  rep(33n),
  rep(-100n, { headRoom: -100n }),
];
const broken = (...given: Parameters<typeof guaranteesOf>) =>
  guaranteesOf(...given)
    .filter(({ holds }) => !holds)
    .map(({ guarantee }) => guarantee);

describe('the check of what fair rebalancing promises', () => {
  it('finds nothing where all is kept', () => {
    expect(broken(proof(), [first, second, third, donor])).toEqual([]);
    expect(guaranteesOf(proof(), [first, second, third, donor])).toHaveLength(6);
  });

  it.each([
    ['a unit that is lost', [proof({ unallocatedGap: 12n }), [first, second, third, donor]], ['SUM_KEPT']],
    ['a total that is another', [proof({ targetBefore: 4001n }), [first, second, third, donor]], ['SUM_KEPT']],
    ['a sum after that is another', [proof({ targetAfter: 3986n }), [first, second, third, donor]], ['SUM_KEPT']],
    [
      'a donor that gets something',
      [
        proof({ unallocatedGap: 0n, targetAfter: 4087n }),
        [first, second, third, { ...donor, ...moneys({ change: 0n, after: 1000n }) }],
      ],
      ['SUM_KEPT', 'DONORS_GET_NOTHING'],
    ],
    [
      'an increase beyond the cap, with what was added before',
      [proof(), [{ ...first, increasedBefore: cny(67n) }, second, third, donor]],
      ['CAP_KEPT'],
    ],
    [
      'an increase beyond the head-room',
      [proof(), [first, { ...second, headRoom: cny(19n) }, third, donor]],
      ['HEAD_ROOM_KEPT'],
    ],
    [
      'a receiver who is asked for less than the others',
      [proof({ unallocatedGap: 14n, targetAfter: 3986n }), [first, second, rep(32n), donor]],
      ['ONE_RATE'],
    ],
    [
      'a target below what is booked',
      [proof(), [first, second, third, { ...donor, actual: cny(901n) }]],
      ['RESULTS_KEPT'],
    ],
  ] as const)('names %s', (_, given, guarantees) => {
    expect(broken(...(given as unknown as Parameters<typeof guaranteesOf>))).toEqual(guarantees);
  });

  it('wants the rate rounded down at the cap', () => {
    const capped = { pool: 5000n, targetBefore: 6009n, receiversOriginal: 1009n };
    const of = (change: bigint) => [
      rep(change, { original: 1009n, before: 1009n, after: 1009n + change }),
      rep(-5000n, { original: 5000n, before: 5000n, after: 0n, headRoom: -5000n }),
    ];
    expect(broken(proof({ ...capped, unallocatedGap: 4900n, targetAfter: 1109n }), of(100n))).toEqual([]);
    expect(broken(proof({ ...capped, unallocatedGap: 4899n, targetAfter: 1110n }), of(101n))).toEqual([
      'CAP_KEPT',
      'ONE_RATE',
    ]);
    expect(broken(proof({ ...capped, unallocatedGap: 4901n, targetAfter: 1108n }), of(99n))).toEqual(['ONE_RATE']);
  });
});
