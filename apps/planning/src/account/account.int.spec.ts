import { uuidv7 } from '@fivepoint/kernel';
import { type Result, type TestPerson, whileLocked } from '@fivepoint/testing';
import { house, made, makeAccount, makeProduct, makeRep, mutations, run } from '../spec/house';

interface Page {
  totalCount: number;
  nodes: Result[];
}

describe('accounts', () => {
  const at = house();

  async function announced(accountId: string) {
    const [registered, updated] = [
      await at.service.published('fivepoint.planning.account-registered.v1'),
      await at.service.published('fivepoint.planning.account-updated.v1'),
    ];
    return {
      registered: registered.filter(({ subject }) => subject === accountId),
      updated: updated.filter(({ subject }) => subject === accountId),
    };
  }

  it('belong to the rep who registers them, with the team of that rep, and are announced to all services', async () => {
    const repId = await makeRep(at.admin, { team: 'east' });
    const group = await makeAccount(at.admin, { level: 'GROUP', ownerId: repId });
    const input = { name: '江苏电信', level: 'PROVINCE', parentId: group, industry: '电信', externalId: uuidv7() };
    const account = await run(await at.repAs(repId), 'registerAccount', input);
    expect(account).toMatchObject({ owner: { id: repId }, team: 'east', parent: { id: group }, industry: '电信' });
    const { registered } = await announced(account.id);
    expect(registered).toMatchObject([{ key: account.id, sequence: 1 }]);
    expect(registered[0]?.data).toEqual({
      accountId: account.id,
      name: '江苏电信',
      level: 'PROVINCE',
      parentId: group,
      ownerId: repId,
      team: 'east',
      externalId: input.externalId,
    });
  });

  it('know their parent and their children', async () => {
    const parentId = await makeAccount(at.admin, { level: 'GROUP' });
    const children = [await makeAccount(at.admin, { parentId }), await makeAccount(at.admin, { parentId })];
    const { account } = await at.admin.query<{ account: Result & { children: Page } }>(
      'query ($id: UUID!) { account(id: $id) { parent { id } children { totalCount nodes { id parent { id } } } } }',
      { id: parentId },
    );
    expect(account).toEqual({
      parent: null,
      children: { totalCount: 2, nodes: children.reverse().map((id) => ({ id, parent: { id: parentId } })) },
    });
  });

  it('stand under an account of their level or higher only', async () => {
    const parentId = await makeAccount(at.admin, { level: 'CITY' });
    const refused = await run(at.admin, 'registerAccount', { name: '江苏电信', level: 'PROVINCE', parentId });
    expect(refused).toMatchObject({ __typename: 'InvalidInput', problems: [{ path: 'parentId' }] });
    await makeAccount(at.admin, { level: 'CITY', parentId });
    expect(await run(at.admin, 'updateAccount', { accountId: parentId, level: 'UNIT' })).toMatchObject({
      problems: [{ path: 'level' }],
    });
  });

  it('are named organisations: a region or an industry is refused, at the beginning and later', async () => {
    const named = (name: string) => run(at.admin, 'registerAccount', { name, level: 'GROUP' });
    await makeAccount(at.admin, { name: '苏州供电', industry: '储能' });
    expect(await named('华东大区')).toMatchObject({
      __typename: 'InvalidInput',
      problems: [{ path: 'name', message: 'names a region; name the organisation that buys, such as 江苏省电力公司' }],
    });
    for (const industry of ['储能', '储能行业', '储能产业', '电力', '新能源行业'])
      expect(await named(industry)).toMatchObject({
        problems: [{ path: 'name', message: expect.stringContaining('names an industry') as string }],
      });
    // Nobody learns so what accounts of others are in.
    const blind = await at.repAs(await makeRep(at.admin, { team: 'west' }), ['west']);
    expect(await run(blind, 'registerAccount', { name: '储能', level: 'UNIT' })).toMatchObject({ name: '储能' });
    const own = { name: 'Storage', level: 'UNIT', industry: 'storage' };
    expect(await run(at.admin, 'registerAccount', own)).toMatchObject({ problems: [{ path: 'name' }] });
    const accountId = await makeAccount(at.admin);
    expect(await run(at.admin, 'updateAccount', { accountId, name: '江苏省' })).toMatchObject({
      problems: [{ path: 'name' }],
    });
    expect(await run(at.admin, 'updateAccount', { accountId, name: '江苏省电力' })).toMatchObject({
      name: '江苏省电力',
    });
  });

  it('are never above themselves', async () => {
    const [a, b, c] = [await makeAccount(at.admin), await makeAccount(at.admin), await makeAccount(at.admin)];
    await made(at.admin, 'updateAccount', { accountId: b, parentId: a });
    await made(at.admin, 'updateAccount', { accountId: c, parentId: b });
    for (const parentId of [a, b, c])
      expect(await run(at.admin, 'updateAccount', { accountId: a, parentId })).toMatchObject({
        problems: [{ path: 'parentId' }],
      });
  });

  it('make no circle by two moves at the same time, and do not wait for each other', async () => {
    const start = Date.now();
    for (let round = 0; round < 5; round++) {
      const [one, two] = [await makeAccount(at.admin), await makeAccount(at.admin)];
      const answers = await Promise.all([
        run(at.admin, 'updateAccount', { accountId: one, parentId: two }),
        run(at.admin, 'updateAccount', { accountId: two, parentId: one }),
      ]);
      expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['Account', 'InvalidInput']);
    }
    // PostgreSQL looks for deadlocks after a second.
    expect(Date.now() - start).toBeLessThan(5000);
  });

  it('are handed over with their team and their people, and say so', async () => {
    const [from, to] = [await makeRep(at.admin, { team: 'east' }), await makeRep(at.admin, { team: 'west' })];
    const accountId = await makeAccount(at.admin, { ownerId: from, industry: '电信' });
    await made(at.admin, 'registerContact', { accountId, name: '陈总', roles: ['ECONOMIC_BUYER'] });
    const updated = await run(at.admin, 'updateAccount', { accountId, ownerId: to, expectedVersion: 1 });
    expect(updated).toMatchObject({ owner: { id: to }, team: 'west', version: 2, industry: '电信' });
    const people = 'query ($id: UUID!) { account(id: $id) { contacts { nodes { name roles } } } }';
    expect(await (await at.repAs(to)).query(people, { id: accountId })).toEqual({
      account: { contacts: { nodes: [{ name: '陈总', roles: ['ECONOMIC_BUYER'] }] } },
    });
    expect(await (await at.repAs(from)).query(people, { id: accountId })).toEqual({ account: null });
    expect((await announced(accountId)).updated).toMatchObject([{ sequence: 3, data: { ownerId: to, team: 'west' } }]);
  });

  it('are handed over together with people that somebody else holds only when these are free', async () => {
    const accountId = await makeAccount(at.admin);
    const contactId = await made(at.admin, 'registerContact', { accountId, name: '陈总', roles: [] });
    const ownerId = await makeRep(at.admin);
    const held = 'select from contact where id = $1 for key share';
    const handedOver = await whileLocked(at.service.superuserUrl, held, [contactId], async (waiting) => {
      const answer = run(at.admin, 'updateAccount', { accountId, ownerId });
      await waiting(1);
      return { answer };
    });
    expect(await handedOver.answer).toMatchObject({ owner: { id: ownerId } });
  });

  it('is given to oneself and to the own teams only, unless by those who act for every team', async () => {
    const southern = await makeRep(at.admin, { team: 'south' });
    const problems = [{ path: 'ownerId', message: 'must be you or a rep of one of your teams: north' }];
    const accountId = await makeAccount(at.admin, { ownerId: await makeRep(at.admin) });
    await makeAccount(at.admin, { parentId: accountId });
    expect(await run(at.manager, 'registerAccount', { name: '南方电网', ownerId: southern })).toEqual({
      __typename: 'InvalidInput',
      problems,
    });
    const handOver = { accountId, ownerId: southern };
    expect(await run(at.manager, 'updateAccount', handOver)).toEqual({ __typename: 'InvalidInput', problems });
    expect(await run(at.manager, 'updateAccount', { ...handOver, level: 'UNIT' })).toMatchObject({
      problems: [...problems, { path: 'level' }],
    });
    expect(await run(at.admin, 'updateAccount', handOver)).toMatchObject({ team: 'south' });
  });

  it('keep what an update leaves out, and lose what it sets to null', async () => {
    const parentId = await makeAccount(at.admin);
    const accountId = await makeAccount(at.admin, { parentId, industry: '电信' });
    expect(await run(at.admin, 'updateAccount', { accountId, name: '江苏电信(新)' })).toMatchObject({
      name: '江苏电信(新)',
      industry: '电信',
      parent: { id: parentId },
    });
    expect(await run(at.admin, 'updateAccount', { accountId, industry: null, parentId: null })).toMatchObject({
      name: '江苏电信(新)',
      industry: null,
      parent: null,
    });
  });

  it('refuse an edit of a version that somebody else has changed, and things that do not exist', async () => {
    const accountId = await makeAccount(at.admin);
    await made(at.admin, 'updateAccount', { accountId, name: '一' });
    expect(await run(at.admin, 'updateAccount', { accountId, name: '二', expectedVersion: 1 })).toEqual({
      __typename: 'VersionConflict',
      expectedVersion: 1,
      actualVersion: 2,
    });
    const id = uuidv7();
    for (const [input, kind] of [
      [{ accountId: id }, 'Account'],
      [{ accountId, ownerId: id }, 'Rep'],
      [{ accountId, parentId: id }, 'Account'],
    ] as const)
      expect(await run(at.admin, 'updateAccount', input)).toEqual({ __typename: 'NotFound', entity: kind, id });
    for (const [input, kind] of [
      [{ ownerId: id }, 'Rep'],
      [{ parentId: id }, 'Account'],
    ] as const)
      expect(await run(at.admin, 'registerAccount', { name: '江苏电信', ...input })).toMatchObject({
        entity: kind,
        id,
      });
    expect(await run(at.admin, 'registerContact', { accountId: id, name: '陈总' })).toMatchObject({
      entity: 'Account',
      id,
    });
    const externalId = uuidv7();
    await makeAccount(at.admin, { externalId });
    expect(await run(at.admin, 'registerAccount', { name: '江苏电信', externalId })).toMatchObject({
      problems: [{ path: 'externalId' }],
    });
  });

  it('do a command once for its idempotency key, and refuse the key for another', async () => {
    const input = { name: '江苏电信', idempotencyKey: uuidv7() };
    const first = await run(at.admin, 'registerAccount', input);
    expect(await run(at.admin, 'registerAccount', input)).toEqual(first);
    expect((await announced(first.id)).registered).toHaveLength(1);
    const other = await run(at.admin, 'registerAccount', { ...input, name: '浙江电信' });
    expect(other.__typename).toBe('IdempotencyKeyReused');
  });

  it('are listed by name, owner, team and level, newest first', async () => {
    const team = uuidv7();
    const [one, two] = [await makeRep(at.admin, { team }), await makeRep(at.admin, { team })];
    const a = await makeAccount(at.admin, { name: 'Acme 江苏', ownerId: one, level: 'PROVINCE' });
    const b = await makeAccount(at.admin, { name: 'acme 苏州', ownerId: two, level: 'CITY' });
    const listed = async (filter: object) =>
      (
        await at.admin.query<{ accounts: Page }>(
          'query ($filter: AccountFilter) { accounts(filter: $filter) { nodes { id } } }',
          { filter },
        )
      ).accounts.nodes.map(({ id }) => id);
    expect(await listed({ team })).toEqual([b, a]);
    expect(await listed({ team, nameContains: 'ACME' })).toEqual([b, a]);
    expect(await listed({ team, nameContains: '江苏' })).toEqual([a]);
    expect(await listed({ team, ownerId: two })).toEqual([b]);
    expect(await listed({ team, levels: ['PROVINCE'] })).toEqual([a]);
  });

  describe('who sees what', () => {
    it('shows an account and its people to its owner, the own team, the management and those who serve everybody', async () => {
      const repId = await makeRep(at.admin, { team: 'east' });
      const accountId = await makeAccount(at.admin, { ownerId: repId });
      const contactId = await made(at.admin, 'registerContact', { accountId, name: '陈总' });
      const sees = async (person: Partial<TestPerson>) => {
        const answer = await (
          await at.service.as(person)
        ).query<{ account: Result | null; contact: Result | null }>(
          'query ($a: UUID!, $c: UUID!) { account(id: $a) { id } contact(id: $c) { id } }',
          { a: accountId, c: contactId },
        );
        expect(answer.account === null).toBe(answer.contact === null);
        return answer.account !== null;
      };
      expect(await sees({ roles: ['REP'], repId, teams: [] })).toBe(true);
      expect(await sees({ roles: ['REP'], repId: uuidv7(), teams: ['east'] })).toBe(true);
      for (const role of ['EXECUTIVE', 'FINANCE', 'CSM', 'DELIVERY', 'PRESALES'] as const)
        expect(await sees({ roles: [role], teams: [] })).toBe(true);
      expect(await sees({ roles: ['MANAGER'], teams: ['south'] })).toBe(false);
      expect(await sees({ roles: ['PARTNER'], teams: ['east'] })).toBe(false);
      expect(await sees({ roles: ['ADMIN'], tenantId: uuidv7() })).toBe(false);
    });

    it("refuses to change another team's account as if there were none, also through an entity reference", async () => {
      const accountId = await makeAccount(at.admin, { ownerId: await makeRep(at.admin, { team: 'east' }) });
      const stranger = await at.repAs(await makeRep(at.admin, { team: 'south' }), ['south']);
      const nothing = { __typename: 'NotFound', entity: 'Account', id: accountId };
      expect(await run(stranger, 'updateAccount', { accountId, name: '我的' })).toEqual(nothing);
      expect(await run(stranger, 'registerContact', { accountId, name: '陈总' })).toEqual(nothing);
      expect(await run(stranger, 'registerAccount', { name: '下级', parentId: accountId })).toEqual(nothing);
      const entities = await stranger.query<{ _entities: unknown[] }>(
        'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Account { id name } } }',
        { r: [{ __typename: 'Account', id: accountId }] },
      );
      expect(entities._entities).toEqual([null]);
    });

    it('answers the gateway for every entity that it owns', async () => {
      const repId = await makeRep(at.admin);
      const [accountId, productId] = [await makeAccount(at.admin, { ownerId: repId }), await makeProduct(at.admin)];
      const contactId = await made(at.admin, 'registerContact', { accountId, name: '陈总' });
      const { _entities } = await at.admin.query<{ _entities: Result[] }>(
        `query ($r: [_Any!]!) { _entities(representations: $r) { __typename ... on Account { id } ... on Contact { id }
          ... on Product { id } ... on Rep { id } } }`,
        {
          r: [
            { __typename: 'Account', id: accountId },
            { __typename: 'Contact', id: contactId },
            { __typename: 'Product', id: productId },
            { __typename: 'Rep', id: repId },
          ],
        },
      );
      expect(_entities.map(({ id }) => id)).toEqual([accountId, contactId, productId, repId]);
    });

    it('lets nobody in without a token, and nobody change what the role does not allow', async () => {
      const answer = await at.admin.as(undefined).raw('{ accounts { nodes { id } } }');
      expect(answer.errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
      const finance = await at.service.as({ roles: ['FINANCE'], teams: ['north'] });
      for (const mutation of ['registerRep', 'registerProduct', 'registerAccount'] as const) {
        const refused = await finance.raw(mutations[mutation], { input: { name: '李娜', team: 'north' } });
        expect(refused.errors?.length).toBeGreaterThan(0);
      }
      const refused = await finance.raw(mutations.registerAccount, { input: { name: '江苏电信' } });
      expect(refused.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    });
  });

  it('audits who changed what, before and after', async () => {
    const accountId = await makeAccount(at.admin, { name: '旧名' });
    await made(at.admin, 'updateAccount', { accountId, name: '新名' });
    const [registered, updated] = await at.service.audit(accountId);
    expect(registered).toMatchObject({ mutation: 'registerAccount', changes: [{ entity: 'Account', before: null }] });
    expect(updated?.changes).toEqual([
      {
        entity: 'Account',
        id: accountId,
        before: { name: '旧名', version: 1 },
        after: { name: '新名', version: 2 },
      },
    ]);
  });
});
