import { readCommandLine, runCommand } from '../../command-line/src/command-line';
import { UnknownUser } from '../../issuer/src/issuer';
import { GraphRefused, HouseSilent } from './graph-user';
import { HandoffClock, type Handoff } from './handoff-clock';
import { lifecycle } from './lifecycle';
import { localPeople } from './local-people';

const usage = `Drives accounts once round the loop, through the graph of a running house with the demo tenant, and checks what they left.

  npm run lifecycle -- [--accounts 200] [--concurrency 8] [--url http://localhost:4000/graphql]

  --accounts      how many, 1 to 10000; by default 1, of which each handoff is told
  --concurrency   how many at once, 1 to 100
  --url           the graph; by default that of this machine, at PORT or 4000`;

/** `npm run lifecycle [-- --accounts 200 --url http://localhost:4000/graphql]`: drives accounts round the loop and checks what it left. */
async function main(): Promise<void> {
  const { values } = readCommandLine(usage, {
    options: {
      accounts: { type: 'string', default: '1' },
      url: { type: 'string', default: `http://localhost:${process.env['PORT'] ?? '4000'}/graphql` },
      concurrency: { type: 'string', default: '8' },
    },
  });
  const accounts = Number(values.accounts);
  if (!Number.isInteger(accounts) || accounts < 1 || accounts > 10_000)
    throw new RangeError(`--accounts must be a whole number from 1 to 10000, not ${values.accounts}`);
  const concurrency = Number(values.concurrency);
  if (!Number.isInteger(concurrency) || concurrency < 1 || concurrency > 100)
    throw new RangeError(`--concurrency must be a whole number from 1 to 100, not ${values.concurrency}`);
  const people = await localPeople(values.url, process.env);
  const print = ({ from, to, event, effect, milliseconds }: Handoff) =>
    console.log(
      `${`${from} → ${to}`.padEnd(32)} ${event.padEnd(24)} ${effect.padEnd(30)} ${milliseconds.toFixed(0).padStart(6)} ms`,
    );
  const clock = new HandoffClock(accounts === 1 ? print : undefined);
  const started = performance.now();
  const { problems, turns } = await lifecycle(people, clock, {
    accounts,
    concurrency,
    progress: console.log,
  });
  if (accounts > 1) printSummary(clock.seen);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  for (const problem of problems) console.error(`WRONG ${problem}`);
  console.log(
    problems.length === 0
      ? `${turns} account${turns === 1 ? '' : 's'} once round the loop in ${seconds} s: planned, acquired, won, collected, renewed`
      : `${problems.length} things are not right after ${seconds} s`,
  );
  process.exitCode = problems.length === 0 ? 0 : 1;
}

function printSummary(seen: readonly Handoff[]): void {
  const groups = new Map<string, number[]>();
  for (const { from, to, event, milliseconds } of seen) {
    const name = `${`${from} → ${to}`.padEnd(32)} ${event.padEnd(24)}`;
    groups.set(name, [...(groups.get(name) ?? []), milliseconds]);
  }
  for (const [name, times] of groups) {
    times.sort((a, b) => a - b);
    const at = (share: number) => (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(0);
    console.log(
      `${name} ${String(times.length).padStart(6)} ×   median ${at(0.5)} ms, 95 % ${at(0.95)} ms, longest ${at(1)} ms`,
    );
  }
}

runCommand(main, [GraphRefused, HouseSilent, UnknownUser]);
