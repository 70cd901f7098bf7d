import { addDays, type LocalDate, parseLocalDate } from '@fivepoint/kernel';
import fc from 'fast-check';
import { shippedLabels } from '../portfolio/portfolio-class';
import { shippedStageRules } from '../relationship/lifecycle-stage';
import { shippedSellSide } from '../relationship/relationship-score';
import { type AccountFacts, assess, type Assessed, type AssessmentRules, contentOf } from './assess';

const day = (text: string): LocalDate => parseLocalDate(text);
const from = day('1900-01-01');
const even = { EXPLORATION: 10_000, BUILD_UP: 10_000, MATURITY: 10_000, DECLINE: 10_000 };
const potential = { id: 'potential', horizonMonths: 12, attainableBasisPoints: 3_000, stageFactors: even };
const stage = { id: 'stage', ...shippedStageRules, driftBasisPoints: 4_500 };
const portfolio = { id: 'portfolio', currency: 'CNY', potentialThreshold: 300_000_000n, scoreThreshold: 600_000 };
const shipped: AssessmentRules = {
  potential: [{ from, is: potential }],
  stage: [{ from, is: stage }],
  chain: [{ from, is: { id: 'chain', roles: shippedSellSide } }],
  portfolio: [{ from, is: { ...portfolio, labels: shippedLabels } }],
};
const nothing: AccountFacts = {
  currency: 'CNY',
  registeredOn: day('2026-01-05'),
  orders: [],
  measures: [],
  people: [],
  positions: [],
  classified: [],
  drift: [],
  overrides: [],
};
const order = (on: string, yuan: number, currency = 'CNY') => ({ on: day(on), amount: BigInt(yuan * 100), currency });
const measure = (on: string, quantity: string, over: object = {}) => ({
  id: `measured ${on}`,
  on: day(on),
  of: 'stations',
  quantity,
  intensity: '0.5',
  unitPrice: { minor: 2_000_000n, currency: 'CNY' },
  ...over,
});
const of = (facts: Partial<AccountFacts>, upTo: string, rules = shipped) =>
  assess({ ...nothing, ...facts }, rules, day(upTo));
const last = (facts: Partial<AccountFacts>, upTo: string, rules = shipped): Assessed => {
  const found = of(facts, upTo, rules).assessments.at(-1);
  if (!found) throw new Error('nothing was assessed');
  return found;
};
const shown = (facts: Partial<AccountFacts>, upTo: string, ...fields: (keyof Assessed)[]) =>
  of(facts, upTo).assessments.map((one) => [one.assessedOn, ...fields.map((field) => one[field])]);

