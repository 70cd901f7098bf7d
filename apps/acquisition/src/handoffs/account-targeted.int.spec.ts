import { uuidv7 } from '@fivepoint/kernel';
import { cny, type Result } from '@fivepoint/testing';
import { house, planLine } from '../spec/house';

describe('planning targets an account', () => {
  const at = house();

  it('and a pursuit opens, in the turn of its plan line, still to classify; once, however often it is told', async () => {
    const accountId = await at.tell.account();
    const line = planLine({ accountId, ownerId: at.rep });
    const event = await at.tell.targeted(line);
    await at.service.receiveAgain(event);
    expect(await at.pursuitsOf(accountId)).toEqual([
      {
        id: expect.any(String) as string,
        version: 1,
        status: 'OPEN',
        purchasePattern: null,
        correlationId: event.correlationId,
        origin: 'LIVE',
        team: 'north',
        wonOn: null,
        withdrawalReason: null,
        target: line.target,
        account: { id: accountId },
        product: { id: line.productId },
        owner: { id: at.rep },
        planLine: { id: line.planLineId },
        leads: { nodes: [] },
      },
    ]);
    const { pursuits } = await at.graph.query<{ pursuits: { nodes: Result[] } }>(
      `{ pursuits(filter: { accountId: "${accountId}", classified: false, statuses: [OPEN] }) { nodes { id } } }`,
    );
    expect(pursuits.nodes).toHaveLength(1);
  });

  it('once more, and the pursuit takes over the new target and owner', async () => {
    const accountId = await at.tell.account();
    const line = planLine({ accountId });
    const { correlationId } = await at.tell.targeted(line);
    await at.tell.targeted({ ...line, target: cny('15000000.00'), ownerId: at.rep, team: 'south' });
    expect(await at.pursuitsOf(accountId)).toMatchObject([
      { target: cny('15000000.00'), owner: { id: at.rep }, team: 'south', correlationId },
    ]);
  });

  it('that it never registered: the event is parked for an operator', async () => {
    const accountId = uuidv7();
    await at.tell.targeted(planLine({ accountId }));
    expect(await at.pursuitsOf(accountId)).toEqual([]);
    const parked = (await at.service.parked()).filter(({ reason }) => reason.includes(accountId));
    expect(parked).toMatchObject([{ type: 'fivepoint.planning.account-targeted.v1' }]);
  });

  it('in recorded history, and no work is opened', async () => {
    const accountId = await at.tell.account();
    await at.tell.targeted(planLine({ accountId }), { origin: 'import' });
    expect(await at.pursuitsOf(accountId)).toEqual([]);
  });

  it('of another tenant, and this one sees nothing of it', async () => {
    const tenantId = uuidv7();
    const accountId = uuidv7();
    await at.service.receive(
      'fivepoint.planning.account-registered.v1',
      { accountId, name: '陕西移动', level: 'CITY' },
      { subject: accountId, tenantId },
    );
    await at.tell.targeted(planLine({ accountId }), { tenantId });
    expect(await at.pursuitsOf(accountId)).toEqual([]);
  });
});
