import { changedLines } from './changed-lines';
import type { LineToRehearse } from './preparation';

const outlook = {
  probabilityBasisPoints: 4_000,
  closesOn: '2026-05-31',
  slipBasisPoints: [10_000],
  correlationGroup: 'g',
  payments: [{ basisPoints: 10_000, lagMonths: 2 }],
};
const lines: LineToRehearse[] = [
  { key: 'a', target: 100n, outlook },
  { key: 'b', target: 200n, outlook },
];
const cny = (amount: string) => ({ amount, currency: 'CNY' });

describe("a plan's lines as they might be", () => {
  it('are as they are where nothing else is said', () => {
    expect(changedLines(lines, { changes: [], added: [] })).toEqual(lines);
    expect(changedLines(lines, { changes: [{ planLineId: 'a', leftOut: false }], added: [] })).toEqual(lines);
  });

  it('are without those that are left out, and otherwise as it is said', () => {
    const changes = [
      { planLineId: 'a', leftOut: true },
      {
        planLineId: 'b',
        leftOut: false,
        target: cny('3.00'),
        probabilityBasisPoints: 0,
        closesOn: '2026-01-01',
        slipBasisPoints: [0, 10_000],
      },
    ];
    expect(changedLines(lines, { changes, added: [] })).toEqual([
      {
        key: 'b',
        target: 300n,
        outlook: { ...outlook, probabilityBasisPoints: 0, closesOn: '2026-01-01', slipBasisPoints: [0, 10_000] },
      },
    ]);
  });

  it('have added ones behind them, each with luck of its own', () => {
    const added = ['1.00', '2.00'].map((amount) => ({
      target: cny(amount),
      probabilityBasisPoints: 1,
      closesOn: '2026-02-02',
    }));
    expect(changedLines([], { changes: [], added })).toEqual(
      [100n, 200n].map((target, index) => ({
        key: `added ${index}`,
        target,
        outlook: {
          probabilityBasisPoints: 1,
          closesOn: '2026-02-02',
          slipBasisPoints: [10_000],
          correlationGroup: null,
          payments: [{ basisPoints: 10_000, lagMonths: 0 }],
        },
      })),
    );
  });
});
