import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type EventMap, type EventType, eventTypes } from './index';

/** The examples tell one account's turn of the loop; whoever reads one can follow it through all of them. */
function told<T extends EventType>(type: T): EventMap[T] {
  const path = new URL(eventTypes[type].dataschema).pathname.replace('.schema.json', '.example.json');
  return JSON.parse(readFileSync(join(__dirname, '..', path), 'utf8')) as EventMap[T];
}

/** `375000.00` as 37500000n: the story is in CNY throughout. */
const fen = ({ amount, currency }: { amount: string; currency: string }): bigint => {
  expect(currency).toBe('CNY');
  expect(amount).toMatch(/^\d+\.\d{2}$/);
  return BigInt(amount.replace('.', ''));
};
const days = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

const account = told('fivepoint.planning.account-registered.v1');
const person = told('fivepoint.planning.contact-registered.v1');
const targeted = told('fivepoint.planning.account-targeted.v1');
const plan = told('fivepoint.planning.plan-approved.v1');
const lead = told('fivepoint.acquisition.lead-captured.v1');
const taken = told('fivepoint.acquisition.lead-updated.v1');
const qualified = told('fivepoint.acquisition.opportunity-qualified.v1');
const opened = told('fivepoint.deal.deal-opened.v1');
const handedOn = told('fivepoint.deal.deal-updated.v1');
const signed = told('fivepoint.deal.contract-signed.v1');
const milestone = told('fivepoint.receivables.milestone-reached.v1');
const claimed = told('fivepoint.receivables.instalment-claimed.v1');
const paid = told('fivepoint.receivables.payment-received.v1');
const collected = told('fivepoint.receivables.instalment-collected.v1');
const disputed = told('fivepoint.receivables.dispute-opened.v1');
const resolved = told('fivepoint.receivables.dispute-resolved.v1');
const settled = told('fivepoint.receivables.contract-settled.v1');
const renewal = told('fivepoint.customer-success.renewal-identified.v1');
const expansion = told('fivepoint.customer-success.expansion-identified.v1');
const referral = told('fivepoint.customer-success.referral-given.v1');
const steps = [
  told('fivepoint.planning.step-changed.v1'),
  told('fivepoint.acquisition.step-changed.v1'),
  told('fivepoint.deal.step-changed.v1'),
  told('fivepoint.receivables.step-changed.v1'),
  told('fivepoint.customer-success.step-changed.v1'),
];
const touches = [
  told('fivepoint.planning.touch-recorded.v1'),
  told('fivepoint.acquisition.touch-recorded.v1'),
  told('fivepoint.deal.touch-recorded.v1'),
  told('fivepoint.receivables.touch-recorded.v1'),
  told('fivepoint.customer-success.touch-recorded.v1'),
];
const templates = told('fivepoint.planning.step-templates-defined.v1');

