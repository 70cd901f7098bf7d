import { uuidv7 } from '@fivepoint/kernel';
import { cny, type Result } from '@fivepoint/testing';
import { house, qualified, rep } from '../spec/house';

describe('when acquisition qualifies an opportunity', () => {
  const at = house();

  it('opens one deal in VERIFY, in the same turn of the lifecycle, however often the event comes', async () => {
    const accountId = await at.knownAccount();
    const data = qualified(accountId);
    const about = { subject: data.leadId };
    const event = await at.service.receive('fivepoint.acquisition.opportunity-qualified.v1', data, about);
    await at.service.receiveAgain(event);
    const { deals } = await at.graph.query<{ deals: { nodes: Result[] } }>(
      `query ($accountId: UUID!) { deals(filter: { accountId: $accountId }) { nodes {
        stage kind purchasePattern amount { amount currency } expectedCloseOn expectedClose lead { id } owner { id } correlationId origin } } }`,
      { accountId },
    );
    expect(deals.nodes).toEqual([
      {
        stage: 'VERIFY',
        kind: 'NEW',
        purchasePattern: 'PROJECT',
        amount: cny('1200000.00'),
        expectedCloseOn: '2027-03-31',
        // deprecated, and the same until it goes
        expectedClose: '2027-03-31',
        lead: { id: data.leadId },
        owner: { id: rep },
        correlationId: event.correlationId,
        origin: 'LIVE',
      },
    ]);
    const { _entities } = await at.graph.query<{ _entities: unknown[] }>(
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Lead { deal { account { id } } } } }',
      { r: [data.leadId, uuidv7()].map((id) => ({ __typename: 'Lead', id })) },
    );
    expect(_entities).toEqual([{ deal: { account: { id: accountId } } }, { deal: null }]);
    const opened = await at.openedFor(accountId);
    expect(opened).toHaveLength(1);
    expect(opened[0]).toMatchObject({
      key: accountId,
      causationId: event.id,
      correlationId: event.correlationId,
      data: { leadId: data.leadId },
    });
  });

  it('waits for an account that planning has not told of yet, and goes on as soon as it has', async () => {
    const accountId = uuidv7();
    const event = await at.service.receive('fivepoint.acquisition.opportunity-qualified.v1', qualified(accountId), {
      subject: uuidv7(),
      unfinished: true,
    });
    expect(await at.openedFor(accountId)).toEqual([]);
    await at.knownAccount({ accountId });
    await at.service.receiveAgain(event);
    expect(await at.openedFor(accountId)).toHaveLength(1);
  });

  it('opens no deal for recorded history, and waits for nothing', async () => {
    const data = qualified(uuidv7());
    const about = { subject: data.leadId, origin: 'import' as const };
    const event = await at.service.receive('fivepoint.acquisition.opportunity-qualified.v1', data, about);
    expect(await at.service.outcome(event)).toEqual({ deal: 'DONE' });
    expect(await at.openedFor(data.accountId)).toEqual([]);
  });
});
