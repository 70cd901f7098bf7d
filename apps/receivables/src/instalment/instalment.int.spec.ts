import { uuidv7 } from '@fivepoint/kernel';
import { cny, mutate } from '@fivepoint/testing';
import { house, refusals, rep } from '../spec/house';

const claim = `mutation ($input: ClaimInstalmentInput!) { claimInstalment(input: $input) { __typename
  ... on Instalment { id status nextStatuses claimedOn claimed { amount currency } version }
  ... on GateNotMet { gate missing } ... on TransitionRefused { fromState toState allowed }
  ... on VersionConflict { expectedVersion actualVersion } ${refusals} } }`;

describe('claiming instalments', () => {
  const at = house();

  const claimed = async (input: object, graph = at.finance) => mutate(graph, claim, input);
  const claims = async (instalmentId: string | undefined) =>
    (await at.service.published('fivepoint.receivables.instalment-claimed.v1')).filter(
      ({ data }) => data.instalmentId === instalmentId,
    );

  it('is for what has fallen due, by the rep of the account, and is announced in the turn of the contract', async () => {
    const { contractId, accountId, correlationId, instalments } = await at.contract();
    const graph = await at.service.as({ roles: ['REP'], repId: rep, teams: [] });
    const answer = await claimed({ instalmentId: instalments[0]?.id }, graph);
    expect(answer).toMatchObject({
      __typename: 'Instalment',
      status: 'CLAIMED',
      nextStatuses: ['COLLECTED'],
      claimedOn: '2026-11-24',
      claimed: cny('300000.00'),
    });
    expect(await claims(answer.id)).toMatchObject([
      {
        key: accountId,
        subject: answer.id,
        correlationId,
        data: { contractId, accountId, amount: cny('300000.00'), claimedOn: '2026-11-24', dueOn: '2026-04-02' },
      },
    ]);
    expect(await claimed({ instalmentId: answer.id })).toEqual({
      __typename: 'TransitionRefused',
      fromState: 'CLAIMED',
      toState: 'CLAIMED',
      allowed: ['COLLECTED'],
    });
  });

  it('claims what is outstanding of a part-paid instalment, which stays where it is', async () => {
    const { contractId, instalments } = await at.contract();
    await at.receive({ contractId, amount: cny('100000.00') });
    expect((await at.instalments(contractId))[0]).toMatchObject({ status: 'DUE' });
    const answer = await claimed({ instalmentId: instalments[0]?.id, claimedOn: '2026-04-01' });
    expect(answer).toMatchObject({ claimed: cny('200000.00'), claimedOn: '2026-04-01' });
    await at.receive({ contractId, amount: cny('200000.00') });
    expect((await at.instalments(contractId))[0]).toMatchObject({ status: 'COLLECTED' });
  });

  it('is refused to who has not seen a payment of a part of it', async () => {
    const { contractId, instalments } = await at.contract();
    const [first, second] = instalments;
    await at.receive({ contractId, amount: cny('100000.00') });
    expect(await claimed({ instalmentId: first?.id, expectedVersion: 1 })).toEqual({
      __typename: 'VersionConflict',
      expectedVersion: 1,
      actualVersion: 2,
    });
    expect(await claimed({ instalmentId: first?.id, expectedVersion: 2 })).toMatchObject({ claimed: cny('200000.00') });
    await at.reach(contractId, 'DELIVERY', '2026-11-20');
    expect(await claimed({ instalmentId: second?.id, expectedVersion: 2 })).toMatchObject({
      claimed: cny('400000.01'),
    });
  });

  it('is refused before the trigger, with what is missing', async () => {
    const { instalments } = await at.contract();
    expect(await claimed({ instalmentId: instalments[2]?.id })).toEqual({
      __typename: 'GateNotMet',
      gate: 'CLAIM',
      missing: ['milestone ACCEPTANCE'],
    });
    expect(await claims(instalments[2]?.id)).toEqual([]);
  });

  it('is refused with a day that cannot be, or for a version that somebody has changed', async () => {
    const { instalments } = await at.contract();
    const instalmentId = instalments[0]?.id;
    for (const claimedOn of ['2026-11-25', '2026-03-17'])
      expect(await claimed({ instalmentId, claimedOn })).toMatchObject({ problems: [{ path: 'claimedOn' }] });
    await claimed({ instalmentId, expectedVersion: 1 });
    expect(await claimed({ instalmentId, expectedVersion: 1 })).toEqual({
      __typename: 'VersionConflict',
      expectedVersion: 1,
      actualVersion: 2,
    });
  });

  it('is refused to another team as if there were none, and to roles that do not collect', async () => {
    const { instalments } = await at.contract();
    const instalmentId = instalments[0]?.id;
    const stranger = await at.service.as({ roles: ['REP'], repId: uuidv7(), teams: ['south'] });
    expect(await claimed({ instalmentId }, stranger)).toEqual({
      __typename: 'NotFound',
      entity: 'Instalment',
      id: instalmentId,
    });
    const delivery = await at.service.as({ roles: ['DELIVERY'] });
    const answer = await delivery.raw(claim, { input: { instalmentId } });
    expect(answer.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });

  it('is done once for its idempotency key', async () => {
    const { instalments } = await at.contract();
    const input = { instalmentId: instalments[0]?.id, idempotencyKey: `claim-${instalments[0]?.id}` };
    const answers = await Promise.all([1, 2, 3].map(() => claimed(input)));
    expect(answers.map(({ __typename }) => __typename)).toEqual(['Instalment', 'Instalment', 'Instalment']);
    expect(await claims(input.instalmentId)).toHaveLength(1);
    expect(await claimed({ ...input, instalmentId: instalments[1]?.id })).toMatchObject({
      __typename: 'IdempotencyKeyReused',
    });
  });

  it('are listed as open, as overdue on a day, and on their account', async () => {
    const { contractId, accountId } = await at.contract();
    await at.receive({ contractId, amount: cny('300000.00'), receivedOn: '2026-05-10' });
    const list = async (filter: object) => {
      const answer = await at.finance.query<{ instalments: { nodes: { number: number }[]; totalCount: number } }>(
        'query ($filter: InstalmentFilter!) { instalments(filter: $filter) { totalCount nodes { number } } }',
        { filter: { accountId, ...filter } },
      );
      expect(answer.instalments.totalCount).toBe(answer.instalments.nodes.length);
      return answer.instalments.nodes.map(({ number }) => number);
    };
    expect(await list({ open: true })).toEqual([4, 3, 2]);
    expect(await list({ open: false })).toEqual([1]);
    expect(await list({ statuses: ['SCHEDULED', 'COLLECTED'], ownerId: rep })).toEqual([4, 3, 2, 1]);
    // Due on 2026-04-02 and paid on 2026-05-10: each past day is told as it was.
    expect(await list({ overdueAsOf: '2026-04-02' })).toEqual([]);
    expect(await list({ overdueAsOf: '2026-04-03' })).toEqual([1]);
    expect(await list({ overdueAsOf: '2026-05-09' })).toEqual([1]);
    expect(await list({ overdueAsOf: '2026-05-10' })).toEqual([]);
    const { _entities } = await at.finance.query<{ _entities: unknown[] }>(
      `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Account {
        instalments(first: 2, filter: { open: true }) { totalCount nodes { number } pageInfo { hasNextPage } } } } }`,
      { r: [{ __typename: 'Account', id: accountId }] },
    );
    expect(_entities).toEqual([
      { instalments: { totalCount: 3, nodes: [{ number: 4 }, { number: 3 }], pageInfo: { hasNextPage: true } } },
    ]);
  });

  it('are audited: who claimed what, before and after', async () => {
    const { instalments } = await at.contract();
    const { id } = await claimed({ instalmentId: instalments[0]?.id });
    expect(await at.service.audit(id)).toMatchObject([
      {
        mutation: 'claimInstalment',
        changes: [{ entity: 'Instalment', id, before: { status: 'DUE' }, after: { status: 'CLAIMED' } }],
      },
    ]);
  });
});
