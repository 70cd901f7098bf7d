import { connected, eventually, type Result } from '@fivepoint/testing';
import { DataSource } from 'typeorm';
import { WorkOfEndedLines1000000034300 } from '../migrations/1000000034300-work-of-ended-lines';
import { approvedPlan, house, made, makeStepTemplate, type PlanMade } from '../spec/house';

describe('what is open for lines that ended before it was called off with them', () => {
  const at = house();

  const workFor = async ({ planLineId }: PlanMade) => {
    const stepTemplateId = await makeStepTemplate(at.admin);
    const due = { plannedOn: '2026-06-01', dueOn: '2026-06-12' };
    return {
      stepId: await made(at.admin, 'planStep', { stepTemplateId, planLineId, ...due }),
      cardId: await made(at.admin, 'addWarGameCard', {
        ...{ planLineId, side: 'RIVAL', move: '降价 12 %', answer: '加送培训', trigger: '重新招标' },
      }),
    };
  };
  const workOf = (ids: { stepId: string; cardId: string }) =>
    at.admin.query<{ step: Result; warGameCard: Result }>(
      `query ($stepId: UUID!, $cardId: UUID!) { step(id: $stepId) { status cancelReason } warGameCard(id: $cardId) { status outcome } }`,
      ids,
    );
  const calledOff = (why: string) => ({
    step: { status: 'CANCELLED', cancelReason: why },
    warGameCard: { status: 'CLOSED', outcome: why },
  });

  it('is called off as with a line that ends now, told and audited; what goes on stays', async () => {
    const [withdrawn, closed, counting] = [
      await approvedPlan(at.admin),
      await approvedPlan(at.admin),
      await approvedPlan(at.admin),
    ];
    const [ofWithdrawn, ofClosed, ofCounting] = [
      await workFor(withdrawn),
      await workFor(closed),
      await workFor(counting),
    ];
    // As the code before left them.
    await connected(at.service.superuserUrl, async (client) => {
      await client.query(`update plan_line set standing = 'WITHDRAWN' where id = $1`, [withdrawn.planLineId]);
      await client.query(`update plan set status = 'CLOSED' where id = $1`, [closed.planId]);
    });
    const owner = await new DataSource({ type: 'postgres', url: at.service.superuserUrl }).initialize();
    await new WorkOfEndedLines1000000034300().up(owner.createQueryRunner());
    await owner.destroy();

    await eventually(async () => {
      expect(await workOf(ofWithdrawn)).toEqual(calledOff('The plan line was withdrawn.'));
      expect(await workOf(ofClosed)).toEqual(calledOff('The plan was closed.'));
    });
    expect(await workOf(ofCounting)).toEqual({
      step: { status: 'PLANNED', cancelReason: null },
      warGameCard: { status: 'OPEN', outcome: null },
    });
    const told = await at.service.published('fivepoint.planning.step-changed.v1');
    const last = (stepId: string) => told.filter(({ subject }) => subject === stepId).at(-1)?.data;
    for (const { stepId } of [ofWithdrawn, ofClosed])
      expect(last(stepId)).toMatchObject({ status: 'CANCELLED', done: true });
    const { rows } = await connected(at.service.superuserUrl, (client) =>
      client.query<{ mutation: string }>('select mutation from audit_entry where changes @> $1', [
        JSON.stringify([{ id: ofClosed.stepId, after: { status: 'CANCELLED' } }]),
      ]),
    );
    expect(rows).toEqual([{ mutation: 'work of ended plan lines' }]);
  });
});
