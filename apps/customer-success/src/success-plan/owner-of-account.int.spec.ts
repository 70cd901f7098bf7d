import { uuidv7 } from '@fivepoint/kernel';
import { expand, house, moreNeed, refer, rep } from '../spec/house';

describe('the owner of an account', () => {
  const at = house();

  const handedOver = (accountId: string, owner: { ownerId?: string; team?: string }) =>
    at.service.receive(
      'fivepoint.planning.account-updated.v1',
      { accountId, name: '湖南电信', level: 'PROVINCE', ...owner },
      { subject: accountId },
    );

  it('is accountable for what begins with it now, whoever signed its last contract', async () => {
    const { accountId } = await at.signed();
    const begun = async () => {
      const expansion = await at.run(expand, { accountId, ...moreNeed });
      const referral = await at.run(refer, { referrerId: accountId, referredName: '长沙市轨道交通' });
      const told = [
        ...(await at.service.published('fivepoint.customer-success.expansion-identified.v1')),
        ...(await at.service.published('fivepoint.customer-success.referral-given.v1')),
      ].filter(({ subject }) => [expansion.id, referral.id].includes(subject));
      return told.map(({ data: { ownerId, team } }) => ({ ownerId, team }));
    };
    const successor = { ownerId: uuidv7(), team: 'south' };
    await handedOver(accountId, successor);
    expect(await begun()).toEqual([successor, successor]);
    await handedOver(accountId, {});
    const signer = { ownerId: rep, team: 'north' };
    expect(await begun()).toEqual([signer, signer]);
  });
});
