import { templateProblems } from './define-step-template';

describe('a template of a step', () => {
  const sound = { startDays: 7, dueDays: 7, requiredInputs: ['报告', '清单'], requiredOutputs: ['报告'] };

  it('may be due on the day on which it starts, and leave behind what it began with', () => {
    expect(templateProblems(sound)).toEqual([]);
  });

  it('is refused with all that is wrong: due before it starts, one name twice', () => {
    const wrong = { startDays: 8, dueDays: 7, requiredInputs: ['a', 'b', 'a', 'a', 'b'], requiredOutputs: ['c', 'c'] };
    expect(templateProblems(wrong)).toEqual([
      { path: 'requiredInputs', message: 'must name each thing once, not twice a, b' },
      { path: 'requiredOutputs', message: 'must name each thing once, not twice c' },
      { path: 'dueDays', message: 'must not be fewer than startDays, 8' },
    ]);
  });
});
