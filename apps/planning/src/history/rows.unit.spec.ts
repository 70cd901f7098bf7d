import { BulkPayload, type BulkRow } from '@fivepoint/service';
import fc from 'fast-check';
import { inInputOrder, parentsFirst } from './rows';

interface Row {
  externalId: string;
  parent: string | null;
}

/** Rows whose ids and parents come from a small set: doubles, circles and missing parents are frequent. */
const rows = fc.array(
  fc.record({
    externalId: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    parent: fc.option(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'nowhere')),
  }),
);
const parentOf = ({ parent }: Row) => parent;

describe('recording parents before their children', () => {
  it('takes every row exactly once', () => {
    fc.assert(
      fc.property(rows, (given) => {
        expect(parentsFirst(given, parentOf).sort((a, b) => a - b)).toEqual(given.map((_, place) => place));
      }),
    );
  });

  it('puts a parent that is among the rows before its child, wherever there is no circle', () => {
    fc.assert(
      fc.property(rows, (given) => {
        const order = parentsFirst(given, parentOf);
        const first = (id: string) => given.findIndex(({ externalId }) => externalId === id);
        for (const [place, row] of given.entries()) {
          if (row.parent === null || first(row.parent) < 0 || inCircle(given, row)) continue;
          expect(order.indexOf(first(row.parent))).toBeLessThan(order.indexOf(place));
        }
      }),
    );
  });

  it('leaves rows without parents as they came', () => {
    const given = ['x', 'y', 'x', 'z'].map((externalId) => ({ externalId, parent: null }));
    expect(parentsFirst(given, parentOf)).toEqual([0, 1, 2, 3]);
  });

  it('gives the outcomes back in the order of the input', () => {
    const order = [2, 0, 1];
    const recorded = order.map((place, index) => ({ index, externalId: `row ${place}` }) as BulkRow);
    const { rows: outcome } = inInputOrder(Object.assign(new BulkPayload(), { rows: recorded }), order);
    expect(outcome.map(({ index, externalId }) => [index, externalId])).toEqual([
      [0, 'row 0'],
      [1, 'row 1'],
      [2, 'row 2'],
    ]);
  });
});

/** Whether going up from the row leads round in a circle. */
function inCircle(given: readonly Row[], row: Row): boolean {
  const byId = new Map([...given].reverse().map((one) => [one.externalId, one]));
  const seen = new Set<string>();
  for (let at: Row | undefined = row; at; at = at.parent === null ? undefined : byId.get(at.parent)) {
    if (seen.has(at.externalId)) return true;
    seen.add(at.externalId);
  }
  return false;
}
