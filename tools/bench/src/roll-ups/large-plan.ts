import { Client } from 'pg';
import { demoTenant } from '../../../demo/src/demo-people';
import { loadDemo } from '../../../demo/src/load-demo';
import { type House, startHouse } from '../../../dev/src/house';
import { progress } from '../../../dev/src/progress';
import { throwAwayFolder } from '../../../local/src/throw-away-folder';
import { createServiceDatabase } from '../../../postgres/src/index';
import { at, sorted } from '../house/measure';
import { accountsOfPlan, linesOfPlan, plantPlan } from './plant-plan';

const rounds = 60;
const warmUp = 20;

/** A house with a large plan in it, and what it is measured by. */
export interface LargePlan {
  planId: string;
  /** Asks the gateway as an administrator, and throws unless the answer has the words. */
  ask: (query: string, variables: object, words: string) => Promise<void>;
  /** Sends one statement by hand as the service's own user, within the tenant. */
  byHand: (sql: string, parameters: unknown[]) => Promise<void>;
}

/** Starts a house, plants a plan of 2,000 accounts and 10,000 lines in it and what else is given, and works on it. */
export async function withLargePlan(
  work: (plan: LargePlan) => Promise<void>,
  plantMore: (client: Client, tenantId: string, planId: string) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const { dataDir, remove } = throwAwayFolder('bench');
  const house = await startHouse({
    ...{ dataDir, port: 0, logLevel: 'error' },
    ...{ step: progress(console.log), say: console.log },
  });
  try {
    await loadDemo(house);
    const planId = await connected(house.cluster.superuserUrl('planning'), async (client) => {
      const id = await plantPlan(client, demoTenant.id);
      await plantMore(client, demoTenant.id, id);
      return id;
    });
    const { appUrl } = await createServiceDatabase(house.cluster, 'planning');
    await connected(appUrl, async (client) => {
      console.log(
        `\n  ${accountsOfPlan} accounts, ${linesOfPlan} lines; median of ${rounds - warmUp}, 95 % | plain SQL by hand | ratio`,
      );
      await work({
        planId,
        ask: (query, variables, words) => ask(house, { query, variables }, words),
        byHand: (sql, parameters) => byHand(client, sql, parameters),
      });
    });
  } finally {
    await house.stop();
    await remove();
  }
}

/** One row: our answer and the plain statement turn about, so that both meet the same machine. */
export async function compare(
  name: string,
  ours: () => Promise<void>,
  plain: () => Promise<void>,
  width = 12,
): Promise<void> {
  const [whole, reference]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    const [one, other] = [await timed(ours), await timed(plain)];
    if (round < warmUp) continue;
    whole.push(one);
    reference.push(other);
  }
  const [median, floor] = [at(sorted(whole), 0.5), at(sorted(reference), 0.5)];
  const cells = [
    `${median.toFixed(1)} ms`,
    `${at(sorted(whole), 0.95).toFixed(1)} ms`,
    `${floor.toFixed(1)} ms`,
    `${(median / floor).toFixed(1)} ×`,
  ];
  console.log(`  ${name.padEnd(width)}${cells.map((cell) => cell.padStart(12)).join('')}`);
}

async function timed(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

async function ask({ url, issuer }: House, body: object, words: string): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${await issuer.token('admin')}` },
    body: JSON.stringify(body),
  });
  const answer = await response.text();
  if (!answer.includes(words) || answer.includes('"errors"'))
    throw new Error(`no good answer: ${answer.slice(0, 500)}`);
}

async function byHand(client: Client, sql: string, parameters: unknown[]): Promise<void> {
  await client.query(`begin read only; set local app.tenant = '${demoTenant.id}'`);
  await client.query(sql, [demoTenant.id, ...parameters]);
  await client.query('commit');
}

async function connected<T>(connectionString: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
