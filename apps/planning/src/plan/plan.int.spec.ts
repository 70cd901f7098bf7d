import { uuidv7 } from '@fivepoint/kernel';
import { cny, type Result, type TestPerson } from '@fivepoint/testing';
import { approvedPlan, house, made, makeAccount, makePlan, makeProduct, makeRep, mutations, run } from '../spec/house';

describe('plans', () => {
  const at = house();

  const planning2026 = { name: '2026 年度', startsOn: '2026-01-01', endsOn: '2026-12-31', currency: 'CNY' };

  describe('writing', () => {
    it("begins in DRAFT, for the author's one team unless it says otherwise", async () => {
      const expected = { __typename: 'Plan', status: 'DRAFT', version: 1, team: 'north', approvedAt: null };
      expect(await run(at.manager, 'createPlan', planning2026)).toMatchObject(expected);
      expect(await run(at.admin, 'createPlan', planning2026)).toMatchObject({ team: null });
      expect(await run(at.admin, 'createPlan', { ...planning2026, team: 'south' })).toMatchObject({ team: 'south' });
    });

    it('refuses a period that ends before it begins, a team that is not yours, and no currency at all', async () => {
      expect(await run(at.admin, 'createPlan', { ...planning2026, endsOn: '9999-12-31' })).toMatchObject({
        __typename: 'InvalidInput',
        problems: [{ path: 'endsOn' }],
      });
      for (const currency of ['cny', 'XXX'])
        expect(await run(at.admin, 'createPlan', { ...planning2026, currency })).toMatchObject({
          __typename: 'InvalidInput',
          problems: [{ path: 'currency' }],
        });
      const wrong = { ...planning2026, endsOn: '2025-12-31', currency: null, team: 'south' };
      expect(await run(at.manager, 'createPlan', wrong)).toMatchObject({
        __typename: 'InvalidInput',
        problems: [{ path: 'team' }, { path: 'endsOn' }, { path: 'currency' }],
      });
    });

    it('rolls up by product, exactly, over all its lines and not only those one may see', async () => {
      const { planId, productId, ownerId } = await makePlan(at.admin);
      const otherProduct = await makeProduct(at.admin);
      for (const [product, amount] of [
        [productId, '0.01'],
        [otherProduct, '0.02'],
        [otherProduct, '90071992547409.93'],
      ] as const) {
        const line = { planId, accountId: await makeAccount(at.admin), productId: product, ownerId };
        await made(at.admin, 'addPlanLine', { ...line, target: cny(amount), floor: cny('0') });
      }
      const south = await makeRep(at.admin, { team: 'south' });
      const hidden = { planId, accountId: await makeAccount(at.admin), productId, ownerId: south };
      await made(at.admin, 'addPlanLine', { ...hidden, target: cny('100.00'), floor: cny('0') });
      const { plan } = await at.manager.query<{ plan: Result }>(
        `query ($id: UUID!) { plan(id: $id) { lines { totalCount } totalTarget { amount }
          productTargets { product { id } target { amount } lineCount } } }`,
        { id: planId },
      );
      expect(plan).toEqual({
        lines: { totalCount: 4 },
        totalTarget: { amount: '90071994047509.96' },
        productTargets: [
          { product: { id: productId }, target: { amount: '1500100.01' }, lineCount: 3 },
          { product: { id: otherProduct }, target: { amount: '90071992547409.95' }, lineCount: 2 },
        ],
      });
    });
  });

  describe('who sees what', () => {
    it('shows a plan to its team, and to a rep of another team only the own lines', async () => {
      const { planId, planLineId } = await makePlan(at.admin);
      const ownerId = await makeRep(at.admin, { team: 'south' });
      const line = { planId, accountId: await makeAccount(at.admin), productId: await makeProduct(at.admin), ownerId };
      const ownLine = await made(at.admin, 'addPlanLine', { ...line, target: cny('2'), floor: cny('1') });
      const sees = async (person: Partial<TestPerson>) => {
        const answer = await (
          await at.service.as(person)
        ).query<Record<string, Result | null>>(
          'query ($p: UUID!, $a: UUID!, $b: UUID!) { plan(id: $p) { id } a: planLine(id: $a) { id } b: planLine(id: $b) { id } }',
          { p: planId, a: planLineId, b: ownLine },
        );
        return ['plan', 'a', 'b'].filter((field) => answer[field] !== null);
      };
      expect(await sees({ roles: ['REP'], repId: uuidv7(), teams: ['north'] })).toEqual(['plan', 'a']);
      expect(await sees({ roles: ['REP'], repId: ownerId, teams: ['south'] })).toEqual(['b']);
      expect(await sees({ roles: ['EXECUTIVE'] })).toEqual(['plan', 'a', 'b']);
      expect(await sees({ roles: ['PARTNER'], teams: ['north'] })).toEqual([]);
      expect(await sees({ roles: ['ADMIN'], tenantId: uuidv7() })).toEqual([]);
    });

    it('lets no rep write or approve plans', async () => {
      const rep = await at.service.as({ roles: ['REP'], teams: ['north'] });
      const { planId } = await makePlan(at.admin);
      for (const mutation of ['submitPlan', 'approvePlan', 'returnPlan', 'startPlan', 'closePlan'] as const) {
        const reason = mutation === 'returnPlan' && { reason: 'no growth' };
        const answer = await rep.raw(mutations[mutation], { input: { planId, ...reason } });
        expect(answer.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
      }
    });

    it('lists plans by status, team and day', async () => {
      const team = uuidv7();
      const draft = await made(at.admin, 'createPlan', { ...planning2026, team });
      const { planId } = await approvedPlan(at.admin, { team, startsOn: '2027-01-01', endsOn: '2027-06-30' });
      const listed = async (filter: object) =>
        (
          await at.admin.query<{ plans: { nodes: Result[] } }>(
            'query ($filter: PlanFilter) { plans(filter: $filter) { nodes { id } } }',
            { filter },
          )
        ).plans.nodes.map(({ id }) => id);
      expect(await listed({ team })).toEqual([planId, draft]);
      expect(await listed({ team, statuses: ['DRAFT', 'CLOSED'] })).toEqual([draft]);
      expect(await listed({ team, on: '2027-06-30' })).toEqual([planId]);
    });
  });
});
