import { compare, withLargePlan } from './roll-ups/large-plan';
import { linesOfPlan } from './roll-ups/plant-plan';

/** By what a plan is rolled up, and the SQL that somebody would write by hand for the sums alone: nobody's sight, no levels above the first. */
const dimensions = {
  PRODUCT: 'product_id',
  TEAM: 'team',
  OWNER: 'owner_id',
  ACCOUNT: 'account_id',
  GROUP: 'account_id',
  PROVINCE: 'account_id',
} as const;

const query = `query ($id: UUID!, $by: RollUpBy!) { plan(id: $id) { rollUp(by: $by) { total { target { amount } lineCount }
  rows(first: 100) { totalCount nodes { target { amount } floor { amount } stretch { amount } lineCount } pageInfo { endCursor } } } } }`;

const sumsBy = (column: string): string =>
  `select ${column}, count(*), sum(target_minor), sum(floor_minor), sum(coalesce(stretch_minor, target_minor))
   from plan_line_version where tenant_id = $1 and plan_version_id = $2 group by 1 order by 3 desc limit 100`;

/**
 * Roll-ups of a whole plan, 2,000 accounts and 10,000 lines, through the gateway, beside the plain SQL that adds its lines up by one column, turn
 * about in one go. Absolute figures depend on the machine; ratios hold. About a minute.
 */
export async function benchRollUps(): Promise<void> {
  await withLargePlan(async ({ planId, ask, byHand }) => {
    for (const [by, column] of Object.entries(dimensions))
      await compare(
        by,
        () => ask(query, { id: planId, by }, `"lineCount":${linesOfPlan}`),
        () => byHand(sumsBy(column), [planId]),
      );
  });
}
