import fc from 'fast-check';
import { parentsFirst } from './hierarchy';

interface Row {
  externalId: string;
  parent: string | null;
}
const parentOf = ({ parent }: Row) => parent;
/** Trees: each row may stand below any row of a smaller number, and they come in any order. */
const trees = fc
  .array(fc.option(fc.nat()), { maxLength: 40 })
  .map((choices) =>
    choices.map((choice, at): Row => {
      const parent = choice === null || at === 0 ? null : String(choice % at);
      return { externalId: String(at), parent };
    }),
  )
  .chain((rows) => fc.shuffledSubarray(rows, { minLength: rows.length }));

describe('rows that stand below each other', () => {
  it('come after those above them, each once', () => {
    fc.assert(
      fc.property(trees, (rows) => {
        const order = parentsFirst(rows, parentOf);
        expect([order.length, new Set(order)]).toEqual([rows.length, new Set(rows)]);
        const place = new Map(order.map(({ externalId }, at) => [externalId, at]));
        for (const [at, { parent }] of order.entries()) if (parent !== null) expect(place.get(parent)).toBeLessThan(at);
      }),
    );
  });

  it('are all there, also where they stand in a circle or below nothing', () => {
    const rows = [
      { externalId: 'a', parent: 'b' },
      { externalId: 'b', parent: 'a' },
      { externalId: 'c', parent: 'nowhere' },
      { externalId: 'd', parent: 'd' },
    ];
    expect(parentsFirst(rows, parentOf)).toHaveLength(4);
  });

  it('stay as they came where nothing stands above them', () => {
    const rows = ['x', 'z', 'y'].map((externalId) => ({ externalId, parent: null }));
    expect(parentsFirst(rows, parentOf)).toEqual(rows);
  });
});
