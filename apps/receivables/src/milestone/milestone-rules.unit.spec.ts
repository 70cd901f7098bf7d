import { addDays, addMonths, type LocalDate } from '@fivepoint/kernel';
import fc from 'fast-check';
import type { MilestoneKind } from './milestone';
import { milestoneProblems as problemsOf, receivableFrom } from './milestone-rules';

const today = '2027-11-24' as LocalDate;
const reached = (kind: MilestoneKind, reachedOn: string) => ({ kind, reachedOn: reachedOn as LocalDate });
const facts = (...others: ReturnType<typeof reached>[]) => ({ others, today });
const signed = (signedOn: string, warrantyMonths = 12) => ({ signedOn: signedOn as LocalDate, warrantyMonths });
/** Under a contract of 2017 with a warranty of a year. */
const milestoneProblems = (milestone: ReturnType<typeof reached>, known: ReturnType<typeof facts>) =>
  problemsOf(milestone, signed('2017-01-01'), known);

describe('a milestone', () => {
  it('is recorded with its day, in any order of recording', () => {
    expect(milestoneProblems(reached('DELIVERY', '2026-05-01'), facts())).toEqual([]);
    expect(milestoneProblems(reached('ACCEPTANCE', '2026-06-01'), facts(reached('DELIVERY', '2026-05-01')))).toEqual(
      [],
    );
    expect(milestoneProblems(reached('DELIVERY', '2026-05-01'), facts(reached('ACCEPTANCE', '2026-06-01')))).toEqual(
      [],
    );
    expect(milestoneProblems(reached('ACCEPTANCE', '2026-06-01'), facts())).toEqual([]);
  });

  it('is not in the future, and the days keep their order', () => {
    const problem = (...args: Parameters<typeof milestoneProblems>) =>
      milestoneProblems(...args).map(({ path, message }) => `${path} ${message}`);
    const both = [reached('DELIVERY', '2026-05-01'), reached('ACCEPTANCE', '2026-05-01')] as const;
    expect(problem(both[0], facts(both[1]))).toEqual([]);
    expect(problem(both[1], facts(both[0]))).toEqual([]);
    expect(problem(reached('DELIVERY', '2027-11-25'), facts())).toEqual([
      'reachedOn must not be in the future; today is 2027-11-24',
    ]);
    expect(problem(reached('ACCEPTANCE', '2026-04-30'), facts(reached('DELIVERY', '2026-05-01')))).toEqual([
      'reachedOn must not be before the delivery, 2026-05-01',
    ]);
    expect(problem(reached('DELIVERY', '2026-06-02'), facts(reached('ACCEPTANCE', '2026-06-01')))).toEqual([
      'reachedOn must not be after the acceptance, 2026-06-01',
    ]);
  });
});

describe('a milestone and the signing', () => {
  const problems = (kind: MilestoneKind, reachedOn: string, ...others: ReturnType<typeof reached>[]) =>
    problemsOf(reached(kind, reachedOn), signed('2026-05-01', 0), facts(...others)).map(({ message }) => message);
  const tooEarly = 'must not be before the contract was signed, 2026-05-01';

  it('go in any order for a delivery, and the signing first for an acceptance and the end of a warranty', () => {
    expect(problems('DELIVERY', '2026-04-30')).toEqual([]);
    expect(problems('ACCEPTANCE', '2026-04-30')).toEqual([tooEarly]);
    expect(problems('ACCEPTANCE', '2026-05-01')).toEqual([]);
    expect(problems('WARRANTY_END', '2026-04-30', reached('ACCEPTANCE', '2026-04-30'))).toEqual([tooEarly]);
    expect(problems('WARRANTY_END', '2026-05-01', reached('ACCEPTANCE', '2026-05-01'))).toEqual([]);
  });

  it('make an instalment receivable with the later of the two', () => {
    const from = (reachedOn: string) => receivableFrom(reached('DELIVERY', reachedOn), signed('2026-05-01'));
    expect(['2026-04-30', '2026-05-01', '2026-05-02'].map(from)).toEqual(['2026-05-01', '2026-05-01', '2026-05-02']);
  });
});

describe('the end of the warranty', () => {
  it('needs the acceptance that begins the warranty', () => {
    expect(milestoneProblems(reached('WARRANTY_END', '2027-06-01'), facts())).toMatchObject([
      { path: 'kind', message: 'record the acceptance first: the warranty runs from it' },
    ]);
  });

  it('is told once what keeps it from being recorded, with the day from which it may be', () => {
    const others = [reached('DELIVERY', '2026-05-01'), reached('ACCEPTANCE', '2026-05-01')];
    expect(milestoneProblems(reached('WARRANTY_END', '2026-04-30'), facts(...others))).toEqual([
      {
        path: 'reachedOn',
        message: 'must not be before 2027-05-01: the warranty runs 12 months from the acceptance, 2026-05-01',
      },
    ]);
  });

  it('is recorded once its day has come, or later, for any acceptance and length of the warranty', () => {
    const acceptedOn = fc.integer({ min: 0, max: 3000 }).map((days) => addDays('2018-01-01' as LocalDate, days));
    fc.assert(
      fc.property(
        acceptedOn,
        fc.integer({ min: 0, max: 60 }),
        fc.nat({ max: 400 }),
        (accepted, warrantyMonths, late) => {
          const ends = addMonths(accepted, warrantyMonths);
          const known = { others: [reached('ACCEPTANCE', accepted)], today: addDays(ends, late) };
          const problems = (day: LocalDate) =>
            problemsOf(reached('WARRANTY_END', day), signed('2017-01-01', warrantyMonths), known);
          expect(problems(ends)).toEqual([]);
          expect(problems(addDays(ends, late))).toEqual([]);
          expect(problems(addDays(ends, -1))).toHaveLength(1);
        },
      ),
    );
  });
});
