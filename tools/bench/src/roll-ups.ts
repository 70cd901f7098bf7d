import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { demoTenant } from '../../demo/src/demo-people';
import { loadDemo } from '../../demo/src/load-demo';
import { type House, startHouse } from '../../dev/src/house';
import { progress } from '../../dev/src/progress';
import { postgresFolder } from '../../local/src/settings';
import { createServiceDatabase, discardCluster } from '../../postgres/src/index';
import { at, sorted } from './house/measure';
import { accountsOfPlan, linesOfPlan, plantPlan } from './roll-ups/plant-plan';

/** By what a plan is rolled up, and the SQL that somebody would write by hand for the sums alone: nobody's sight, no levels above the first. */
const dimensions = {
  PRODUCT: 'product_id',
  TEAM: 'team',
  OWNER: 'owner_id',
  ACCOUNT: 'account_id',
  GROUP: null,
  PROVINCE: null,
} as const;
type By = keyof typeof dimensions;

const rounds = 60;
const warmUp = 20;

/**
 * Roll-ups of a whole plan, 2,000 accounts and 10,000 lines, through the gateway, beside the plain SQL that adds its lines up by one column, turn
 * about in one go. Absolute figures depend on the machine; ratios hold. About a minute.
 */
export async function benchRollUps(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'fivepoint-bench-'));
  const house = await startHouse({
    ...{ dataDir, port: 0, logLevel: 'error' },
    ...{ step: progress(console.log), say: console.log },
  });
  try {
    await loadDemo(house);
    const planId = await planted(house);
    const { appUrl } = await createServiceDatabase(house.cluster, 'planning');
    const client = new Client({ connectionString: appUrl });
    await client.connect();
    try {
      console.log(
        `\n  ${accountsOfPlan} accounts, ${linesOfPlan} lines; median of ${rounds - warmUp}, 95 % | plain SQL by one column | ratio`,
      );
      for (const by of Object.keys(dimensions) as By[]) await compare(house, client, planId, by);
    } finally {
      await client.end();
    }
  } finally {
    await house.stop();
    await discardCluster(postgresFolder(dataDir));
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 10 });
  }
}

async function planted(house: House): Promise<string> {
  const client = new Client({ connectionString: house.cluster.superuserUrl('planning') });
  await client.connect();
  try {
    return await plantPlan(client, demoTenant.id);
  } finally {
    await client.end();
  }
}

/** One dimension: our answer and the plain statement turn about, so that both meet the same machine. */
async function compare(house: House, client: Client, planId: string, by: By): Promise<void> {
  const ours: number[] = [];
  const plain: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const whole = await timed(() => askRollUp(house, planId, by));
    const byHand = await timed(() => sumByHand(client, planId, dimensions[by] ?? 'account_id'));
    if (round < warmUp) continue;
    ours.push(whole);
    plain.push(byHand);
  }
  const [median, reference] = [at(sorted(ours), 0.5), at(sorted(plain), 0.5)];
  const cells = [
    `${median.toFixed(1)} ms`,
    `${at(sorted(ours), 0.95).toFixed(1)} ms`,
    `${reference.toFixed(1)} ms`,
    `${(median / reference).toFixed(1)} ×`,
  ];
  console.log(`  ${by.padEnd(12)}${cells.map((cell) => cell.padStart(12)).join('')}`);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** Asks as an administrator for the first page, and throws unless every line is in it or behind it. */
async function askRollUp({ url, issuer }: House, planId: string, by: By): Promise<void> {
  const query = `query ($id: UUID!, $by: RollUpBy!) { plan(id: $id) { rollUp(by: $by) { total { target { amount } lineCount }
    rows(first: 100) { totalCount nodes { target { amount } floor { amount } stretch { amount } lineCount } pageInfo { endCursor } } } } }`;
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${await issuer.token('admin')}` },
    body: JSON.stringify({ query, variables: { id: planId, by } }),
  });
  const answer = await response.text();
  if (!answer.includes(`"lineCount":${linesOfPlan}`)) throw new Error(`no good answer: ${answer.slice(0, 500)}`);
}

async function sumByHand(client: Client, planId: string, column: string): Promise<void> {
  await client.query(`begin read only; set local app.tenant = '${demoTenant.id}'`);
  await client.query(
    `select ${column}, count(*), sum(target_minor), sum(floor_minor), sum(coalesce(stretch_minor, target_minor))
     from plan_line_version where tenant_id = $1 and plan_version_id = $2 group by 1 order by 3 desc limit 100`,
    [demoTenant.id, planId],
  );
  await client.query('commit');
}
