import { narrow, type Viewer, visibleRows } from '@fivepoint/service';
import type { EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { LifecyclePoint } from '../step-template/step-template';
import { StepGap } from './step-gap';
import type { StepGapFilter } from './step-gap.inputs';
import { StepGapList } from './step-gap.list';
import { AccountGaps, OwnerGaps, PointGaps, StepGapTotals } from './step-gap-totals';

/** Of owners and accounts those with most gaps: who has more of them looks at the list. */
const mostShown = 100;

interface Counted {
  key: string;
  gapCount: number;
  earliestDueOn: string;
}

/**
 * The gaps that the viewer may see, counted by point, owner and account (capability X11); three statements, whatever their number.
 * @param filter with the day that it is asked on, `gapsAsOfToday`
 */
export async function countStepGaps(
  manager: EntityManager,
  viewer: Viewer,
  filter: StepGapFilter,
): Promise<StepGapTotals> {
  const by = (column: string) => counted(manager, viewer, filter, column);
  const points = await by('point');
  const owners = await by('owner_id');
  const accounts = await by('account_id');
  const ofPoint = (point: string) => points.find(({ key }) => key === point);
  return Object.assign(new StepGapTotals(), {
    gapCount: points.reduce((sum, { gapCount }) => sum + gapCount, 0),
    points: Object.values(LifecyclePoint).flatMap((point) => {
      const of = ofPoint(point);
      return of ? [Object.assign(new PointGaps(), { point, ...numbers(of) })] : [];
    }),
    owners: owners.map((of) => Object.assign(new OwnerGaps(), { ownerId: of.key, ...numbers(of) })),
    accounts: accounts.map((of) => Object.assign(new AccountGaps(), { accountId: of.key, ...numbers(of) })),
  });
}

const numbers = ({ gapCount, earliestDueOn }: Counted) => ({ gapCount, earliestDueOn });

function counted(manager: EntityManager, viewer: Viewer, filter: StepGapFilter, column: string): Promise<Counted[]> {
  const gaps = visibleRows(manager, StepGap, viewer);
  narrow(gaps as SelectQueryBuilder<ObjectLiteral>, filter, StepGapList.where);
  return gaps
    .andWhere(`e.${column} is not null`)
    .select(`e.${column}::text`, 'key')
    .addSelect('count(*)::int', 'gapCount')
    .addSelect('min(e.due_on)::text', 'earliestDueOn')
    .groupBy(`e.${column}`)
    .orderBy('count(*)', 'DESC')
    .addOrderBy('min(e.due_on)')
    .addOrderBy(`e.${column}`)
    .limit(mostShown)
    .getRawMany<Counted>();
}
