import type { LocalDate } from '@fivepoint/kernel';
import { missingForRevision } from './revise-plan';

describe('what keeps a plan from being revised', () => {
  const today = '2026-06-30' as LocalDate;

  it.each(['APPROVED', 'IN_FORCE'] as const)('is nothing while it is %s, to the last day of its period', (status) => {
    expect(missingForRevision({ status, endsOn: '2026-06-30' }, today)).toEqual([]);
    expect(missingForRevision({ status, endsOn: '2026-06-29' }, today)).toHaveLength(1);
  });

  it.each(['DRAFT', 'SUBMITTED', 'CLOSED'] as const)('is that it is %s', (status) => {
    expect(missingForRevision({ status, endsOn: '2026-12-31' }, today)).toEqual([
      `a plan that counts, APPROVED or IN_FORCE; this one is in ${status}`,
    ]);
  });
});
