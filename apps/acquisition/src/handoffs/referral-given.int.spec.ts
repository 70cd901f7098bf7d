import type { ReferralGivenV1 } from '@fivepoint/contracts';
import { uuidv7 } from '@fivepoint/kernel';
import { eventually } from '@fivepoint/testing';
import { house } from '../spec/house';

describe('a customer gives a referral', () => {
  const at = house();

  const referral = (over: Partial<ReferralGivenV1> = {}): ReferralGivenV1 => ({
    referralId: uuidv7(),
    referrerAccountId: uuidv7(),
    referredAccountId: null,
    referredName: '安徽电信',
    ...over,
  });
  const given = (data: ReferralGivenV1, about: object = {}) =>
    at.service.receive('fivepoint.customer-success.referral-given.v1', data, { subject: data.referralId, ...about });

  it('and a lead is captured in the new turn, which knows the old one; once, however often it is told', async () => {
    const referredAccountId = await at.tell.account();
    const parentCorrelationId = uuidv7();
    const productId = await at.tell.product();
    const data = referral({ referredAccountId, productId, need: '同类站点电源改造', ownerId: at.rep, team: 'north' });
    const event = await given(data, { parentCorrelationId });
    await at.service.receiveAgain(event);
    await given(data);
    const leads = await at.leadsWhere(`accountId: "${referredAccountId}"`);
    expect(leads).toMatchObject([
      {
        status: 'CAPTURED',
        source: 'REFERRAL',
        title: '同类站点电源改造',
        organisation: '安徽电信',
        purchasePattern: null,
        correlationId: event.correlationId,
        parentCorrelationId,
        product: { id: productId },
        owner: { id: at.rep },
        team: 'north',
      },
    ]);
    const captured = (await at.service.published('fivepoint.acquisition.lead-captured.v1')).filter(
      ({ data: { referralId } }) => referralId === data.referralId,
    );
    expect(captured).toMatchObject([
      {
        key: referredAccountId,
        subject: leads[0]?.id,
        correlationId: event.correlationId,
        parentCorrelationId,
        causationId: event.id,
        data: { source: 'REFERRAL', accountId: referredAccountId },
      },
    ]);
  });

  it('for somebody who is no account of ours, and the lead waits in the pool for a match', async () => {
    const data = referral({ referredName: `新客户 ${uuidv7()}` });
    await given(data);
    const pooled = await at.leadsWhere('sources: [REFERRAL], hasAccount: false, hasOwner: false');
    expect(pooled.find(({ organisation }) => organisation === data.referredName)).toMatchObject({
      title: data.referredName,
      account: null,
      owner: null,
      team: null,
    });
  });

  it('for an account that is not known here yet: the event waits for it', async () => {
    const referredAccountId = uuidv7();
    const event = await given(referral({ referredAccountId }), { unfinished: true });
    await eventually(async () => expect(await at.service.outcome(event)).toEqual({ acquisition: 'WAITING' }));
    await at.tell.account({ accountId: referredAccountId });
    await at.service.receiveAgain(event);
    expect(await at.leadsWhere(`accountId: "${referredAccountId}"`)).toHaveLength(1);
  });

  it('to a rep who is not known here yet: the event waits, for the lead goes to the team of the rep', async () => {
    const [referredAccountId, ownerId] = [await at.tell.account(), uuidv7()];
    const event = await given(referral({ referredAccountId, ownerId }), { unfinished: true });
    await eventually(async () => expect(await at.service.outcome(event)).toEqual({ acquisition: 'WAITING' }));
    await at.tell.rep('south', ownerId);
    await at.service.receiveAgain(event);
    expect(await at.leadsWhere(`accountId: "${referredAccountId}"`)).toMatchObject([
      { owner: { id: ownerId }, team: 'south' },
    ]);
  });

  it('with a need that is longer than a title: the title is its beginning', async () => {
    const referredAccountId = await at.tell.account();
    await given(referral({ referredAccountId, need: '换'.repeat(201) }));
    expect(await at.leadsWhere(`accountId: "${referredAccountId}"`)).toMatchObject([{ title: '换'.repeat(200) }]);
  });

  it('in recorded history, and no work is opened', async () => {
    const referredAccountId = await at.tell.account();
    await given(referral({ referredAccountId }), { origin: 'import' });
    expect(await at.leadsWhere(`accountId: "${referredAccountId}"`)).toEqual([]);
  });
});
