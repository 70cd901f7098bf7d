import type { Sort } from './sort';

interface Row {
  id: string;
  dueOn: string;
  settledOn: string | null;
  note?: string;
}

describe('the order of a short list', () => {
  it('is by what every row has: the compiler refuses what may be null', () => {
    const sorts: Sort<Row>[] = [
      { by: 'id', direction: 'DESC' },
      { by: 'dueOn', direction: 'ASC' },
      // @ts-expect-error a row that is not settled has no place in this order
      { by: 'settledOn', direction: 'ASC' },
      // @ts-expect-error nor has one without a note
      { by: 'note', direction: 'ASC' },
    ];
    expect(sorts).toHaveLength(4);
  });
});
