import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { HandoffClock } from '../../../lifecycle/src/handoff-clock';
import { lifecycle } from '../../../lifecycle/src/lifecycle';
import { peopleOf } from '../../../lifecycle/src/local-people';
import type { LocalIssuer } from '../../../issuer/src/issuer';
import { cpuMsOf, memoryMbOf } from '../cpu';

/** A house that is measured, whichever way it runs. */
export interface MeasuredHouse {
  url: string;
  issuer: LocalIssuer;
  /** Its processes, by name. */
  pids: ReadonlyMap<string, number>;
}

export interface Measured {
  /** The account query, one after another: milliseconds, sorted. */
  times: number[];
  /** Processor time of all its processes for one such query; null where the system does not tell. */
  cpuMs: number | null;
  /** How long the gateway waited for subgraphs, summed over the fetches of one query, and how many fetches those were. */
  subgraphs: { ms: number; fetches: number };
  /** In use after all that, by process, in MB. */
  memory: Map<string, number | null>;
  handoffs: Map<string, number[]>;
}

const requests = 200;
const warmUp = 100;
const accounts = 20;
const atATime = 4;

export const accountQuery = readFileSync(
  join(resolve(__dirname, '../../../..'), 'apps/gateway/src/explorer/welcome.graphql'),
  'utf8',
);

/** Measures the explorer's first query, which shows one account across all five services, and how long handoffs take. */
export async function measured(house: MeasuredHouse): Promise<Measured> {
  for (let n = 0; n < warmUp; n++) await askAccount(house);
  const before = [cpuOf(house), await subgraphTime(house)] as const;
  const times: number[] = [];
  for (let n = 0; n < requests; n++) {
    const started = performance.now();
    await askAccount(house);
    times.push(performance.now() - started);
  }
  const after = [cpuOf(house), await subgraphTime(house)] as const;
  const handoffs = await handoffTimes(house);
  return {
    times: sorted(times),
    cpuMs: before[0] === null || after[0] === null ? null : (after[0] - before[0]) / requests,
    subgraphs: {
      ms: (after[1].ms - before[1].ms) / requests,
      fetches: (after[1].fetches - before[1].fetches) / requests,
    },
    memory: new Map([...house.pids].map(([name, pid]) => [name, memoryMbOf(pid)])),
    handoffs,
  };
}

/** Asks as Lin, and throws unless everything is there. */
export async function askAccount({ url, issuer }: Pick<MeasuredHouse, 'url' | 'issuer'>): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${await issuer.token('lin')}` },
    body: JSON.stringify({ query: accountQuery }),
  });
  const answer = await response.text();
  if (answer.includes('"errors"') || !answer.includes('质保金')) throw new Error(`no good answer: ${answer}`);
}

function cpuOf({ pids }: MeasuredHouse): number | null {
  let sum = 0;
  for (const pid of pids.values()) {
    const ms = cpuMsOf(pid);
    if (ms === null) return null;
    sum += ms;
  }
  return sum;
}

/** What the gateway has counted so far. */
async function subgraphTime({ url }: MeasuredHouse): Promise<{ ms: number; fetches: number }> {
  const text = await (await fetch(url.replace('/graphql', '/metrics'))).text();
  const sumOf = (name: string) =>
    [...text.matchAll(new RegExp(`^${name}\\{.*\\} (\\S+)$`, 'gm'))].reduce((sum, [, value]) => sum + Number(value), 0);
  return { ms: sumOf('fivepoint_subgraph_seconds_sum') * 1000, fetches: sumOf('fivepoint_subgraph_seconds_count') };
}

/** Drives accounts round the loop; how long each handoff took, by its name. */
export async function handoffTimes({
  url,
  issuer,
}: Pick<MeasuredHouse, 'url' | 'issuer'>): Promise<Map<string, number[]>> {
  const clock = new HandoffClock();
  const people = peopleOf(url, (name) => issuer.token(name));
  const { problems } = await lifecycle(people, clock, { accounts, concurrency: atATime, progress: () => undefined });
  if (problems.length > 0) throw new Error(problems.join('\n'));
  const times = new Map<string, number[]>();
  for (const { from, to, event, milliseconds } of clock.seen) {
    const name = `${event}: ${from} → ${to}`;
    times.set(name, [...(times.get(name) ?? []), milliseconds]);
  }
  return new Map([...times].map(([name, all]) => [name, sorted(all)]));
}

export const sorted = (times: readonly number[]): number[] => [...times].sort((a, b) => a - b);

/** The value below which a share of them lies; of sorted times. */
export const at = (times: readonly number[], share: number): number =>
  times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? NaN;
