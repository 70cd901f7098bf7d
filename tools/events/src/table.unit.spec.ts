import { table } from './table';

describe('a table', () => {
  it('has words to the left and numbers to the right, and no blanks at the end', () => {
    expect(
      table(
        ['consumer', 'pending', 'of'],
        [
          ['deal', 7, 'x'],
          ['customer-success', 1_200, 'longer'],
        ],
      ),
    ).toEqual(['consumer          pending  of', 'deal                    7  x', 'customer-success     1200  longer']);
  });
});
