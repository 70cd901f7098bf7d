import { unmet } from '@fivepoint/kernel';
import { type BantFinding, type BantLetter, bantLetters } from './bant-finding';
import type { Lead } from './lead';

type Finding = Pick<BantFinding, 'letter' | 'met' | 'evidence'>;
type Asked = Pick<Lead, 'purchasePattern' | 'accountId' | 'expectedAmount' | 'expectedCloseOn' | 'ownerId'>;

/**
 * What keeps a lead from being an opportunity, in the order of the process (rules §10, capability A20): the purchase pattern first, then
 * the four elements, each met and with evidence, then what deal needs to begin. Empty means: the gate is open. Pure.
 */
export function bantMissing(lead: Asked, findings: readonly Finding[]): string[] {
  return unmet([
    { name: 'purchasePattern', met: lead.purchasePattern !== null },
    ...bantLetters.map((letter) => ({
      name: letter.toLowerCase(),
      met: findings.some((finding) => finding.letter === letter && proven(finding)),
    })),
    { name: 'account', met: lead.accountId !== null },
    { name: 'expectedAmount', met: lead.expectedAmount !== null },
    { name: 'expectedCloseOn', met: lead.expectedCloseOn !== null },
    { name: 'owner', met: lead.ownerId !== null },
  ]);
}

const proven = ({ met, evidence }: Finding): boolean => met && evidence !== null && evidence.trim() !== '';

/** The four findings as `opportunity-qualified` carries them; only for a lead that has passed the gate. */
export function bantOf(findings: readonly Pick<BantFinding, 'letter' | 'finding' | 'evidence'>[]) {
  const found = (letter: BantLetter) => {
    const { finding = '', evidence = null } = findings.find((one) => one.letter === letter) ?? {};
    return { finding, evidence: evidence ?? '' };
  };
  return { budget: found('BUDGET'), authority: found('AUTHORITY'), need: found('NEED'), timing: found('TIMING') };
}
