import { uuidv7 } from '@fivepoint/kernel';
import { cny, eventually } from '@fivepoint/testing';
import { house, rep } from '../spec/house';

describe('when customer success identifies a renewal or an expansion', () => {
  const at = house();

  const shared = (accountId: string) => ({
    accountId,
    amount: cny('300000.00'),
    need: 'more of it',
    fit: 80,
    dueOn: '2027-06-30',
    ownerId: rep,
    team: 'north',
  });
  const renewal = (accountId: string, about: object = {}) => {
    const data = { ...shared(accountId), renewalId: uuidv7(), contractId: uuidv7() };
    const subject = data.renewalId;
    return at.service.receive('fivepoint.customer-success.renewal-identified.v1', data, { subject, ...about });
  };
  const expansion = (accountId: string, about: object = {}) => {
    const data = { ...shared(accountId), expansionId: uuidv7() };
    const subject = data.expansionId;
    return at.service.receive('fivepoint.customer-success.expansion-identified.v1', data, { subject, ...about });
  };
  const kindsAndStages = async (accountId: string) =>
    (await at.openedFor(accountId)).map(({ data }) => [data.kind, data.stage]);

  it('opens a deal that is already verified', async () => {
    const accountId = await at.knownAccount();
    await renewal(accountId);
    await expansion(accountId);
    expect(await kindsAndStages(accountId)).toEqual([
      ['RENEWAL', 'PRE_BID'],
      ['EXPANSION', 'PRE_BID'],
    ]);
  });

  it('waits for an account that planning has not told of yet', async () => {
    for (const [identified, kind] of [
      [renewal, 'RENEWAL'],
      [expansion, 'EXPANSION'],
    ] as const) {
      const accountId = uuidv7();
      const event = await identified(accountId, { unfinished: true });
      await eventually(async () => expect(await at.service.outcome(event)).toEqual({ deal: 'WAITING' }));
      await at.knownAccount({ accountId });
      await at.service.receiveAgain(event);
      expect(await kindsAndStages(accountId)).toEqual([[kind, 'PRE_BID']]);
    }
  });

  it('opens no deal for recorded history, and waits for nothing', async () => {
    for (const identified of [renewal, expansion]) {
      const accountId = uuidv7();
      const event = await identified(accountId, { origin: 'import' });
      expect(await at.service.outcome(event)).toEqual({ deal: 'DONE' });
      expect(await at.openedFor(accountId)).toEqual([]);
    }
  });
});
