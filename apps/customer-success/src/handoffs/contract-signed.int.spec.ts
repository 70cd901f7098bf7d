import { contractOf, house } from '../spec/house';

describe('when deal signs a contract', () => {
  const at = house();

  it('opens a success plan and plans a renewal, once, in its turn of the lifecycle', async () => {
    const { contract, event, renewals } = await at.signed();
    await at.service.receiveAgain(event);
    expect(renewals).toEqual([
      {
        id: expect.any(String) as string,
        status: 'PLANNED',
        dueOn: '2027-02-14',
        correlationId: event.correlationId,
        contract: { id: contract.contractId },
      },
    ]);
    expect(await at.successOf(contract.contractId)).toMatchObject({
      successPlan: {
        status: 'ACTIVE',
        contracted: { amount: '1000000.00' },
        collected: { amount: '0.00' },
        origin: 'LIVE',
      },
    });
  });

  it('opens no work for recorded history, but recognises its payments', async () => {
    const contract = contractOf(await at.knownAccount());
    await at.tell.signed(contract, { origin: 'import' });
    expect(await at.successOf(contract.contractId)).toMatchObject({
      successPlan: { status: 'RECORDED', origin: 'IMPORTED' },
      renewal: null,
    });
  });

  it('parks one that names nobody', async () => {
    const nobody = contractOf(null);
    const event = await at.tell.signed(nobody);
    expect(await at.service.outcome(event)).toEqual({ 'customer-success': 'PARKED' });
    expect(await at.successOf(nobody.contractId)).toEqual({ successPlan: null, renewal: null });
  });
});
