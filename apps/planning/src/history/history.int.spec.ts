import { uuidv7 } from '@fivepoint/kernel';
import { type GraphClient, type Result, serviceUnderTest, type ServiceUnderTest } from '@fivepoint/testing';
import { planning } from '../service';
import { makeAccount, makeRep, run } from '../spec/house';

type Mutation = 'recordPastProducts' | 'recordPastReps' | 'recordPastAccounts';

interface Row {
  index: number;
  externalId: string;
  status: string;
  id: string | null;
  code: string | null;
  problem: string | null;
}

const document = (mutation: Mutation) =>
  `mutation ($input: R${mutation.slice(1)}Input!) { ${mutation}(input: $input) { rows { index externalId status id code problem } } }`;

describe("planning's recorded history", () => {
  let service: ServiceUnderTest;
  let admin: GraphClient;

  beforeAll(async () => {
    service = await serviceUnderTest(planning);
    admin = await service.as();
  });
  afterAll(() => service.stop());

  async function record(mutation: Mutation, rows: object[]): Promise<Row[]> {
    const answer = await admin.query<Record<string, { rows: Row[] }>>(document(mutation), { input: { rows } });
    return answer[mutation]?.rows ?? [];
  }
  const again = (rows: Row[]) => rows.map((row) => (row.id ? { ...row, status: 'ALREADY_RECORDED' } : row));
  const named = (name: string, over: object = {}) => ({ externalId: uuidv7(), name, ...over });
  const statuses = (rows: Row[]) => rows.map(({ index, status }) => [index, status]);

  it('takes products as they were, each once, and publishes them as history', async () => {
    const priced = named('GTX Basic', { series: 'GTX', listPrice: { amount: '550', currency: 'USD' } });
    const rows = [priced, named('MG Special'), priced, named(' '), named('x'.repeat(201))];
    rows.push(named('钱', { listPrice: { amount: '1.001', currency: 'CNY' } }));
    rows.push(named('钱', { listPrice: { amount: '-1', currency: 'CNY' } }));
    rows.push(named('钱', { listPrice: { amount: '1', currency: 'XQX' } }), { ...named('空'), externalId: '' });
    const first = await record('recordPastProducts', rows);
    expect(statuses(first)).toEqual([
      [0, 'RECORDED'],
      [1, 'RECORDED'],
      [2, 'ALREADY_RECORDED'],
      ...[3, 4, 5, 6, 7, 8].map((index) => [index, 'REFUSED']),
    ]);
    expect(first[5]?.problem).toContain('CNY has 2 decimals');
    expect(await record('recordPastProducts', rows)).toEqual(again(first));
    const { product } = await admin.query<{ product: Result }>(
      'query ($id: UUID!) { product(id: $id) { name series origin listPrice { amount currency } } }',
      { id: first[0]?.id },
    );
    expect(product).toEqual({
      name: 'GTX Basic',
      series: 'GTX',
      origin: 'IMPORTED',
      listPrice: { amount: '550.00', currency: 'USD' },
    });
    const events = (await service.published('fivepoint.planning.product-registered.v1')).filter(
      ({ subject }) => subject === first[0]?.id,
    );
    expect(events).toMatchObject([{ origin: 'import', data: { externalId: priced.externalId } }]);
  });

  it('takes products once, also when they are sent twice at the same time', async () => {
    const rows = Array.from({ length: 50 }, (_, at) => named(`P ${at}`));
    const outcomes = await Promise.all([record('recordPastProducts', rows), record('recordPastProducts', rows)]);
    expect(outcomes[0]?.map(({ id }) => id)).toEqual(outcomes[1]?.map(({ id }) => id));
    const both = outcomes.flat().map(({ status }) => status);
    expect(both.filter((status) => status === 'RECORDED')).toHaveLength(50);
    expect(both.filter((status) => status === 'ALREADY_RECORDED')).toHaveLength(50);
  });

  it.each([
    ['registerProduct', 'recordPastProducts', 'externalId'],
    ['registerAccount', 'recordPastAccounts', 'externalId'],
    ['registerRep', 'recordPastReps', 'userId'],
  ] as const)('is told by %s and %s at the same moment, and takes it once by its %s', async (live, past, field) => {
    for (let round = 0; round < 5; round++) {
      const thing = { name: '李娜', [field]: uuidv7(), ...(live === 'registerRep' && { team: 'north' }) };
      const [registered, [row]] = await Promise.all([
        run(admin, live, thing),
        record(past, [{ externalId: uuidv7(), ...thing }]),
      ]);
      const taken = { status: 'REFUSED', problem: expect.stringContaining('it must be unique') as string };
      const recordedFirst = registered.__typename === 'InvalidInput';
      if (recordedFirst) expect(registered).toMatchObject({ problems: [{ path: field }] });
      else expect(registered.__typename).toBe(live.slice('register'.length));
      const known = field === 'userId' ? taken : { status: 'ALREADY_RECORDED', id: registered.id };
      expect(row).toMatchObject(recordedFirst ? { status: 'RECORDED' } : known);
    }
  });

  it('takes reps with their managers, in whatever order the rows come', async () => {
    const boss = named('Dustin', { team: 'Central' });
    const agent = named('Anna', { team: 'Central', managerExternalId: boss.externalId });
    const orphan = named('Nobody', { team: 'Central', managerExternalId: uuidv7() });
    const first = await record('recordPastReps', [agent, orphan, boss, named('Teamless', { team: '' })]);
    expect(statuses(first)).toEqual([
      [0, 'RECORDED'],
      [1, 'REFUSED'],
      [2, 'RECORDED'],
      [3, 'REFUSED'],
    ]);
    expect(await record('recordPastReps', [agent, orphan, boss])).toEqual(again(first.slice(0, 3)));
    const { rep } = await admin.query<{ rep: Result }>('query ($id: UUID!) { rep(id: $id) { manager { id } } }', {
      id: first[0]?.id,
    });
    expect(rep).toEqual({ manager: { id: first[2]?.id } });
    const userId = uuidv7();
    await makeRep(admin, { userId });
    expect((await record('recordPastReps', [named('Twin', { team: 'Central', userId })]))[0]?.problem).toContain(
      'userId',
    );
  });

  it('takes accounts with the accounts above them: in any order, or of an earlier call', async () => {
    const ownerId = await makeRep(admin, { team: 'Central' });
    const group = named('Acme', { level: 'GROUP' });
    const child = named('Acme 江苏', { level: 'PROVINCE', parentExternalId: group.externalId, ownerId });
    const grandchild = named('Acme 苏州', { parentExternalId: child.externalId, industry: 'technolgy' });
    const first = await record('recordPastAccounts', [grandchild, child, group]);
    expect(statuses(first)).toEqual([
      [0, 'RECORDED'],
      [1, 'RECORDED'],
      [2, 'RECORDED'],
    ]);
    const [later] = await record('recordPastAccounts', [named('Acme 无锡', { parentExternalId: child.externalId })]);
    expect(later?.status).toBe('RECORDED');
    expect(await record('recordPastAccounts', [grandchild, child, group])).toEqual(again(first));
    const { account } = await admin.query<{ account: Result }>(
      `query ($id: UUID!) { account(id: $id) { name level industry origin owner { id } externalId
        parent { name team owner { id } parent { name level } } } }`,
      { id: first[0]?.id },
    );
    expect(account).toEqual({
      name: 'Acme 苏州',
      level: 'UNIT',
      industry: 'technolgy',
      origin: 'IMPORTED',
      owner: null,
      externalId: grandchild.externalId,
      parent: { name: 'Acme 江苏', team: 'Central', owner: { id: ownerId }, parent: { name: 'Acme', level: 'GROUP' } },
    });
    const events = (await service.published('fivepoint.planning.account-registered.v1')).filter(
      ({ subject }) => subject === first[1]?.id,
    );
    expect(events).toMatchObject([
      { origin: 'import', key: first[1]?.id, data: { parentId: first[2]?.id, ownerId, team: 'Central' } },
    ]);
  });

  it('refuses an account whose parent is never found, stands below it or goes in a circle, and no other', async () => {
    const [x, y] = [uuidv7(), uuidv7()];
    const ownerId = uuidv7();
    const rows = [
      named('好'),
      named('无父', { parentExternalId: 'nowhere' }),
      named('圈一', { externalId: x, parentExternalId: y }),
      named('圈二', { externalId: y, parentExternalId: x }),
      named('高于父', { level: 'GROUP', parentExternalId: 'will be replaced' }),
      named('无主', { ownerId }),
    ];
    rows[4] = { ...rows[4], parentExternalId: rows[0]?.externalId } as (typeof rows)[4];
    const outcome = await record('recordPastAccounts', rows);
    expect(statuses(outcome)).toEqual([[0, 'RECORDED'], ...[1, 2, 3, 4, 5].map((index) => [index, 'REFUSED'])]);
    expect(outcome[1]?.problem).toBe('parentExternalId: no account nowhere is recorded; record it first');
    expect(outcome[4]?.problem).toContain('cannot stand above level GROUP');
    expect(outcome[5]).toMatchObject({
      code: 'NOT_FOUND',
      problem: expect.stringContaining(`Rep ${ownerId}`) as string,
    });
  });

  it('finds accounts that were registered here by their external id', async () => {
    const externalId = uuidv7();
    const id = await makeAccount(admin, { externalId });
    const [child, same] = await record('recordPastAccounts', [
      named('下级', { parentExternalId: externalId }),
      { externalId, name: '别名' },
    ]);
    expect(child?.status).toBe('RECORDED');
    expect(same).toMatchObject({ status: 'ALREADY_RECORDED', id });
  });

  it('takes 500 rows at once, a chain of parents last to first', async () => {
    const ids = Array.from({ length: 500 }, () => uuidv7());
    const rows = ids.map((externalId, index) => ({
      externalId,
      name: `链 ${index}`,
      parentExternalId: ids[index + 1],
    }));
    const outcome = await record('recordPastAccounts', rows);
    expect(outcome.map(({ externalId }) => externalId)).toEqual(ids);
    expect(new Set(outcome.map(({ status }) => status))).toEqual(new Set(['RECORDED']));
  });

  it('is for administrators only, and at most 500 rows', async () => {
    const manager = await service.as({ roles: ['MANAGER'], teams: ['north'] });
    for (const mutation of ['recordPastProducts', 'recordPastReps', 'recordPastAccounts'] as const) {
      const refused = await manager.raw(document(mutation), { input: { rows: [] } });
      expect(refused.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
      const rows = Array.from({ length: 501 }, () =>
        named('x', mutation === 'recordPastReps' ? { team: 'north' } : {}),
      );
      const tooMany = await admin.raw(document(mutation), { input: { rows } });
      expect(tooMany.errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
    }
  });
});