describe('the assessment of an account (rules §1–3, P12, P14, P17)', () => {
  it('begins with its registration, and says no more than is known', () => {
    const { assessments, reassessOn } = of({}, '2026-06-15');
    expect(assessments).toHaveLength(1);
    expect(assessments[0]).toMatchObject({
      assessedOn: '2026-01-05',
      stage: 'EXPLORATION',
      class: null,
      potential: null,
      shareOfWallet: null,
      ownSales: 0n,
      score: 0,
      purchasePattern: 'RECURRING',
      purchasePatternSource: 'DEFAULT',
      leftOut: [],
    });
    expect(reassessOn).toBe('2026-06-30');
  });

  it('puts potential, relationship and class together, with what each came from', () => {
    const buyer = { roles: ['ECONOMIC_BUYER', 'TECHNICAL'], access: 100, support: 2 };
    const facts = {
      orders: [order('2026-02-10', 1_250_000)],
      measures: [measure('2026-01-20', '1000')],
      people: [{ leftOn: null, standings: [{ from: day('2026-03-01'), is: buyer }] }],
    };
    expect(last(facts, '2026-03-20')).toMatchObject({
      assessedOn: '2026-03-01',
      potential: 1_000_000_000n,
      attainable: 300_000_000n,
      ownSales: 125_000_000n,
      whitespace: 175_000_000n,
      shareOfWallet: '0.1250',
      drivers: [{ measureId: 'measured 2026-01-20', amount: '1000000000' }],
      score: 650_000,
      class: 'CORE',
      stage: 'BUILD_UP',
      stageReason: 'GROWING',
      portfolioRuleId: 'portfolio',
    });
    expect(shown(facts, '2026-03-20', 'class', 'stage')).toEqual([
      ['2026-01-05', null, 'EXPLORATION'],
      ['2026-01-20', 'TRACTION', 'EXPLORATION'],
      ['2026-02-10', 'TRACTION', 'BUILD_UP'],
      ['2026-03-01', 'CORE', 'BUILD_UP'],
    ]);
  });

  it('takes the last measure of a driver and product, of one day the one recorded last', () => {
    const measures = [
      measure('2026-02-01', '100'),
      measure('2026-03-01', '300', { id: 'slip' }),
      measure('2026-03-01', '200', { id: 'right' }),
      measure('2026-01-10', '900', { id: 'older, told later' }),
      measure('2026-02-01', '50', { id: 'another', of: 'users' }),
    ];
    expect(shown({ measures }, '2026-04-01', 'potential')).toEqual([
      ['2026-01-05', null],
      ['2026-01-10', 900_000_000n],
      ['2026-02-01', 150_000_000n],
      ['2026-03-01', 250_000_000n],
    ]);
    expect(last({ measures }, '2026-04-01').drivers.map(({ measureId }) => measureId)).toEqual(['right', 'another']);
  });

  it('forgets a sale on the first day on which the horizon no longer reaches it', () => {
    const orders = [order('2025-03-31', 500)];
    const sales = (upTo: string, horizonMonths: number) =>
      last({ orders }, upTo, { ...shipped, potential: [{ from, is: { ...potential, horizonMonths } }] }).ownSales;
    expect([sales('2026-03-30', 12), sales('2026-03-31', 12)]).toEqual([50_000n, 0n]);
    // April has no 31st: the month that reaches back to 31 March is over with its last day.
    expect([sales('2025-04-30', 1), sales('2025-05-01', 1)]).toEqual([50_000n, 0n]);
    expect(of({ orders }, '2026-03-01').reassessOn).toBe('2026-03-31');
  });

  it("goes by the account's own share while there is one", () => {
    const positions = [
      { from: day('2026-02-01'), is: { purchasePattern: null, attainableBasisPoints: 5_000 } },
      { from: day('2026-03-01'), is: { purchasePattern: null, attainableBasisPoints: null } },
    ];
    const facts = { positions, measures: [measure('2026-01-05', '1')] };
    expect(shown(facts, '2026-04-01', 'attainable', 'attainableOwn')).toEqual([
      ['2026-01-05', 300_000n, false],
      ['2026-02-01', 500_000n, true],
      ['2026-03-01', 300_000n, false],
    ]);
  });

  it('knows how it buys by its own word, else by the last lead', () => {
    const facts = {
      classified: [{ from: day('2026-02-01'), is: 'PROJECT' as const }],
      positions: [
        { from: day('2026-03-01'), is: { purchasePattern: 'RECURRING' as const, attainableBasisPoints: null } },
        { from: day('2026-04-01'), is: { purchasePattern: null, attainableBasisPoints: null } },
      ],
    };
    expect(shown(facts, '2026-05-01', 'purchasePattern', 'purchasePatternSource')).toEqual([
      ['2026-01-05', 'RECURRING', 'DEFAULT'],
      ['2026-02-01', 'PROJECT', 'LEAD'],
      ['2026-03-01', 'RECURRING', 'OWN'],
      ['2026-04-01', 'PROJECT', 'LEAD'],
    ]);
  });

  it('lets an override win while it lasts, and goes on computing beneath it', () => {
    const set = {
      id: 'set',
      stage: 'MATURITY' as const,
      score: null,
      from: day('2026-02-01'),
      until: day('2026-03-01'),
    };
    const score = { ...set, id: 'score', stage: null, score: 900_000, until: day('2026-02-15') };
    const facts = { overrides: [set, score], orders: [order('2026-02-10', 1)] };
    expect(shown(facts, '2026-03-15', 'stage', 'computedStage', 'stageOverrideId', 'score', 'computedScore')).toEqual([
      ['2026-01-05', 'EXPLORATION', 'EXPLORATION', null, 0, 0],
      ['2026-02-01', 'MATURITY', 'EXPLORATION', 'set', 900_000, 0],
      ['2026-02-10', 'MATURITY', 'BUILD_UP', 'set', 900_000, 0],
      ['2026-02-15', 'MATURITY', 'BUILD_UP', 'set', 0, 0],
      ['2026-03-01', 'BUILD_UP', 'BUILD_UP', null, 0, 0],
    ]);
    expect(of({ overrides: [set] }, '2026-02-10').reassessOn).toBe('2026-03-01');
    const later = { ...set, id: 'later', stage: 'DECLINE' as const };
    expect(last({ overrides: [set, later] }, '2026-02-10')).toMatchObject({
      stage: 'DECLINE',
      stageOverrideId: 'later',
    });
  });

  it('is in decline from HIGH on until the risk is below what ends it', () => {
    const reading = (on: string, level: 'LOW' | 'MEDIUM' | 'HIGH', riskBasisPoints: number) => ({
      on: day(on),
      ...{ level, riskBasisPoints },
    });
    const facts = {
      orders: [order('2026-01-10', 1)],
      drift: [
        reading('2026-02-01', 'HIGH', 6_100),
        reading('2026-02-05', 'MEDIUM', 5_900),
        reading('2026-02-08', 'MEDIUM', 4_500),
        reading('2026-02-10', 'MEDIUM', 4_499),
        reading('2026-02-12', 'MEDIUM', 5_000),
      ],
    };
    expect(shown(facts, '2026-03-01', 'stage', 'stageReason').slice(1)).toEqual([
      ['2026-01-10', 'BUILD_UP', 'GROWING'],
      ['2026-02-01', 'DECLINE', 'DRIFT'],
      ['2026-02-10', 'BUILD_UP', 'GROWING'],
    ]);
  });

  it('goes by one currency, and says what it left out', () => {
    const facts = {
      orders: [order('2026-01-10', 7, 'USD'), order('2026-01-10', 5), order('2026-02-10', 9, 'EUR')],
      measures: [measure('2026-01-20', '1', { unitPrice: { minor: 1n, currency: 'USD' } })],
    };
    expect(last(facts, '2026-03-01')).toMatchObject({
      ...{ orderCount: 1, ownSales: 500n, potential: null, class: null, lastOrderOn: '2026-01-10' },
      leftOut: [
        { currency: 'EUR', contractCount: 1, measureCount: 0 },
        { currency: 'USD', contractCount: 1, measureCount: 1 },
      ],
    });
    const other = last({ ...facts, currency: 'USD' }, '2026-03-01');
    expect(other).toMatchObject({ ownSales: 700n, potential: 1n, portfolioRuleId: null, class: null });
  });

  it('leaves out who has left, from that day on', () => {
    const buyer = { roles: ['ECONOMIC_BUYER'], access: 100, support: 2 };
    const people = [{ leftOn: day('2026-02-20'), standings: [{ from: day('2026-01-05'), is: buyer }] }];
    expect(shown({ people }, '2026-03-01', 'score')).toEqual([
      ['2026-01-05', 400_000],
      ['2026-02-20', 0],
    ]);
  });

  it('goes on each day by the rules of that day', () => {
    const rules: AssessmentRules = {
      ...shipped,
      potential: [
        ...shipped.potential,
        { from: day('2026-02-01'), is: { ...potential, id: 'half', attainableBasisPoints: 5_000 } },
        { from: day('2026-09-01'), is: { ...potential, id: 'ahead' } },
      ],
    };
    const facts = { measures: [measure('2026-01-05', '1')] };
    const { assessments, reassessOn } = of(facts, '2026-08-15', rules);
    expect(
      assessments.map(({ assessedOn, attainable, potentialRuleId }) => [assessedOn, attainable, potentialRuleId]),
    ).toEqual([
      ['2026-01-05', 300_000n, 'potential'],
      ['2026-02-01', 500_000n, 'half'],
    ]);
    expect(reassessOn).toBe('2026-09-01');
  });

  const anyDay = fc.integer({ min: 0, max: 1_600 }).map((days) => addDays(day('2022-06-01'), days));
  const until = fc.tuple(anyDay, fc.integer({ min: 1, max: 400 }));
  const anyFacts = fc.record({
    orders: fc.array(
      fc.record({ on: anyDay, amount: fc.bigInt({ min: 1n, max: 10n ** 9n }), currency: fc.constant('CNY') }),
      {
        maxLength: 8,
      },
    ),
    measures: fc.array(
      fc
        .tuple(anyDay, fc.nat(500), fc.constantFrom('stations', 'users'))
        .map(([on, quantity, driver]) => measure(on, String(quantity), { of: driver })),
      { maxLength: 4 },
    ),
    drift: fc.array(
      fc.record({
        on: anyDay,
        level: fc.constantFrom('LOW' as const, 'HIGH' as const),
        riskBasisPoints: fc.integer({ min: 0, max: 10_000 }),
      }),
      { maxLength: 3 },
    ),
    overrides: fc.array(
      until.map(([on, days]) => ({
        id: on,
        stage: 'DECLINE' as const,
        score: null,
        from: on,
        until: addDays(on, days),
      })),
      { maxLength: 2 },
    ),
    positions: fc.array(
      fc.record({
        from: anyDay,
        is: fc.record({
          purchasePattern: fc.constantFrom('PROJECT' as const, 'RECURRING' as const, null),
          attainableBasisPoints: fc.constantFrom(null, 1_000, 9_000),
        }),
      }),
      { maxLength: 3 },
    ),
  });
  const seen = (facts: Partial<AccountFacts>, upTo: LocalDate, before: LocalDate) =>
    of(facts, upTo)
      .assessments.filter(({ assessedOn }) => assessedOn < before)
      .map((one) => `${one.assessedOn} ${contentOf(one)}`);

  it('is changed by a fact from its day on, and never before', () => {
    fc.assert(
      fc.property(anyFacts, anyDay, fc.bigInt({ min: 1n, max: 10n ** 9n }), (facts, late, amount) => {
        const upTo = day('2027-01-01');
        const more = { ...facts, orders: [...facts.orders, { on: late, amount, currency: 'CNY' }] };
        const early = Object.values(facts).some((all) => all.length > 0);
        // The day of the first fact is where history begins, so that an earlier one begins it.
        const begun = of(facts, upTo).assessments[0]?.assessedOn ?? upTo;
        if (early && late >= begun) expect(seen(more, upTo, late)).toEqual(seen(facts, upTo, late));
      }),
    );
  });

  it('is the same for a day whenever it is looked at', () => {
    fc.assert(
      fc.property(anyFacts, anyDay, fc.nat(500), (facts, on, days) => {
        const known = {
          ...facts,
          orders: facts.orders.filter((one) => one.on <= on),
        };
        const [then, later] = [on, addDays(on, days)];
        if (on < nothing.registeredOn) return;
        expect(seen(known, later, addDays(on, 1))).toEqual(seen(known, then, addDays(on, 1)));
      }),
    );
  });

  it('is changed by time alone only on the days that it names', () => {
    fc.assert(
      fc.property(anyFacts, anyDay, (facts, on) => {
        if (on < nothing.registeredOn) return;
        const known = {
          orders: facts.orders.filter((one) => one.on <= on),
          measures: facts.measures.filter((one) => one.on <= on),
          drift: facts.drift.filter((one) => one.on <= on),
          overrides: facts.overrides.filter((one) => one.from <= on),
          positions: facts.positions.filter((one) => one.from <= on),
        };
        const { assessments, reassessOn } = of(known, on);
        expect(of(known, addDays(reassessOn, -1)).assessments).toEqual(assessments);
      }),
    );
  });
});
