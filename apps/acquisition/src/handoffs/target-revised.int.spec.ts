import type { AccountTargetedV1, TargetWithdrawnV1 } from '@fivepoint/contracts';
import { uuidv7 } from '@fivepoint/kernel';
import { cny, exampleOf } from '@fivepoint/testing';
import { house, planLine, qualify } from '../spec/house';

const withdrawalOf = (
  { planId, planLineId, accountId, productId, target, ownerId, team }: AccountTargetedV1,
  versionNumber: number,
): TargetWithdrawnV1 => ({
  ...{ planId, planLineId, accountId, productId, target, ownerId, team, versionNumber },
  reason: '项目取消',
});

describe('planning revises what it has targeted', () => {
  const at = house();

  const known = async (over: object = {}) => planLine({ accountId: await at.tell.account(), ownerId: at.rep, ...over });

  it('and the pursuit takes over target, owner and team, however often it is told (target-revised)', async () => {
    const line = await known();
    const { correlationId } = await at.tell.targeted(line);
    const southern = uuidv7();
    const revised = { ...line, target: cny('9000000.00'), ownerId: southern, team: 'south', versionNumber: 2 };
    const event = await at.tell.revised(revised);
    const moved = { status: 'OPEN', target: cny('9000000.00'), owner: { id: southern }, team: 'south', correlationId };
    expect(await at.pursuitsOf(line.accountId)).toMatchObject([{ ...moved, version: 2 }]);
    await at.service.receiveAgain(event);
    expect(await at.pursuitsOf(line.accountId)).toMatchObject([{ ...moved, version: 2 }]);
  });

  it('and of two words the one of the later version holds, whichever comes first', async () => {
    const line = await known();
    await at.tell.revised({ ...line, target: cny('3.00'), versionNumber: 3 });
    await at.tell.revised({ ...line, target: cny('2.00'), versionNumber: 2 });
    await at.tell.targeted({ ...line, target: cny('1.00') });
    expect(await at.pursuitsOf(line.accountId)).toMatchObject([{ status: 'OPEN', target: cny('3.00') }]);
  });

  it('and the pursuit of a line that is gone ends with the reason, in any order (target-withdrawn)', async () => {
    const ended = { status: 'WITHDRAWN', withdrawalReason: '项目取消' };
    const inOrder = await known();
    await at.tell.targeted(inOrder);
    const event = await at.tell.withdrawn(withdrawalOf(inOrder, 2));
    await at.service.receiveAgain(event);
    expect(await at.pursuitsOf(inOrder.accountId)).toMatchObject([ended]);
    const theOtherWay = await known();
    await at.tell.withdrawn(withdrawalOf(theOtherWay, 2));
    await at.tell.targeted(theOtherWay);
    expect(await at.pursuitsOf(theOtherWay.accountId)).toMatchObject([ended]);
  });

  it('and a line that comes back opens its pursuit again', async () => {
    const line = await known();
    await at.tell.targeted(line);
    await at.tell.withdrawn(withdrawalOf(line, 2));
    await at.tell.withdrawn(withdrawalOf(line, 1));
    await at.tell.targeted({ ...line, versionNumber: 3 });
    expect(await at.pursuitsOf(line.accountId)).toMatchObject([{ status: 'OPEN', withdrawalReason: null }]);
    await at.tell.withdrawn(withdrawalOf(line, 2));
    expect(await at.pursuitsOf(line.accountId)).toMatchObject([{ status: 'OPEN' }]);
  });

  it('and an opportunity that is under way goes on, without opening the pursuit again', async () => {
    const line = await known({ team: 'north' });
    await at.tell.targeted(line);
    const [pursuit] = await at.pursuitsOf(line.accountId);
    const { leadId } = await at.complete({ pursuitId: pursuit?.id });
    await at.tell.withdrawn(withdrawalOf(line, 2));
    expect(await at.captured({ pursuitId: pursuit?.id })).toMatchObject({ problems: [{ path: 'pursuitId' }] });
    expect(await at.run(qualify, { leadId })).toMatchObject({ status: 'QUALIFIED' });
    expect(await at.pursuitsOf(line.accountId)).toMatchObject([{ status: 'WITHDRAWN' }]);
    await at.tell.targeted({ ...line, versionNumber: 3 });
    expect(await at.pursuitsOf(line.accountId)).toMatchObject([{ status: 'QUALIFIED' }]);
  });

  it('of an account that it never registered: the event is parked for an operator', async () => {
    const [revised, withdrawn] = [planLine({ accountId: uuidv7() }), planLine({ accountId: uuidv7() })];
    await at.tell.revised({ ...revised, versionNumber: 2 });
    await at.tell.withdrawn(withdrawalOf(withdrawn, 3));
    for (const { accountId } of [revised, withdrawn]) {
      expect((await at.service.parked()).filter(({ reason }) => reason.includes(accountId))).toHaveLength(1);
      expect(await at.pursuitsOf(accountId)).toEqual([]);
    }
  });

  it('in recorded history, and no work is opened or ended', async () => {
    const line = await known();
    await at.tell.revised({ ...line, versionNumber: 2 }, { origin: 'import' });
    expect(await at.pursuitsOf(line.accountId)).toEqual([]);
    await at.tell.targeted(line);
    await at.tell.withdrawn(withdrawalOf(line, 3), { origin: 'import' });
    expect(await at.pursuitsOf(line.accountId)).toMatchObject([{ status: 'OPEN' }]);
  });

  it('and a line that was withdrawn may still be won, by a contract that came before or comes after', async () => {
    const contract = (accountId: string, planLineId: string) => {
      const signed = exampleOf('fivepoint.deal.contract-signed.v1');
      const data = { ...signed, contractId: uuidv7(), dealId: uuidv7(), accountId, planLineId };
      return at.service.receive('fivepoint.deal.contract-signed.v1', data, { subject: data.contractId });
    };
    const after = await known();
    await at.tell.targeted(after);
    await at.tell.withdrawn(withdrawalOf(after, 2));
    await contract(after.accountId, after.planLineId);
    const before = await known();
    await contract(before.accountId, before.planLineId);
    await at.tell.withdrawn(withdrawalOf(before, 2));
    for (const { accountId } of [after, before])
      expect(await at.pursuitsOf(accountId)).toMatchObject([{ status: 'WON', withdrawalReason: null }]);
    await at.tell.withdrawn(withdrawalOf(before, 3));
    expect(await at.pursuitsOf(before.accountId)).toMatchObject([{ status: 'WON' }]);
  });
});
