import type { Envelope } from '@fivepoint/contracts';
import { cny } from '@fivepoint/testing';
import { contractOf, house } from '../spec/house';

describe('when receivables tells of payments and of the settlement', () => {
  const at = house();

  it('counts them, also when they come before their contract', async () => {
    const accountId = await at.knownAccount();
    const contract = contractOf(accountId);
    const { contractId } = contract;
    const unfinished = { unfinished: true };
    const paid = { accountId, contractId, amount: cny('1000000.00'), receivedOn: '2026-03-01' };
    const payment = await at.tell.paid(paid, unfinished);
    const settled = await at.tell.settled({ accountId, contractId, settledOn: '2026-03-01' }, unfinished);
    expect(await at.successOf(contractId)).toEqual({ successPlan: null, renewal: null });
    await at.tell.signed(contract);
    await at.service.receiveAgain(payment);
    await at.service.receiveAgain(settled);
    expect(await at.successOf(contractId)).toMatchObject({
      successPlan: { collected: { amount: '1000000.00' }, settledOn: '2026-03-01' },
    });
  });

  it.each([
    ['contract, payment, payment, settlement', [0, 1, 2, 3]],
    ['payment, contract, payment, settlement', [1, 0, 2, 3]],
    ['payment, payment, settlement, contract', [1, 2, 3, 0]],
  ])('counts recorded history in the order %s, also where only the receivables name the account', async (_, order) => {
    const past = { origin: 'import' as const, unfinished: true };
    for (const named of [true, false]) {
      const accountId = await at.knownAccount();
      const contract = contractOf(named ? accountId : null);
      const { contractId } = contract;
      const paid = (amount: string) =>
        at.tell.paid({ accountId, contractId, amount: cny(amount), receivedOn: '2016-03-01' }, past);
      const steps: (() => Promise<Envelope>)[] = [
        () => at.tell.signed(contract, past),
        () => paid('400000.00'),
        () => paid('600000.00'),
        () => at.tell.settled({ accountId, contractId, settledOn: '2016-04-01' }, past),
      ];
      const events: Envelope[] = [];
      for (const step of order) {
        const event = await steps[step]?.();
        if (event) events.push(event);
      }
      for (const event of [...events, ...events]) await at.service.receiveAgain(event);
      for (const event of events) expect(await at.service.outcome(event)).toEqual({ 'customer-success': 'DONE' });
      expect(await at.successOf(contractId)).toMatchObject({
        successPlan: {
          status: 'RECORDED',
          origin: 'IMPORTED',
          account: named ? { id: accountId } : null,
          collected: { amount: '1000000.00' },
          settledOn: '2016-04-01',
        },
        renewal: null,
      });
    }
  });
});
