import { uuidv7 } from '@fivepoint/kernel';
import type { Identity } from '@fivepoint/service';
import { appDataSource, runCommand } from '@fivepoint/service';
import type { Result } from '@fivepoint/testing';
import { registerTenant } from '../service';
import { planning } from '../service';
import { house, made, makeAccount, makeRep, makeStepTemplate, run } from '../spec/house';
import { shippedTemplates } from './shipped-step-templates';

describe('templates of steps (X01–X07, X10)', () => {
  const at = house();
  const told = async (stepKey: string) =>
    (await at.service.published('fivepoint.planning.step-templates-defined.v1')).flatMap(({ data }) =>
      data.templates.filter((template) => template.stepKey === stepKey),
    );
  const demo = (stepKey: string) => ({
    point: 'WIN',
    stepKey,
    place: 5,
    action: '解码需求',
    requiredInputs: ['互动记录'],
    requiredOutputs: ['需求清单', '优先级'],
    leastDegree: 70,
    startDays: 21,
    dueDays: 45,
    ownerRole: 'PRESALES',
    required: false,
  });

  it('are the company’s own from its first day: those of the method, told to all services', async () => {
    const tenantId = uuidv7();
    const identity: Identity = { tenantId, userId: 'command line', repId: null, roles: ['ADMIN'], teams: [] };
    const cause = { identity, now: new Date('2026-06-15T04:00:00Z'), requestId: uuidv7(), correlationId: uuidv7() };
    const settings = { service: planning.name, seesAll: [], timeZoneOf: async () => 'UTC' };
    const commandLine = await appDataSource(at.service.superuserUrl, planning.entities, 1).initialize();
    const company = { name: '华信', timeZone: 'Asia/Shanghai', currency: 'CNY' };
    try {
      for (let time = 0; time < 2; time++)
        await runCommand(commandLine, settings, cause, 'registerTenant', {}, (command) =>
          registerTenant(command, company),
        );
    } finally {
      await commandLine.destroy();
    }
    const graph = await at.service.as({ tenantId, roles: ['REP'] });
    const { stepTemplates } = await graph.query<{ stepTemplates: { totalCount: number; nodes: Result[] } }>(
      `{ stepTemplates(filter: { points: [ACQUIRE], isRetired: false }, first: 100) { totalCount nodes { place stepKey edition requiredOutputs } } }`,
    );
    const shipped = shippedTemplates.filter(({ point }) => point === 'ACQUIRE');
    expect(stepTemplates.nodes).toEqual(
      shipped.map(({ place, stepKey, requiredOutputs }) => ({ place, stepKey, edition: 1, requiredOutputs })),
    );
    const [event, ...more] = (await at.service.published('fivepoint.planning.step-templates-defined.v1')).filter(
      (one) => one.tenantId === tenantId,
    );
    expect(more).toEqual([]);
    expect(event?.key).toBe(tenantId);
    expect(event?.data.templates.map(({ point, stepKey }) => `${point} ${stepKey}`).sort()).toEqual(
      shippedTemplates.map(({ point, stepKey }) => `${point} ${stepKey}`).sort(),
    );
  });

  it('are defined anew in editions: the one before goes out of use and stays as it was', async () => {
    const key = `step-${uuidv7()}`;
    const first = await run(at.admin, 'defineStepTemplate', demo(key));
    expect(first).toMatchObject({ ...demo(key), edition: 1, retiredAt: null });
    const changed = { ...demo(key), requiredOutputs: ['需求清单'], dueDays: 30, required: true };
    const second = await run(at.admin, 'defineStepTemplate', changed);
    expect(second).toMatchObject({ ...changed, edition: 2, retiredAt: null });
    expect(second.id).not.toBe(first.id);
    const { stepTemplates } = await at.admin.query<{ stepTemplates: { nodes: Result[] } }>(
      'query ($key: String) { stepTemplates(filter: { stepKey: $key }) { nodes { id edition dueDays requiredOutputs retiredAt } } }',
      { key },
    );
    expect(stepTemplates.nodes).toEqual([
      {
        id: first.id,
        edition: 1,
        dueDays: 45,
        requiredOutputs: ['需求清单', '优先级'],
        retiredAt: '2026-06-15T04:00:00.000Z',
      },
      { id: second.id, edition: 2, dueDays: 30, requiredOutputs: ['需求清单'], retiredAt: null },
    ]);
    expect((await told(key)).map(({ edition, retired, dueDays }) => [edition, retired, dueDays])).toEqual([
      [1, false, 45],
      [1, true, 45],
      [2, false, 30],
    ]);
  });

  it('have one edition in use, also when two define at the same moment', async () => {
    const key = `step-${uuidv7()}`;
    const both = await Promise.all([1, 2].map(() => run(at.admin, 'defineStepTemplate', demo(key))));
    expect(both.map((template) => template['edition']).sort()).toEqual([1, 2]);
    const { stepTemplates } = await at.admin.query<{ stepTemplates: { nodes: Result[] } }>(
      'query ($key: String) { stepTemplates(filter: { stepKey: $key, isRetired: false }) { nodes { edition } } }',
      { key },
    );
    expect(stepTemplates.nodes).toEqual([{ edition: 2 }]);
  });

  it('can go out of use: steps that have begun go on, and no other begins', async () => {
    const [stepTemplateId, ownerId] = [await makeStepTemplate(at.admin), await makeRep(at.admin)];
    const accountId = await makeAccount(at.admin, { ownerId });
    const stepId = await made(at.admin, 'planStep', { stepTemplateId, accountId });
    const retired = await run(at.admin, 'retireStepTemplate', { stepTemplateId, expectedVersion: 1 });
    expect(retired).toMatchObject({ id: stepTemplateId, retiredAt: '2026-06-15T04:00:00.000Z' });
    expect(await run(at.admin, 'retireStepTemplate', { stepTemplateId })).toMatchObject({
      problems: [{ path: 'stepTemplateId', message: 'is out of use already' }],
    });
    expect(await run(at.admin, 'planStep', { stepTemplateId, accountId })).toMatchObject({
      problems: [{ path: 'stepTemplateId', message: 'is out of use; take the edition that is in use' }],
    });
    expect(await run(at.admin, 'recordStepProgress', { stepId, degree: 10 })).toMatchObject({ degree: 10 });
  });

  it('are refused with all that is wrong', async () => {
    const wrong = { ...demo('Not a key'), requiredInputs: ['', 'x'], leastDegree: 101, place: 0 };
    const refused = await run(at.admin, 'defineStepTemplate', wrong);
    const { problems } = refused as unknown as { problems: { path: string }[] };
    expect(problems.map(({ path }) => path).sort()).toEqual(['leastDegree', 'place', 'requiredInputs', 'stepKey']);
    const rules = { ...demo(`step-${uuidv7()}`), requiredInputs: ['纪要 ', ' 纪要'], startDays: 46 };
    expect(await run(at.admin, 'defineStepTemplate', rules)).toMatchObject({
      problems: [{ path: 'requiredInputs' }, { path: 'dueDays', message: 'must not be fewer than startDays, 46' }],
    });
    expect(await run(at.admin, 'retireStepTemplate', { stepTemplateId: uuidv7() })).toMatchObject({
      __typename: 'NotFound',
      entity: 'StepTemplate',
    });
  });
});
