import fc from 'fast-check';
import { addDays, parseLocalDate } from './local-date';
import { isGap, missingToComplete, missingToStart } from './step';

const demands = {
  requiredInputs: ['visit report', 'price list'],
  requiredOutputs: ['offer', 'minutes'],
  minDegree: 80,
};

describe('a step of the process (rules §10)', () => {
  it('starts with all its inputs, else says in order which are missing', () => {
    expect(missingToStart(demands, [])).toEqual(['visit report', 'price list']);
    expect(missingToStart(demands, ['price list', 'anything'])).toEqual(['visit report']);
    expect(missingToStart(demands, ['price list', 'visit report'])).toEqual([]);
  });

  it('is complete with all its outputs and the least degree, else says all that is missing', () => {
    expect(missingToComplete(demands, ['minutes'], 79)).toEqual(['offer', 'a degree of at least 80, not 79']);
    expect(missingToComplete(demands, ['minutes', 'offer'], 79)).toEqual(['a degree of at least 80, not 79']);
    expect(missingToComplete(demands, ['minutes', 'offer'], 80)).toEqual([]);
    expect(missingToComplete({ ...demands, requiredOutputs: [], minDegree: 0 }, [], 0)).toEqual([]);
  });

  it('is a gap when it is required, not done, and its due day is over', () => {
    const today = parseLocalDate('2026-06-15');
    fc.assert(
      fc.property(fc.boolean(), fc.boolean(), fc.integer({ min: -400, max: 400 }), (required, done, days) => {
        const gap = isGap({ required, done, dueOn: addDays(today, days) }, today);
        expect(gap).toBe(required && !done && days < 0);
      }),
    );
  });
});
