import { parse } from 'graphql';
import { canonical } from './canonical';
import { nonNullEntityFields } from './entity-fields';
import { NotComposable, supergraphOf } from './supergraph';

const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])\n';
const planning = {
  name: 'planning',
  sdl: `${link} type Query { account(id: ID!): Account } type Account @key(fields: "id") { id: ID!, name: String }`,
};
const success = {
  name: 'customer-success',
  sdl: `${link} type Query { renewals: [Account!] } type Account @key(fields: "id") { id: ID!, renewal: String }`,
};

describe('the supergraph', () => {
  it('joins the services by their names, with addresses that are only names', () => {
    const supergraph = supergraphOf([planning, success]);
    expect(supergraph).toContain(
      'CUSTOMER_SUCCESS @join__graph(name: "customer-success", url: "http://customer-success/graphql")',
    );
    expect(supergraph).toMatch(/renewal: String @join__field\(graph: CUSTOMER_SUCCESS\)/);
    expect(supergraph).toMatch(/^# Composed from .*npm run schemas/);
    expect(() => parse(supergraph)).not.toThrow();
  });

  it('is always the same text', () => {
    expect(supergraphOf([planning, success])).toBe(supergraphOf([planning, success]));
  });

  it('says where and why services do not compose, every problem at once', () => {
    const other = {
      name: 'deal',
      sdl: `${link} type Query { account(id: ID!): Account } type Account @key(fields: "id") { id: ID!, name: Int }`,
    };
    const compose = () => supergraphOf([planning, other]);
    expect(compose).toThrow(NotComposable);
    expect(compose).toThrow(/Query\.account[^]*"deal"|Account\.name[^]*"deal"/);
    expect(compose).toThrow(/Account\.name/);
  });

  it('refuses an entity field that would take the entity down with its service', () => {
    const strict = { ...success, sdl: success.sdl.replace('renewal: String', 'renewal: String!') };
    expect(() => supergraphOf([planning, strict])).toThrow('customer-success: Account.renewal must be nullable');
  });
});

describe('fields of entities', () => {
  const found = (types: string) => nonNullEntityFields({ name: 'deal', sdl: link + types });

  it('may be not null only where they are keys', () => {
    expect(
      found(
        'type Deal @key(fields: "id") @key(fields: "tenant { id } number") { id: ID!, number: Int!, title: String! }',
      ),
    ).toEqual(['deal: Deal.title']);
    expect(found('extend type Deal @key(fields: "id") { id: ID!, list: [Int!]! }')).toEqual(['deal: Deal.list']);
    expect(found('type Deal @key(fields: "id") { id: ID!, list: [Int!] }')).toEqual([]);
  });

  it('are free elsewhere', () => {
    expect(found('type Money { amount: String! } input In { a: Int! }')).toEqual([]);
  });
});

describe('the canonical text of a schema', () => {
  const types = [
    'type Query { b: B, a: A }',
    'type Mutation { z: Int }',
    'type B { y: Int, x: Int }',
    'type A { "words" x: Int }',
  ];

  it('does not depend on the order in which types were found', () => {
    expect(canonical(types.join('\n'))).toBe(canonical([...types].reverse().join('\n')));
  });

  it('begins with Query and Mutation and their fields by name, and leaves the fields of others and the words as they were', () => {
    const text = canonical(types.join('\n'));
    expect([...text.matchAll(/^type (\w+)/gm)].map(([, name]) => name)).toEqual(['Query', 'Mutation', 'A', 'B']);
    expect(text).toMatch(/a: A\s+b: B/);
    expect(text).toMatch(/y: Int\s+x: Int/);
    expect(text).toContain('"words"');
  });
});
