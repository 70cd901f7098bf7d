import { buildSchema, getIntrospectionQuery, type OperationDefinitionNode, parse } from 'graphql';
import { costOf } from './cost';

const schema = buildSchema(`
  type Query { account(id: ID!): Account, accounts(first: Int! = 20): AccountConnection, optional(first: Int): AccountConnection, any: [Thing!] }
  type AccountConnection { nodes: [Account!]!, edges: [AccountEdge!]!, totalCount: Int }
  type AccountEdge { node: Account!, cursor: String }
  type Account { id: ID!, name: String, parent: Account, deals(first: Int! = 20): DealConnection, notes: [String!] }
  type DealConnection { nodes: [Deal!]! }
  type Deal { id: ID!, account: Account, instalments: [Instalment!] }
  type Instalment { name: String }
  union Thing = Account | Deal
`);

function cost(query: string, variables: Record<string, unknown> = {}): number {
  const document = parse(query);
  return costOf(schema, document, document.definitions[0] as OperationDefinitionNode, variables);
}

describe('the cost of an operation', () => {
  it('is how many values its answer holds', () => {
    expect(cost('{ account(id: "1") { id name parent { name } } }')).toBe(5);
  });

  it('multiplies by the size of the page, however the page is read', () => {
    expect(cost('{ accounts(first: 3) { nodes { id name } totalCount } }')).toBe(1 + 3 * (1 + 2 + 1));
    expect(cost('{ accounts(first: 3) { edges { cursor node { id } } } }')).toBe(1 + 3 * (1 + 1 + 1 + 1));
  });

  it('takes the default page size of the schema, and the usual one where it has none', () => {
    expect(cost('{ accounts { nodes { id } } }')).toBe(1 + 20 * 2);
    expect(cost('{ optional { nodes { id } } }')).toBe(1 + 20 * 2);
  });

  it('takes a list without pages as ten long', () => {
    expect(cost('{ account(id: "1") { deals(first: 2) { nodes { instalments { name } } } } }')).toBe(
      1 + (1 + 2 * (1 + (1 + 10 * 1))),
    );
  });

  it('multiplies pages within pages', () => {
    const nest =
      '{ accounts(first: 100) { nodes { deals(first: 100) { nodes { account { deals(first: 100) { nodes { id } } } } } } } }';
    expect(cost(nest)).toBeGreaterThan(1_000_000);
  });

  it('depends on the variables, also when the same document comes again', () => {
    const document = parse(
      'query ($n: Int!, $more: Boolean!) { accounts(first: $n) { nodes { id name @include(if: $more) } } }',
    );
    const of = (n: number, more: boolean) =>
      costOf(schema, document, document.definitions[0] as OperationDefinitionNode, { n, more });
    expect([of(1, true), of(100, true), of(100, false), of(1, true)]).toEqual([4, 301, 201, 4]);
  });

  it('tells apart variables whose digits are the same', () => {
    const document = parse(
      'query ($n: Int!, $m: Int!) { few: accounts(first: $n) { nodes { id } } more: accounts(first: $m) { nodes { id name } } }',
    );
    const of = (n: number, m: number) =>
      costOf(schema, document, document.definitions[0] as OperationDefinitionNode, { n, m });
    expect(of(1, 12)).toBe(1 + 1 * 2 + 1 + 12 * 3);
    expect(of(11, 2)).toBe(1 + 11 * 2 + 1 + 2 * 3);
  });

  it('is worked out once for what changes it, and remembered for a hundred page sizes', () => {
    const document = parse(
      'query ($n: Int!, $id: ID!) { accounts(first: $n) { nodes { id } } account(id: $id) { id } }',
    );
    const workedOut = jest.spyOn(schema, 'getQueryType');
    const isNew = (n: number, id: unknown) => {
      workedOut.mockClear();
      costOf(schema, document, document.definitions[0] as OperationDefinitionNode, { n, id });
      return workedOut.mock.calls.length > 0;
    };
    for (let n = 1; n <= 100; n += 1) expect(isNew(n, '1')).toBe(true);
    expect(isNew(1, 'another')).toBe(false);
    expect(isNew(100, '1')).toBe(false);
    expect(isNew(101, '1')).toBe(true);
    expect(isNew(1, '1')).toBe(true);
    workedOut.mockRestore();
  });

  it('counts what fragments bring', () => {
    expect(cost('{ account(id: "1") { ...Named } } fragment Named on Account { id name }')).toBe(3);
  });

  it('counts only the operation that runs', () => {
    const document = parse(
      'query Small { account(id: "1") { id } } query Big { accounts(first: 100) { nodes { id } } }',
    );
    const [small, big] = document.definitions as OperationDefinitionNode[];
    expect(costOf(schema, document, small as OperationDefinitionNode, {})).toBe(2);
    expect(costOf(schema, document, big as OperationDefinitionNode, {})).toBe(201);
  });

  it('takes the dearest type of a union', () => {
    expect(cost('{ any { ... on Account { id } ... on Deal { id instalments { name } } } }')).toBe(
      1 + 10 * (1 + 1 + 10),
    );
  });

  it('is nothing for a description of the schema', () => {
    expect(cost(getIntrospectionQuery())).toBe(0);
  });

  it('refuses what it cannot measure, and does not remember it for a request that fits', () => {
    const document = parse(
      'query ($n: Int, $id: ID!) { accounts(first: $n) { nodes { id } } account(id: $id) { id } }',
    );
    const of = (variables: object) =>
      costOf(schema, document, document.definitions[0] as OperationDefinitionNode, { ...variables });
    expect(() => of({ n: null, id: '1' })).toThrow('must not be null');
    expect(() => of({ n: 1, id: {} })).toThrow(
      expect.objectContaining({
        message: expect.stringContaining('got invalid value') as string,
        extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
      }),
    );
    expect(of({ n: 100, id: '1' })).toBe(201 + 2);
  });

  it('does not blame the user for a defect of ours', () => {
    const broken = {
      get unknown() {
        throw new TypeError('a defect');
      },
    };
    expect(() => cost('{ account(id: "1") { id } }', broken)).toThrow(TypeError);
  });
});
