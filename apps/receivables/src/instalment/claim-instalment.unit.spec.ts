import type { LocalDate } from '@fivepoint/kernel';
import { GateNotMet, TransitionRefused } from '@fivepoint/service';
import { claimRefusal } from './claim-instalment';
import { type InstalmentStatus, instalmentStatuses } from './instalment.statuses';

const today = '2026-11-24' as LocalDate;
const day = (text: string) => text as LocalDate;
const instalment = (status: InstalmentStatus, triggeredOn: string | null = '2026-10-01') => ({
  status,
  trigger: 'DELIVERY' as const,
  triggeredOn: triggeredOn as LocalDate | null,
});

describe('claiming an instalment', () => {
  it('is allowed from its trigger on, once', () => {
    expect(claimRefusal(instalment('DUE'), { claimedOn: today, today })).toBeNull();
    expect(claimRefusal(instalment('DUE'), { claimedOn: day('2026-10-01'), today })).toBeNull();
    expect(claimRefusal(instalment('CLAIMED'), { claimedOn: today, today })).toBeInstanceOf(TransitionRefused);
    expect(claimRefusal(instalment('COLLECTED'), { claimedOn: today, today })).toBeInstanceOf(TransitionRefused);
  });

  it('is refused before its trigger, also when it is paid already, with what is missing', () => {
    for (const status of ['SCHEDULED', 'COLLECTED'] as const) {
      const refusal = claimRefusal(instalment(status, null), { claimedOn: today, today });
      expect(refusal).toBeInstanceOf(GateNotMet);
      expect(refusal).toMatchObject({ gate: 'CLAIM', missing: ['milestone DELIVERY'] });
    }
  });

  it('has a day between the trigger and today', () => {
    const refusal = (claimedOn: string) =>
      claimRefusal(instalment('DUE'), { claimedOn: day(claimedOn), today })?.message;
    expect(refusal('2026-09-30')).toBe('claimedOn: must not be before its trigger came, 2026-10-01');
    expect(refusal('2026-11-25')).toBe('claimedOn: must not be in the future; today is 2026-11-24');
  });
});

describe("the instalment's lifecycle", () => {
  it('goes one way, and money may come at any time', () => {
    expect(instalmentStatuses.initial).toBe('SCHEDULED');
    for (const status of instalmentStatuses.states) {
      expect(instalmentStatuses.may(status, 'COLLECTED')).toBe(status !== 'COLLECTED');
      expect(instalmentStatuses.may('COLLECTED', status)).toBe(false);
      expect(instalmentStatuses.may(status, 'SCHEDULED')).toBe(false);
    }
    expect(instalmentStatuses.may('SCHEDULED', 'CLAIMED')).toBe(false);
  });
});
