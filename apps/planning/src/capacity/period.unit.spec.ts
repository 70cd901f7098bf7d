import type { LocalDate } from '@fivepoint/kernel';
import { WrongInput } from '@fivepoint/service';
import { periodOf } from './period';

const today = '2026-06-15' as LocalDate;
const of = (from: string | null, to: string | null) =>
  periodOf({ from: from as LocalDate | null, to: to as LocalDate | null }, today);

describe('the period of a capacity', () => {
  it.each([
    [null, null, '2026-06-15', '2026-12-31'],
    ['2027-03-01', null, '2027-03-01', '2027-12-31'],
    [null, '2027-01-31', '2026-06-15', '2027-01-31'],
    ['2026-06-01', '2026-06-01', '2026-06-01', '2026-06-01'],
    ['2026-06-01', '2036-06-01', '2026-06-01', '2036-06-01'],
    ['9991-01-01', '9999-12-31', '9991-01-01', '9999-12-31'],
  ])('%s to %s is %s to %s', (from, to, first, last) => {
    expect(of(from, to)).toEqual({ from: first, to: last });
  });

  it.each([
    ['2026-06-02', '2026-06-01'],
    [null, '2026-06-14'],
    ['2026-06-01', '2036-06-02'],
    ['9000-01-01', '9999-12-31'],
  ])('is none from %s to %s', (from, to) => {
    expect(() => of(from, to)).toThrow(WrongInput);
  });
});
