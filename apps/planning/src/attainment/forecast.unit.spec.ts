import type { StageConversion } from '../funnel/conversions';
import type { FunnelOf } from '../funnel/funnels';
import { forecastOf } from './forecast';
import type { OpenDeals } from './open-deals';

const rate = (numerator: bigint, denominator: bigint): StageConversion['toWin'] => ({
  ratio: { numerator, denominator },
  ...{
    source: 'TEMPLATE' as const,
    templateBasisPoints: 0,
    reachedCount: 0,
    convertedCount: 0,
    unknownPatternCount: 0,
  },
});
const stage = (name: 'VERIFY' | 'NEGOTIATE', numerator: bigint, denominator: bigint): StageConversion => ({
  ...{ stage: name, name, conversion: rate(1n, 1n), toWin: rate(numerator, denominator) },
});
const funnelOf: FunnelOf = (pattern) =>
  pattern === 'RECURRING'
    ? null
    : ({ stages: [stage('VERIFY', 1n, 3n), stage('NEGOTIATE', 4n, 7n)] } as ReturnType<FunnelOf>);
const deals = (over: Partial<OpenDeals>): OpenDeals => ({
  ...{ key: 'a', seen: true, stage: 'VERIFY', purchasePattern: 'PROJECT', counts: true, minor: '100', count: 1 },
  ...over,
});

describe('a forecast', () => {
  it('adds each open deal by the win rate of its stage, exactly, and rounds once', () => {
    const some = [
      deals({ minor: '100' }),
      deals({ key: 'b', minor: '101', count: 2 }),
      deals({ stage: 'BID', purchasePattern: null, minor: '1' }),
      deals({ stage: 'NEGOTIATE', minor: '10' }),
    ];
    // 202 ÷ 3 + 40 ÷ 7 = 73.05; each rounded alone would be 33 + 34 + 0 + 6.
    expect(forecastOf(some, funnelOf)).toMatchObject({
      ...{ open: 212n, openCount: 5, weighted: 73n, weightedCount: 5, leftOutCount: 0 },
      rates: [
        { stage: 'VERIFY', purchasePattern: 'PROJECT', dealCount: 3, open: 201n, toWin: rate(1n, 3n) },
        { stage: 'BID', purchasePattern: null, dealCount: 1, open: 1n, toWin: rate(1n, 3n) },
        { stage: 'NEGOTIATE', purchasePattern: 'PROJECT', dealCount: 1, open: 10n, toWin: rate(4n, 7n) },
      ],
    });
  });

  it('tells of what it leaves out, and expects nothing of what no funnel knows', () => {
    const some = [
      deals({ counts: false, minor: '999', count: 4 }),
      deals({ purchasePattern: 'RECURRING', minor: '50', count: 2 }),
      deals({ stage: 'CAPTURED', minor: '7' }),
    ];
    expect(forecastOf(some, funnelOf)).toMatchObject({
      ...{ open: 57n, openCount: 3, weighted: 0n, weightedCount: 0, leftOutCount: 4 },
      rates: [
        { purchasePattern: 'RECURRING', toWin: null },
        { stage: 'CAPTURED', toWin: null },
      ],
    });
    expect(forecastOf([], funnelOf)).toMatchObject({ open: 0n, weighted: 0n, rates: [] });
  });
});
