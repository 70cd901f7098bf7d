import { pageAtHand } from './page-at-hand';

describe('a page of rows that are at hand', () => {
  const rows = ['b', 'a', 'd', 'c'];
  const page = (first: number, after?: string | null, name = 'sums') =>
    pageAtHand(rows, name, (row) => row, { first, ...(after !== undefined && { after }) });

  it('goes on behind its last row, in the order of the rows, until there are no more', () => {
    const one = page(3);
    expect(one.nodes).toEqual(['b', 'a', 'd']);
    expect(one.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    expect(one.pageInfo.startCursor).toBe(one.edges[0]?.cursor);
    const two = page(3, one.pageInfo.endCursor);
    expect(two.nodes).toEqual(['c']);
    expect(two.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    expect(page(3, two.pageInfo.endCursor)).toMatchObject({ nodes: [], pageInfo: { endCursor: null } });
    expect(page(4).pageInfo.hasNextPage).toBe(false);
  });

  it('counts all rows, whatever the page', async () => {
    expect(await page(1).counted()).toBe(4);
  });

  it.each(['x', ''])('refuses what is no cursor: "%s"', (after) => {
    expect(() => page(2, after)).toThrow(/after/);
  });

  it('refuses the cursor of another list', () => {
    expect(() => page(2, page(2).pageInfo.endCursor, 'others')).toThrow(/after/);
  });
});
