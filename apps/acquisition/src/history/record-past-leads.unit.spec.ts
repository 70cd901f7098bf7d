import { pastLeadProblems } from './record-past-leads';

const paths = (over: Partial<Parameters<typeof pastLeadProblems>[0]>) =>
  pastLeadProblems({ capturedOn: '2016-10-20', ...over }, '2026-06-15').map(({ path }) => path);

describe('a past lead', () => {
  it('may say little', () => {
    expect(paths({})).toEqual([]);
    expect(paths({ capturedOn: '1900-01-01' })).toEqual([]);
    expect(paths({ capturedOn: '2026-06-15', expectedAmount: { amount: '0', currency: 'USD' } })).toEqual([]);
  });

  it('is refused with every problem it has', () => {
    expect(paths({ capturedOn: '2026-06-16', expectedAmount: { amount: '-1', currency: 'CNY' } })).toEqual([
      'capturedOn',
      'expectedAmount',
    ]);
    expect(paths({ capturedOn: '0206-03-01' })).toEqual(['capturedOn']);
  });
});
