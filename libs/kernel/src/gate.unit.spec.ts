import { unmet } from './gate';

describe('unmet (rules §10)', () => {
  it('lists what is missing, in the order it was asked for', () => {
    const bant = [
      { name: 'timing', met: false },
      { name: 'budget', met: true },
      { name: 'authority', met: false },
    ];
    expect(unmet(bant)).toEqual(['timing', 'authority']);
  });

  it('is empty when the gate is open', () => {
    expect(unmet([])).toEqual([]);
    expect(unmet([{ name: 'coach', met: true }])).toEqual([]);
  });
});
