import { uuidv7 } from '@fivepoint/kernel';
import type { Result } from '@fivepoint/testing';
import { house, made, makeAccount, makeRep, run } from '../spec/house';

describe('the iron triangle of an account (P38)', () => {
  const at = house();

  const triangle = async (accountId: string, asOf?: string, graph: Pick<typeof at.admin, 'query'> = at.admin) => {
    const { account } = await graph.query<{ account: { ironTriangle: { seats: Result[]; missingSeats: string[] } } }>(
      `query ($id: UUID!, $asOf: LocalDate) { account(id: $id) {
        ironTriangle(asOf: $asOf) { seats { seat rep { id } } missingSeats } } }`,
      { id: accountId, asOf },
    );
    const { seats, missingSeats } = account.ironTriangle;
    return { seats: seats.map(({ seat, rep }) => [seat, (rep as Result).id]), missingSeats };
  };

  async function account() {
    const ownerId = await makeRep(at.admin, { team: 'north' });
    return { ownerId, accountId: await makeAccount(at.admin, { ownerId }) };
  }

  it('has three seats, each with one rep of any team, or with nobody', async () => {
    const { ownerId, accountId } = await account();
    expect(await triangle(accountId)).toEqual({ seats: [], missingSeats: ['ACCOUNT_MANAGER', 'SOLUTION', 'DELIVERY'] });
    const expert = await makeRep(at.admin, { team: 'laboratory' });
    const assigned = await run(at.manager, 'assignSeat', { accountId, seat: 'DELIVERY', repId: expert });
    expect(assigned).toEqual({
      __typename: 'AccountSeat',
      id: expect.any(String) as string,
      version: 1,
      seat: 'DELIVERY',
      assignedOn: '2026-06-15',
      vacatedOn: null,
      account: { id: accountId },
      rep: { id: expert },
    });
    await made(at.manager, 'assignSeat', { accountId, seat: 'ACCOUNT_MANAGER', repId: ownerId });
    expect(await triangle(accountId)).toEqual({
      seats: [
        ['ACCOUNT_MANAGER', ownerId],
        ['DELIVERY', expert],
      ],
      missingSeats: ['SOLUTION'],
    });
  });

  it('has one holder of a seat at a time, and knows all of them', async () => {
    const { ownerId, accountId } = await account();
    const heir = await makeRep(at.admin);
    const assign = (repId: string, assignedOn: string) =>
      run(at.manager, 'assignSeat', { accountId, seat: 'SOLUTION', repId, assignedOn });
    const first = await assign(ownerId, '2026-03-01');
    expect(await assign(ownerId, '2026-05-01')).toMatchObject({ problems: [{ path: 'repId' }] });
    expect(await assign(heir, '2026-02-28')).toMatchObject({
      problems: [
        { path: 'assignedOn', message: 'must not be before 2026-03-01, when the one who is in the seat took it' },
      ],
    });
    const second = await assign(heir, '2026-05-01');
    const left = await run(at.manager, 'vacateSeat', {
      accountSeatId: second.id,
      vacatedOn: '2026-06-10',
      expectedVersion: 1,
    });
    expect(left).toMatchObject({ vacatedOn: '2026-06-10', version: 2 });
    const holders = await Promise.all(
      ['2026-02-28', '2026-03-01', '2026-04-30', '2026-05-01', '2026-06-09', '2026-06-10'].map((day) =>
        triangle(accountId, day),
      ),
    );
    expect(holders.map(({ seats }) => seats.map(([, repId]) => repId))).toEqual([
      [],
      [ownerId],
      [ownerId],
      [heir],
      [heir],
      [],
    ]);
    const { accountSeats } = await at.admin.query<{ accountSeats: { nodes: Result[] } }>(
      'query ($id: UUID!) { accountSeats(filter: { accountId: $id }) { nodes { id assignedOn vacatedOn } } }',
      { id: accountId },
    );
    expect(accountSeats.nodes).toEqual([
      { id: second.id, assignedOn: '2026-05-01', vacatedOn: '2026-06-10' },
      { id: first.id, assignedOn: '2026-03-01', vacatedOn: '2026-05-01' },
    ]);
    expect(await assign(ownerId, '2026-06-09')).toMatchObject({ problems: [{ path: 'assignedOn' }] });
  });

  it('follows one after the other where two are given a seat at the same moment', async () => {
    const { accountId } = await account();
    const reps = await Promise.all([1, 2, 3].map(() => makeRep(at.admin)));
    await Promise.all(reps.map((repId) => made(at.manager, 'assignSeat', { accountId, seat: 'DELIVERY', repId })));
    expect((await triangle(accountId)).seats).toHaveLength(1);
  });

  it('is left on a day that has come and since the seat was taken, and once', async () => {
    const { ownerId, accountId } = await account();
    const accountSeatId = await made(at.manager, 'assignSeat', {
      accountId,
      seat: 'SOLUTION',
      repId: ownerId,
      assignedOn: '2026-06-01',
    });
    const leave = (over: object) => run(at.manager, 'vacateSeat', { accountSeatId, ...over });
    for (const vacatedOn of ['2026-06-16', '2026-05-31'])
      expect(await leave({ vacatedOn })).toMatchObject({ problems: [{ path: 'vacatedOn' }] });
    expect(await leave({ expectedVersion: 7 })).toMatchObject({ __typename: 'VersionConflict' });
    expect(await leave({})).toMatchObject({ vacatedOn: '2026-06-15' });
    expect(await leave({})).toMatchObject({ problems: [{ path: 'accountSeatId' }] });
  });

  it('is left and given on one after the other, where both come at once', async () => {
    const [{ ownerId, accountId }, heir] = [await account(), await makeRep(at.admin)];
    for (let round = 0; round < 5; round++) {
      const place = { accountId, seat: 'DELIVERY' };
      const accountSeatId = await made(at.manager, 'assignSeat', {
        ...place,
        repId: ownerId,
        assignedOn: '2026-06-15',
      });
      const answers = await Promise.all([
        run(at.manager, 'vacateSeat', { accountSeatId }),
        run(at.manager, 'assignSeat', { ...place, repId: heir, assignedOn: '2026-06-15' }),
      ]);
      const { accountSeat } = await at.admin.query<{ accountSeat: Result }>(
        'query ($id: UUID!) { accountSeat(id: $id) { version } }',
        { id: accountSeatId },
      );
      // Who came first has ended it, and nobody has ended it once more.
      expect(accountSeat).toEqual({ version: 2 });
      expect(answers[1]).toMatchObject({ __typename: 'AccountSeat' });
      await made(at.manager, 'vacateSeat', { accountSeatId: answers[1].id });
    }
  });

  it('is refused with what is wrong', async () => {
    const { ownerId, accountId } = await account();
    const send = (over: object) =>
      run(at.manager, 'assignSeat', { accountId, seat: 'SOLUTION', repId: ownerId, ...over });
    expect(await send({ assignedOn: '2026-06-16' })).toMatchObject({ problems: [{ path: 'assignedOn' }] });
    expect(await send({ repId: accountId })).toMatchObject({ __typename: 'NotFound', entity: 'Rep' });
    expect(await send({ accountId: ownerId })).toMatchObject({ __typename: 'NotFound', entity: 'Account' });
  });

  it('is seen, and changed, by who sees the account', async () => {
    const { ownerId, accountId } = await account();
    const id = await made(at.manager, 'assignSeat', { accountId, seat: 'SOLUTION', repId: ownerId });
    const seen = async (graph: Pick<typeof at.admin, 'query'>) =>
      (await graph.query<{ accountSeat: Result | null }>('query ($id: UUID!) { accountSeat(id: $id) { id } }', { id }))
        .accountSeat;
    const stranger = await at.service.as({ roles: ['MANAGER'], teams: ['south'] });
    for (const graph of [at.admin, at.manager, await at.repAs(ownerId), await at.service.as({ roles: ['DELIVERY'] })])
      expect(await seen(graph)).toEqual({ id });
    expect(await seen(stranger)).toBeNull();
    expect(await run(stranger, 'vacateSeat', { accountSeatId: id })).toMatchObject({ __typename: 'NotFound' });
    const { rep } = await at.admin.query<{ rep: Result }>(
      'query ($id: UUID!) { rep(id: $id) { seats { nodes { id } } } }',
      { id: ownerId },
    );
    expect(rep).toEqual({ seats: { nodes: [{ id }] } });
    expect(await run(stranger, 'assignSeat', { accountId, seat: 'DELIVERY', repId: uuidv7() })).toMatchObject({
      entity: 'Account',
    });
  });
});
