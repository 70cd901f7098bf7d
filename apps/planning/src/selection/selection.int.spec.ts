import { uuidv7 } from '@fivepoint/kernel';
import { cny, connected, type GraphClient, type Result } from '@fivepoint/testing';
import { house, made, makeAccount, makeDriver, makePlan, makeRep, run } from '../spec/house';
import { registerTenantOf } from '../spec/registered';

describe('selection of key accounts (P03)', () => {
  const at = house();
  beforeAll(() => registerTenantOf(at.service));

  const year = { startsOn: '2026-01-01', endsOn: '2026-12-31' };
  const reason = '需求大,关系弱,值得牵引';
  const selectionOf = async (id: string, asOf?: string) => {
    const { account } = await at.admin.query<{ account: { selection: Result | null } }>(
      'query ($id: UUID!, $asOf: LocalDate) { account(id: $id) { selection(asOf: $asOf) { decision reason } } }',
      { id, asOf: asOf ?? null },
    );
    return account.selection;
  };

  it('is recorded with who decided, when and why, beside what the account was like then', async () => {
    const deciderId = await makeRep(at.admin, { name: '总监' });
    const executive = await at.service.as({ roles: ['EXECUTIVE'], repId: deciderId });
    const accountId = await makeAccount(at.admin);
    await made(at.admin, 'recordDriverMeasure', {
      ...{ accountId, demandDriverId: await makeDriver(at.admin), source: '年报' },
      ...{ quantity: '700', intensity: '0.5', unitPrice: cny('40000.00') },
    });
    const selected = await run(executive, 'selectAccount', { accountId, ...year, reason });
    expect(selected).toEqual({
      __typename: 'AccountSelection',
      id: expect.any(String) as string,
      ...{ decision: 'SELECTED', reason, ...year, decidedOn: '2026-06-15', plan: null },
      ...{ class: 'TRACTION', attainable: cny('4200000.00'), relationshipScore: '0.0000', coverageRatio: '14.5833' },
      ...{ account: { id: accountId }, decider: { id: deciderId } },
    });
    expect(await at.service.audit(selected.id)).toMatchObject([
      { mutation: 'selectAccount', changes: [{ entity: 'AccountSelection', before: null, after: { reason } }] },
    ]);
    // What it is like later is another matter.
    await made(at.admin, 'positionAccount', { accountId, attainableBasisPoints: 0 });
    const { accountSelection } = await at.admin.query<{ accountSelection: Result }>(
      'query ($id: UUID!) { accountSelection(id: $id) { class attainable { amount } account { class } } }',
      { id: selected.id },
    );
    expect(accountSelection).toEqual({
      ...{ class: 'TRACTION', attainable: { amount: '4200000.00' }, account: { class: 'PROBLEM' } },
    });
  });

  it('of an account of which nothing is known yet says so', async () => {
    const accountId = await makeAccount(at.admin);
    expect(await run(at.admin, 'rejectAccount', { accountId, ...year, reason })).toMatchObject({
      ...{ decision: 'REJECTED', class: null, attainable: null, coverageRatio: null, decider: null },
    });
  });

  it('can be decided anew: the last word for a day counts, and the history stays', async () => {
    const accountId = await makeAccount(at.admin);
    expect(await selectionOf(accountId)).toBeNull();
    await made(at.admin, 'rejectAccount', { accountId, ...year, reason: '今年没有预算' });
    expect(await selectionOf(accountId)).toEqual({ decision: 'REJECTED', reason: '今年没有预算' });
    const half = { startsOn: '2026-07-01', endsOn: '2026-12-31' };
    await made(at.admin, 'selectAccount', { accountId, ...half, reason });
    expect(await selectionOf(accountId)).toMatchObject({ decision: 'REJECTED' });
    expect(await selectionOf(accountId, '2026-06-30')).toMatchObject({ decision: 'REJECTED' });
    expect(await selectionOf(accountId, '2026-07-01')).toMatchObject({ decision: 'SELECTED' });
    expect(await selectionOf(accountId, '2026-12-31')).toMatchObject({ decision: 'SELECTED' });
    expect(await selectionOf(accountId, '2027-01-01')).toBeNull();
    const { account } = await at.admin.query<{ account: { selections: { nodes: Result[] } } }>(
      'query ($id: UUID!) { account(id: $id) { selections { nodes { decision } } } }',
      { id: accountId },
    );
    expect(account.selections.nodes).toEqual([{ decision: 'SELECTED' }, { decision: 'REJECTED' }]);
  });

  it('goes by the order in which the words were said, not by when their commands began', async () => {
    const accountId = await makeAccount(at.admin);
    const first = await made(at.admin, 'selectAccount', { accountId, ...year, reason });
    await made(at.admin, 'rejectAccount', { accountId, ...year, reason: '今年没有预算' });
    // The second had begun before the first, and waited for it: its id is the lower one.
    await connected(at.service.superuserUrl, (client) =>
      client.query('update account_selection set id = $1 where id = $2', [
        'ffffffff-ffff-7fff-bfff-ffffffffffff',
        first,
      ]),
    );
    expect(await selectionOf(accountId)).toMatchObject({ decision: 'REJECTED' });
    const filtered = async (filter: object) => {
      const { accounts } = await at.admin.query<{ accounts: { nodes: Result[] } }>(
        'query ($filter: AccountFilter) { accounts(filter: $filter, first: 100) { nodes { id } } }',
        { filter },
      );
      return accounts.nodes.some(({ id }) => id === accountId);
    };
    expect(await filtered({ rejectedOn: '2026-06-15' })).toBe(true);
    expect(await filtered({ selectedOn: '2026-06-15' })).toBe(false);
  });

  it('for a plan counts for the period of the plan', async () => {
    const { planId } = await makePlan(at.admin, { startsOn: '2027-01-01', endsOn: '2027-06-30' });
    const accountId = await makeAccount(at.admin);
    expect(await run(at.admin, 'selectAccount', { accountId, planId, reason })).toMatchObject({
      ...{ plan: { id: planId }, startsOn: '2027-01-01', endsOn: '2027-06-30' },
    });
    expect(await selectionOf(accountId)).toBeNull();
    expect(await selectionOf(accountId, '2027-06-30')).toMatchObject({ decision: 'SELECTED' });
  });

  it('makes the list of candidates, by class and by what was decided for a day', async () => {
    const ownerId = await makeRep(at.admin, { team: 'candidates' });
    const [selected, rejected, open] = [
      await makeAccount(at.admin, { ownerId }),
      await makeAccount(at.admin, { ownerId }),
      await makeAccount(at.admin, { ownerId }),
    ];
    await made(at.admin, 'rejectAccount', { accountId: selected, ...year, reason });
    await made(at.admin, 'selectAccount', { accountId: selected, ...year, reason });
    await made(at.admin, 'selectAccount', { accountId: rejected, ...year, reason });
    await made(at.admin, 'rejectAccount', { accountId: rejected, ...year, reason });
    const found = async (filter: object) => {
      const { accounts } = await at.admin.query<{ accounts: { nodes: Result[] } }>(
        `query ($filter: AccountFilter) { accounts(filter: $filter, orderBy: { field: CREATED_AT }) {
          nodes { id class selection { decision } coverageReturn { ratio } assessment { relationshipScore attainable { amount } } } } }`,
        { filter: { ownerId, ...filter } },
      );
      return accounts.nodes.map(({ id }) => id);
    };
    expect(await found({ selectedOn: '2026-06-15' })).toEqual([selected]);
    expect(await found({ rejectedOn: '2026-06-15' })).toEqual([rejected]);
    expect(await found({ undecidedOn: '2026-06-15' })).toEqual([open]);
    expect(await found({ undecidedOn: '2027-01-01' })).toEqual([selected, rejected, open]);
    expect(await found({ selectedOn: '2026-06-15', classes: ['CORE'] })).toEqual([]);
  });

  it('is refused with all that is wrong', async () => {
    const accountId = await makeAccount(at.admin);
    const send = (over: object) => run(at.admin, 'selectAccount', { accountId, reason, ...over });
    expect(await send({})).toMatchObject({ problems: [{ path: 'startsOn' }, { path: 'endsOn' }] });
    expect(await send({ startsOn: '2026-01-02', endsOn: '2026-01-01' })).toMatchObject({
      problems: [{ path: 'endsOn', message: 'must not be before 2026-01-02, its first day' }],
    });
    expect(await send({ startsOn: '1999-12-31', endsOn: '2036-06-16' })).toMatchObject({
      problems: [{ path: 'startsOn' }, { path: 'endsOn' }],
    });
    const { planId } = await makePlan(at.admin);
    expect(await send({ planId, startsOn: '2026-01-01' })).toMatchObject({
      problems: [{ path: 'startsOn', message: 'must be left out: the period is that of the plan' }],
    });
    expect(await send({ planId: accountId })).toMatchObject({ __typename: 'NotFound', entity: 'Plan' });
    expect(await send({ accountId: planId, ...year })).toMatchObject({ __typename: 'NotFound', entity: 'Account' });
    expect(await send({ ...year, reason: '好' })).toMatchObject({ problems: [{ path: 'reason' }] });
  });

  it('is seen by who sees the account, and decided by who leads', async () => {
    const ownerId = await makeRep(at.admin, { team: 'north' });
    const accountId = await makeAccount(at.admin, { ownerId });
    const id = await made(at.manager, 'selectAccount', { accountId, ...year, reason });
    const ask = 'query ($id: UUID!) { accountSelection(id: $id) { id } accountSelections { totalCount } }';
    const sees = async (graph: Pick<GraphClient, 'query'>) =>
      (await graph.query<{ accountSelection: Result | null }>(ask, { id })).accountSelection !== null;
    expect(await sees(await at.repAs(ownerId))).toBe(true);
    expect(await sees(await at.repAs(uuidv7(), ['south']))).toBe(false);
    const stranger = await at.service.as({ roles: ['MANAGER'], teams: ['south'] });
    expect(await run(stranger, 'rejectAccount', { accountId, ...year, reason })).toMatchObject({
      __typename: 'NotFound',
    });
    const { errors } = await (
      await at.repAs(ownerId)
    ).raw('mutation ($input: SelectAccountInput!) { selectAccount(input: $input) { __typename } }', {
      input: { accountId, ...year, reason },
    });
    expect(errors?.map(({ extensions }) => extensions?.['code'])).toEqual(['FORBIDDEN']);
  });
});

