import { cny, type Result } from '@fivepoint/testing';
import { house, makePlan, makeRep, run } from '../spec/house';

describe('what is expected of a plan line (P01, N1)', () => {
  const at = house({ background: [] });
  const said = { probabilityBasisPoints: 6_500, closesOn: '2026-09-30' };
  const outlookOf = async (graph: Pick<typeof at.admin, 'query'>, id: string) =>
    (
      await graph.query<{ planLine: { outlook: Result | null } | null }>(
        'query ($id: UUID!) { planLine(id: $id) { outlook { probabilityBasisPoints closesOn slipBasisPoints version } } }',
        { id },
      )
    ).planLine;

  it('is alone, on time and paid at the close, where nothing else is said', async () => {
    const { planLineId } = await makePlan(at.admin);
    expect(await outlookOf(at.admin, planLineId)).toEqual({ outlook: null });
    expect(await run(at.admin, 'recordLineOutlook', { planLineId, ...said })).toEqual({
      __typename: 'LineOutlook',
      id: expect.any(String) as string,
      version: 1,
      ...said,
      slipBasisPoints: [10_000],
      correlationGroup: null,
      payments: [{ basisPoints: 10_000, lagMonths: 0 }],
      planLine: { id: planLineId },
    });
  });

  it('takes the place of what was said before, whole, and the change is audited', async () => {
    const { planLineId } = await makePlan(at.admin);
    const slipBasisPoints = [7_000, 2_000, 1_000];
    const payments = [
      { basisPoints: 3_000, lagMonths: 0 },
      { basisPoints: 7_000, lagMonths: 6 },
    ];
    const first = { planLineId, ...said, slipBasisPoints, correlationGroup: '铁塔', payments };
    const { id } = await run(at.admin, 'recordLineOutlook', first);
    const later = { planLineId, ...said, probabilityBasisPoints: 8_000, expectedVersion: 1 };
    expect(await run(at.admin, 'recordLineOutlook', later)).toMatchObject({
      id,
      version: 2,
      probabilityBasisPoints: 8_000,
      slipBasisPoints: [10_000],
      correlationGroup: null,
    });
    expect(await run(at.admin, 'recordLineOutlook', later)).toMatchObject({ expectedVersion: 1, actualVersion: 2 });
    const [, changed] = await at.service.audit(String(id));
    expect(changed?.changes).toMatchObject([
      {
        entity: 'LineOutlook',
        before: { probabilityBasisPoints: 6_500, correlationGroup: '铁塔', slipBasisPoints },
        after: { probabilityBasisPoints: 8_000, correlationGroup: null, slipBasisPoints: [10_000] },
      },
    ]);
  });

  it('has one word per line, also of two that are said at once', async () => {
    const { planLineId } = await makePlan(at.admin);
    const send = (probabilityBasisPoints: number) =>
      run(at.admin, 'recordLineOutlook', { planLineId, ...said, probabilityBasisPoints });
    const ids = (await Promise.all([send(1), send(2)])).map(({ id }) => id);
    expect(new Set(ids).size).toBe(1);
  });

  it('is refused with all that is wrong', async () => {
    const { planLineId } = await makePlan(at.admin);
    const send = (over: object) => run(at.admin, 'recordLineOutlook', { planLineId, ...said, ...over });
    const payments = [{ basisPoints: 9_999, lagMonths: 0 }];
    expect(await send({ closesOn: '2027-01-01', slipBasisPoints: [5_000, 5_001], payments })).toMatchObject({
      problems: [
        { path: 'closesOn', message: "must be within the plan's period, from 2026-01-01 to 2026-12-31" },
        { path: 'slipBasisPoints', message: 'basis points must sum to 10000, not 10001' },
        { path: 'payments', message: 'basis points must sum to 10000, not 9999' },
      ],
    });
    const out = { slipBasisPoints: Array<number>(13).fill(0), probabilityBasisPoints: 10_001, payments: [] };
    expect(await send(out)).toMatchObject({
      problems: expect.arrayContaining([
        { path: 'probabilityBasisPoints', message: 'must be from 0 to 10000' },
        { path: 'slipBasisPoints', message: 'must be 1 to 12; later than that is another plan' },
        { path: 'payments', message: 'must be 1 to 24; one part of 10000 basis points is the whole amount' },
      ]) as unknown,
    });
    expect(await send({ slipBasisPoints: [10_001, -1] })).toMatchObject({
      problems: [{ path: 'slipBasisPoints', message: 'must be shares from 0 to 10000 basis points' }],
    });
    expect(await send({ closesOn: '2026-01-01' })).toMatchObject({ closesOn: '2026-01-01' });
    expect(await send({ closesOn: '2026-12-31' })).toMatchObject({ closesOn: '2026-12-31' });
  });

  it('is said and seen by who sees the line, though the plan is not theirs; others find no line', async () => {
    const ownerId = await makeRep(at.admin, { team: 'north' });
    const { planLineId } = await makePlan(
      at.admin,
      { team: null },
      { ownerId, target: cny('2.00'), floor: cny('1.00') },
    );
    const [owner, other] = [await at.repAs(ownerId), await at.repAs(await makeRep(at.admin, { team: 'south' }))];
    expect(await run(owner, 'recordLineOutlook', { planLineId, ...said })).toMatchObject({ ...said, version: 1 });
    expect(await outlookOf(owner, planLineId)).toMatchObject({ outlook: said });
    expect(await run(other, 'recordLineOutlook', { planLineId, ...said })).toMatchObject({
      __typename: 'NotFound',
      entity: 'PlanLine',
    });
    expect(await outlookOf(other, planLineId)).toBeNull();
  });
});
