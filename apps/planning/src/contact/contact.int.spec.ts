import type { Role } from '@fivepoint/service';
import type { Result } from '@fivepoint/testing';
import { house, makeAccount, makeContact, makeRep, run } from '../spec/house';

const person = {
  position: '总工程师',
  influence: 80,
  access: 'PARTIAL',
  support: 1,
  background: '东南大学校友',
  decisionStyle: 'ANALYTICAL',
  preferences: '先看数据',
};

describe('stakeholders (P08)', () => {
  const at = house();

  const told = async (name: 'contact-registered' | 'contact-changed' | 'contact-left', contactId: string) =>
    (await at.service.published(`fivepoint.planning.${name}.v1`)).filter(({ subject }) => subject === contactId);

  async function accountOf(team: string) {
    const ownerId = await makeRep(at.admin, { team });
    return { ownerId, accountId: await makeAccount(at.admin, { ownerId }) };
  }

  it('are known with role, background, style, influence and who looks after them', async () => {
    const { ownerId, accountId } = await accountOf('north');
    const input = {
      accountId,
      name: '王工',
      roles: ['TECHNICAL', 'USER', 'USER'],
      relationshipOwnerId: ownerId,
      ...person,
    };
    expect(await run(at.manager, 'registerContact', input)).toEqual({
      __typename: 'Contact',
      id: expect.any(String) as string,
      version: 1,
      name: '王工',
      roles: ['TECHNICAL', 'USER'],
      privacy: 'TEAM',
      leftOn: null,
      account: { id: accountId },
      relationshipOwner: { id: ownerId },
      ...person,
    });
    expect(await run(at.manager, 'registerContact', { accountId, name: '李主任' })).toMatchObject({
      access: 'NONE',
      support: null,
      influence: null,
      background: null,
      relationshipOwner: null,
    });
  });

  it('are looked after by somebody who sees the account', async () => {
    const { accountId } = await accountOf('north');
    const stranger = await makeRep(at.admin, { team: 'south' });
    const named = (relationshipOwnerId: string) =>
      run(at.manager, 'registerContact', { accountId, name: '王工', relationshipOwnerId });
    expect(await named(stranger)).toMatchObject({ problems: [{ path: 'relationshipOwnerId' }] });
    expect(await named(accountId)).toMatchObject({ __typename: 'NotFound', entity: 'Rep' });
    const contactId = await makeContact(at.manager, { accountId });
    expect(await run(at.manager, 'updateContact', { contactId, relationshipOwnerId: stranger })).toMatchObject({
      problems: [{ path: 'relationshipOwnerId' }],
    });
  });

  it('change in what is said, and keep the rest', async () => {
    const { ownerId, accountId } = await accountOf('north');
    const contactId = await makeContact(at.manager, { accountId, relationshipOwnerId: ownerId, ...person });
    const changed = await run(at.manager, 'updateContact', {
      contactId,
      support: -2,
      position: null,
      expectedVersion: 1,
    });
    expect(changed).toMatchObject({
      ...person,
      version: 2,
      support: -2,
      position: null,
      relationshipOwner: { id: ownerId },
    });
    const kept = { contactId, name: null, access: null, privacy: null, relationshipOwnerId: null, influence: null };
    expect(await run(at.manager, 'updateContact', kept)).toMatchObject({
      name: '王工',
      access: 'PARTIAL',
      privacy: 'TEAM',
      influence: null,
      relationshipOwner: null,
    });
    expect(await run(at.manager, 'updateContact', { contactId, name: 'x', expectedVersion: 1 })).toMatchObject({
      __typename: 'VersionConflict',
      actualVersion: 3,
    });
    expect(await told('contact-changed', contactId)).toEqual([]);
  });

  it('are announced with new roles, and by ids and roles only', async () => {
    const { accountId } = await accountOf('north');
    const contactId = await makeContact(at.manager, { accountId, roles: ['USER', 'TECHNICAL'], ...person });
    await run(at.manager, 'updateContact', { contactId, roles: ['TECHNICAL', 'USER'] });
    await run(at.manager, 'updateContact', { contactId, roles: ['ECONOMIC_BUYER', 'ECONOMIC_BUYER'] });
    const registered = await told('contact-registered', contactId);
    expect(registered.map(({ data }) => data)).toEqual([{ contactId, accountId, roles: ['USER', 'TECHNICAL'] }]);
    const events = await told('contact-changed', contactId);
    expect(events.map(({ data }) => data)).toEqual([
      { contactId, accountId, roles: ['ECONOMIC_BUYER'], previousRoles: ['TECHNICAL', 'USER'] },
    ]);
    expect(events[0]?.key).toBe(accountId);
  });

  it('leave on a day that has come, which can be corrected, and take no roles with them', async () => {
    const { accountId } = await accountOf('north');
    const contactId = await makeContact(at.manager, { accountId, roles: ['USER'] });
    const leave = (over: object = {}) => run(at.manager, 'markContactLeft', { contactId, ...over });
    expect(await leave({ leftOn: '2026-06-16' })).toMatchObject({ problems: [{ path: 'leftOn' }] });
    expect(await leave({ leftOn: '2026-06-01', expectedVersion: 1 })).toMatchObject({
      leftOn: '2026-06-01',
      version: 2,
    });
    expect((await told('contact-left', contactId)).map(({ data }) => data)).toEqual([
      { contactId, accountId, roles: ['USER'], leftOn: '2026-06-01' },
    ]);
    expect(await run(at.manager, 'updateContact', { contactId, roles: ['TECHNICAL'] })).toMatchObject({
      problems: [{ path: 'roles', message: 'has left on 2026-06-01, and holds none any more' }],
    });
    expect(await leave({ leftOn: '2026-06-02' })).toMatchObject({ leftOn: '2026-06-02' });
    const other = await makeContact(at.manager, { accountId });
    expect(await run(at.manager, 'markContactLeft', { contactId: other })).toMatchObject({ leftOn: '2026-06-15' });
  });

  describe('are kept private', () => {
    const fields = ['background', 'decisionStyle', 'preferences'] as const;
    const as = (role: Role, repId?: string, ...teams: string[]) =>
      at.service.as({ roles: [role], repId: repId ?? null, teams });

    async function read(graph: Pick<typeof at.admin, 'query'>, id: string): Promise<Result> {
      const { contact } = await graph.query<{ contact: Result }>(
        `query ($id: UUID!) { contact(id: $id) { name influence ${fields.join(' ')} } }`,
        { id },
      );
      return contact;
    }

    it.each([
      ['OPEN', [true, true, true, true]],
      ['TEAM', [true, true, true, false]],
      ['PRIVATE', [false, true, false, false]],
    ])('by %s: from owner, manager, a colleague, finance', async (privacy, reads) => {
      const { ownerId, accountId } = await accountOf('north');
      const id = await makeContact(at.admin, { accountId, privacy, ...person });
      const people = [await as('REP', ownerId), at.manager, await as('REP', undefined, 'north'), await as('FINANCE')];
      for (const [index, graph] of people.entries()) {
        const contact = await read(graph, id);
        expect(contact).toMatchObject({ name: '王工', influence: 80 });
        for (const field of fields) expect(contact[field]).toBe(reads[index] ? person[field] : null);
      }
    });

    it('also from who would overwrite what may not be read, or open it', async () => {
      const { accountId } = await accountOf('north');
      const contactId = await makeContact(at.admin, { accountId, privacy: 'PRIVATE', ...person });
      const colleague = await as('REP', undefined, 'north');
      expect(await run(colleague, 'updateContact', { contactId, background: 'x', privacy: 'OPEN' })).toMatchObject({
        problems: [
          { path: 'background', message: 'is changed by who may read it: this contact is PRIVATE' },
          { path: 'privacy' },
        ],
      });
      expect(await run(colleague, 'updateContact', { contactId, support: 2 })).toMatchObject({
        support: 2,
        background: null,
      });
      expect(await read(at.admin, contactId)).toMatchObject({ background: person.background, preferences: '先看数据' });
    });

    it('also from who makes oneself the one who looks after the relationship, or takes the account over', async () => {
      const { ownerId, accountId } = await accountOf('north');
      const [colleague, friend] = [
        await makeRep(at.admin, { team: 'north' }),
        await makeRep(at.admin, { team: 'north' }),
      ];
      const contactId = await makeContact(at.admin, {
        accountId,
        privacy: 'PRIVATE',
        relationshipOwnerId: friend,
        ...person,
      });
      const curious = await at.repAs(colleague, ['north']);
      for (const relationshipOwnerId of [colleague, null])
        expect(await run(curious, 'updateContact', { contactId, relationshipOwnerId })).toMatchObject({
          problems: [{ path: 'relationshipOwnerId' }],
        });
      await run(curious, 'updateAccount', { accountId, ownerId: colleague });
      expect(await read(curious, contactId)).toMatchObject({ background: null });
      expect(await read(await at.repAs(friend), contactId)).toBeNull();
      expect(await read(await at.repAs(friend, ['north']), contactId)).toMatchObject({ background: person.background });
      // Sent back as it is, it changes nothing.
      expect(await run(curious, 'updateContact', { contactId, relationshipOwnerId: friend, support: 0 })).toMatchObject(
        {
          support: 0,
          relationshipOwner: { id: friend },
        },
      );
      expect(ownerId).not.toBe(colleague);
    });

    it('and go over with an account that another team takes', async () => {
      const { ownerId, accountId } = await accountOf('north');
      const contactId = await makeContact(at.admin, {
        accountId,
        privacy: 'PRIVATE',
        relationshipOwnerId: ownerId,
        ...person,
      });
      const heir = await makeRep(at.admin, { team: 'south' });
      await run(at.admin, 'updateAccount', { accountId, ownerId: heir });
      expect(await read(await at.repAs(heir), contactId)).toMatchObject({ background: person.background });
      expect(await read(await at.repAs(ownerId, ['north']), contactId)).toBeNull();
    });

    it('and belong to the rep who registers them, unless they are given to another', async () => {
      const { ownerId, accountId } = await accountOf('north');
      const mine = await run(await at.repAs(ownerId), 'registerContact', {
        accountId,
        name: '王工',
        privacy: 'PRIVATE',
        ...person,
      });
      expect(mine).toMatchObject({ relationshipOwner: { id: ownerId }, background: person.background });
    });
  });
});
