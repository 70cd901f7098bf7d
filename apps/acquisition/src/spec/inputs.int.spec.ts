import { unansweredInputs } from '@fivepoint/testing';
import { house, planLine } from './house';

describe("acquisition's commands", () => {
  const at = house();

  it('are done, or refused in words, whatever comes in', async () => {
    const good = async (mutation: string) => {
      const accountId = await at.tell.account();
      const line = planLine({ accountId, productId: await at.tell.product(), ownerId: at.rep });
      await at.tell.targeted(line);
      const [pursuit] = await at.pursuitsOf(accountId);
      const classified = ['recordNeed', 'recordBantFinding', 'qualifyLead'].includes(mutation);
      const { leadId } = classified ? await at.complete() : { leadId: (await at.captured()).id };
      return {
        leadId,
        accountId,
        pursuitId: mutation === 'classifyPursuit' ? pursuit?.id : null,
        productId: line.productId,
        ownerId: at.rep,
        contactIds: [await at.tell.contact(accountId)],
        team: 'north',
        expectedVersion: null,
        capturedOn: '2026-01-20',
        expectedCloseOn: '2027-03-31',
      };
    };
    expect(await unansweredInputs(at.service, good)).toEqual([]);
  });
});
