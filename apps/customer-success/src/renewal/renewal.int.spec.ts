import { cny } from '@fivepoint/testing';
import { contractOf, house } from '../spec/house';

interface Page {
  nodes: { id: string; dueOn: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}

describe('renewals', () => {
  const at = house();

  it('that are due on the same day are paged through without gap or overlap', async () => {
    const accountId = await at.knownAccount();
    for (const startsOn of ['2026-02-14', '2026-02-14', '2025-02-14', '2026-02-14', '2027-02-14'])
      await at.tell.signed(contractOf(accountId, { recurring: { amount: cny('1.00'), termMonths: 12, startsOn } }));
    const page = 'nodes { id dueOn } pageInfo { hasNextPage endCursor }';
    const root = async (after: string | null) => {
      const query = `query ($id: UUID!, $after: String) { renewals(first: 2, after: $after, filter: { accountId: $id }) { ${page} } }`;
      return (await at.graph.query<{ renewals: Page }>(query, { id: accountId, after })).renewals;
    };
    const ofAccount = async (after: string | null) => {
      const query = `query ($r: [_Any!]!, $after: String) { _entities(representations: $r) { ... on Account { renewals(first: 2, after: $after) { ${page} } } } }`;
      const variables = { r: [{ __typename: 'Account', id: accountId }], after };
      const { _entities } = await at.graph.query<{ _entities: { renewals: Page }[] }>(query, variables);
      const [account] = _entities;
      if (!account) throw new Error('the account answers');
      return account.renewals;
    };
    for (const list of [root, ofAccount]) {
      const seen: Page['nodes'] = [];
      for (let after: string | null = null, more = true; more;) {
        const { nodes, pageInfo }: Page = await list(after);
        seen.push(...nodes);
        [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
      }
      expect(new Set(seen.map(({ id }) => id)).size).toBe(5);
      expect(seen.map(({ dueOn }) => dueOn.slice(0, 4))).toEqual(['2026', '2027', '2027', '2027', '2028']);
    }
  });
});
