import { uuidv7 } from '@fivepoint/kernel';
import { cny, eventually, type Result } from '@fivepoint/testing';
import { house, made, makeAccount, makeDriver, makePlay, run } from '../spec/house';
import { registerTenantOf } from '../spec/registered';

describe('the rules by which accounts are assessed (X10, P12–P19)', () => {
  const at = house();
  beforeAll(() => registerTenantOf(at.service));

  const nodes = async (list: string, fields: string, filter = '') => {
    const answer = await at.admin.query<Record<string, { nodes: Result[] }>>(
      `{ ${list}(first: 100 ${filter}) { nodes { effectiveOn ${fields} } } }`,
    );
    return answer[list]?.nodes ?? [];
  };
  const cell = (highPotential: boolean, highRelationship: boolean, of: string) => ({
    ...{ highPotential, highRelationship },
    class: of,
  });
  const turned = [
    cell(true, true, 'CORE'),
    cell(true, false, 'GROWTH'),
    cell(false, true, 'TRACTION'),
    cell(false, false, 'PROBLEM'),
  ];

  it('begin with those that are shipped, as rows of the tenant', async () => {
    const first = async (list: string, fields: string) => (await nodes(list, fields)).at(-1);
    const effectiveOn = '1900-01-01';
    expect(await first('potentialRules', 'horizonMonths attainableBasisPoints maturityBasisPoints')).toEqual({
      ...{ effectiveOn, horizonMonths: 12, attainableBasisPoints: 3000, maturityBasisPoints: 10000 },
    });
    expect(
      await first(
        'stageRules',
        'recurringMonths projectMonths growthBasisPoints lossBasisPoints matureOrderCount driftBasisPoints',
      ),
    ).toEqual({
      ...{ effectiveOn, recurringMonths: 12, projectMonths: 36, growthBasisPoints: 1000, lossBasisPoints: 1000 },
      ...{ matureOrderCount: 3, driftBasisPoints: 4500 },
    });
    expect(await first('relationshipChains', 'roles { role basisPoints veto }')).toEqual({
      effectiveOn,
      roles: [
        { role: 'ECONOMIC_BUYER', basisPoints: 4000, veto: false },
        { role: 'TECHNICAL', basisPoints: 2500, veto: true },
        { role: 'USER', basisPoints: 2000, veto: false },
        { role: 'PROCUREMENT', basisPoints: 1500, veto: false },
      ],
    });
    expect(await first('trustRules', 'floor keptPromise goodContact brokenPromise')).toEqual({
      ...{ effectiveOn, floor: 20, keptPromise: 10, goodContact: 5, brokenPromise: 20 },
    });
    expect(
      await first(
        'portfolioRules',
        'potentialThreshold { amount currency } scoreThreshold cells { highPotential highRelationship class }',
      ),
    ).toEqual({
      ...{ effectiveOn, potentialThreshold: cny('3000000.00'), scoreThreshold: 60 },
      cells: [
        cell(true, true, 'CORE'),
        cell(true, false, 'TRACTION'),
        cell(false, true, 'GROWTH'),
        cell(false, false, 'PROBLEM'),
      ],
    });
    expect((await nodes('classStrategies', 'class')).map((one) => one['class']).sort()).toEqual(
      expect.arrayContaining(['CORE', 'GROWTH', 'PROBLEM', 'TRACTION']),
    );
    expect((await nodes('stageStrategies', 'stage')).map((one) => one['stage'])).toEqual(
      expect.arrayContaining(['EXPLORATION', 'BUILD_UP', 'MATURITY', 'DECLINE']),
    );
  });

  it('are put beside those before them, with the day and the reason, and audited', async () => {
    const reason = '董事会决议';
    const id = await made(at.admin, 'adoptTrustRule', { floor: 30, effectiveOn: '2026-07-01', reason });
    const answer = await at.admin.query<{ trustRule: Result }>(
      'query ($id: UUID!) { trustRule(id: $id) { effectiveOn reason floor keptPromise brokenPromise } }',
      { id },
    );
    expect(answer.trustRule).toEqual({
      ...{ effectiveOn: '2026-07-01', reason, floor: 30, keptPromise: 10, brokenPromise: 20 },
    });
    expect(await nodes('trustRules', 'floor', 'filter: { effectiveTo: "2026-06-30" }')).not.toContainEqual(
      expect.objectContaining({ floor: 30 }),
    );
    expect(await at.service.audit(id)).toMatchObject([
      { mutation: 'adoptTrustRule', changes: [{ entity: 'TrustRule', before: null, after: { floor: 30, reason } }] },
    ]);
  });

  it('are refused with all that is wrong', async () => {
    expect(
      await run(at.admin, 'adoptRelationshipChain', {
        effectiveOn: '1999-12-31',
        roles: [
          { role: 'USER', basisPoints: 5000 },
          { role: 'USER', basisPoints: 4000 },
        ],
      }),
    ).toMatchObject({
      __typename: 'InvalidInput',
      problems: [
        { path: 'effectiveOn' },
        { path: 'roles.1.role', message: 'USER is in the chain already' },
        { path: 'roles', message: 'must sum to 10000 basis points, not 9000' },
      ],
    });
    const threshold = { potentialThreshold: { amount: '-1.00', currency: 'CNY' }, scoreThreshold: 60 };
    expect(
      await run(at.admin, 'adoptPortfolioRule', {
        ...threshold,
        cells: [...turned.slice(0, 3), cell(true, true, 'PROBLEM')],
      }),
    ).toMatchObject({ problems: [{ path: 'potentialThreshold' }, { path: 'cells.3' }] });
    expect(
      await run(at.admin, 'adoptPotentialRule', { horizonMonths: 61, attainableBasisPoints: 10001 }),
    ).toMatchObject({
      problems: [{ path: 'horizonMonths' }, { path: 'attainableBasisPoints' }],
    });
  });

  it('are for executives to change, and for everybody who works here to read', async () => {
    const { errors } = await at.manager.raw(
      'mutation ($input: AdoptTrustRuleInput!) { adoptTrustRule(input: $input) { __typename } }',
      { input: {} },
    );
    expect(errors?.map(({ extensions }) => extensions?.['code'])).toEqual(['FORBIDDEN']);
    const { potentialRules } = await at.manager.query<{ potentialRules: { totalCount: number } }>(
      '{ potentialRules { totalCount } }',
    );
    expect(potentialRules.totalCount).toBeGreaterThan(0);
  });

  it('have all accounts assessed anew, a moment later, and say how many are still to come', async () => {
    const accountIds = await Promise.all(Array.from({ length: 5 }, () => makeAccount(at.admin)));
    const demandDriverId = await makeDriver(at.admin);
    for (const accountId of accountIds)
      await made(at.admin, 'recordDriverMeasure', {
        ...{ accountId, demandDriverId, quantity: '1000', intensity: '0.5', unitPrice: cny('10000.00') },
        source: '年报',
      });
    const classOf = async (id: string) => {
      const { account } = await at.admin.query<{ account: { class: string; assessment: Result } }>(
        'query ($id: UUID!) { account(id: $id) { class assessment { class attainable { amount } portfolioRule { scoreThreshold } } } }',
        { id },
      );
      expect(account.class).toBe(account.assessment['class']);
      return account.class;
    };
    for (const id of accountIds) expect(await classOf(id)).toBe('PROBLEM');
    await made(at.admin, 'adoptPortfolioRule', { potentialThreshold: cny('1500000.00'), cells: turned });
    await eventually(async () => {
      expect(await at.admin.query('{ pendingAssessmentCount }')).toEqual({ pendingAssessmentCount: 0 });
    });
    for (const id of accountIds) expect(await classOf(id)).toBe('GROWTH');
    await made(at.admin, 'adoptPotentialRule', { attainableBasisPoints: 2_999 });
    await eventually(async () => {
      for (const id of accountIds) expect(await classOf(id)).toBe('PROBLEM');
    });
    const told = await at.service.published('fivepoint.planning.account-classified.v1');
    const ofFirst = told.filter(({ key }) => key === accountIds[0]).map(({ data }) => data);
    expect(ofFirst).toMatchObject([
      { stage: 'EXPLORATION', class: 'PROBLEM', reason: 'PORTFOLIO' },
      { class: 'GROWTH', previousClass: 'PROBLEM', reason: 'PORTFOLIO' },
      { class: 'PROBLEM', previousClass: 'GROWTH', reason: 'PORTFOLIO' },
    ]);
  });

  it('say what is to be done with an account of a class, in a stage, from their day on', async () => {
    const id = await makeAccount(at.admin);
    const strategy = async () => {
      const { account } = await at.admin.query<{ account: { classStrategy: Result | null; stageStrategy: Result } }>(
        'query ($id: UUID!) { account(id: $id) { classStrategy { cadenceDays } stageStrategy { purpose tactics } } }',
        { id },
      );
      return account;
    };
    expect(await strategy()).toMatchObject({ classStrategy: null, stageStrategy: { purpose: '建立第一次信任' } });
    const tactics = '先做样品,再谈框架';
    const stage = { stage: 'EXPLORATION', purpose: '拿到首单', tactics };
    await made(at.admin, 'adoptStageStrategy', { ...stage, effectiveOn: '2026-07-01' });
    expect(await strategy()).toMatchObject({ stageStrategy: { purpose: '建立第一次信任' } });
    at.today = '2026-07-01';
    expect(await strategy()).toMatchObject({ stageStrategy: { purpose: '拿到首单', tactics } });
    await made(at.admin, 'adoptClassStrategy', {
      class: 'CORE',
      purpose: '守',
      cadenceDays: 3,
      effortHours: 60,
      tactics,
    });
    const wanted = [await makePlay(at.admin), await makePlay(at.admin)];
    const named = {
      class: 'TRACTION',
      purpose: '牵引',
      cadenceDays: 12,
      effortHours: 20,
      tactics,
      effectiveOn: '2030-01-01',
    };
    expect(await run(at.admin, 'adoptClassStrategy', { ...named, playIds: [...wanted, ...wanted] })).toMatchObject({
      plays: wanted.sort().map((id) => ({ id })),
    });
    const unknown = uuidv7();
    expect(await run(at.admin, 'adoptClassStrategy', { ...named, playIds: [...wanted, unknown] })).toMatchObject({
      ...{ __typename: 'NotFound', entity: 'Play', id: unknown },
    });
    await made(at.admin, 'adoptStageRule', { matureOrderCount: 4, effectiveOn: '2030-01-01' });
    expect(await nodes('classStrategies', 'class cadenceDays', 'filter: { classes: [CORE] }')).toEqual([
      { effectiveOn: '2026-07-01', class: 'CORE', cadenceDays: 3 },
      { effectiveOn: '1900-01-01', class: 'CORE', cadenceDays: 7 },
    ]);
  });
});
