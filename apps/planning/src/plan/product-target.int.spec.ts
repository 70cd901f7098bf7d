import { uuidv7 } from '@fivepoint/kernel';
import { cny, type Result } from '@fivepoint/testing';
import { house, made, makeAccount, makePlan, makeProduct, run } from '../spec/house';

describe('the target of a product in a plan (P21)', () => {
  const at = house();

  const productTargets = async (planId: string) => {
    const { plan } = await at.admin.query<{ plan: { productTargets: Result[] } }>(
      `query ($id: UUID!) { plan(id: $id) { productTargets { product { id } target { amount } lineCount productTarget { amount } difference { amount } } } }`,
      { id: planId },
    );
    return plan.productTargets;
  };
  const fix = (planId: string, productId: string, amount: string | null, over: object = {}) =>
    run(at.admin, 'fixProductTarget', { planId, productId, target: amount && cny(amount), ...over });

  it('is set first; the sum of its lines, the target and the difference stand beside each other', async () => {
    const { planId, productId, ownerId } = await makePlan(at.admin);
    const other = await makeProduct(at.admin);
    const before = await fix(planId, productId, '2000000.00', { expectedVersion: 2 });
    expect(before).toMatchObject({ __typename: 'Plan', version: 3 });
    expect(await fix(planId, productId, '2000000.00')).toMatchObject({ version: 3 });
    expect(await fix(planId, other, '0.01')).toMatchObject({ version: 4 });
    const product = (id: string, target: string, lineCount: number, own: string | null, difference: string | null) => ({
      product: { id },
      target: { amount: target },
      lineCount,
      productTarget: own && { amount: own },
      difference: difference && { amount: difference },
    });
    expect(await productTargets(planId)).toEqual([
      product(productId, '1500000.00', 1, '2000000.00', '-500000.00'),
      product(other, '0.00', 0, '0.01', '-0.01'),
    ]);
    const line = { planId, productId: other, ownerId, accountId: await makeAccount(at.admin), floor: cny('0') };
    await made(at.admin, 'addPlanLine', { ...line, target: cny('0.03') });
    await fix(planId, productId, null);
    expect(await fix(planId, productId, null)).toMatchObject({ version: 6 });
    expect(await productTargets(planId)).toEqual([
      product(productId, '1500000.00', 1, null, null),
      product(other, '0.03', 1, '0.01', '0.02'),
    ]);
  });

  it('is what its lines must add up to, or the plan is not handed in, with each difference', async () => {
    const { planId, planLineId, productId } = await makePlan(at.admin);
    const other = await makeProduct(at.admin, { name: '蓄电池' });
    const third = await makeProduct(at.admin);
    await fix(planId, productId, '1500000.01');
    await fix(planId, other, '9.00');
    await fix(planId, third, '1.00');
    await fix(planId, third, null);
    const refused = await run(at.admin, 'submitPlan', { planId });
    expect(refused).toMatchObject({ __typename: 'GateNotMet', gate: 'PLAN_SUBMISSION' });
    const missing = refused['missing'] as string[];
    expect(missing).toHaveLength(2);
    expect(missing).toContain('lines for 蓄电池 that add up to its target of 9.00; they add up to 0.00, 9.00 short');
    expect(missing.join()).toContain('they add up to 1500000.00, 0.01 short');
    await fix(planId, other, null);
    await made(at.admin, 'updatePlanLine', { planLineId, target: cny('1500000.01') });
    expect(await run(at.admin, 'submitPlan', { planId })).toMatchObject({ status: 'SUBMITTED' });
    expect(await fix(planId, productId, '1.00')).toEqual({ __typename: 'PlanNotDraft', status: 'SUBMITTED' });
  });

  it('goes into a revision, and changes there only', async () => {
    const { planId, planLineId, productId } = await makePlan(at.admin);
    await fix(planId, productId, '1500000.00');
    await made(at.admin, 'submitPlan', { planId });
    await made(at.admin, 'approvePlan', { planId });
    await made(at.admin, 'revisePlan', { planId, reason: 'less' });
    await made(at.admin, 'updatePlanLine', { planLineId, target: cny('1400000.00') });
    expect(await run(at.admin, 'submitPlan', { planId })).toMatchObject({ gate: 'PLAN_SUBMISSION' });
    await fix(planId, productId, '1400000.00');
    expect(await productTargets(planId)).toMatchObject([{ productTarget: { amount: '1500000.00' } }]);
    const { plan } = await at.admin.query<{ plan: Result }>(
      'query ($id: UUID!) { plan(id: $id) { openRevision { productTargets { target { amount } productTarget { amount } difference { amount } } } } }',
      { id: planId },
    );
    const equal = { amount: '1400000.00' };
    expect(plan['openRevision']).toEqual({
      productTargets: [{ target: equal, productTarget: equal, difference: { amount: '0.00' } }],
    });
    expect(await run(at.admin, 'submitPlan', { planId })).toMatchObject({ __typename: 'Plan' });
  });

  it('is refused in another currency, not above zero, and for what is not there', async () => {
    const { planId, productId } = await makePlan(at.admin);
    const paths = async (amount: object) =>
      (await fix(planId, productId, null, { target: amount }))['problems'] as Result[];
    expect(await paths({ amount: '1', currency: 'USD' })).toMatchObject([{ path: 'target' }]);
    expect(await paths({ amount: '0', currency: 'CNY' })).toMatchObject([{ path: 'target' }]);
    expect(await fix(planId, planId, '1.00')).toMatchObject({ entity: 'Product' });
    expect(await fix(uuidv7(), productId, '1.00')).toMatchObject({ entity: 'Plan' });
    expect(await fix(planId, productId, '1.00', { expectedVersion: 1 })).toMatchObject({ actualVersion: 2 });
  });
});
