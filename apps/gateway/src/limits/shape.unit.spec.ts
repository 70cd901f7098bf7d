import fc from 'fast-check';
import { getIntrospectionQuery, parse } from 'graphql';
import { shapeOf } from './shape';
import { tokensIn } from './tokens';

const shape = (query: string) => shapeOf(parse(query));

interface Tree {
  aliased: boolean;
  inner: Tree[];
}

describe('the shape of an operation', () => {
  it('counts levels, aliases, fields and root fields', () => {
    expect(shape('{ a { b { c } } x: d }')).toEqual({
      depth: 3,
      aliases: 1,
      selections: 4,
      rootFields: 2,
      introspection: 0,
    });
  });

  it('looks through fragments, and counts what they bring wherever they are spread', () => {
    const query = `query { ...Root a { ...Deep } b { ... on B { ...Deep } } } fragment Root on Query { r: root }
      fragment Deep on X { d { e: e } }`;
    expect(shape(query)).toEqual({ depth: 3, aliases: 3, selections: 7, rootFields: 3, introspection: 0 });
  });

  it('takes the biggest of several operations', () => {
    expect(shape('query A { a { b } } query B { a c: c }')).toMatchObject({ depth: 2, aliases: 1, rootFields: 2 });
  });

  it('does not count how deep a description of the schema goes', () => {
    expect(shape(getIntrospectionQuery())).toMatchObject({ depth: 1, aliases: 0, rootFields: 1 });
  });

  it('estimates what a description of the schema holds, wherever fragments bring it', () => {
    expect(shape('{ a __schema { types { name fields { name } } } }').introspection).toBe(1 + (1 + 10 * (1 + 1 + 10)));
    expect(
      shape(
        '{ ...S b: __type(name: "A") { name } } fragment S on Query { __schema { ...T } } fragment T on __Schema { types { name } }',
      ).introspection,
    ).toBe(12 + 2);
  });

  it('measures fragments that write out to more than anybody could, at once', () => {
    const levels = 200;
    const chain = Array.from({ length: levels }, (_, n) => `fragment F${n} on Query { ...F${n + 1} ...F${n + 1} }`);
    const query = `{ ...F0 } ${chain.join('\n')} fragment F${levels} on Query { x: a }`;
    const started = performance.now();
    expect(shape(query).aliases).toBe(2 ** levels);
    expect(performance.now() - started).toBeLessThan(200);
  });

  it('ends on fragments within themselves and on fragments that do not exist', () => {
    expect(shape('{ a ...F } fragment F on Query { b { ...F ...Nowhere } }')).toMatchObject({
      depth: 1,
      selections: 2,
    });
  });

  it('is the sum and the maximum of its parts, for any tree of fields', () => {
    const tree: fc.Memo<Tree> = fc.memo((levels) =>
      fc.record({ aliased: fc.boolean(), inner: levels > 1 ? fc.array(tree(), { maxLength: 3 }) : fc.constant([]) }),
    );
    const print = (trees: Tree[]): string =>
      trees.length === 0
        ? ''
        : `{ ${trees.map((one) => `${one.aliased ? 'x: ' : ''}f ${print(one.inner)}`).join(' ')} }`;
    const depth = (trees: Tree[]): number => Math.max(0, ...trees.map((one) => 1 + depth(one.inner)));
    const count = (trees: Tree[], counts: (one: Tree) => boolean): number =>
      trees.reduce((sum, one) => sum + (counts(one) ? 1 : 0) + count(one.inner, counts), 0);
    fc.assert(
      fc.property(fc.array(tree(5), { minLength: 1, maxLength: 4 }), (trees) => {
        expect(shape(print(trees))).toEqual({
          depth: depth(trees),
          aliases: count(trees, (one) => one.aliased),
          selections: count(trees, () => true),
          rootFields: trees.length,
          introspection: 0,
        });
      }),
    );
  });
});

describe('the tokens of a query', () => {
  it('are its words and signs', () => {
    expect(tokensIn('query A($id: ID!) { a(id: $id) # not this\n { b } }')).toBe(21);
    expect(tokensIn('')).toBe(0);
  });

  it('are counted as far as the text is GraphQL', () => {
    expect(tokensIn('{ a ~ b }')).toBe(2);
  });
});
