import fc from 'fast-check';
import { type Tick, tickedAfter, tickedNames, tickProblems } from './ticks';

const [monday, tuesday] = [new Date('2026-06-15T04:00:00Z'), new Date('2026-06-16T04:00:00Z')];

describe('what is ticked of a step', () => {
  const report: Tick = { name: '报告', evidence: 'minutes 12', tickedAt: monday.toISOString() };

  it('gets what proves it and when, and may be proved anew or taken back', () => {
    const two = tickedAfter([report], [{ name: '清单', evidence: 'list 7' }], tuesday);
    expect(two).toEqual([report, { name: '清单', evidence: 'list 7', tickedAt: tuesday.toISOString() }]);
    expect(tickedAfter(two, [{ name: '报告', evidence: 'minutes 13' }], tuesday)[0]).toEqual({
      name: '报告',
      evidence: 'minutes 13',
      tickedAt: tuesday.toISOString(),
    });
    expect(tickedNames(tickedAfter(two, [{ name: '报告', evidence: null }], tuesday))).toEqual(['清单']);
    expect(tickedNames(tickedAfter(two, [{ name: '清单' }], tuesday))).toEqual(['报告']);
  });

  it('is said once: the same evidence again changes nothing, not even the time', () => {
    expect(tickedAfter([report], [{ name: '报告', evidence: 'minutes 12' }], tuesday)).toEqual([report]);
  });

  it('is one of what the template names, each once; all others are named', () => {
    const given = [
      { name: '报告', evidence: 'x' },
      { name: '别的', evidence: 'x' },
      { name: '报告', evidence: null },
    ];
    expect(tickProblems('inputs', ['报告', '清单'], given)).toEqual([
      { path: 'inputs.1.name', message: 'must be one of 报告, 清单' },
      { path: 'inputs.2.name', message: 'must come once' },
    ]);
    expect(tickProblems('outputs', [], given.slice(0, 1))).toEqual([
      { path: 'outputs.0.name', message: 'the template has none' },
    ]);
    expect(tickProblems('inputs', ['报告'], [])).toEqual([]);
  });

  it('is there exactly when the last word on it said so', () => {
    const name = fc.constantFrom('a', 'b', 'c');
    const words = fc.array(fc.record({ name, evidence: fc.option(fc.constantFrom('x', 'y')) }), { maxLength: 12 });
    fc.assert(
      fc.property(words, (said) => {
        const ticks = said.reduce<Tick[]>((before, word) => tickedAfter(before, [word], monday), []);
        const last = new Map(said.map((word) => [word.name, word.evidence]));
        const there = [...last].filter(([, evidence]) => evidence !== null);
        expect(Object.fromEntries(ticks.map((tick) => [tick.name, tick.evidence]))).toEqual(Object.fromEntries(there));
        expect(ticks).toHaveLength(there.length);
      }),
    );
  });
});
