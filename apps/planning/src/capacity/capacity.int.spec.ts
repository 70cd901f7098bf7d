import { cny, type Result } from '@fivepoint/testing';
import { house, made, makeRep, run } from '../spec/house';

describe('capacity (P35)', () => {
  const at = house();

  const capacity = async (repId: string, graph: Pick<typeof at.admin, 'query'> = at.admin, currency = 'CNY') =>
    (
      await graph.query<{ rep: { capacity: Result | null } }>(
        `query ($id: UUID!, $currency: String) { rep(id: $id) { capacity(from: "2026-06-15", to: "2026-12-31", currency: $currency) {
          amount { amount currency } contributions { startsOn endsOn dayCount yearDays fullCapacity { amount }
          rampBasisPoints readinessBasisPoints amount { amount } } } } }`,
        { id: repId, currency },
      )
    ).rep.capacity;

  const full = { fullCapacity: cny('3650000.00'), effectiveOn: '2026-01-01' };

  it('is what is left of a period, by ramp and readiness, with what it is made of', async () => {
    const repId = await makeRep(at.admin);
    expect(await capacity(repId)).toBeNull();
    const stated = await run(at.manager, 'stateCapacity', {
      repId,
      ...full,
      startedOn: '2026-05-01',
      certifiedOn: '2026-12-01',
    });
    expect(stated).toEqual({
      __typename: 'CapacityStatement',
      id: expect.any(String) as string,
      ...full,
      startedOn: '2026-05-01',
      certifiedOn: '2026-12-01',
      rep: { id: repId },
    });
    // As shipped: .10 .25 .50 .75 1 by months since the start, .80 while not certified; ¥10,000 a day.
    const part = (startsOn: string, endsOn: string, dayCount: number, ramp: number, ready: number, amount: string) => ({
      startsOn,
      endsOn,
      dayCount,
      yearDays: 365,
      fullCapacity: { amount: '3650000.00' },
      rampBasisPoints: ramp,
      readinessBasisPoints: ready,
      amount: { amount },
    });
    expect(await capacity(repId)).toEqual({
      amount: { amount: '1380000.00', currency: 'CNY' },
      contributions: [
        part('2026-06-15', '2026-06-30', 16, 2500, 8000, '32000.00'),
        part('2026-07-01', '2026-07-31', 31, 5000, 8000, '124000.00'),
        part('2026-08-01', '2026-08-31', 31, 7500, 8000, '186000.00'),
        part('2026-09-01', '2026-11-30', 91, 10000, 8000, '728000.00'),
        part('2026-12-01', '2026-12-31', 31, 10000, 10000, '310000.00'),
      ],
    });
    expect(await capacity(repId, at.admin, 'USD')).toBeNull();
    const { rep } = await at.manager.query<{ rep: Result }>(
      'query ($id: UUID!) { rep(id: $id) { capacityStatements { nodes { id } } } }',
      { id: repId },
    );
    expect(rep).toEqual({ capacityStatements: { nodes: [{ id: stated.id }] } });
  });

  it('goes by what was stated last, from its day on', async () => {
    const repId = await makeRep(at.admin);
    const state = (over: object) =>
      made(at.admin, 'stateCapacity', { repId, ...full, certifiedOn: '2026-01-01', ...over });
    await state({ fullCapacity: cny('1.00') });
    await state({});
    expect(await capacity(repId)).toMatchObject({ amount: { amount: '2000000.00' } });
    await state({ effectiveOn: '2026-12-31', fullCapacity: cny('0.00') });
    expect(await capacity(repId)).toMatchObject({ amount: { amount: '1990000.00' } });
  });

  it('is known to the rep and to who leads the team, not to who sees all of planning', async () => {
    const repId = await makeRep(at.admin, { team: 'north' });
    const id = await made(at.manager, 'stateCapacity', { repId, ...full });
    const seen = async (graph: Pick<typeof at.admin, 'query'>) => {
      const { capacityStatement, capacityStatements } = await graph.query<{
        capacityStatement: Result | null;
        capacityStatements: { totalCount: number };
      }>(
        `query ($id: UUID!, $rep: UUID!) { capacityStatement(id: $id) { id }
          capacityStatements(filter: { repId: $rep }) { totalCount } }`,
        { id, rep: repId },
      );
      return [capacityStatement !== null, capacityStatements.totalCount, (await capacity(repId, graph)) !== null];
    };
    for (const graph of [at.admin, at.manager, await at.repAs(repId), await at.service.as({ roles: ['EXECUTIVE'] })])
      expect(await seen(graph)).toEqual([true, 1, true]);
    for (const graph of [
      await at.service.as({ roles: ['FINANCE', 'CSM', 'DELIVERY', 'PRESALES'], teams: ['north'] }),
      await at.service.as({ roles: ['MANAGER'], teams: ['south'] }),
      await at.repAs(await makeRep(at.admin, { team: 'north' }), ['north']),
    ])
      expect(await seen(graph)).toEqual([false, 0, false]);
  });

  it('is refused with all that is wrong', async () => {
    const repId = await makeRep(at.admin, { team: 'south' });
    const wrong = { fullCapacity: cny('-1.00'), startedOn: '2026-02-01', certifiedOn: '2026-01-31' };
    expect(await run(at.manager, 'stateCapacity', { repId, ...wrong, effectiveOn: '1999-12-31' })).toMatchObject({
      problems: [
        { path: 'repId', message: 'must be a rep of a team that you lead' },
        { path: 'effectiveOn' },
        { path: 'fullCapacity' },
        { path: 'certifiedOn', message: 'must not be before 2026-02-01, when the rep began' },
      ],
    });
  });

  it.each([
    ['2026-06-15', '2026-06-14', ['BAD_USER_INPUT']],
    ['2026-06-15', '2036-06-15', []],
    ['2026-06-15', '2036-06-16', ['BAD_USER_INPUT']],
    ['9000-01-01', '9999-12-31', ['BAD_USER_INPUT']],
    ['9991-01-01', '9999-12-31', []],
  ])('is asked for from a day, such as %s, to one within ten years, such as %s', async (from, to, codes) => {
    const { errors = [] } = await at.admin.raw(
      'query ($id: UUID!, $from: LocalDate!, $to: LocalDate!) { rep(id: $id) { capacity(from: $from, to: $to) { amount { amount } } } }',
      { id: await makeRep(at.admin), from, to },
    );
    expect(errors.map(({ extensions }) => extensions?.['code'])).toEqual(codes);
  });
});

