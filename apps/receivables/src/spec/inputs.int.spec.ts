import { uuidv7 } from '@fivepoint/kernel';
import { mutate, unansweredInputs } from '@fivepoint/testing';
import { house, rep } from './house';

describe("receivables's commands", () => {
  const at = house();

  it('are done, or refused in words, whatever comes in', async () => {
    const open = `mutation ($input: OpenDisputeInput!) { openDispute(input: $input) { __typename ... on Dispute { id } } }`;
    const good = async (mutation: string) => {
      const { contractId, accountId, instalments } = await at.contract();
      const amount = { amount: '1000.00', currency: 'CNY' };
      const allocating = ['recordReceipt', 'allocateReceipt'].includes(mutation);
      const disputed = mutation === 'resolveDispute';
      const days = ['openedOn', 'resolvedOn', 'claimedOn', 'reachedOn', 'receivedOn', 'invoicedOn', 'dueOn'];
      return {
        accountId,
        // The allocations say what is paid; history has contracts of its own.
        contractId: allocating ? null : mutation === 'recordPastReceivables' ? uuidv7() : contractId,
        instalmentId: instalments[0]?.id,
        receiptId: allocating ? (await at.receive({ amount })).id : null,
        disputeId: disputed ? (await mutate(at.finance, open, { contractId, reason: 'PRICE' })).id : null,
        ownerId: rep,
        expectedVersion: null,
        ...Object.fromEntries(days.map((day) => [day, '2026-11-24'])),
      };
    };
    expect(await unansweredInputs(at.service, good)).toEqual([]);
  });
});
