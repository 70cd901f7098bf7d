import { weightiestFirst } from './weightiest-first';

describe('the lines on which a target hangs', () => {
  it('come by how much it does, then by their size; who always or never closed comes last', () => {
    const lines = [
      { key: 'sure', amount: 900 },
      { key: 'against', amount: 1 },
      { key: 'small', amount: 10 },
      { key: 'heavy', amount: 5 },
      { key: 'large', amount: 20 },
      { key: 'never', amount: 901 },
    ];
    const came = [null, '-1.0000', '0.2500', '0.5000', '0.2500', null].map((sensitivity, closedCount) => ({
      sensitivity,
      closedCount,
    }));
    expect(weightiestFirst(lines, came)).toEqual([
      { key: 'heavy', amount: 5, sensitivity: '0.5000', closedCount: 3 },
      { key: 'large', amount: 20, sensitivity: '0.2500', closedCount: 4 },
      { key: 'small', amount: 10, sensitivity: '0.2500', closedCount: 2 },
      { key: 'against', amount: 1, sensitivity: '-1.0000', closedCount: 1 },
      { key: 'never', amount: 901, sensitivity: null, closedCount: 5 },
      { key: 'sure', amount: 900, sensitivity: null, closedCount: 0 },
    ]);
    expect(lines[0]).toEqual({ key: 'sure', amount: 900 });
  });
});
