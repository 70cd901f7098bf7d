import { uuidv7 } from '@fivepoint/kernel';
import type { Result, TestPerson } from '@fivepoint/testing';
import { advance, house, qualified, rep } from '../spec/house';

interface Page {
  totalCount: number;
  nodes: { id: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}

describe('deals', () => {
  const at = house();

  it('are paged through without gap or overlap, and counted', async () => {
    const accountId = await at.knownAccount();
    for (let count = 0; count < 5; count++)
      await at.service.receive('fivepoint.acquisition.opportunity-qualified.v1', qualified(accountId), {
        subject: uuidv7(),
      });
    const page = `query ($accountId: UUID!, $after: String) { deals(first: 2, after: $after, filter: { accountId: $accountId }) {
      totalCount nodes { id } pageInfo { hasNextPage endCursor } } }`;
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { deals }: { deals: Page } = await at.graph.query<{ deals: Page }>(page, { accountId, after });
      expect(deals.totalCount).toBe(5);
      seen.push(...deals.nodes.map(({ id }) => id));
      after = deals.pageInfo.hasNextPage ? deals.pageInfo.endCursor : null;
    } while (after);
    expect(new Set(seen).size).toBe(5);
    expect(seen).toEqual([...seen].sort().reverse());
  });

  describe('who sees what', () => {
    it('shows a deal to its owner, the own team and the management, and to nobody else', async () => {
      const { dealId } = await at.openedDeal();
      const sees = async (person: Partial<TestPerson>) => {
        const viewer = await at.service.as(person);
        const answer = await viewer.query<{ deal: Result | null }>('query ($id: UUID!) { deal(id: $id) { id } }', {
          id: dealId,
        });
        return answer.deal !== null;
      };
      expect(await sees({ roles: ['REP'], repId: rep, teams: [] })).toBe(true);
      expect(await sees({ roles: ['REP'], repId: uuidv7(), teams: ['north'] })).toBe(true);
      expect(await sees({ roles: ['EXECUTIVE'], teams: [] })).toBe(true);
      expect(await sees({ roles: ['REP'], repId: uuidv7(), teams: ['south'] })).toBe(false);
      expect(await sees({ roles: ['PARTNER'], teams: ['north'] })).toBe(false);
      expect(await sees({ roles: ['ADMIN'], tenantId: uuidv7() })).toBe(false);
    });

    it("refuses to change another team's deal as if there were none, also through an entity reference", async () => {
      const { dealId } = await at.openedDeal();
      const stranger = await at.service.as({ roles: ['REP'], repId: uuidv7(), teams: ['south'] });
      expect(await at.run(advance, { dealId, toStage: 'PRE_BID' }, stranger)).toEqual({
        __typename: 'NotFound',
        entity: 'Deal',
        id: dealId,
      });
      const entities = await stranger.query<{ _entities: unknown[] }>(
        'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Deal { id stage } } }',
        { r: [{ __typename: 'Deal', id: dealId }] },
      );
      expect(entities._entities).toEqual([null]);
    });

    it('answers nobody without a token, except what the schema is', async () => {
      const anonymous = at.graph.as(undefined);
      expect(await anonymous.query('{ __typename }')).toEqual({ __typename: 'Query' });
      for (const query of [
        '{ deals { nodes { id } } }',
        `{ _entities(representations: [{ __typename: "Deal", id: "${rep}" }]) { __typename } }`,
      ]) {
        const answer = await anonymous.raw(query);
        expect(answer.errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
      }
    });

    it('refuses a role that may only look', async () => {
      const { dealId } = await at.openedDeal();
      const finance = await at.service.as({ roles: ['FINANCE'], teams: ['north'] });
      const answer = await finance.raw(advance, { input: { dealId, toStage: 'PRE_BID' } });
      expect(answer.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    });
  });
});
