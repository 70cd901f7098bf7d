import type { EventMap } from '@fivepoint/contracts';
import { uuidv7 } from '@fivepoint/kernel';
import { exampleOf, type GraphClient, type Result } from '@fivepoint/testing';
import { house, made, makeAccount, makeContact, makeRep, run } from '../spec/house';
import { registerTenantOf } from '../spec/registered';

type Told = EventMap['fivepoint.deal.touch-recorded.v1'];

describe('a touch with the people of an account (P19, S05)', () => {
  const at = house();
  beforeAll(() => registerTenantOf(at.service));

  const met = { kind: 'VISIT', outcome: 'GOOD_CONTACT' };
  const trustOf = async (id: string) => {
    const { contact } = await at.admin.query<{ contact: { trust: Result; trustOutcomes: { nodes: Result[] } } }>(
      `query ($id: UUID!) { contact(id: $id) { trust { score } trustOutcomes { nodes { kind happenedOn } } } }`,
      { id },
    );
    return { score: contact.trust['score'], outcomes: contact.trustOutcomes.nodes };
  };

  it('is recorded with who met whom, what came of it and what follows, and told without what was said', async () => {
    const repId = await makeRep(at.admin);
    const accountId = await makeAccount(at.admin, { ownerId: repId });
    const contactId = await makeContact(at.admin, { accountId });
    const input = {
      ...{ accountId, contactIds: [contactId, contactId], ...met, touchedOn: '2026-06-10' },
      ...{ summary: '参观样板站', nextStep: '送样品', nextOn: '2026-06-24' },
    };
    const rep = await at.service.as({ roles: ['REP'], repId, teams: ['north'] });
    const touch = await run(rep, 'recordTouch', input);
    expect(touch).toEqual({
      __typename: 'TouchRecord',
      id: expect.any(String) as string,
      ...{ ...met, touchedOn: '2026-06-10', summary: '参观样板站', nextStep: '送样品', nextOn: '2026-06-24' },
      ...{ account: { id: accountId }, rep: { id: repId }, contacts: [{ id: contactId }] },
    });
    const told = await at.service.published('fivepoint.planning.touch-recorded.v1');
    expect(told.filter(({ subject }) => subject === touch.id)).toMatchObject([{ key: accountId }]);
    expect(told.find(({ subject }) => subject === touch.id)?.data).toEqual({
      ...{ touchId: touch.id, accountId, contactIds: [contactId], ...met },
      ...{ touchedOn: '2026-06-10', repId, nextOn: '2026-06-24' },
    });
    const { touchRecord, account } = await at.admin.query<{ touchRecord: Result; account: Result }>(
      `query ($id: UUID!, $a: UUID!) { touchRecord(id: $id) { summary } account(id: $a) { touches { nodes { id } } } }`,
      { id: touch.id, a: accountId },
    );
    expect([touchRecord, account]).toEqual([{ summary: '参观样板站' }, { touches: { nodes: [{ id: touch.id }] } }]);
  });

  it('moves the trust of who was there, by what came of it', async () => {
    const accountId = await makeAccount(at.admin);
    at.today = '2026-06-01';
    const [a, b] = [await makeContact(at.admin, { accountId }), await makeContact(at.admin, { accountId })];
    at.today = '2026-06-15';
    const touch = (outcome: string, touchedOn: string) =>
      made(at.admin, 'recordTouch', { accountId, contactIds: [a], kind: 'CALL', outcome, touchedOn });
    await touch('GOOD_CONTACT', '2026-06-02');
    await touch('KEPT_PROMISE', '2026-06-03');
    await touch('NEUTRAL', '2026-06-04');
    await touch('NOT_REACHED', '2026-06-05');
    expect(await trustOf(a)).toEqual({
      score: 35,
      outcomes: [
        { kind: 'KEPT_PROMISE', happenedOn: '2026-06-03' },
        { kind: 'GOOD_CONTACT', happenedOn: '2026-06-02' },
      ],
    });
    await touch('BROKEN_PROMISE', '2026-06-06');
    expect(await trustOf(a)).toMatchObject({ score: 15 });
    expect(await trustOf(b)).toEqual({ score: 20, outcomes: [] });
  });

  it('in another service moves it, too: once, whoever tells it again, and nobody who is not there', async () => {
    const accountId = await makeAccount(at.admin);
    const [here, left, elsewhere] = [
      await makeContact(at.admin, { accountId }),
      await makeContact(at.admin, { accountId }),
      await makeContact(at.admin, { accountId: await makeAccount(at.admin) }),
    ];
    await made(at.admin, 'markContactLeft', { contactId: left, leftOn: '2026-06-15' });
    for (const [index, owner] of (['acquisition', 'deal', 'receivables', 'customer-success'] as const).entries()) {
      const type = `fivepoint.${owner}.touch-recorded.v1` as const;
      const data: Told = {
        ...exampleOf(type),
        ...{ touchId: uuidv7(), accountId, contactIds: [here, left, elsewhere, uuidv7()] },
        ...{ outcome: 'GOOD_CONTACT', touchedOn: '2026-06-15' },
      };
      const event = await at.service.receive(type, data, { subject: data.touchId });
      await at.service.receiveAgain(event);
      // The same touch by another event.
      await at.service.receive(type, data, { subject: data.touchId });
      expect(await trustOf(here)).toMatchObject({ score: 20 + 5 * (index + 1) });
    }
    expect((await trustOf(elsewhere)).outcomes).toEqual([]);
    const { trustOutcomes } = await at.admin.query<{ trustOutcomes: { totalCount: number } }>(
      'query ($c: UUID!) { trustOutcomes(filter: { contactId: $c }) { totalCount } }',
      { c: left },
    );
    expect(trustOutcomes.totalCount).toBe(0);
    expect(await at.service.parked()).toEqual([]);
  });

  it('of a day that has not come moves it on that day', async () => {
    const accountId = await makeAccount(at.admin);
    const contactId = await makeContact(at.admin, { accountId });
    const type = 'fivepoint.deal.touch-recorded.v1';
    const data: Told = {
      ...exampleOf(type),
      ...{ touchId: uuidv7(), accountId, contactIds: [contactId], outcome: 'GOOD_CONTACT', touchedOn: '2026-06-17' },
    };
    await at.service.receive(type, data, { subject: data.touchId });
    expect(await trustOf(contactId)).toMatchObject({ score: 20 });
    at.today = '2026-06-17';
    expect(await trustOf(contactId)).toMatchObject({ score: 25 });
    at.today = '2026-06-15';
  });

  it('of planning’s own, as it comes by the way of the others, counts no second time', async () => {
    const accountId = await makeAccount(at.admin);
    const contactId = await makeContact(at.admin, { accountId });
    const id = await made(at.admin, 'recordTouch', { accountId, contactIds: [contactId], ...met });
    const own = (await at.service.published('fivepoint.planning.touch-recorded.v1')).find(
      ({ subject }) => subject === id,
    );
    if (own) await at.service.receive('fivepoint.planning.touch-recorded.v1', own.data, { subject: id });
    expect(await trustOf(contactId)).toMatchObject({ score: 25 });
  });

  it('is refused with all that is wrong', async () => {
    const accountId = await makeAccount(at.admin);
    const send = (over: object) => run(at.admin, 'recordTouch', { accountId, ...met, ...over });
    expect(await send({ touchedOn: '2026-06-16', nextOn: '2036-06-16' })).toMatchObject({
      problems: [{ path: 'touchedOn' }, { path: 'nextOn' }],
    });
    expect(await send({ touchedOn: '2026-06-14', nextOn: '2026-06-13' })).toMatchObject({
      problems: [{ path: 'nextOn', message: 'must not be before 2026-06-14, the day of the touch' }],
    });
    const contactId = await makeContact(at.admin, { accountId });
    await made(at.admin, 'markContactLeft', { contactId });
    expect(await send({ contactIds: [contactId] })).toMatchObject({
      problems: [{ path: 'contactIds.0', message: 'left on 2026-06-15, and was not there to be met' }],
    });
    expect(await send({ contactIds: [accountId] })).toMatchObject({ __typename: 'NotFound', entity: 'Contact' });
    expect(await send({ accountId: contactId })).toMatchObject({ __typename: 'NotFound', entity: 'Account' });
    expect(await send({ summary: ' ' })).toMatchObject({ problems: [{ path: 'summary' }] });
  });

  it('is recorded and seen by who sees the account', async () => {
    const ownerId = await makeRep(at.admin, { team: 'north' });
    const accountId = await makeAccount(at.admin, { ownerId });
    const id = await made(at.admin, 'recordTouch', { accountId, ...met });
    const sees = async (graph: Pick<GraphClient, 'query'>) =>
      graph.query<Result>(
        'query ($id: UUID!, $a: UUID!) { touchRecord(id: $id) { id } touchRecords(filter: { accountId: $a }) { totalCount } }',
        { id, a: accountId },
      );
    expect(await sees(await at.repAs(ownerId))).toEqual({ touchRecord: { id }, touchRecords: { totalCount: 1 } });
    const blind = await at.repAs(uuidv7(), ['south']);
    expect(await sees(blind)).toEqual({ touchRecord: null, touchRecords: { totalCount: 0 } });
    expect(await run(blind, 'recordTouch', { accountId, ...met })).toMatchObject({ __typename: 'NotFound' });
  });
});
