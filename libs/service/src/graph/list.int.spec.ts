import { uuidv7 } from '@fivepoint/kernel';
import type { GraphClient, ServiceUnderTest } from '@fivepoint/testing';
import { notesUnderTest } from '../spec/notes';

interface Row {
  title: string;
  dueOn: string | null;
  price: { amount: string; currency: string } | null;
}

interface Page {
  nodes: Row[];
  edges: { cursor: string; node: Row }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  totalCount: number;
}

const fields = `nodes { title dueOn price { amount currency } } edges { cursor node { title } }
  pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount`;
const list = `query ($first: Int = 100, $after: String, $orderBy: NoteOrder, $filter: NoteFilter) {
  notes(first: $first, after: $after, orderBy: $orderBy, filter: $filter) { ${fields} }
}`;
const under = `query ($first: Int = 100, $after: String, $orderBy: NoteOrder, $filter: NoteFilter) {
  notes(filter: { colours: [GREEN] }, orderBy: { field: TITLE }) {
    nodes { notesOnIt(first: $first, after: $after, orderBy: $orderBy, filter: $filter) { ${fields} } }
  }
}`;

/** Ties in every order, and rows without a value, written in an order that is none of those asked for. */
const rows = [
  { title: '湖南', dueOn: '2026-03-01', price: { amount: '90.00', currency: 'CNY' } },
  { title: '安徽', dueOn: null, price: { amount: '100', currency: 'JPY' } },
  { title: '中原', dueOn: '2026-03-01', price: null },
  { title: '北京', dueOn: '0001-01-01', price: { amount: '90.00', currency: 'CNY' } },
  { title: '重庆', dueOn: null, price: { amount: '-5.00', currency: 'CNY' } },
  { title: 'Zurich', dueOn: '9999-12-31', price: { amount: '99999999.99', currency: 'EUR' } },
  { title: 'aachen', dueOn: '2026-03-01', price: null },
];

/** Rows by what they are written with; those that tie in the order in which they were written. */
const inOrder: Record<string, string[]> = {
  CREATED_AT: ['湖南', '安徽', '中原', '北京', '重庆', 'Zurich', 'aachen'],
  // By pinyin, as in a Chinese dictionary; then the other scripts.
  TITLE: ['安徽', '北京', '重庆', '湖南', '中原', 'aachen', 'Zurich'],
  DUE_ON: ['北京', '湖南', '中原', 'aachen', 'Zurich', '安徽', '重庆'],
  PRICE: ['重庆', '湖南', '北京', 'Zurich', '安徽', '中原', 'aachen'],
};

/** The other way round, but what has no value stays last. */
function reversed(field: string): string[] {
  const all = inOrder[field] ?? [];
  const absent = { DUE_ON: ['安徽', '重庆'], PRICE: ['中原', 'aachen'] }[field] ?? [];
  return [...all.filter((title) => !absent.includes(title)).reverse(), ...absent.reverse()];
}

