import { uuidv7 } from '@fivepoint/kernel';
import { cny, type Result } from '@fivepoint/testing';
import { house } from '../spec/house';
import { amountsOf, planWith, rehearsed, resultFields } from '../spec/rehearsing';
import { mostAtOnce, takePlace } from './suppose';

const ask = `query ($input: WhatIfInput!) { whatIf(input: $input) { __typename
  ... on WhatIf { seed trialCount result { ${resultFields} } unchanged { ${resultFields} }
    difference { hitProbability weighted { amount } bookings { p10 { amount } p50 { amount } p90 { amount } } }
    lines { isAdded closedCount sensitivity planLine { id } } }
  ... on NotFound { entity id } ... on GateNotMet { gate missing } ... on InvalidInput { problems { path message } }
  ... on RehearsalBusy { code message } } }`;

describe('a plan as it might be (P01, N1)', () => {
  const at = house();
  const whatIf = async (input: object, graph: Pick<typeof at.admin, 'query'> = at.admin): Promise<Result> =>
    (await graph.query<{ whatIf: Result }>(ask, { input })).whatIf;
  const plan = () =>
    planWith(at.admin, [
      { target: 500, probability: 6_000 },
      { target: 300, probability: 5_000 },
      { target: 200, probability: 8_000 },
    ]);

  it('is shown beside the plan as it is, on the same luck, and nothing is kept', async () => {
    const { planId, planLineIds } = await plan();
    const [first = '', second = '', third = ''] = planLineIds;
    const input = { planId, seed: '11', trialCount: 20_000, target: cny('600.00') };
    const answer = await whatIf({
      ...input,
      changes: [
        { planLineId: first, probabilityBasisPoints: 10_000 },
        { planLineId: second, leftOut: true },
        { planLineId: third, target: cny('100.00'), closesOn: '2026-12-01', slipBasisPoints: [5_000, 5_000] },
      ],
      added: [{ target: cny('50.00'), probabilityBasisPoints: 2_000, closesOn: '2026-02-01' }],
    });
    // 500 for sure; 100 with .8 × .5 within the year; 50 with .2.
    expect(answer).toMatchObject({
      __typename: 'WhatIf',
      seed: '11',
      trialCount: 20_000,
      result: { weighted: cny('590.00'), exact: { hitProbability: '0.4000' } },
      unchanged: { weighted: cny('610.00'), exact: { hitProbability: '0.5400' } },
      difference: { weighted: { amount: '-20.00' } },
    });
    expect(amountsOf((answer['difference'] as Result)['bookings'])).toEqual([300, -150, -400]);
    expect(answer['lines']).toMatchObject([
      { isAdded: false, planLine: { id: third } },
      { isAdded: true, planLine: null },
      { isAdded: false, planLine: { id: first }, closedCount: 20_000, sensitivity: null },
    ]);
    const stored = await rehearsed(at.admin, input);
    expect(answer['unchanged']).toEqual(stored['result']);
    const { rehearsals } = await at.admin.query<{ rehearsals: Result }>(
      'query ($id: UUID!) { rehearsals(filter: { planId: $id }) { totalCount } }',
      { id: planId },
    );
    expect(rehearsals).toEqual({ totalCount: 1 });
  });

  it('without a change is the plan', async () => {
    const { planId } = await plan();
    const answer = await whatIf({ planId, trialCount: 1_000 });
    expect(answer['result']).toEqual(answer['unchanged']);
    expect(answer['difference']).toMatchObject({ hitProbability: '0.0000', weighted: { amount: '0.00' } });
  });

  it('is refused with all that is wrong', async () => {
    const { planId, planLineIds } = await plan();
    const [first, second] = planLineIds;
    const foreign = (await plan()).planLineId;
    const usd = { amount: '1.00', currency: 'USD' };
    const answer = await whatIf({
      planId,
      target: usd,
      changes: [
        { planLineId: first, closesOn: '2027-01-01', slipBasisPoints: [9_999] },
        { planLineId: first, target: cny('0.00') },
        { planLineId: foreign },
        { planLineId: second, leftOut: true, probabilityBasisPoints: 1, target: cny('1.00') },
      ],
      added: [{ target: usd, probabilityBasisPoints: 1, closesOn: '2025-12-31' }],
    });
    expect((answer['problems'] as Result[]).map((one) => one['path'])).toEqual([
      'target',
      'changes.0.closesOn',
      'changes.0.slipBasisPoints',
      'changes.1.planLineId',
      'changes.1.target',
      'changes.2.planLineId',
      'changes.3.target',
      'changes.3.probabilityBasisPoints',
      'added.0.target',
      'added.0.closesOn',
    ]);
    expect(await whatIf({ planId, trialCount: 20_001 })).toMatchObject({
      problems: [{ path: 'trialCount', message: 'must be from 1000 to 20000' }],
    });
    expect(await whatIf({ planId: uuidv7() })).toMatchObject({ __typename: 'NotFound', entity: 'Plan' });
    expect(await whatIf({ planId, changes: [{ planLineId: uuidv7() }] })).toMatchObject({ entity: 'PlanLine' });
    const grouped = { target: cny('1.00'), probabilityBasisPoints: 1, closesOn: '2026-02-01', correlationGroup: 'g' };
    expect(await whatIf({ planId, added: [grouped] })).toMatchObject({
      problems: [{ path: 'correlations', message: 'say how much the lines of g share' }],
    });
  });

  it('is tried by a few at once, and the others are told so', async () => {
    const { planId } = await plan();
    const ends: (() => void)[] = [];
    const others = Array.from({ length: mostAtOnce }, () =>
      takePlace(() => new Promise<void>((end) => ends.push(end))),
    );
    expect(await whatIf({ planId })).toMatchObject({ __typename: 'RehearsalBusy', code: 'REHEARSAL_BUSY' });
    ends.forEach((end) => end());
    await Promise.all(others);
    expect(await whatIf({ planId, trialCount: 1_000 })).toMatchObject({ __typename: 'WhatIf' });
  });

  it('is shown to who may plan, and sees the plan', async () => {
    const { planId } = await plan();
    expect(await whatIf({ planId, trialCount: 1_000 }, at.manager)).toMatchObject({ __typename: 'WhatIf' });
    const south = await at.service.as({ roles: ['MANAGER'], teams: ['south'] });
    expect(await whatIf({ planId }, south)).toMatchObject({ __typename: 'NotFound' });
    const rep = await at.repAs(uuidv7(), ['north']);
    const { errors } = await rep.raw(ask, { input: { planId } });
    expect(errors?.map(({ extensions }) => extensions?.['code'])).toEqual(['FORBIDDEN']);
  });
});
