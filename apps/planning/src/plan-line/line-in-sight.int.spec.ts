import { appDataSource, type Identity, seesAllIn, seesOwned, visibleRows } from '@fivepoint/service';
import { cny } from '@fivepoint/testing';
import type { DataSource } from 'typeorm';
import { PlanLineVersion } from '../plan-version/plan-line-version';
import { planning } from '../service';
import { house, made, makeAccount, makePlan, makeRep } from '../spec/house';
import { lineInSight, lineSeen, sightOf } from './line-in-sight';
import { PlanLine } from './plan-line';

type Whose = Pick<PlanLine, 'id' | 'ownerId' | 'team'>;

describe('who sees a plan line', () => {
  const at = house();
  let dataSource: DataSource;
  let lines: Whose[];

  beforeAll(async () => {
    const { planId, productId } = await makePlan(at.admin);
    for (const team of ['north', 'south']) {
      const ownerId = await makeRep(at.admin, { team });
      const accountId = await makeAccount(at.admin, { ownerId });
      await made(at.admin, 'addPlanLine', {
        ...{ planId, accountId, productId, ownerId, target: cny('2.00'), floor: cny('1.00') },
      });
    }
    dataSource = await appDataSource(at.service.superuserUrl, planning.entities, 2).initialize();
    lines = await dataSource.manager.find(PlanLine, { order: { id: 'ASC' } });
  });
  afterAll(() => dataSource.destroy());

  const roleSets: Identity['roles'][] = [
    ...[[], ['PARTNER'], ['REP'], ['MANAGER'], ['PRESALES'], ['FINANCE'], ['CSM'], ['EXECUTIVE'], ['ADMIN']],
    ...[
      ['PARTNER', 'REP'],
      ['PARTNER', 'FINANCE'],
    ],
  ] as Identity['roles'][];

  const people = (): Identity[] =>
    roleSets.flatMap((roles) =>
      [null, at.service.tenantId, ...lines.map(({ ownerId }) => ownerId)].flatMap((repId) =>
        [[], ['north'], ['south'], ['north', 'south'], ['west']].map((teams) => ({
          ...{ tenantId: at.service.tenantId, userId: 'somebody', repId, roles, teams },
        })),
      ),
    );

  const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

  it('is said alike of a line at hand, of the rows of a list, in any statement and of what a version says', async () => {
    const { manager } = dataSource;
    const viewed = new Set<number>();
    for (const identity of people()) {
      const viewer = { identity, seesAll: seesAllIn.planning };
      const seen = idsOf(lines.filter((line) => seesOwned(viewer, line)));
      viewed.add(seen.length);
      const { sql, parameters } = lineSeen('l', identity);
      const places: { id: string; seen: boolean }[] = await manager.query(
        `select l.id, ${lineInSight('l', 2)} as seen from plan_line l where l.tenant_id = $1 order by l.id`,
        [identity.tenantId, ...sightOf(identity)],
      );
      const names = manager.createQueryBuilder(PlanLine, 'l').where(sql, parameters).orderBy('l.id');
      const versions = visibleRows(manager, PlanLineVersion, viewer).orderBy('e.plan_line_id');
      expect({
        identity,
        byPlace: idsOf(places.filter((line) => line.seen)),
        byName: idsOf(await names.getMany()),
        ofAList: idsOf(await visibleRows(manager, PlanLine, viewer).orderBy('e.id').getMany()),
        ofAVersion: (await versions.getMany()).map(({ planLineId }) => planLineId),
      }).toEqual({ identity, byPlace: seen, byName: seen, ofAList: seen, ofAVersion: seen });
    }
    expect([...viewed].sort()).toEqual([0, 1, 2, 3]);
  });

  it('is never left open: what has nobody is seen by who sees all, as of a line at hand', async () => {
    const nobodys = { ownerId: null, team: null };
    for (const identity of people()) {
      const [row] = (await dataSource.query(
        `select ${lineInSight('l', 1)} as seen from (select null::uuid as owner_id, null::text as team) l`,
        sightOf(identity),
      )) as [{ seen: unknown }];
      expect([identity, row.seen]).toEqual([identity, seesOwned({ identity, seesAll: seesAllIn.planning }, nobodys)]);
    }
  });
});
