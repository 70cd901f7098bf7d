import { parseLocalDate } from '@fivepoint/kernel';
import { doubledLine } from './doubled-lines';

describe('an account and a product that another plan has (P05)', () => {
  const today = parseLocalDate('2026-06-15');
  const row = { account: '江苏电信', product: '电源', plan: '北区', startsOn: '2026-01-01', planSeen: true };

  it('are named with that plan, which is revised, or closed once it is over', () => {
    expect(doubledLine({ ...row, endsOn: '2026-06-15' }, today)).toBe(
      'one plan for 电源 at 江苏电信; the plan "北区" from 2026-01-01 to 2026-06-15 has it: revise that plan, or leave the line out',
    );
    expect(doubledLine({ ...row, endsOn: '2026-06-14' }, today)).toBe(
      'one plan for 电源 at 江苏电信; the plan "北区" from 2026-01-01 to 2026-06-14 has it: close that plan, which is over, or leave the line out',
    );
  });

  it('are named without a plan that is hidden', () => {
    expect(doubledLine({ ...row, endsOn: '2026-06-14', planSeen: false }, today)).toBe(
      'one plan for 电源 at 江苏电信; one that you may not see has it within this period: leave the line out, or have that plan revised',
    );
  });
});
