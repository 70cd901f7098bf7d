import type { ReferralGivenV1 } from '@fivepoint/contracts';
import { uuidv7 } from '@fivepoint/kernel';
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
    const data = referral({ referredAccountId, need: '同类站点电源改造', ownerId: at.rep, team: 'north' });
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
    const pooled = await at.leadsWhere('source: REFERRAL, withoutAccount: true, withoutOwner: true');
    expect(pooled.find(({ organisation }) => organisation === data.referredName)).toMatchObject({
      title: data.referredName,
      account: null,
      owner: null,
      team: null,
    });
  });

  it('for an account and to a rep who are not known here yet: the event waits for both', async () => {
    const [referredAccountId, ownerId] = [uuidv7(), uuidv7()];
    const event = await given(referral({ referredAccountId, ownerId }), { unfinished: true });
    await at.tell.account(referredAccountId);
    expect(await at.leadsWhere(`accountId: "${referredAccountId}"`)).toEqual([]);
    await at.tell.rep('south', ownerId);
    await at.service.receiveAgain(event);
    expect(await at.leadsWhere(`accountId: "${referredAccountId}"`)).toMatchObject([
      { owner: { id: ownerId }, team: 'south' },
    ]);
  });

  it('in recorded history, and no work is opened', async () => {
    const referredAccountId = await at.tell.account();
    await given(referral({ referredAccountId }), { origin: 'import' });
    expect(await at.leadsWhere(`accountId: "${referredAccountId}"`)).toEqual([]);
  });
});
