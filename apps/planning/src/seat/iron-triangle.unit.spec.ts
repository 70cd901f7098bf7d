import { placeProblems } from './assign-seat';
import { triangleOn } from './iron-triangle';

const held = (
  seat: 'ACCOUNT_MANAGER' | 'SOLUTION' | 'DELIVERY',
  assignedOn: string,
  vacatedOn: string | null = null,
) => ({
  seat,
  assignedOn,
  vacatedOn,
});

describe('the iron triangle on a day (P38)', () => {
  const history = [
    held('DELIVERY', '2026-02-01'),
    held('ACCOUNT_MANAGER', '2026-01-10', '2026-03-01'),
    held('ACCOUNT_MANAGER', '2026-03-01'),
    held('SOLUTION', '2026-01-01', '2026-02-15'),
  ];

  it.each([
    ['2025-12-31', [], ['ACCOUNT_MANAGER', 'SOLUTION', 'DELIVERY']],
    ['2026-01-01', [3], ['ACCOUNT_MANAGER', 'DELIVERY']],
    ['2026-02-14', [1, 3, 0], []],
    ['2026-02-15', [1, 0], ['SOLUTION']],
    ['2026-02-28', [1, 0], ['SOLUTION']],
    ['2026-03-01', [2, 0], ['SOLUTION']],
  ])('%s', (day, seats, missingSeats) => {
    expect(triangleOn(history, day)).toEqual({ seats: seats.map((place) => history[place]), missingSeats });
  });

  it('has a seat that was taken and left on one day for nobody', () => {
    expect(triangleOn([held('DELIVERY', '2026-02-01', '2026-02-01')], '2026-02-01').seats).toEqual([]);
  });
});

describe('who comes next in a seat', () => {
  const last = (vacatedOn: string | null) => ({ repId: 'lin', assignedOn: '2026-03-01', vacatedOn });
  const paths = (...place: Parameters<typeof placeProblems>) => placeProblems(...place).map(({ path }) => path);

  it.each([
    ['the first', null, 'gao', '2020-01-01', []],
    ['after one who is there', last(null), 'gao', '2026-03-01', []],
    ['before one who is there', last(null), 'gao', '2026-02-28', ['assignedOn']],
    ['the same, still there', last(null), 'lin', '2026-06-01', ['repId']],
    ['the same, who had left', last('2026-04-01'), 'lin', '2026-04-01', []],
    ['before the last one left', last('2026-04-01'), 'gao', '2026-03-31', ['assignedOn']],
  ])('%s', (_, before, repId, assignedOn, problems) => {
    expect(paths(before, repId, assignedOn)).toEqual(problems);
  });
});
