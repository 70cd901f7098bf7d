import { loadDemo } from '../../demo/src/load-demo';
import { startDistributed } from '../../dev/src/distributed';
import { freePorts } from '../../dev/src/free-ports';
import { startHouse } from '../../dev/src/house';
import { progress } from '../../dev/src/progress';
import { services } from '../../local/src/services';
import { whyNoKafka } from '../../kafka/src/index';
import { throwAwayFolder } from '../../local/src/throw-away-folder';
import { createServiceDatabase } from '../../postgres/src/index';
import { askAccount, at, handoffTimes, measured, type Measured, sorted } from './house/measure';
import { byHand, statementsByDeed, statementsOf } from './house/statements';

interface Result extends Measured {
  startSeconds: number;
}

/**
 * The whole house with its demo tenant: start-up, the account query, handoffs, memory; embedded, beside the floor of the same SQL sent by
 * hand, and as processes with Kafka, beside embedded. Absolute figures depend on the machine; ratios hold. About a minute.
 */
export async function benchHouse(env: NodeJS.ProcessEnv): Promise<void> {
  const { result, floor, statements, deeds } = await embedded();
  const distributed = await asProcesses(env);
  const columns: [string, Result][] = [['embedded', result]];
  if (distributed) columns.push(['Kafka', distributed]);
  const row = (title: string, cells: (result: Result) => string) =>
    console.log(`  ${title.padEnd(58)}${columns.map(([, column]) => cells(column).padStart(16)).join('')}`);
  console.log(`\n  ${''.padEnd(58)}${columns.map(([name]) => name.padStart(16)).join('')}`);
  row('start to ready, databases made anew', ({ startSeconds }) => `${startSeconds.toFixed(1)} s`);
  row('memory, all processes', ({ memory }) => mb(sum([...memory.values()])));
  for (const name of distributed?.memory.keys() ?? [])
    row(`  ${name}`, ({ memory }) => (memory.has(name) ? mb(memory.get(name) ?? null) : ''));
  row('account query over five services: median', ({ times }) => ms(at(times, 0.5)));
  row('  99th percentile', ({ times }) => ms(at(times, 0.99)));
  row('  CPU of all processes', ({ cpuMs }) => (cpuMs === null ? '?' : ms(cpuMs)));
  row('  waiting for subgraphs, summed', ({ subgraphs }) => ms(subgraphs.ms));
  row('  fetches from subgraphs', ({ subgraphs }) => subgraphs.fetches.toFixed(0));
  row(
    `  ÷ its ${statements} statements sent by hand (${ms(at(floor, 0.5))})`,
    ({ times }) => `${(at(times, 0.5) / at(floor, 0.5)).toFixed(1)} ×`,
  );
  for (const name of result.handoffs.keys())
    row(name, ({ handoffs }) =>
      `${ms(at(handoffs.get(name) ?? [], 0.5))} | ${at(handoffs.get(name) ?? [], 0.95).toFixed(0)}`.padStart(16),
    );
  console.log(
    '  handoffs: from the command to its effect in the next service, median | 95 %, of 20 accounts, 4 at a time',
  );
  console.log('\n  statements of a command, or of an event that a consumer handled, transaction and audit included');
  for (const [deed, counts] of [...deeds].sort())
    console.log(`  ${deed.padEnd(58)}${`${at(sorted(counts), 0.5)} × ${counts.length}`.padStart(16)}`);
}

async function embedded(): Promise<{
  result: Result;
  floor: number[];
  statements: number;
  /** Command or consumer → statements of each time. */
  deeds: Map<string, number[]>;
}> {
  const { dataDir, remove } = throwAwayFolder('bench');
  console.log('embedded');
  const started = performance.now();
  const house = await startHouse({
    dataDir,
    port: 0,
    logLevel: 'error',
    step: progress(console.log),
    say: console.log,
  });
  const startSeconds = (performance.now() - started) / 1000;
  try {
    await loadDemo(house);
    const pids = new Map([['house', process.pid]]);
    const result = await measured({ url: house.url, issuer: house.issuer, pids });
    const statements = await statementsOf(() => askAccount(house));
    const urls = new Map<string, string>();
    for (const { name } of services) {
      const { appUrl } = await createServiceDatabase(house.cluster, name);
      urls.set(new URL(appUrl).pathname.slice(1), appUrl);
    }
    const floor = sorted((await byHand(urls, statements, 300)).slice(100));
    const count = [...statements.values()].reduce((all, { length }) => all + length, 0);
    const deeds = await statementsByDeed(() => handoffTimes(house));
    return { result: { ...result, startSeconds }, floor, statements: count, deeds };
  } finally {
    await house.stop();
    await remove();
  }
}

/** Null where Kafka cannot be had; the reason is told. */
async function asProcesses(env: NodeJS.ProcessEnv): Promise<Result | null> {
  const why = whyNoKafka(env);
  if (why !== null) {
    console.log(`without the house of processes: ${why}`);
    return null;
  }
  const { dataDir, remove } = throwAwayFolder('bench');
  console.log('processes and Kafka');
  const started = performance.now();
  const house = await startDistributed({
    ...{ dataDir, port: await freePorts(6), logLevel: 'error', step: progress(console.log), say: console.log },
    ...{ kafkaBrokers: null, otlpEndpoint: null, env },
  });
  const startSeconds = (performance.now() - started) / 1000;
  try {
    await loadDemo(house);
    const pids = new Map([...house.processes].map(([name, { pid }]) => [name, pid ?? 0]));
    return { ...(await measured({ url: house.url, issuer: house.issuer, pids })), startSeconds };
  } finally {
    await house.stop();
    await remove();
  }
}

const ms = (value: number) => `${value.toFixed(1)} ms`;
const mb = (value: number | null) => (value === null ? '?' : `${value.toFixed(0)} MB`);
const sum = (values: readonly (number | null)[]) =>
  values.includes(null) ? null : values.reduce<number>((all, value) => all + (value ?? 0), 0);
