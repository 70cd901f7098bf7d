import { contractsOfPlan, plantSales } from './attainment/plant-sales';
import { compare, withLargePlan } from './roll-ups/large-plan';
import { linesOfPlan } from './roll-ups/plant-plan';

/** By what the attainment of a plan is asked for, and the column by which somebody would add it up by hand. */
const dimensions = {
  LINE: 'id',
  OWNER: 'owner_id',
  TEAM: 'team',
  PRODUCT: 'product_id',
  ACCOUNT: 'account_id',
  MONTH: 'null::uuid',
} as const;
type By = keyof typeof dimensions;

const figures = `target { amount } floor { amount } booked { amount } contractCount collected { amount } attainment paceDifference { amount }`;
const forecasts = 'forecast { amount { amount } rate } cashForecast { amount { amount } }';

const query = (fields: string): string =>
  `query ($id: UUID!, $by: AttainmentBy!) { plan(id: $id) { attainment(by: $by) { adjustment { amount } total { ${fields} } hidden { ${fields} }
    rows(first: 100) { totalCount nodes { ${fields} } pageInfo { endCursor } } } } }`;

const payouts = `query ($id: UUID!) { plan(id: $id) { payouts { total { amount } rows(first: 100) { totalCount nodes { booked { amount } payout { amount } } } } } }`;

/** The sums alone, of all that is in the plan's currency and period: nobody's sight, no version of another day, no months without anything. */
const sumsByHand = (by: By): string => {
  const [key, month] = [
    dimensions[by],
    (day: string) => (by === 'MONTH' ? `to_char(${day}, 'YYYY-MM')` : `l.${dimensions[by]}`),
  ];
  const keyOfLine = by === 'LINE' ? 'plan_line_id' : key;
  return `select key, sum(target), sum(floor), sum(booked), sum(contracts), sum(collected) from (
      select ${keyOfLine}::text as key, target_minor as target, floor_minor as floor, 0 as booked, 0 as contracts, 0 as collected
      from plan_line_version where tenant_id = $1 and plan_version_id = $2
      union all
      select ${month('b.signed_on')}::text, 0, 0, b.amount_minor, 1, 0
      from plan_line l join booked_contract b on b.tenant_id = $1 and b.plan_line_id = l.id
      where l.tenant_id = $1 and l.plan_id = $2 and b.amount_currency = 'CNY' and b.signed_on between '2026-01-01' and '2026-12-31'
      union all
      select ${month('c.received_on')}::text, 0, 0, 0, 0, c.amount_minor
      from plan_line l join collected_payment c on c.tenant_id = $1 and c.plan_line_id = l.id
      where l.tenant_id = $1 and l.plan_id = $2 and c.amount_currency = 'CNY' and c.received_on between '2026-01-01' and '2026-12-31'
    ) piece group by key order by 2 desc limit 100`;
};

/**
 * The attainment of a whole plan, 2,000 accounts and 10,000 lines with 20,000 contracts, 40,000 payments and 10,000 open deals, through the gateway,
 * beside the plain SQL that adds the same up, turn about in one go; then with both forecasts, and what its reps are paid. About two minutes.
 */
export async function benchAttainment(): Promise<void> {
  await withLargePlan(async ({ planId, ask, byHand }) => {
    console.log(`  with ${contractsOfPlan} contracts, twice as many payments and ${linesOfPlan} open deals`);
    const counted = `"contractCount":${contractsOfPlan}`;
    const all = Object.keys(dimensions) as By[];
    const row = (name: string, by: By, body: string, words: string) =>
      compare(
        name,
        () => ask(body, { id: planId, by }, words),
        () => byHand(sumsByHand(by), [planId]),
        20,
      );
    for (const by of all) await row(by, by, query(figures), counted);
    for (const by of all) await row(`${by}, forecasts`, by, query(`${figures} ${forecasts}`), counted);
    await compare(
      'payouts',
      () => ask(payouts, { id: planId }, '"totalCount":60'),
      () => byHand(sumsByHand('OWNER'), [planId]),
      20,
    );
  }, plantSales);
}