describe('the gap between the relationship that is there and the one that is wanted (P15)', () => {
  const at = house();

  it('narrows the list of accounts to those that are to come further', async () => {
    const ownerId = await makeRep(at.admin, { team: 'gap' });
    const positioned = async (currentRelationshipType: string | null, desiredRelationshipType: string | null) => {
      const accountId = await makeAccount(at.admin, { ownerId });
      const types = { currentRelationshipType, desiredRelationshipType };
      await made(at.admin, 'positionAccount', { accountId, ...types });
      return accountId;
    };
    const further = [
      await positioned('TRANSACTIONAL', 'SOLUTION'),
      await positioned('TRANSACTIONAL', 'PARTNERSHIP'),
      await positioned('SOLUTION', 'PARTNERSHIP'),
    ];
    const others = [
      await positioned('SOLUTION', 'SOLUTION'),
      await positioned('PARTNERSHIP', 'TRANSACTIONAL'),
      await positioned(null, 'PARTNERSHIP'),
      await positioned('TRANSACTIONAL', null),
    ];
    const found = async (hasRelationshipGap: boolean) => {
      const { accounts } = await at.admin.query<{ accounts: { nodes: (Result & { relationshipGapCount: number })[] } }>(
        `query ($filter: AccountFilter) { accounts(filter: $filter, orderBy: { field: CREATED_AT }) { nodes { id relationshipGapCount } } }`,
        { filter: { ownerId, hasRelationshipGap } },
      );
      return accounts.nodes;
    };
    expect((await found(true)).map(({ id }) => id)).toEqual(further);
    expect((await found(true)).map(({ relationshipGapCount }) => relationshipGapCount)).toEqual([1, 2, 1]);
    expect((await found(false)).map(({ id }) => id)).toEqual(others);
  });
});
