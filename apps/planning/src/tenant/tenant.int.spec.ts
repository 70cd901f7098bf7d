import { uuidv7 } from '@fivepoint/kernel';
import { appDataSource, type Identity, InvalidInput, runCommand } from '@fivepoint/service';
import { type Result, serviceUnderTest, type ServiceUnderTest, whileLocked } from '@fivepoint/testing';
import type { DataSource } from 'typeorm';
import { planning, type RegisterTenant, registerTenant } from '../service';
import { makePlan, run } from '../spec/house';
import { shippedSkills } from '../skill/skill';
import { Tenant } from './tenant';

const huaxin = { name: '华信通信设备有限公司', timeZone: 'Asia/Shanghai', currency: 'CNY' };

describe('a tenant', () => {
  let service: ServiceUnderTest;
  let commandLine: DataSource;
  const now = new Date('2026-06-30T17:00:00Z');

  beforeAll(async () => {
    service = await serviceUnderTest(planning, { now: () => now });
    commandLine = await appDataSource(service.superuserUrl, planning.entities, 2).initialize();
  });
  afterAll(async () => {
    await commandLine.destroy();
    await service.stop();
  });

  /** As the command line does it: no mutation leads to `registerTenant`. */
  function registered(tenantId: string, input: RegisterTenant) {
    const identity: Identity = { tenantId, userId: 'command line', repId: null, roles: ['ADMIN'], teams: [] };
    const cause = { identity, now, requestId: uuidv7(), correlationId: uuidv7() };
    const settings = { service: planning.name, seesAll: [], timeZoneOf: async () => 'UTC' };
    return runCommand(commandLine, settings, cause, 'registerTenant', input, (command) =>
      registerTenant(command, input),
    );
  }
  const announced = async (tenantId: string) =>
    (await service.published('fivepoint.planning.tenant-registered.v1')).filter(({ key }) => key === tenantId);

  it('is registered by the command line, once, and told to all services', async () => {
    const tenantId = uuidv7();
    expect(await registered(tenantId, huaxin)).toBeInstanceOf(Tenant);
    expect(await registered(tenantId, huaxin)).toMatchObject({ id: tenantId, ...huaxin });
    expect(await announced(tenantId)).toMatchObject([{ subject: tenantId, tenantId, data: { tenantId, ...huaxin } }]);
    const other = await registered(tenantId, { ...huaxin, currency: 'USD' });
    expect(other).toBeInstanceOf(InvalidInput);
    expect(other).toMatchObject({
      problems: [{ path: 'currency', message: expect.stringContaining('CNY') as string }],
    });
  });

  it('begins with the plays that are shipped, and adds its own', async () => {
    const tenantId = uuidv7();
    await registered(tenantId, huaxin);
    await registered(tenantId, huaxin);
    const admin = await service.as({ tenantId });
    await run(admin, 'registerPlay', { name: '高层互访', action: '高层互访' });
    const { plays } = await admin.query<{ plays: { nodes: Result[] } }>(
      '{ plays(orderBy: { field: CREATED_AT }) { nodes { name } } }',
    );
    expect(plays.nodes.map((play) => play['name'])).toEqual([
      '推荐产品',
      '标杆样品',
      '示范项目',
      '关键关系',
      '高层互访',
    ]);
  });

  it('begins with the shipped skills, once', async () => {
    const tenantId = uuidv7();
    for (let time = 0; time < 2; time++) await registered(tenantId, huaxin);
    const { skills } = await (
      await service.as({ tenantId })
    ).query<{ skills: { nodes: Result[] } }>(
      '{ skills(orderBy: { field: CREATED_AT }) { nodes { name description } } }',
    );
    expect(skills.nodes).toEqual(shippedSkills);
  });

  it('is registered once, also when two set it up at the same moment', async () => {
    const tenantId = uuidv7();
    const held = 'lock table tenant in share row exclusive mode';
    const both = await whileLocked(service.superuserUrl, held, [], async (waiting) => {
      const answers = [registered(tenantId, huaxin), registered(tenantId, huaxin)];
      await waiting(2);
      return { answers };
    });
    for (const tenant of await Promise.all(both.answers)) expect(tenant).toMatchObject({ id: tenantId, ...huaxin });
    expect(await announced(tenantId)).toHaveLength(1);
  });

  it('is seen by everybody in it, but not by partners and other companies', async () => {
    const tenantId = uuidv7();
    await registered(tenantId, huaxin);
    const sees = async (person: Parameters<ServiceUnderTest['as']>[0]) =>
      (await (await service.as(person)).query<{ tenant: Result | null }>('{ tenant { id name timeZone currency } }'))
        .tenant;
    for (const role of ['REP', 'MANAGER', 'FINANCE', 'CSM', 'DELIVERY', 'PRESALES', 'EXECUTIVE', 'ADMIN'])
      expect(await sees({ tenantId, roles: [role] })).toEqual({ id: tenantId, ...huaxin });
    expect(await sees({ tenantId, roles: ['PARTNER'] })).toBeNull();
    expect(await sees({ tenantId: uuidv7(), roles: ['ADMIN'] })).toBeNull();
  });

  it('decides what day it is, and the currency of its plans', async () => {
    const [shanghai, london] = [uuidv7(), uuidv7()];
    await registered(shanghai, huaxin);
    await registered(london, { name: 'Acme Ltd', timeZone: 'Europe/London', currency: 'GBP' });
    // It is 1 July in Shanghai already, and still 30 June in London.
    const today = async (tenantId: string) => (await service.as({ tenantId })).query('{ tenant { today } }');
    expect(await today(shanghai)).toEqual({ tenant: { today: '2026-07-01' } });
    expect(await today(london)).toEqual({ tenant: { today: '2026-06-30' } });
    const started = async (tenantId: string, currency: string) => {
      const admin = await service.as({ tenantId });
      const amounts = { target: { amount: '2', currency }, floor: { amount: '1', currency } };
      const { planId } = await makePlan(admin, { currency: undefined, startsOn: '2026-07-01' }, amounts);
      await run(admin, 'submitPlan', { planId });
      return run(admin, 'approvePlan', { planId });
    };
    expect(await started(shanghai, 'CNY')).toMatchObject({ status: 'IN_FORCE', currency: 'CNY' });
    expect(await started(london, 'GBP')).toMatchObject({ status: 'APPROVED', currency: 'GBP' });
  });
});