describe('the rules for teams', () => {
  const at = house();
  const adopt = (over: object) => run(at.admin, 'adoptTeamRule', over);
  const shipped = {
    keyPersonBasisPoints: 2500,
    rampBasisPoints: [1000, 2500, 5000, 7500, 10000],
    uncertifiedBasisPoints: 8000,
  };

  it('are adopted from a day on, and what is not said stays as it is on that day', async () => {
    expect(await adopt({ keyPersonBasisPoints: 4000 })).toMatchObject({
      ...shipped,
      effectiveOn: '2026-06-15',
      keyPersonBasisPoints: 4000,
    });
    await adopt({ effectiveOn: '2026-09-01', rampBasisPoints: [5000, 10000] });
    expect(await adopt({ effectiveOn: '2026-08-31', uncertifiedBasisPoints: 0 })).toMatchObject({
      ...shipped,
      keyPersonBasisPoints: 4000,
      uncertifiedBasisPoints: 0,
    });
    expect(await adopt({ effectiveOn: '2026-09-01' })).toMatchObject({
      keyPersonBasisPoints: 4000,
      rampBasisPoints: [5000, 10000],
      uncertifiedBasisPoints: 8000,
    });
    const repId = await makeRep(at.admin);
    await made(at.admin, 'stateCapacity', {
      repId,
      effectiveOn: '2026-01-01',
      fullCapacity: cny('3650000.00'),
      startedOn: '2026-08-01',
    });
    const { rep } = await at.admin.query<{ rep: Result }>(
      `query ($id: UUID!) { rep(id: $id) { capacity(from: "2026-08-30", to: "2026-09-01", currency: "CNY") {
        contributions { rampBasisPoints readinessBasisPoints } } } }`,
      { id: repId },
    );
    expect(rep['capacity']).toEqual({
      contributions: [
        { rampBasisPoints: 1000, readinessBasisPoints: 8000 },
        { rampBasisPoints: 1000, readinessBasisPoints: 0 },
        { rampBasisPoints: 10000, readinessBasisPoints: 8000 },
      ],
    });
  });

  it('never change what was', async () => {
    expect(await adopt({ effectiveOn: '2026-06-14' })).toMatchObject({
      problems: [{ path: 'effectiveOn', message: 'must not be before today, 2026-06-15' }],
    });
    expect(await adopt({ rampBasisPoints: [10_001], keyPersonBasisPoints: 0 })).toMatchObject({
      __typename: 'InvalidInput',
      problems: expect.arrayContaining([
        { path: 'rampBasisPoints', message: 'must be 1 to 60 shares, each from 0 to 10000' },
      ]) as unknown,
    });
    expect(await adopt({ rampBasisPoints: [] })).toMatchObject({ __typename: 'InvalidInput' });
  });
});
