import { parseLocalDate } from '@fivepoint/kernel';
import { hasBegun, missingForApproval, missingForClosure, missingForStart, missingForSubmission } from './plan-gates';

const today = parseLocalDate('2026-06-15');
const period = { startsOn: '2026-01-01', endsOn: '2026-12-31' };

describe('a plan (P02)', () => {
  it('is submitted with a line and a period that is not over, and says all that is missing', () => {
    expect(missingForSubmission(period, 1, today)).toEqual([]);
    expect(missingForSubmission(period, 0, today)).toEqual(['at least one plan line']);
    expect(missingForSubmission({ ...period, endsOn: '2026-06-14' }, 0, today)).toEqual([
      'at least one plan line',
      'a period that is not over; this one ended on 2026-06-14',
    ]);
  });

  it('is approved on the last day of its period, and not a day later', () => {
    expect(missingForApproval({ ...period, endsOn: '2026-06-15' }, today)).toEqual([]);
    expect(missingForApproval({ ...period, endsOn: '2026-06-14' }, today)).toHaveLength(1);
  });

  it('is in force from the first day of its period, and not a day earlier', () => {
    expect(hasBegun('2026-06-15', today)).toBe(true);
    expect(missingForStart({ ...period, startsOn: '2026-06-15' }, today)).toEqual([]);
    expect(missingForStart({ ...period, startsOn: '2026-06-16' }, today)).toEqual([
      'the first day of its period, 2026-06-16',
    ]);
  });

  it('is its open revision, where a plan is to be closed', () => {
    expect(missingForClosure(null)).toEqual([]);
    expect(missingForClosure(3)).toEqual(['its open revision, version 3, to be approved or discarded']);
  });
});
