import { uuidv7 } from '@fivepoint/kernel';
import { cny, mutate, type Result } from '@fivepoint/testing';
import { house, refusals, rep } from '../spec/house';

const open = `mutation ($input: OpenDisputeInput!) { openDispute(input: $input) { __typename
  ... on Dispute { id status nextStatuses reason note amount { amount currency } openedOn instalment { number } contract { id } owner { id } }
  ${refusals} } }`;
const resolve = `mutation ($input: ResolveDisputeInput!) { resolveDispute(input: $input) { __typename
  ... on Dispute { id status nextStatuses resolvedOn resolution }
  ... on TransitionRefused { fromState toState } ... on VersionConflict { actualVersion } ${refusals} } }`;

interface Page {
  nodes: { id: string }[];
  pageInfo: { endCursor: string };
}

describe('disputes', () => {
  const at = house();

  const opened = async (input: object, graph = at.finance) => mutate(graph, open, input);
  const resolved = async (input: object, graph = at.finance) => mutate(graph, resolve, input);
  const disputed = async (contractId: string) => {
    const answer = await at.finance.query<{ all: { nodes: Result[] }; held: { nodes: Result[] } }>(
      `query ($id: UUID!) {
        all: instalments(filter: { contractId: $id }) { nodes { number disputed } }
        held: instalments(filter: { contractId: $id, disputed: true }) { nodes { number } } }`,
      { id: contractId },
    );
    const numbers = answer.all.nodes.filter((instalment) => instalment['disputed']).map(({ number }) => number);
    expect(answer.held.nodes.map(({ number }) => number)).toEqual(numbers);
    return numbers;
  };

  it('hold back one instalment, which shows it and stays where it is, until they are resolved', async () => {
    const { contractId, accountId, correlationId, instalments } = await at.contract();
    const [first] = instalments;
    const owner = await at.service.as({ roles: ['REP'], repId: rep, teams: [] });
    const input = {
      contractId,
      instalmentId: first?.id,
      reason: 'QUALITY',
      note: '外壳划痕',
      amount: cny('1000.00'),
      openedOn: '2026-11-04',
    };
    const dispute = await opened(input, owner);
    expect(dispute).toMatchObject({
      __typename: 'Dispute',
      status: 'OPEN',
      nextStatuses: ['RESOLVED'],
      reason: 'QUALITY',
      note: '外壳划痕',
      amount: cny('1000.00'),
      openedOn: '2026-11-04',
      instalment: { number: 1 },
      contract: { id: contractId },
      owner: { id: rep },
    });
    expect(await disputed(contractId)).toEqual([1]);
    expect((await at.instalments(contractId))[0]).toMatchObject({ status: 'DUE' });

    expect(await resolved({ disputeId: dispute.id, resolution: 'replaced' }, owner)).toMatchObject({
      status: 'RESOLVED',
      resolvedOn: '2026-11-24',
      resolution: 'replaced',
    });
    expect(await disputed(contractId)).toEqual([]);
    const events = [
      ...(await at.service.published('fivepoint.receivables.dispute-opened.v1')),
      ...(await at.service.published('fivepoint.receivables.dispute-resolved.v1')),
    ].filter(({ subject }) => subject === dispute.id);
    const shared = { disputeId: dispute.id, contractId, accountId, instalmentId: first?.id };
    expect(events).toMatchObject([
      { key: accountId, correlationId, data: { ...shared, reason: 'QUALITY', amount: cny('1000.00') } },
      {
        key: accountId,
        correlationId,
        data: { ...shared, resolution: 'replaced', resolvedOn: '2026-11-24', days: 20 },
      },
    ]);
    expect(JSON.stringify(events)).not.toContain('外壳划痕');
  });

  it('may hold back the whole contract: all that is not collected', async () => {
    const { contractId } = await at.contract();
    await at.receive({ contractId, amount: cny('300000.00') });
    await opened({ contractId, reason: 'DELAY' });
    expect(await disputed(contractId)).toEqual([4, 3, 2]);
  });

  it('never hold back money that comes all the same', async () => {
    const { contractId, instalments } = await at.contract();
    await opened({ contractId, instalmentId: instalments[0]?.id, reason: 'PRICE' });
    await at.receive({ contractId, amount: cny('300000.00') });
    expect(await disputed(contractId)).toEqual([]);
  });

  it('are refused with the reason', async () => {
    const { contractId, instalments } = await at.contract();
    const other = await at.contract();
    const instalmentId = instalments[0]?.id;
    const refused = async (over: object) => (await opened({ contractId, reason: 'OTHER', ...over }))['problems'];
    expect(await refused({ instalmentId: other.instalments[0]?.id })).toMatchObject([{ path: 'instalmentId' }]);
    expect(await refused({ amount: cny('0') })).toMatchObject([{ path: 'amount' }]);
    expect(await refused({ amount: cny('1000000.02') })).toMatchObject([{ path: 'amount' }]);
    expect(await refused({ instalmentId, amount: cny('300000.01') })).toEqual([
      { path: 'amount', message: 'must be at most what the instalment comes to, CNY 300000.00' },
    ]);
    expect(await refused({ openedOn: '2026-11-25' })).toMatchObject([{ path: 'openedOn' }]);
    await at.receive({ contractId, amount: cny('300000.00') });
    expect(await refused({ instalmentId })).toMatchObject([{ path: 'instalmentId' }]);
    const unknown = uuidv7();
    const notFound = { __typename: 'NotFound', entity: 'Contract', id: unknown };
    expect(await opened({ contractId: unknown, reason: 'OTHER' })).toEqual(notFound);
    const stranger = await at.service.as({ roles: ['REP'], repId: uuidv7(), teams: ['south'] });
    expect(await opened({ contractId, reason: 'OTHER' }, stranger)).toEqual({ ...notFound, id: contractId });
  });

  it('are resolved once, on a day from their opening on', async () => {
    const { contractId } = await at.contract();
    const { id: disputeId } = await opened({ contractId, reason: 'DOCUMENTS', openedOn: '2026-11-10' });
    const end = { disputeId, resolution: 'papers sent' };
    for (const resolvedOn of ['2026-11-09', '2026-11-25'])
      expect(await resolved({ ...end, resolvedOn })).toMatchObject({ problems: [{ path: 'resolvedOn' }] });
    expect(await resolved({ ...end, expectedVersion: 9 })).toEqual({ __typename: 'VersionConflict', actualVersion: 1 });
    expect(await resolved(end)).toMatchObject({ __typename: 'Dispute', nextStatuses: [] });
    expect(await resolved(end)).toEqual({
      __typename: 'TransitionRefused',
      fromState: 'RESOLVED',
      toState: 'RESOLVED',
    });
  });

  it('are paged on their contract and on their instalment, newest first', async () => {
    const { contractId, instalments } = await at.contract();
    const instalmentId = instalments[0]?.id;
    const ids: string[] = [];
    for (const about of [null, instalmentId, instalmentId])
      ids.unshift((await opened({ contractId, instalmentId: about, reason: 'PRICE' })).id);
    const page = async (on: 'Contract' | 'Instalment', after: string | null = null) => {
      const { _entities } = await at.finance.query<{ _entities: { disputes: Page }[] }>(
        `query ($r: [_Any!]!, $after: String) { _entities(representations: $r) { ... on ${on} {
          disputes(first: 2, after: $after) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } } } }`,
        { r: [{ __typename: on, id: on === 'Contract' ? contractId : instalmentId }], after },
      );
      return _entities[0]?.disputes as Page;
    };
    const first = await page('Contract');
    expect(first).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
    const second = await page('Contract', first.pageInfo.endCursor);
    expect([...first.nodes, ...second.nodes].map(({ id }) => id)).toEqual(ids);
    expect(await page('Instalment')).toMatchObject({ totalCount: 2, nodes: ids.slice(0, 2).map((id) => ({ id })) });
  });

  it('are listed for those who see the contract', async () => {
    const { contractId, accountId } = await at.contract();
    const { id } = await opened({ contractId, reason: 'PRICE' });
    const query = `query ($id: UUID!, $filter: DisputeFilter!) {
      dispute(id: $id) { id } disputes(filter: $filter) { nodes { id } } }`;
    const filter = { accountId, contractId, statuses: ['OPEN'], reasons: ['PRICE'] };
    expect(await at.finance.query(query, { id, filter })).toEqual({ dispute: { id }, disputes: { nodes: [{ id }] } });
    const none = { dispute: null, disputes: { nodes: [] } };
    const stranger = await at.service.as({ roles: ['REP'], repId: uuidv7(), teams: ['south'] });
    expect(await stranger.query(query, { id, filter })).toEqual(none);
    const closed = { ...filter, statuses: ['RESOLVED'] };
    expect(await at.finance.query(query, { id, filter: closed })).toMatchObject({ disputes: { nodes: [] } });
  });
});