describe('the story of the examples', () => {
  it('is about one account, one owner and one plan line', () => {
    for (const event of [
      targeted,
      lead,
      taken,
      qualified,
      opened,
      handedOn,
      signed,
      milestone,
      claimed,
      paid,
      collected,
      settled,
      renewal,
      expansion,
    ]) {
      expect(event.accountId).toBe(account.accountId);
    }
    expect(referral.referrerAccountId).toBe(account.accountId);
    for (const event of [targeted, lead, taken, qualified, opened, handedOn, signed, renewal, expansion]) {
      expect([event.ownerId, event.team]).toEqual([account.ownerId, account.team]);
    }
    for (const event of [lead, qualified, opened, signed, paid, settled, renewal])
      expect(event.planLineId).toBe(targeted.planLineId);
    expect(targeted.planId).toBe(plan.planId);
    expect(fen(plan.target)).toBe(fen(targeted.target));
  });

  it('takes one step in each service, all of the account and for its plan line', () => {
    expect(steps.map(({ point }) => point)).toEqual(['PLAN', 'ACQUIRE', 'WIN', 'COLLECT', 'RENEW']);
    expect(new Set(steps.map(({ stepId }) => stepId)).size).toBe(steps.length);
    for (const { accountId, planLineId, ownerId, team } of steps)
      expect([accountId, planLineId, ownerId, team]).toEqual([
        account.accountId,
        targeted.planLineId,
        account.ownerId,
        account.team,
      ]);
    expect(templates.templates.map(({ point, stepKey }) => [point, stepKey])).toEqual([
      [steps[0]?.point, steps[0]?.stepKey],
    ]);
  });

  it('meets the same person at the account in each service, one after the other', () => {
    expect(new Set(touches.map(({ touchId }) => touchId)).size).toBe(touches.length);
    for (const { accountId, contactIds } of touches)
      expect([accountId, contactIds]).toEqual([account.accountId, [person.contactId]]);
    const met = touches.map(({ touchedOn }) => touchedOn);
    expect([...met].sort()).toEqual(met);
  });

  it('hands each thing on by its id', () => {
    expect([qualified.leadId, opened.leadId]).toEqual([lead.leadId, lead.leadId]);
    expect(signed.dealId).toBe(opened.dealId);
    for (const event of [milestone, claimed, paid, collected, disputed, resolved, settled, renewal]) {
      expect(event.contractId).toBe(signed.contractId);
    }
    expect(milestone.dueInstalments.map(({ instalmentId }) => instalmentId)).toEqual([claimed.instalmentId]);
    expect(collected.instalmentId).toBe(paid.instalmentId);
    expect([resolved.disputeId, resolved.instalmentId]).toEqual([disputed.disputeId, disputed.instalmentId]);
  });

  it('adds up: terms to the whole, instalments to their share, receipts to what is left', () => {
    const total = fen(signed.amount);
    expect(signed.paymentTerms.reduce((sum, { basisPoints }) => sum + basisPoints, 0)).toBe(10_000);
    const share = (trigger: string): bigint => {
      const terms = signed.paymentTerms.filter((term) => term.trigger === trigger);
      return terms.reduce((sum, { basisPoints }) => sum + (total * BigInt(basisPoints)) / 10_000n, 0n);
    };
    expect(fen(signed.downPayment)).toBe(share('SIGNING'));
    expect([fen(paid.amount), fen(collected.amount)]).toEqual([share('SIGNING'), share('SIGNING')]);
    expect(fen(paid.instalmentOutstanding)).toBe(share('SIGNING') - fen(paid.amount));
    expect(fen(paid.contractOutstanding)).toBe(total - fen(paid.amount));
    expect(milestone.dueInstalments.map(({ amount }) => fen(amount))).toEqual([share('DELIVERY')]);
    expect(fen(claimed.amount)).toBe(share('DELIVERY'));
    expect(disputed.amount && fen(disputed.amount)).toBe(share('ACCEPTANCE'));
    expect(fen(settled.amount)).toBe(total);
    expect(signed.recurring && fen(signed.recurring.amount)).toBe(fen(renewal.amount));
    expect(fen(targeted.floor) <= fen(signed.amount) && fen(targeted.floor) <= fen(targeted.target)).toBe(true);
  });

  it('keeps its days in order', () => {
    const term = (trigger: string): number =>
      signed.paymentTerms.find((each) => each.trigger === trigger)?.dueDays ?? Number.NaN;
    expect(days(signed.signedOn, collected.dueOn ?? '')).toBe(term('SIGNING'));
    expect(days(collected.dueOn ?? '', collected.collectedOn)).toBe(collected.daysLate);
    expect(days(milestone.reachedOn, milestone.dueInstalments[0]?.dueOn ?? '')).toBe(term('DELIVERY'));
    expect(claimed.dueOn).toBe(milestone.dueInstalments[0]?.dueOn);
    expect(days(disputed.openedOn, resolved.resolvedOn)).toBe(resolved.days);
    const order = [
      plan.periodStart,
      signed.signedOn,
      paid.receivedOn,
      milestone.reachedOn,
      disputed.openedOn,
      resolved.resolvedOn,
      settled.settledOn,
    ];
    expect([...order].sort()).toEqual(order);
  });
});