describe('a list', () => {
  let service: ServiceUnderTest;
  let client: GraphClient;

  beforeAll(async () => {
    service = await notesUnderTest();
    client = await service.as();
    for (const row of rows) await written({ ...row, colour: row.price ? 'RED' : null });
    for (const parent of ['parent 1', 'parent 2']) {
      const onId = await written({ title: parent, colour: 'GREEN' });
      for (const row of rows) await written({ ...row, title: `${row.title} on ${parent}`, onId });
    }
  });
  afterAll(() => service.stop());

  const written = async (input: object, writer = client): Promise<string> => {
    const write = `mutation ($input: WriteNoteInput!) { writeNote(input: $input) { ... on Note { id } ... on DomainError { message } } }`;
    return (await writer.query<{ writeNote: { id: string } }>(write, { input })).writeNote.id;
  };
  const notes = async (variables: object, reader = client): Promise<Page> =>
    (await reader.query<{ notes: Page }>(list, variables)).notes;
  const underParents = async (variables: object): Promise<Page[]> =>
    (await client.query<{ notes: { nodes: { notesOnIt: Page }[] } }>(under, variables)).notes.nodes.map(
      ({ notesOnIt }) => notesOnIt,
    );
  const titles = ({ nodes }: Page) => nodes.map(({ title }) => title.replace(/ on .*/, ''));

  /** All pages of `first` rows, one after the other. */
  async function pages(read: (variables: object) => Promise<Page>, first: number, orderBy: object): Promise<Page[]> {
    const all: Page[] = [];
    for (let after: string | null = null, more = true; more;) {
      const page: Page = await read({ first, after, orderBy });
      all.push(page);
      after = page.pageInfo.endCursor;
      more = page.pageInfo.hasNextPage;
    }
    return all;
  }

  const orders = Object.keys(inOrder).flatMap((field) => [
    { field, direction: 'ASC', expected: inOrder[field] ?? [] },
    { field, direction: 'DESC', expected: reversed(field) },
  ]);

  describe.each(orders)('by $field $direction', ({ field, direction, expected }) => {
    const orderBy = { field, direction };

    it.each([1, 2, 3, 7])('gives every row once and in order, %i a page, under each parent', async (first) => {
      for (const parent of [0, 1]) {
        const all = await pages(async (variables) => (await underParents(variables))[parent] as Page, first, orderBy);
        expect(all.flatMap(titles)).toEqual(expected);
        expect(all).toHaveLength(Math.ceil(expected.length / first));
        expect(all.map(({ totalCount }) => totalCount)).toEqual(all.map(() => rows.length));
      }
    });

    it.each([1, 4])('gives every row once and in order, %i a page, from the root', async (first) => {
      const all = await pages(notes, first, orderBy);
      const seen = all.flatMap(({ nodes }) => nodes.map(({ title }) => title));
      expect(new Set(seen).size).toBe(23);
      expect(seen).toHaveLength(23);
      expect(seen.filter((title) => expected.includes(title))).toEqual(expected);
      expect(all.map(({ pageInfo }) => pageInfo.hasPreviousPage)).toEqual(all.map((_, index) => index > 0));
    });
  });

  it('gives each row its own cursor, and a page the cursors of its ends', async () => {
    const { edges, pageInfo } = await notes({ first: 3, orderBy: { field: 'DUE_ON' } });
    expect(new Set(edges.map(({ cursor }) => cursor)).size).toBe(3);
    expect(pageInfo).toMatchObject({ startCursor: edges[0]?.cursor, endCursor: edges[2]?.cursor });
    const second = await notes({ first: 1, after: edges[0]?.cursor, orderBy: { field: 'DUE_ON' } });
    expect(second.edges[0]).toEqual(edges[1]);
  });

  it('is newest first where nothing is asked for, also by null', async () => {
    const newest = await notes({ first: 3 });
    expect(await notes({ first: 3, orderBy: null })).toEqual(newest);
    expect(await notes({ first: 3, orderBy: { field: 'CREATED_AT', direction: 'DESC' } })).toEqual(newest);
    expect(titles(newest)).toEqual([...(inOrder['CREATED_AT'] ?? [])].reverse().slice(0, 3));
  });

  it('shifts nothing when rows come meanwhile', async () => {
    const elsewhere = await service.as({ tenantId: uuidv7() });
    for (const row of rows) await written(row, elsewhere);
    const orderBy = { field: 'DUE_ON', direction: 'ASC' };
    const first = await notes({ first: 2, orderBy }, elsewhere);
    const rest = async () => titles(await notes({ after: first.pageInfo.endCursor, orderBy }, elsewhere));
    const before = await rest();
    await written({ title: 'early', dueOn: '0001-01-01' }, elsewhere);
    const after = await rest();
    expect(before).toHaveLength(rows.length - 2);
    expect(after.filter((title) => title !== 'early')).toEqual(before);
  });

  it.each([
    [{ titleContains: 'ZUR' }, 3],
    [{ titleContains: '%' }, 0],
    [{ colours: ['GREEN'] }, 2],
    [{ colours: ['GREEN', 'RED'] }, 7],
    [{ colours: [] }, 0],
    [{ colours: null }, 23],
    [{ hasPrice: true, titleContains: 'on parent 1' }, 5],
    [{ hasPrice: false, titleContains: 'on parent 1' }, 2],
    [{ dueFrom: '2026-03-01', titleContains: 'on parent 1' }, 4],
    [{ dueTo: '2026-03-01', titleContains: 'on parent 1' }, 4],
    [{ dueFrom: '2026-03-01', dueTo: '2026-03-01', titleContains: 'on parent 1' }, 3],
    [{}, 23],
    [null, 23],
  ])('narrowed by %j has %i', async (filter, count) => {
    const { nodes, totalCount } = await notes({ filter });
    expect(nodes).toHaveLength(count);
    expect(totalCount).toBe(count);
  });

  it('keeps equal lists with different filters and orders apart in one query', async () => {
    const { notes: both } = await client.query<{
      notes: { nodes: Record<string, { nodes: Row[]; totalCount: number }>[] };
    }>(
      `{ notes(filter: { colours: [GREEN] }) { nodes {
        a: notesOnIt(filter: { hasPrice: true }) { totalCount nodes { title dueOn } }
        b: notesOnIt(filter: { hasPrice: false }) { totalCount nodes { title dueOn } }
        c: notesOnIt(orderBy: { field: TITLE }, first: 1) { totalCount nodes { title dueOn } }
        d: notesOnIt(orderBy: { field: TITLE, direction: DESC }, first: 1) { totalCount nodes { title dueOn } }
      } } }`,
    );
    for (const parent of both.nodes) {
      const { a, b, c, d } = parent;
      expect([a, b, c, d].map((one) => one?.totalCount)).toEqual([5, 2, 7, 7]);
      expect([c, d].map((one) => one?.nodes[0]?.title.replace(/ on .*/, ''))).toEqual(['安徽', 'Zurich']);
    }
  });
});
