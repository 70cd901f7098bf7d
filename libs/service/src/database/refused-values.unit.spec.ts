import { QueryFailedError } from 'typeorm';
import { refusedValue, sqlState } from './refused-values';

const refusedWith = (code: unknown) =>
  new QueryFailedError('insert', [], Object.assign(new Error('in the words of the database'), { code }));

describe('a value that the database has refused', () => {
  it.each([
    ['22001', /shorter/],
    ['22003', /nearer to zero/],
    ['22007', /years 0001 to 9999/],
    ['22008', /years 0001 to 9999/],
    ['22021', /without the character NUL/],
    ['22P02', /check ids, numbers and days/],
    ['22P05', /without the character NUL/],
  ])('with %s is told with what would be right', (code, right) => {
    expect(refusedValue(refusedWith(code))).toMatch(right);
  });

  it('is no bug of ours, and a bug is none', () => {
    for (const code of ['22012', '23505', undefined, 22_001]) expect(refusedValue(refusedWith(code))).toBeNull();
    expect(refusedValue(new Error('a bug'))).toBeNull();
  });
});

describe('the code of an error', () => {
  it('is PostgreSQL’s, wrapped or not, and empty where there is none', () => {
    expect(sqlState(refusedWith('23505'))).toBe('23505');
    expect(sqlState({ code: '40001' })).toBe('40001');
    for (const none of [new Error('x'), null, undefined, 'text', refusedWith(5)]) expect(sqlState(none)).toBe('');
  });
});
