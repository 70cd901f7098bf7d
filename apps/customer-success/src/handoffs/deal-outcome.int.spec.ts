import { uuidv7 } from '@fivepoint/kernel';
import { whileLocked } from '@fivepoint/testing';
import { contractOf, house, identify, nextNeed } from '../spec/house';

describe('deal tells what became of a renewal', () => {
  const at = house();

  /** An identified renewal whose deal is open. */
  async function underWay() {
    const { accountId, contract, renewalId } = await at.signed();
    await at.run(identify, { renewalId, ...nextNeed });
    const dealId = uuidv7();
    await at.tell.opened({ dealId, accountId, renewalId });
    return { accountId, contractId: contract.contractId, dealId };
  }

  it('won with the contract of its deal, lost with its deal', async () => {
    for (const end of ['WON', 'LOST'] as const) {
      const { accountId, contractId, dealId } = await underWay();
      if (end === 'WON') await at.tell.signed(contractOf(accountId, { dealId, kind: 'RENEWAL' }));
      else await at.tell.lost({ dealId, accountId });
      expect(await at.successOf(contractId)).toMatchObject({ renewal: { status: end, deal: { id: dealId } } });
    }
  });

  it('of a deal of recorded history that named no account at first: its contract opens a plan, in either order', async () => {
    for (const openedFirst of [true, false]) {
      const accountId = await at.knownAccount();
      const [dealId, gone] = [uuidv7(), uuidv7()];
      const contract = contractOf(accountId, { dealId });
      const tell = [
        async () => [
          await at.tell.opened({ dealId, accountId: null }),
          await at.tell.opened({ dealId: gone, accountId: null }),
        ],
        async () => [await at.tell.signed(contract), await at.tell.lost({ dealId: gone, accountId })],
      ];
      for (const part of openedFirst ? tell : tell.reverse())
        for (const event of await part())
          expect(await at.service.outcome(event)).toEqual({ 'customer-success': 'DONE' });
      expect(await at.successOf(contract.contractId)).toMatchObject({
        successPlan: { status: 'ACTIVE', account: { id: accountId } },
        renewal: { status: 'PLANNED', deal: null },
      });
    }
  });

  it('one way only, also when both ends are told at the same moment', async () => {
    const { accountId, contractId, dealId } = await underWay();
    const won = `update renewal set status = 'WON', version = version + 1 where contract_id = $1`;
    const lost = await whileLocked(at.service.superuserUrl, won, [contractId], async (waiting) => {
      const event = await at.tell.lost({ dealId, accountId }, { unfinished: true });
      await waiting(1);
      return event;
    });
    await at.service.receiveAgain(lost);
    expect(await at.successOf(contractId)).toMatchObject({ renewal: { status: 'WON' } });
  });
});
