import { uuidv7 } from '@fivepoint/kernel';
import { cny, eventually, exampleOf, type Result } from '@fivepoint/testing';
import { house, made, makeAccount, makeContact, makeDriver, makeRep, run } from '../spec/house';
import { registerTenantOf } from '../spec/registered';

describe('the assessment of accounts (P12, P14, P15, P17, P18)', () => {
  const at = house();
  beforeAll(() => registerTenantOf(at.service));

  const fields = `assessedOn stage class currency relationshipScore shareOfWallet potential { amount } attainable { amount }
    ownSales { amount } whitespace { amount } leftOut { currency contractCount measureCount }
    stageBasis { stage reason purchasePattern purchasePatternSource orderCount lastOrderOn growth growthBefore
      stageRule { matureOrderCount } override { id reason } }
    potentialBasis { horizonMonths stageFactorBasisPoints attainableBasisPoints ownAttainable potentialRule { horizonMonths }
      drivers { amount { amount } measure { id quantity demandDriver { id } } } }
    scoreBasis { score roles { role basisPoints access support points } relationshipChain { id } override { id } }
    portfolioRule { scoreThreshold }`;
  const assessment = async (id: string, asOf: string | null = null): Promise<Result | null> => {
    const { account } = await at.admin.query<{ account: { assessment: Result | null } }>(
      `query ($id: UUID!, $asOf: LocalDate) { account(id: $id) { assessment(asOf: $asOf) { ${fields} } } }`,
      { id, asOf },
    );
    return account.assessment;
  };
  const history = async (id: string): Promise<string[]> => {
    const { account } = await at.admin.query<{ account: { assessments: { nodes: Result[] } } }>(
      'query ($id: UUID!) { account(id: $id) { assessments(first: 100) { nodes { assessedOn stage class } } } }',
      { id },
    );
    return account.assessments.nodes.map((one) => [one['assessedOn'], one['stage'], one['class']].join(' ')).reverse();
  };
  /** Without those in which only numbers are others. */
  const stagesOf = (all: readonly string[]) => all.filter((one, place) => one.slice(11) !== all[place - 1]?.slice(11));
  const pending = async () =>
    (await at.admin.query<{ pendingAssessmentCount: number }>('{ pendingAssessmentCount }')).pendingAssessmentCount;
  const signed = (accountId: string, signedOn: string, amount = cny('1250000.00'), origin?: 'import') => {
    const contract = {
      ...exampleOf('fivepoint.deal.contract-signed.v1'),
      contractId: uuidv7(),
      accountId,
      amount,
      signedOn,
    };
    return at.service.receive('fivepoint.deal.contract-signed.v1', contract, {
      subject: contract.contractId,
      ...(origin && { origin }),
    });
  };
  const classified = async (accountId: string) =>
    (await at.service.published('fivepoint.planning.account-classified.v1'))
      .filter(({ key }) => key === accountId)
      .map(({ data }) => data);
  const measured = async (accountId: string, over: object = {}) =>
    made(at.admin, 'recordDriverMeasure', {
      ...{ accountId, demandDriverId: await makeDriver(at.admin), quantity: '2000', intensity: '0.5' },
      ...{ unitPrice: cny('10000.00'), source: '年报', ...over },
    });

  it('is there as soon as the account is, and says what it knows', async () => {
    const result = await run(at.admin, 'registerAccount', { name: `江苏移动 ${uuidv7()}` });
    expect(await assessment(result.id)).toMatchObject({
      ...{ assessedOn: '2026-06-15', stage: 'EXPLORATION', class: null, currency: 'CNY', potential: null },
      ...{ relationshipScore: '0.0000', shareOfWallet: null, ownSales: { amount: '0.00' } },
      stageBasis: { stage: 'EXPLORATION', reason: 'NO_ORDER', purchasePatternSource: 'DEFAULT', override: null },
    });
    expect(await assessment(result.id, '2026-06-14')).toBeNull();
    expect(await classified(result.id)).toEqual([]);
  });

  it('explains potential, score and class by what they came from', async () => {
    const id = await makeAccount(at.admin);
    const measureId = await measured(id);
    await signed(id, '2026-06-15');
    await makeContact(at.admin, { accountId: id, roles: ['ECONOMIC_BUYER', 'TECHNICAL'], access: 'FULL', support: 2 });
    expect(await assessment(id)).toMatchObject({
      ...{ stage: 'BUILD_UP', class: 'CORE', relationshipScore: '65.0000', shareOfWallet: '0.1250' },
      ...{ potential: { amount: '10000000.00' }, attainable: { amount: '3000000.00' } },
      ...{ ownSales: { amount: '1250000.00' }, whitespace: { amount: '1750000.00' } },
      stageBasis: { reason: 'GROWING', orderCount: 1, lastOrderOn: '2026-06-15', growth: null },
      potentialBasis: {
        ...{ horizonMonths: 12, stageFactorBasisPoints: 10_000, attainableBasisPoints: 3_000, ownAttainable: false },
        drivers: [{ amount: { amount: '10000000.00' }, measure: { id: measureId, quantity: '2000' } }],
      },
      scoreBasis: {
        score: '65.0000',
        roles: [
          { role: 'ECONOMIC_BUYER', basisPoints: 4000, access: 'FULL', support: 2, points: '40.0000' },
          { role: 'TECHNICAL', basisPoints: 2500, access: 'FULL', support: 2, points: '25.0000' },
          { role: 'USER', basisPoints: 2000, access: 'NONE', support: 0, points: '0.0000' },
          { role: 'PROCUREMENT', basisPoints: 1500, access: 'NONE', support: 0, points: '0.0000' },
        ],
      },
      portfolioRule: { scoreThreshold: 60 },
    });
    expect(await classified(id)).toEqual([
      {
        accountId: id,
        stage: 'EXPLORATION',
        previousStage: 'EXPLORATION',
        class: 'TRACTION',
        reason: 'PORTFOLIO',
        assessedOn: '2026-06-15',
      },
      {
        ...{
          accountId: id,
          stage: 'BUILD_UP',
          previousStage: 'EXPLORATION',
          class: 'TRACTION',
          previousClass: 'TRACTION',
        },
        ...{ reason: 'GROWING', assessedOn: '2026-06-15' },
      },
      {
        ...{ accountId: id, stage: 'BUILD_UP', previousStage: 'BUILD_UP', class: 'CORE', previousClass: 'TRACTION' },
        ...{ reason: 'PORTFOLIO', assessedOn: '2026-06-15' },
      },
    ]);
    const { accounts } = await at.admin.query<{ accounts: { nodes: { id: string }[] } }>(
      '{ accounts(first: 100, filter: { classes: [CORE], stages: [BUILD_UP] }) { nodes { id } } }',
    );
    expect(accounts.nodes.map((one) => one.id)).toContain(id);
  });

  it('is worked out again from the day of a fact that comes late, and tells nobody what has not changed today', async () => {
    const id = await makeAccount(at.admin);
    await signed(id, '2026-06-10');
    expect(await history(id)).toEqual(['2026-06-10 BUILD_UP ']);
    await measured(id, { measuredOn: '2026-06-12' });
    await signed(id, '2024-01-10');
    expect(stagesOf(await history(id))).toEqual([
      ...['2024-01-10 BUILD_UP ', '2025-01-10 DECLINE ', '2026-06-10 BUILD_UP ', '2026-06-12 BUILD_UP TRACTION'],
    ]);
    expect(await assessment(id, '2025-06-01')).toMatchObject({ stage: 'DECLINE', stageBasis: { reason: 'QUIET' } });
    expect((await classified(id)).map(({ stage, class: of }) => [stage, of])).toEqual([
      ['BUILD_UP', undefined],
      ['BUILD_UP', 'TRACTION'],
    ]);
  });

  it('is assessed once after history was recorded, and tells nobody of that', async () => {
    const id = await makeAccount(at.admin);
    for (const day of ['2023-05-01', '2024-05-01', '2025-05-01', '2026-05-01'])
      await signed(id, day, cny('5.00'), 'import');
    expect(await assessment(id)).toMatchObject({ stage: 'EXPLORATION' });
    expect(await pending()).toBeGreaterThan(0);
    // What is gathered while history is recorded comes ten seconds later.
    at.today = '2026-06-16';
    await eventually(async () => {
      expect(await assessment(id)).toMatchObject({
        stage: 'MATURITY',
        stageBasis: { orderCount: 4, growth: '0.0000' },
      });
    });
    expect(await classified(id)).toEqual([]);
    await at.admin.query(
      'mutation ($input: RecordPastAccountsInput!) { recordPastAccounts(input: $input) { rows { id } } }',
      { input: { rows: [{ externalId: 'crm-7', name: '湖南联通', level: 'PROVINCE' }] } },
    );
    const { accounts } = await at.admin.query<{ accounts: { nodes: { id: string }[] } }>(
      '{ accounts(filter: { nameContains: "湖南联通" }) { nodes { id } } }',
    );
    at.today = '2026-06-17';
    await eventually(async () =>
      expect(await assessment(accounts.nodes[0]?.id ?? '')).toMatchObject({ stage: 'EXPLORATION' }),
    );
  });

  it('changes when its time has come, without anything happening', async () => {
    const id = await makeAccount(at.admin);
    await signed(id, '2026-06-01');
    at.today = '2027-06-01';
    await eventually(async () =>
      expect(await assessment(id)).toMatchObject({ stage: 'DECLINE', assessedOn: '2027-06-01' }),
    );
    expect((await classified(id)).map(({ reason, assessedOn }) => [reason, assessedOn])).toEqual([
      ['GROWING', '2026-06-01'],
      ['QUIET', '2027-06-01'],
    ]);
  });

  it('is in decline while the account drifts, until the risk is well below', async () => {
    const id = await makeAccount(at.admin);
    await signed(id, '2026-06-01');
    const drift = (detectedOn: string, level: 'LOW' | 'MEDIUM' | 'HIGH', riskBasisPoints: number) =>
      at.service.receive(
        'fivepoint.customer-success.drift-detected.v1',
        {
          ...exampleOf('fivepoint.customer-success.drift-detected.v1'),
          accountId: id,
          detectedOn,
          level,
          riskBasisPoints,
        },
        { subject: id },
      );
    const high = await drift('2026-06-03', 'HIGH', 6_500);
    expect(await assessment(id)).toMatchObject({ stage: 'DECLINE', stageBasis: { reason: 'DRIFT' } });
    await at.service.receiveAgain(high);
    await drift('2026-06-05', 'MEDIUM', 5_000);
    expect(await assessment(id)).toMatchObject({ stage: 'DECLINE', assessedOn: '2026-06-03' });
    await drift('2026-06-08', 'MEDIUM', 4_000);
    expect(await assessment(id)).toMatchObject({ stage: 'BUILD_UP', assessedOn: '2026-06-08' });
    expect((await classified(id)).map(({ reason }) => reason)).toEqual(['GROWING', 'DRIFT', 'GROWING']);
    expect(await at.service.parked()).toEqual([]);
  });

  it('buys as its own word says, else as its last lead, and wins what its own share says', async () => {
    const id = await makeAccount(at.admin);
    await measured(id);
    const lead = (scenario: 'PROJECT' | 'RECURRING') =>
      at.service.receive(
        'fivepoint.acquisition.lead-classified.v1',
        { leadId: uuidv7(), accountId: id, scenario },
        { subject: uuidv7() },
      );
    await lead('PROJECT');
    expect(await assessment(id)).toMatchObject({
      stageBasis: { purchasePattern: 'PROJECT', purchasePatternSource: 'LEAD' },
    });
    const positioned = await run(at.admin, 'positionAccount', {
      ...{ accountId: id, purchasePattern: 'RECURRING', attainableBasisPoints: 5_000 },
      ...{ currentRelationshipType: 'TRANSACTIONAL', desiredRelationshipType: 'PARTNERSHIP' },
    });
    expect(positioned).toMatchObject({
      ...{ purchasePattern: 'RECURRING', attainableBasisPoints: 5_000, relationshipGapCount: 2 },
      ...{ stage: 'EXPLORATION', class: 'TRACTION' },
    });
    expect(await assessment(id)).toMatchObject({
      attainable: { amount: '5000000.00' },
      stageBasis: { purchasePattern: 'RECURRING', purchasePatternSource: 'OWN' },
      potentialBasis: { ownAttainable: true },
    });
    const version = positioned['version'];
    expect(
      await run(at.admin, 'positionAccount', { accountId: id, attainableBasisPoints: null, expectedVersion: version }),
    ).toMatchObject({ attainableBasisPoints: null, purchasePattern: 'RECURRING', relationshipGapCount: 2 });
    expect(await run(at.admin, 'positionAccount', { accountId: id, expectedVersion: version })).toMatchObject({
      __typename: 'VersionConflict',
    });
    expect(await assessment(id)).toMatchObject({ attainable: { amount: '3000000.00' } });
  });

  it('goes by one currency, and says what it left out', async () => {
    const id = await makeAccount(at.admin);
    const usd = (amount: string) => ({ amount, currency: 'USD' });
    await signed(id, '2026-06-01', usd('800.00'));
    await measured(id);
    expect(await assessment(id)).toMatchObject({
      stage: 'EXPLORATION',
      leftOut: [{ currency: 'USD', contractCount: 1, measureCount: 0 }],
    });
    await made(at.admin, 'positionAccount', { accountId: id, assessmentCurrency: 'USD' });
    await measured(id, { unitPrice: usd('2.00') });
    expect(await assessment(id)).toMatchObject({
      ...{ currency: 'USD', stage: 'BUILD_UP', potential: { amount: '2000.00' }, class: null, portfolioRule: null },
      ...{ ownSales: { amount: '800.00' }, shareOfWallet: '0.4000' },
      leftOut: [{ currency: 'CNY', contractCount: 0, measureCount: 1 }],
    });
    const demandDriverId = await makeDriver(at.admin);
    const wrong = { accountId: id, demandDriverId, quantity: '1', intensity: '1', source: 'x', unitPrice: cny('1.00') };
    expect(await run(at.admin, 'recordDriverMeasure', wrong)).toMatchObject({ problems: [{ path: 'unitPrice' }] });
    const tooMuch = { ...wrong, quantity: '999999999999999999', unitPrice: usd('1000.00') };
    expect(await run(at.admin, 'recordDriverMeasure', tooMuch)).toMatchObject({ problems: [{ path: 'quantity' }] });
  });

  it('knows how people stood on any day', async () => {
    const id = await makeAccount(at.admin);
    const contactId = await makeContact(at.admin, { accountId: id, roles: ['USER'], access: 'PARTIAL', support: 2 });
    at.today = '2026-06-20';
    await made(at.admin, 'updateContact', { contactId, access: 'FULL' });
    await made(at.admin, 'updateContact', { contactId, position: '处长' });
    at.today = '2026-06-25';
    await made(at.admin, 'markContactLeft', { contactId, leftOn: '2026-06-24' });
    const score = async (day: string) => (await assessment(id, day))?.['relationshipScore'];
    expect([await score('2026-06-19'), await score('2026-06-20'), await score('2026-06-24')]).toEqual([
      ...['10.0000', '20.0000', '0.0000'],
    ]);
  });

  it('is seen by who sees the account', async () => {
    const ownerId = await makeRep(at.admin, { team: 'north' });
    const id = await makeAccount(at.admin, { ownerId });
    const ask = 'query ($id: UUID!) { account(id: $id) { assessment { stage } assessments { totalCount } } }';
    expect(await at.manager.query(ask, { id })).toEqual({
      account: { assessment: { stage: 'EXPLORATION' }, assessments: { totalCount: 1 } },
    });
    expect(await (await at.repAs(uuidv7(), ['south'])).query(ask, { id })).toEqual({ account: null });
  });
});
