import { uuidv7 } from '@fivepoint/kernel';
import type { Result } from '@fivepoint/testing';
import { house, made, makeAccount, makeContact, makeRep, run } from '../spec/house';
import { registerTenantOf } from '../spec/registered';

describe('trust (S05, P14)', () => {
  const at = house();
  beforeAll(() => registerTenantOf(at.service));

  const trust = async (id: string): Promise<Result | null> => {
    const { contact } = await at.admin.query<{ contact: { trust: Result | null } }>(
      `query ($id: UUID!) { contact(id: $id) { trust { score floor beganOn keptPromiseCount goodContactCount brokenPromiseCount } } }`,
      { id },
    );
    return contact.trust;
  };

  it('begins at the floor, is moved by what comes of contacts, and says why', async () => {
    const accountId = await makeAccount(at.admin);
    const contactId = await makeContact(at.admin, { accountId, roles: ['USER'] });
    expect(await trust(contactId)).toEqual({
      ...{ score: 20, floor: 20, beganOn: '2026-06-15' },
      ...{ keptPromiseCount: 0, goodContactCount: 0, brokenPromiseCount: 0 },
    });
    at.today = '2026-07-01';
    const record = (kind: string, happenedOn: string) =>
      run(at.admin, 'recordTrustOutcome', { contactId, kind, happenedOn, note: '样品按期送达' });
    expect(await record('KEPT_PROMISE', '2026-06-20')).toMatchObject({
      ...{ kind: 'KEPT_PROMISE', happenedOn: '2026-06-20', note: '样品按期送达' },
      ...{ account: { id: accountId }, contact: { id: contactId } },
    });
    await record('KEPT_PROMISE', '2026-06-22');
    // Told last, but they happened first: 20 + 5 of before the registration − 20, then + 10 and + 10.
    await record('BROKEN_PROMISE', '2026-06-16');
    await record('GOOD_CONTACT', '2026-06-14');
    expect(await trust(contactId)).toMatchObject({
      score: 25,
      keptPromiseCount: 2,
      goodContactCount: 1,
      brokenPromiseCount: 1,
    });
    const { contact } = await at.admin.query<{ contact: { trustOutcomes: { nodes: Result[] } } }>(
      'query ($id: UUID!) { contact(id: $id) { trustOutcomes { nodes { happenedOn } } } }',
      { id: contactId },
    );
    expect(contact.trustOutcomes.nodes.map((one) => one['happenedOn'])).toEqual([
      ...['2026-06-22', '2026-06-20', '2026-06-16', '2026-06-14'],
    ]);
  });

  it('begins anew with a new role, and is nobody’s who has left', async () => {
    const contactId = await makeContact(at.admin, { accountId: await makeAccount(at.admin), roles: ['USER'] });
    await made(at.admin, 'recordTrustOutcome', { contactId, kind: 'KEPT_PROMISE' });
    expect(await trust(contactId)).toMatchObject({ score: 30 });
    at.today = '2026-06-20';
    await made(at.admin, 'updateContact', { contactId, roles: ['USER', 'ECONOMIC_BUYER'] });
    expect(await trust(contactId)).toMatchObject({ score: 20, beganOn: '2026-06-20' });
    await made(at.admin, 'markContactLeft', { contactId });
    expect(await trust(contactId)).toBeNull();
    expect(await run(at.admin, 'recordTrustOutcome', { contactId, kind: 'GOOD_CONTACT' })).toMatchObject({
      problems: [{ path: 'happenedOn', message: 'must be before 2026-06-20, when the person left' }],
    });
  });

  it('is recorded and seen by who sees the account', async () => {
    const ownerId = await makeRep(at.admin, { team: 'north' });
    const contactId = await makeContact(at.admin, { accountId: await makeAccount(at.admin, { ownerId }) });
    const stranger = await at.repAs(uuidv7(), ['south']);
    const input = { contactId, kind: 'GOOD_CONTACT' };
    expect(await run(stranger, 'recordTrustOutcome', input)).toMatchObject({
      __typename: 'NotFound',
      entity: 'Contact',
    });
    const id = await made(at.manager, 'recordTrustOutcome', input);
    const ask = 'query ($id: UUID!) { trustOutcome(id: $id) { kind } }';
    expect(await at.manager.query(ask, { id })).toEqual({ trustOutcome: { kind: 'GOOD_CONTACT' } });
    expect(await stranger.query(ask, { id })).toEqual({ trustOutcome: null });
  });
});
