import {
  type Convention,
  described,
  equalDescriptions,
  listsAreConnections,
  mutations,
  noInterfaceTypes,
  resultUnions,
} from './conventions';
import { emittedSchema } from './emit';
import { nonNullEntityFields } from './entity-fields';
import { serviceApps, type Subgraph } from './subgraphs';

/** Plain lists of entities, and what keeps each of them short. */
const boundedLists = {
  'Contract.instalments': 'one per payment term, 24 at most; 100 in recorded history',
  'Contract.milestones': 'one per kind',
  'Lead.contacts': 'the ids that the lead itself carries',
};

/** Every non-key field of an entity is nullable: one service down costs only its own fields. */
const nullableEntityFields: Convention = (subgraphs) => subgraphs.flatMap(nonNullEntityFields);

const conventions: [string, Convention][] = [
  ['says what everything is, with its Chinese term', described],
  ['means the same by the same name in every service', equalDescriptions],
  ['loses only the fields of a service that is down', nullableEntityFields],
  ['has no field of an interface type', noInterfaceTypes],
  ['takes one input for a mutation and answers with a result', mutations],
  ['answers with the thing itself or with refusals', resultUnions],
  ['pages through lists of entities', listsAreConnections(boundedLists)],
];

describe('the graph', () => {
  const subgraphs: Subgraph[] = [];

  beforeAll(async () => {
    for (const name of serviceApps()) subgraphs.push({ name, sdl: await emittedSchema(name) });
  });

  it('has five services', () => {
    expect(subgraphs).toHaveLength(5);
  });

  it.each(conventions)('%s', (_, convention) => {
    expect(convention(subgraphs)).toEqual([]);
  });
});

describe('a violation is named:', () => {
  const found = (convention: Convention, ...schemas: string[]) =>
    convention(schemas.map((sdl, index) => ({ name: ['deal', 'planning'][index] ?? '', sdl })));

  describe('a description', () => {
    it.each([
      ['type Deal { "Its id (标识)." id: ID }', ['deal: Deal: has no description']],
      ['"A deal (商机)." type Deal { id: ID }', ['deal: Deal.id: has no description']],
      ['"A deal." type Deal { "Id (标识)." id: ID }', ['deal: Deal: "A deal." names no Chinese term in parentheses']],
      [
        '"A deal 商机." type Deal { "Id (标识)." id: ID }',
        ['deal: Deal: "A deal 商机." names no Chinese term in parentheses'],
      ],
      ['type Query { "Deals (商机)." deals(first: Int): Int }', ['deal: Query.deals.first: has no description']],
      ['"Stage (阶段)." enum Stage { BID }', ['deal: Stage.BID: has no description']],
      ['"Filter (筛选)." input Filter { stage: Int }', ['deal: Filter.stage: has no description']],
      ['union Result = A', ['deal: Result: has no description']],
      ['scalar Day', ['deal: Day: has no description']],
      ['interface Refusal { "Code (代码)." code: Int }', ['deal: Refusal: has no description']],
    ])('%s', (sdl, problems) => {
      expect(found(described, sdl)).toEqual(problems);
    });

    it('of root types is not asked for', () => {
      expect(found(described, 'type Query { "Deals (商机)." deals: Int }')).toEqual([]);
    });
  });

  it.each([
    [
      '"A deal (商机)." type Deal { id: ID }',
      '"A bargain (商机)." type Deal { id: ID }',
      'Deal: is "A deal (商机)." in deal and "A bargain (商机)." in planning',
    ],
    ['enum Stage { "One" A }', 'enum Stage { A }', 'Stage.A: is "One" in deal and "" in planning'],
    [
      'type Deal { id("One" of: ID): ID }',
      'type Deal { id("Two" of: ID): ID }',
      'Deal.id.of: is "One" in deal and "Two" in planning',
    ],
  ])('the same name with two meanings: %s', (one, other, problem) => {
    expect(found(equalDescriptions, one, other)).toEqual([problem]);
    expect(found(equalDescriptions, one, one)).toEqual([]);
  });

  it('a field that takes its entity down', () => {
    expect(found(nullableEntityFields, 'type Deal @key(fields: "id") { id: ID!, title: String! }')).toEqual([
      'deal: Deal.title',
    ]);
  });

  it('a field of an interface type', () => {
    const sdl = 'interface Thing { id: ID } type Deal implements Thing { id: ID, things: [Thing!]! }';
    expect(found(noInterfaceTypes, sdl)).toEqual([
      'deal: Deal.things: has the interface Thing as its type; name a union',
    ]);
  });

  const input = 'must have one argument, input, of an input type that is not null';
  it.each([
    ['sign: Result', [input]],
    ['sign(data: In!): Result', [input]],
    ['sign(input: In): Result', [input]],
    ['sign(input: Int!): Result', [input]],
    ['sign(input: In!, note: String): Result', [input]],
    ['sign(input: In!): Deal', ['must answer with a union or BulkPayload, not Deal']],
    ['sign(input: In!): [Result!]', ['must answer with a union or BulkPayload, not Result']],
    ['sign(input: In!): Result', []],
    ['sign(input: In!): BulkPayload!', []],
  ])('a mutation of another form: %s', (mutation, problems) => {
    const sdl = `input In { id: ID } type Deal { id: ID } type BulkPayload { n: Int } union Result = Deal type Mutation { ${mutation} }`;
    expect(found(mutations, sdl)).toEqual(problems.map((problem) => `deal: Mutation.sign: ${problem}`));
  });

  it.each([
    ['Deal | NotFound', []],
    ['Deal | Money', ['deal: Result: Money does not implement DomainError']],
    [
      'NotFound | Deal',
      [
        'deal: Result: begins with the refusal NotFound; first comes what was done',
        'deal: Result: Deal does not implement DomainError',
      ],
    ],
  ])('a result of other members: %s', (members, problems) => {
    const sdl = `interface DomainError { code: Int } type NotFound implements DomainError { code: Int } type Deal { id: ID } type Money { n: Int }
      union Result = ${members}`;
    expect(found(resultUnions, sdl)).toEqual(problems);
  });

  it('a list of entities that cannot be paged, and an exception that is none', () => {
    const sdl = `type Deal @key(fields: "id") { id: ID!, tags: [String!] } type DealConnection { nodes: [Deal!]! }
      type Query { deals: DealConnection, all: [Deal!]!, tops: [Deal] }`;
    expect(found(listsAreConnections({ 'Query.tops': 'three', 'Deal.tags': 'no entities' }), sdl)).toEqual([
      'deal: Query.all: is a list of entities; make it a connection',
      'Deal.tags: is no list of entities and needs no exception',
    ]);
  });
});
