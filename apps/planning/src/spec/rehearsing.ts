import { cny, connected, eventually, type GraphClient, mutate, type Result } from '@fivepoint/testing';
import { made, makePlan, makeProduct, mutations, placeOf, type PlanMade } from './house';

type Graph = Pick<GraphClient, 'query'>;

/** A line as a spec says it: its target in whole yuan, and what is expected of it. */
export interface LineSaid {
  target: number;
  probability: number;
  closesOn?: string;
  slip?: number[];
  group?: string;
  payments?: { basisPoints: number; lagMonths: number }[];
}

export interface PlanRehearsed extends PlanMade {
  planLineIds: string[];
}

const outlookOf = ({ probability, closesOn = '2026-03-15', slip, group, payments }: LineSaid) => ({
  probabilityBasisPoints: probability,
  closesOn,
  ...(slip && { slipBasisPoints: slip }),
  ...(group && { correlationGroup: group }),
  ...(payments && { payments }),
});

/** A plan of one account with these lines, one product each, and what is expected of each. */
export async function planWith(graph: Graph, lines: readonly LineSaid[], over: object = {}): Promise<PlanRehearsed> {
  const [first, ...others] = lines;
  const amounts = (target: number) => ({ target: cny(`${target}.00`), floor: cny('0.00') });
  const plan = await makePlan(graph, over, amounts(first?.target ?? 1));
  const planLineIds = [plan.planLineId];
  for (const { target } of others) {
    const line = { ...placeOf(plan), productId: await makeProduct(graph), ...amounts(target) };
    planLineIds.push(await made(graph, 'addPlanLine', line));
  }
  for (const [index, line] of lines.entries())
    await made(graph, 'recordLineOutlook', { planLineId: planLineIds[index], ...outlookOf(line) });
  return { ...plan, planLineIds };
}

/** A plan that takes a processor minutes to play through: as many lines as asked, each with a product of its own, all written at once. */
export async function vastPlan(
  graph: Graph,
  { superuserUrl, tenantId }: { superuserUrl: string; tenantId: string },
  lineCount = 5_000,
): Promise<PlanMade> {
  const plan = await planWith(graph, [{ target: 100, probability: 5000 }]);
  await connected(superuserUrl, async (client) => {
    await client.query('create temporary table fresh as select gen_random_uuid() as id from generate_series(1, $1)', [
      lineCount - 1,
    ]);
    for (const [table, own] of Object.entries({
      product: { id: 'f.id' },
      plan_line: { id: 'f.id', product_id: 'f.id' },
    }))
      await client.query(await copies(client, table, own), [
        tenantId,
        table === 'product' ? plan.productId : plan.planLineId,
      ]);
    const ofTheLine = { id: 'gen_random_uuid()', plan_line_id: 'f.id' };
    for (const [table, own] of Object.entries({
      plan_line_version: { ...ofTheLine, product_id: 'f.id' },
      line_outlook: ofTheLine,
    }))
      await client.query((await copies(client, table, own)).replace('t.id = $2', 't.plan_line_id = $2'), [
        tenantId,
        plan.planLineId,
      ]);
  });
  return plan;
}

type Client = Parameters<Parameters<typeof connected>[1]>[0];

/** Copies a row once for each fresh id, but for the columns that are its own. */
async function copies(client: Client, table: string, own: Readonly<Record<string, string>>): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    'select column_name as name from information_schema.columns where table_name = $1',
    [table],
  );
  const names = rows.map(({ name }) => name);
  const values = names.map((name) => own[name] ?? (name === 'external_id' ? 'null' : `t.${name}`));
  return `insert into ${table} (${names.join(', ')}) select ${values.join(', ')} from ${table} t, fresh f where t.tenant_id = $1 and t.id = $2`;
}

const percentiles = 'p10 { amount } p50 { amount } p90 { amount }';

/** Everything that a result of a rehearsal shows. */
export const resultFields = `weighted { amount currency } hitProbability bookings { ${percentiles} } cash { ${percentiles} }
  months { startsOn bookings { ${percentiles} } cash { ${percentiles} } }
  margins { confidenceBasisPoints margin { amount } }
  exact { hitProbability bookings { ${percentiles} } } exactMissingReason`;

const rehearsalFields = `id planVersion { number } status nextStatuses seed trialCount doneTrialCount startedAt finishedAt failureReason correlations { group basisPoints }
  result { ${resultFields} }
  lines { nodes { id closedCount sensitivity planLine { id } assumption { target { amount } probabilityBasisPoints closesOn slipBasisPoints correlationGroup
    payments { basisPoints lagMonths } } } }`;

export async function rehearsalOf(graph: Graph, id: string): Promise<Result> {
  const { rehearsal } = await graph.query<{ rehearsal: Result }>(
    `query ($id: UUID!) { rehearsal(id: $id) { ${rehearsalFields} } }`,
    { id },
  );
  return rehearsal;
}

export const untilStatus = (graph: Graph, id: string, status: string): Promise<Result> =>
  eventually(
    async () => {
      const rehearsal = await rehearsalOf(graph, id);
      expect(rehearsal).toMatchObject({ status });
      return rehearsal;
    },
    { timeoutMs: 120_000, everyMs: 100 },
  );

/** Starts a rehearsal and gives it once it is done. */
export async function rehearsed(graph: Graph, input: object): Promise<Result> {
  const started = await mutate(graph, mutations.startRehearsal, input);
  if (!started.id) throw new Error(`startRehearsal: ${JSON.stringify(started)}`);
  return untilStatus(graph, started.id, 'DONE');
}

/** The three percentiles of amounts, as whole yuan. */
export const amountsOf = (shown: unknown): number[] =>
  ['p10', 'p50', 'p90'].map((name) => Number((Reflect.get(Object(shown), name) as { amount: string }).amount));
