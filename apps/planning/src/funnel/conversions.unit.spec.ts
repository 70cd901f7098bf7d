import fc from 'fast-check';
import { type PipelineStage, pipelineStages, rankOf } from '../pipeline/pipeline.stages';
import { basisPointsOf, chanceAt, type ClosedCases, conversionsOf, type Funnel } from './conversions';

const funnel = (samplesNeededCount: number, ...stages: [PipelineStage, number][]): Funnel => ({
  samplesNeededCount,
  stages: stages.map(([stage, conversionBasisPoints]) => ({ stage, name: stage, conversionBasisPoints })),
});

const cases = (count: number, firstStage: PipelineStage, stage: PipelineStage, over: Partial<ClosedCases> = {}) => ({
  ...{ count, firstStage, stage, purchasePattern: 'PROJECT' as const, endsOnly: false },
  outcome: stage === 'SIGNED' ? ('WON' as const) : ('LOST' as const),
  ...over,
});

const told = ({ ratio, ...rate }: ReturnType<typeof conversionsOf>[number]['conversion']) => ({
  basisPoints: basisPointsOf(ratio),
  ...rate,
});

describe('conversions calibrated from closed cases (rules §4, P23, P28)', () => {
  const four = funnel(30, ['VERIFY', 6000], ['PRE_BID', 7500], ['BID', 4500], ['NEGOTIATE', 8000]);

  it('are the company’s own where enough cases have reached the stage, else the template’s, and say which and from how many', () => {
    const closed = [
      cases(20, 'VERIFY', 'VERIFY'),
      cases(11, 'VERIFY', 'PRE_BID'),
      cases(9, 'VERIFY', 'BID'),
      cases(7, 'VERIFY', 'SIGNED'),
    ];
    const [verify, preBid, bid, negotiate] = conversionsOf(four, closed, 'PROJECT');
    // 27 of 47 went on from VERIFY; 27 in PRE_BID are too few.
    expect(told(verify!.conversion)).toEqual({
      basisPoints: 5745,
      source: 'CALIBRATED',
      templateBasisPoints: 6000,
      ...{ reachedCount: 47, convertedCount: 27, unknownPatternCount: 0 },
    });
    expect(verify!.conversion.ratio).toEqual({ numerator: 27n, denominator: 47n });
    expect(told(preBid!.conversion)).toEqual({
      basisPoints: 7500,
      source: 'TEMPLATE',
      templateBasisPoints: 7500,
      ...{ reachedCount: 27, convertedCount: 16, unknownPatternCount: 0 },
    });
    expect([bid!.conversion.reachedCount, negotiate!.conversion.reachedCount]).toEqual([16, 7]);
    // 7 of 47 were won; of those before it the product of what counts.
    expect(told(verify!.toWin)).toMatchObject({ basisPoints: 1489, source: 'CALIBRATED', templateBasisPoints: 1620 });
    expect(told(preBid!.toWin)).toMatchObject({ basisPoints: 2700, source: 'TEMPLATE', templateBasisPoints: 2700 });
  });

  it('count as soon as they are as many as needed, and not one before', () => {
    const at = (count: number) =>
      conversionsOf(funnel(30, ['BID', 4500]), [cases(count, 'BID', 'SIGNED')], 'PROJECT')[0]!.conversion;
    expect(at(29)).toMatchObject({ source: 'TEMPLATE', reachedCount: 29 });
    expect(at(30)).toMatchObject({ source: 'CALIBRATED', reachedCount: 30, ratio: { numerator: 30n } });
  });

  it('are composed to a contract where some of them are the company’s own', () => {
    const closed = [cases(30, 'NEGOTIATE', 'SIGNED'), cases(10, 'NEGOTIATE', 'NEGOTIATE')];
    const [, , bid, negotiate] = conversionsOf(four, closed, 'PROJECT');
    expect(told(negotiate!.toWin)).toMatchObject({ basisPoints: 7500, source: 'CALIBRATED' });
    expect(told(bid!.toWin)).toMatchObject({ basisPoints: 3375, source: 'COMPOSED', templateBasisPoints: 3600 });
  });

  it('do not count a deal for stages before the one that it began in', () => {
    const [verify, preBid] = conversionsOf(four, [cases(40, 'PRE_BID', 'BID')], 'PROJECT');
    expect(verify!.conversion.reachedCount).toBe(0);
    expect(verify!.toWin.reachedCount).toBe(0);
    expect(preBid!.conversion).toMatchObject({ reachedCount: 40, convertedCount: 40, source: 'CALIBRATED' });
  });

  it('take from history that knows only its two ends the way from VERIFY to a contract, and nothing between', () => {
    const ends = { endsOnly: true, purchasePattern: null };
    const closed = [cases(4238, 'VERIFY', 'SIGNED', ends), cases(2473, 'VERIFY', 'VERIFY', ends)];
    const [verify, ...later] = conversionsOf(four, closed, 'PROJECT');
    expect(verify!.conversion).toMatchObject({ source: 'TEMPLATE', reachedCount: 0 });
    expect(told(verify!.toWin)).toEqual({
      basisPoints: 6315,
      source: 'CALIBRATED',
      templateBasisPoints: 1620,
      ...{ reachedCount: 6711, convertedCount: 4238, unknownPatternCount: 6711 },
    });
    expect(later.map(({ conversion, toWin }) => conversion.reachedCount + toWin.reachedCount)).toEqual([0, 0, 0]);
    expect(later.map(({ conversion }) => conversion.source)).toEqual(['TEMPLATE', 'TEMPLATE', 'TEMPLATE']);
    const [direct] = conversionsOf(funnel(30, ['VERIFY', 3000]), closed, 'RECURRING');
    expect(told(direct!.conversion)).toMatchObject({ basisPoints: 6315, source: 'CALIBRATED', reachedCount: 6711 });
  });

  it('leave who has come further at least as likely to be won as who is where only history’s ends are known', () => {
    const ends = cases(63, 'VERIFY', 'SIGNED', { endsOnly: true });
    const lost = cases(37, 'VERIFY', 'VERIFY', { endsOnly: true });
    const toWin = (...more: ClosedCases[]) =>
      conversionsOf(four, [ends, lost, ...more], 'PROJECT').map(({ toWin: { ratio, source } }) => [
        basisPointsOf(ratio),
        source,
      ]);
    // .75 × .45 × .80 and .45 × .80 are less than .63, .80 is not.
    expect(toWin()).toEqual([
      ...[
        [6300, 'CALIBRATED'],
        [6300, 'EARLIER'],
        [6300, 'EARLIER'],
      ],
      [8000, 'TEMPLATE'],
    ]);
    // What its own cases say of a stage counts, also where it is less, and for what comes after it.
    expect(toWin(cases(10, 'PRE_BID', 'SIGNED'), cases(30, 'PRE_BID', 'PRE_BID'))).toEqual([
      ...[
        [6300, 'CALIBRATED'],
        [2500, 'CALIBRATED'],
      ],
      ...[
        [3600, 'TEMPLATE'],
        [8000, 'TEMPLATE'],
      ],
    ]);
  });

  it('count a pattern’s own cases and those of an unknown one, which are told; without a pattern all', () => {
    const closed = [
      cases(5, 'BID', 'SIGNED'),
      cases(7, 'BID', 'BID', { purchasePattern: 'RECURRING' }),
      cases(3, 'BID', 'BID', { purchasePattern: null }),
    ];
    const of = (pattern: 'PROJECT' | 'RECURRING' | null) =>
      conversionsOf(funnel(1, ['BID', 5000]), closed, pattern)[0]!.conversion;
    expect(of('PROJECT')).toMatchObject({ reachedCount: 8, convertedCount: 5, unknownPatternCount: 3 });
    expect(of('RECURRING')).toMatchObject({ reachedCount: 10, convertedCount: 0, unknownPatternCount: 3 });
    expect(of(null)).toMatchObject({ reachedCount: 15, convertedCount: 5, unknownPatternCount: 3 });
  });

  it('give each stage the chance of the last stage of the funnel that it has come to', () => {
    const conversions = conversionsOf(funnel(30, ['VERIFY', 6000], ['NEGOTIATE', 8500]), [], 'RECURRING');
    const chance = (stage: PipelineStage) => {
      const ratio = chanceAt(conversions, stage);
      return ratio && basisPointsOf(ratio);
    };
    expect((['CAPTURED', 'VERIFY', 'PRE_BID', 'BID', 'NEGOTIATE'] as const).map(chance)).toEqual([
      ...[null, 5100, 5100, 5100, 8500],
    ]);
  });

  it('never convert more than have reached the stage, and multiply to a contract', () => {
    const stage = fc.constantFrom(...pipelineStages.slice(0, -1));
    const closed = fc.array(
      fc
        .tuple(stage, fc.constantFrom(...pipelineStages), fc.integer({ min: 1, max: 90 }))
        .map(([first, last, count]) =>
          rankOf(first) <= rankOf(last) ? cases(count, first, last) : cases(count, last, first),
        ),
      { maxLength: 12 },
    );
    const whole = funnel(1, ...pipelineStages.slice(0, -1).map((one): [PipelineStage, number] => [one, 5000]));
    fc.assert(
      fc.property(closed, (all) => {
        for (const { conversion, toWin } of conversionsOf(whole, all, 'PROJECT')) {
          expect(conversion.convertedCount).toBeLessThanOrEqual(conversion.reachedCount);
          expect(toWin.reachedCount).toBe(conversion.reachedCount);
          expect(toWin.convertedCount).toBeLessThanOrEqual(conversion.convertedCount);
          expect(conversion.source).toBe(conversion.reachedCount > 0 ? 'CALIBRATED' : 'TEMPLATE');
        }
      }),
    );
  });
});
