import { uuidv7 } from '@fivepoint/kernel';
import { cny, mutate } from '@fivepoint/testing';
import { house, reach } from '../spec/house';

describe('delivery milestones', () => {
  const at = house();

  const milestones = async (contractId: string) =>
    (await at.service.published('fivepoint.receivables.milestone-reached.v1')).filter(
      ({ data }) => data.contractId === contractId,
    );

  it('make the instalments that wait for them fall due, and say which', async () => {
    const { contractId, accountId, correlationId, instalments } = await at.contract();
    const answer = await at.reach(contractId, 'DELIVERY', '2026-05-01', '张工');
    expect(answer).toMatchObject({
      __typename: 'Milestone',
      kind: 'DELIVERY',
      reachedOn: '2026-05-01',
      signer: '张工',
    });
    const due = (await at.instalments(contractId)).map(({ status, dueOn }) => [status, dueOn]);
    expect(due).toEqual([
      ['DUE', '2026-04-02'],
      ['DUE', '2026-05-31'],
      ['SCHEDULED', null],
      ['SCHEDULED', null],
    ]);
    const events = await milestones(contractId);
    expect(events).toMatchObject([
      {
        key: accountId,
        subject: answer.id,
        correlationId,
        data: {
          trigger: 'DELIVERY',
          reachedOn: '2026-05-01',
          deemed: false,
          dueInstalments: [{ instalmentId: instalments[1]?.id, amount: cny('400000.01'), dueOn: '2026-05-31' }],
        },
      },
    ]);
    expect(JSON.stringify(events)).not.toContain('张工');
  });

  it('are reached once: a second is refused with what is there', async () => {
    const { contractId } = await at.contract();
    const { id } = await at.reach(contractId, 'DELIVERY', '2026-05-01');
    for (const reachedOn of ['2026-05-01', '2026-05-02'])
      expect(await at.reach(contractId, 'DELIVERY', reachedOn)).toEqual({
        __typename: 'MilestoneAlreadyRecorded',
        milestone: { id, kind: 'DELIVERY', reachedOn: '2026-05-01' },
      });
    expect(await milestones(contractId)).toHaveLength(1);
  });

  it('are reached once, also when it is said several times at once', async () => {
    const { contractId } = await at.contract();
    const answers = await Promise.all([1, 2, 3, 4].map(() => at.reach(contractId, 'DELIVERY', '2026-05-01')));
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual([
      'Milestone',
      'MilestoneAlreadyRecorded',
      'MilestoneAlreadyRecorded',
      'MilestoneAlreadyRecorded',
    ]);
  });

  it('let the warranty run from the acceptance', async () => {
    const { contractId } = await at.contract({ warrantyMonths: 6 });
    expect(await at.reach(contractId, 'WARRANTY_END', '2026-11-01')).toMatchObject({ problems: [{ path: 'kind' }] });
    await at.reach(contractId, 'ACCEPTANCE', '2026-05-31');
    const { _entities } = await at.finance.query<{ _entities: unknown[] }>(
      `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Contract { warrantyEndsOn milestones { kind contract { id } } } } }`,
      { r: [{ __typename: 'Contract', id: contractId }] },
    );
    expect(_entities).toEqual([
      { warrantyEndsOn: '2026-11-30', milestones: [{ kind: 'ACCEPTANCE', contract: { id: contractId } }] },
    ]);
    expect(await at.reach(contractId, 'WARRANTY_END', '2026-11-24')).toMatchObject({
      problems: [{ path: 'reachedOn', message: expect.stringContaining('not be before 2026-11-30') as string }],
    });
    at.today = '2026-12-02';
    expect(await at.reach(contractId, 'WARRANTY_END', '2026-12-01')).toMatchObject({ __typename: 'Milestone' });
    at.today = '2026-11-24';
    expect((await at.instalments(contractId))[3]).toMatchObject({ status: 'DUE', dueOn: '2026-12-01' });
  });

  it('may be a delivery before the signing: it is on record with its day, and receivable from the signing on', async () => {
    const { contractId, accountId, instalments } = await at.contract();
    expect(await at.reach(contractId, 'DELIVERY', '2026-03-10')).toMatchObject({ reachedOn: '2026-03-10' });
    expect((await at.instalments(contractId))[1]).toMatchObject({ status: 'DUE', dueOn: '2026-04-17' });
    expect((await milestones(contractId))[0]?.data).toMatchObject({
      reachedOn: '2026-03-10',
      dueInstalments: [{ instalmentId: instalments[1]?.id, dueOn: '2026-04-17' }],
    });
    const aged = async (asOf: string) =>
      (
        await at.finance.query<{ receivablesAgeing: { outstanding: { amount: string } }[] }>(
          'query ($asOf: LocalDate, $accountId: UUID) { receivablesAgeing(asOf: $asOf, accountId: $accountId) { outstanding { amount } } }',
          { asOf, accountId },
        )
      ).receivablesAgeing.map(({ outstanding }) => outstanding.amount);
    expect(await aged('2026-03-17')).toEqual([]);
    expect(await aged('2026-03-18')).toEqual(['700000.01']);
  });

  it('are no acceptance before the signing, of which there was nothing to accept', async () => {
    const { contractId } = await at.contract();
    expect(await at.reach(contractId, 'ACCEPTANCE', '2026-03-17')).toMatchObject({
      problems: [{ path: 'reachedOn', message: 'must not be before the contract was signed, 2026-03-18' }],
    });
    expect(await at.reach(contractId, 'ACCEPTANCE', '2026-03-18')).toMatchObject({ __typename: 'Milestone' });
  });

  it('give an instalment that was paid early its due date, and nothing to pay', async () => {
    const { contractId, instalments } = await at.contract();
    const delivery = instalments[1]?.id ?? '';
    await at.receive({
      allocations: [{ instalmentId: delivery, amount: cny('400000.01') }],
      amount: cny('400000.01'),
    });
    await at.reach(contractId, 'DELIVERY', '2026-11-22');
    expect((await at.instalments(contractId))[1]).toMatchObject({ status: 'COLLECTED', dueOn: '2026-12-22' });
    expect((await milestones(contractId))[0]?.data.dueInstalments).toEqual([]);
  });

  it('are refused in the future, in another century, out of order, for unknown contracts and to other teams', async () => {
    const { contractId } = await at.contract();
    for (const day of ['2026-11-25', '0001-01-01'])
      expect(await at.reach(contractId, 'DELIVERY', day)).toMatchObject({ problems: [{ path: 'reachedOn' }] });
    await at.reach(contractId, 'DELIVERY', '2026-05-02');
    expect(await at.reach(contractId, 'ACCEPTANCE', '2026-05-01')).toMatchObject({
      problems: [{ path: 'reachedOn' }],
    });
    const unknown = uuidv7();
    const notFound = { __typename: 'NotFound', entity: 'Contract', id: unknown };
    expect(await at.reach(unknown, 'DELIVERY', '2026-05-01')).toEqual(notFound);
    const stranger = await at.service.as({ roles: ['MANAGER'], teams: ['south'] });
    const input = { contractId, kind: 'ACCEPTANCE', reachedOn: '2026-05-03' };
    expect(await mutate(stranger, reach, input)).toEqual({ ...notFound, id: contractId });
    const rep = await at.service.as({ roles: ['REP'], teams: ['north'] });
    expect((await rep.raw(reach, { input })).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    const delivery = await at.service.as({ roles: ['DELIVERY'] });
    expect(await mutate(delivery, reach, input)).toMatchObject({ __typename: 'Milestone' });
  });

  it('are seen by id by whoever sees the contract', async () => {
    const { contractId } = await at.contract();
    const { id } = await at.reach(contractId, 'DELIVERY', '2026-05-01');
    const query = 'query ($id: UUID!) { milestone(id: $id) { id } }';
    expect(await at.finance.query(query, { id })).toEqual({ milestone: { id } });
    const stranger = await at.service.as({ roles: ['MANAGER'], teams: ['south'] });
    expect(await stranger.query(query, { id })).toEqual({ milestone: null });
  });
});
