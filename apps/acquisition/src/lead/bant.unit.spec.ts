import { Money } from '@fivepoint/kernel';
import { MoneyValue } from '@fivepoint/service';
import fc from 'fast-check';
import { bantMissing, bantOf } from './bant';
import { type BantLetter, bantLetters } from './bant-finding';

const complete = {
  purchasePattern: 'PROJECT' as const,
  accountId: '019b8b80-0000-7000-8000-000000000011',
  expectedAmount: MoneyValue.of(Money.parse('1300000.00', 'CNY')),
  expectedCloseOn: '2026-03-31',
  ownerId: '019b8b80-0000-7000-8000-000000000030',
};
const blank = { purchasePattern: null, accountId: null, expectedAmount: null, expectedCloseOn: null, ownerId: null };
const met = (letter: BantLetter) => ({ letter, met: true, finding: `${letter} is there`, evidence: 'minutes' });
const allMet = bantLetters.map(met);
const inOrder = [
  'purchasePattern',
  'budget',
  'authority',
  'need',
  'timing',
  'account',
  'expectedAmount',
  'expectedCloseOn',
  'owner',
];

describe('the BANT gate', () => {
  it('is open when the pattern is known, all four elements are met with evidence and deal has what it needs', () => {
    expect(bantMissing(complete, allMet)).toEqual([]);
  });

  it('lists everything that is missing, the purchase pattern first', () => {
    expect(bantMissing(blank, [])).toEqual(inOrder);
  });

  it.each([
    ['is not met', { met: false, evidence: 'minutes' }],
    ['has no evidence', { met: true, evidence: null }],
    ['has blank evidence', { met: true, evidence: '  ' }],
  ])('stays shut for an element that %s', (_why, poor) => {
    for (const letter of bantLetters) {
      const findings = allMet.map((finding) => (finding.letter === letter ? { ...finding, ...poor } : finding));
      expect(bantMissing(complete, findings)).toEqual([letter.toLowerCase()]);
    }
  });

  const leads = fc.record({
    purchasePattern: fc.option(fc.constantFrom('RECURRING' as const, 'PROJECT' as const)),
    accountId: fc.option(fc.uuid()),
    expectedAmount: fc.option(
      fc.bigInt({ min: 0n, max: 10n ** 15n }).map((minor) => MoneyValue.of(Money.of(minor, 'CNY'))),
    ),
    expectedCloseOn: fc.option(fc.constant('2026-03-31')),
    ownerId: fc.option(fc.uuid()),
  });
  const findingsOf = fc
    .tuple(
      ...bantLetters.map((letter) =>
        fc.option(
          fc.record({
            letter: fc.constant(letter),
            met: fc.boolean(),
            evidence: fc.option(fc.constantFrom('', ' ', 'minutes')),
          }),
        ),
      ),
    )
    .map((some) => some.filter((finding) => finding !== null));

  it('is open exactly when nothing is missing, and names what is missing once and in order', () => {
    fc.assert(
      fc.property(leads, findingsOf, (lead, findings) => {
        const missing = bantMissing(lead, findings);
        expect(missing).toEqual(inOrder.filter((name) => missing.includes(name)));
        const proven = bantLetters.every((letter) =>
          findings.some((one) => one.letter === letter && one.met && one.evidence?.trim()),
        );
        const known = Object.values(lead).every((value) => value !== null);
        expect(missing.length === 0).toBe(proven && known);
      }),
    );
  });

  it('never asks for more when more is known', () => {
    fc.assert(
      fc.property(leads, findingsOf, fc.constantFrom(...bantLetters), (lead, findings, letter) => {
        const before = bantMissing(lead, findings);
        const after = bantMissing(lead, [...findings.filter((one) => one.letter !== letter), met(letter)]);
        expect(after).toEqual(before.filter((name) => name !== letter.toLowerCase()));
      }),
    );
  });

  it('hands the four findings over under their own names', () => {
    expect(bantOf([...allMet].reverse())).toEqual({
      budget: { finding: 'BUDGET is there', evidence: 'minutes' },
      authority: { finding: 'AUTHORITY is there', evidence: 'minutes' },
      need: { finding: 'NEED is there', evidence: 'minutes' },
      timing: { finding: 'TIMING is there', evidence: 'minutes' },
    });
  });
});
