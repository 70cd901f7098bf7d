import { setTimeout as pause } from 'node:timers/promises';
import type { ManagedProcess } from '../../../dev/src/managed-process';
import type { Prey } from '../prey';
import type { Proxy } from '../proxy';
import type { Random } from '../random';

/** Something bad that happens to a house, and is over when it resolves; the house need not be well again then. */
export interface Fault {
  /** As the table calls it. */
  kind: string;
  inject(prey: Prey, random: Random): Promise<void>;
}

/** How long a network is bad, in milliseconds: longer than any pause of ours, shorter than a client's patience. */
const badFor = (random: Random) => pause(1_000 + random.below(3_000));

const everywhere: readonly Fault[] = [
  {
    kind: 'a process is killed at any moment',
    async inject({ processes }, random) {
      await pause(random.below(500));
      await killed(random.pick(processes));
    },
  },
  {
    kind: 'a process is stopped and started (SIGTERM)',
    async inject({ processes }, random) {
      const one = random.pick(processes);
      await one.ready();
      await one.stop();
      await one.start();
    },
  },
  { kind: 'PostgreSQL is killed', inject: ({ world: { cluster } }) => cluster.kill().then(() => cluster.restart()) },
  { kind: 'PostgreSQL is restarted', inject: ({ world: { cluster } }) => cluster.restart() },
  ...network('PostgreSQL', ({ world }) => world.postgresProxy),
  ...network('a gateway', ({ front }) => front),
];

const withReplicas: readonly Fault[] = [
  {
    kind: 'a replica leaves for a while (groups rebalance)',
    async inject({ processes }, random) {
      const one = random.pick(processes.filter(({ plan }) => !plan.name.startsWith('gateway')));
      await one.ready();
      await one.stop();
      await badFor(random);
      await one.start();
    },
  },
  { kind: 'Kafka is killed', inject: async ({ world }) => world.kafka?.restart('killed') },
  { kind: 'Kafka is restarted', inject: async ({ world }) => world.kafka?.restart('stopped') },
  ...network('Kafka', ({ world }) => world.kafka!.proxy),
  ...network('a service', ({ inner }, random) => random.pick(inner)),
];

/** Everything that can happen to a house of this mode, beside death at a named point. */
export const faultsOf = ({ mode }: Pick<Prey, 'mode'>): readonly Fault[] =>
  mode === 'kafka' ? [...everywhere, ...withReplicas] : everywhere;

function network(to: string, proxyOf: (prey: Prey, random: Random) => Proxy): Fault[] {
  return [
    { kind: `connections to ${to} are cut`, inject: async (prey, random) => proxyOf(prey, random).cut() },
    {
      kind: `connections to ${to} are slow`,
      async inject(prey, random) {
        const proxy = proxyOf(prey, random);
        proxy.delay(20 + random.below(100));
        await badFor(random);
        proxy.delay(0);
      },
    },
    {
      kind: `connections to ${to} lose everything, then are cut`,
      async inject(prey, random) {
        const proxy = proxyOf(prey, random);
        proxy.hold();
        await badFor(random);
        proxy.cut();
        proxy.letGo();
      },
    },
  ];
}

/** Resolves when it is dead: it is started again by itself. */
async function killed(one: ManagedProcess): Promise<void> {
  await one.ready();
  const { pid } = one;
  one.kill();
  while (one.pid === pid) await pause(10);
}
