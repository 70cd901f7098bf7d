import { randomUUID } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ServiceName, serviceNames } from '@fivepoint/contracts';
import { ManagedProcess, type ProcessPlan } from '../../dev/src/managed-process';
import { gatewayPlan, type ProcessPlace, servicePlan } from '../../dev/src/process-plans';
import { issuerFile, repositoryRoot } from '../../local/src/settings';
import { databaseOf } from '../../postgres/src/index';
import { Journal } from './journal';
import { Proxy } from './proxy';
import type { Point } from './victim/points';
import type { Arm } from './victim/trap';
import type { World } from './world';

/** A house whose processes are killed; the world that it lives in is made bad, too. */
export interface Prey {
  readonly mode: 'embedded' | 'kafka';
  readonly world: World;
  /** Where clients come in: a proxy before the gateways. */
  readonly url: string;
  readonly front: Proxy;
  /** Before the replicas of each service; none where they are one process. */
  readonly inner: readonly Proxy[];
  readonly processes: readonly ManagedProcess[];
  readonly journal: Journal;
  /** The prefix of its databases. */
  readonly prefix: string;
  /** Planning's database, past the proxy. */
  readonly planningUrl: string;
  /** The next process of a service that reaches the point dies there; its id in the journal. */
  arm(point: Point, service: ServiceName, passes: number): string;
  disarm(): void;
  /** Resolves when every process can work. */
  ready(): Promise<void>;
  /** Resolves when of each program one process can: the house works, and there is something to disturb. */
  works(): Promise<void>;
  stop(): Promise<void>;
}

export interface PreyOptions {
  world: World;
  /** Names its databases, its folder, and its topics where it is one process. */
  name: string;
  preload: string;
  logLevel: string;
}

/** Five services and the gateway in one process, with a broker between the services or without. */
export async function oneProcess(
  { world, name, preload, logLevel }: PreyOptions,
  script: string,
  mode: Prey['mode'],
): Promise<Prey> {
  const place = await Place.open(world, name, preload);
  const { proxied } = place.databases;
  if (mode === 'kafka') await world.kafka?.createTopics(`${name}.`);
  const port = await world.ports.take();
  const plan: ProcessPlan = {
    ...{ name: 'house', script },
    readyUrl: `http://127.0.0.1:${port}/readyz`,
    logFile: join(place.logs, 'house.log'),
    env: {
      ...place.victim('house', 'house'),
      PORT: String(port),
      LOG_LEVEL: logLevel,
      CHAOS_DATABASES: JSON.stringify([...proxied]),
      CHAOS_ISSUER: issuerFile(world.folder),
      ...(mode === 'kafka' && { KAFKA_BROKERS: world.kafka?.brokers ?? '', CHAOS_PREFIX: `${name}.` }),
    },
  };
  return place.settle(mode, [plan], await Proxy.listen(await world.ports.take(), [port]), [], () => 'house');
}

/** Two replicas of each service and two gateways, compiled as they are deployed, with Kafka between them. */
export async function replicas(
  { world, name, preload, logLevel }: PreyOptions,
  scripts: ReadonlyMap<string, string>,
): Promise<Prey> {
  const place = await Place.open(world, name, preload);
  await world.kafka?.createTopics('');
  const plans: ProcessPlan[] = [];
  const two = async (program: string, planOf: (one: ProcessPlace) => ProcessPlan): Promise<Proxy> => {
    const ports = [await world.ports.take(), await world.ports.take()];
    for (const [n, port] of ports.entries()) {
      const own = `${program}-${n + 1}`;
      const plan = planOf({
        ...{ name: own, script: scripts.get(program) ?? '', port, logLevel, issuerUrl: world.issuerUrl },
        logFile: join(place.logs, `${own}.log`),
        otlpEndpoint: null,
      });
      plans.push({ ...plan, env: { ...plan.env, ...place.victim(own, program) } });
    }
    return Proxy.listen(await world.ports.take(), ports);
  };
  const inner = new Map<string, Proxy>();
  const brokers = [world.kafka?.brokers ?? ''];
  for (const service of serviceNames)
    inner.set(service, await two(service, (one) => servicePlan(one, place.databases.proxied.get(service), brokers)));
  const subgraphs = new Map([...inner].map(([service, { port }]) => [service, `http://127.0.0.1:${port}`]));
  const front = await two('gateway', (one) => gatewayPlan(one, subgraphs));
  return place.settle('kafka', plans, front, [...inner.values()], (service) => service);
}

/** The folder and the databases of one house, and what each of its processes is told beside its own environment. */
class Place {
  private constructor(
    private readonly world: World,
    private readonly prefix: string,
    private readonly folder: string,
    /** Kept until the next run, for who wants to know why. */
    readonly logs: string,
    readonly databases: Awaited<ReturnType<World['databases']>>,
    private readonly journal: Journal,
    private readonly preload: string,
  ) {}

  static async open(world: World, name: string, preload: string): Promise<Place> {
    const folder = join(world.folder, name);
    mkdirSync(folder, { recursive: true });
    const logs = join(repositoryRoot, 'dist', 'chaos', 'logs', name);
    rmSync(logs, { recursive: true, force: true });
    const prefix = `${name}_`;
    const databases = await world.databases(prefix);
    return new Place(world, prefix, folder, logs, databases, new Journal(join(folder, 'journal')), preload);
  }

  victim(name: string, target: string): Record<string, string> {
    return {
      NODE_OPTIONS: `--require ${JSON.stringify(this.preload)}`,
      CHAOS_NAME: name,
      CHAOS_ARM: this.armFile(target),
      CHAOS_JOURNAL: this.journal.file,
      CHAOS_KAFKA_PORT: String(this.world.kafka?.proxy.port ?? 0),
    };
  }

  private armFile(target: string): string {
    return join(this.folder, `${target}.arm`);
  }

  async settle(
    mode: Prey['mode'],
    plans: readonly ProcessPlan[],
    front: Proxy,
    inner: readonly Proxy[],
    targetOf: (service: ServiceName) => string,
  ): Promise<Prey> {
    const { world, prefix, journal, databases } = this;
    const processes = plans.map((plan) => new ManagedProcess(plan, () => undefined));
    const scripts = [...new Set(plans.map(({ script }) => script))];
    const programs = scripts.map((script) => processes.filter(({ plan }) => plan.script === script));
    const stop = async () => {
      await Promise.all(processes.map((one) => one.stop()));
      await Promise.all([front, ...inner].map((proxy) => proxy.close()));
    };
    try {
      await Promise.all(processes.map((one) => one.start()));
    } catch (error) {
      await stop();
      throw error;
    }
    return {
      ...{ mode, world, front, inner, processes, journal, prefix, stop },
      url: `http://127.0.0.1:${front.port}/graphql`,
      planningUrl: databases.direct.get('planning')?.appUrl ?? '',
      arm: (point, service, passes) => {
        const arm: Arm = { id: randomUUID(), point, passes, database: prefix + databaseOf(service) };
        if (point === 'offset/before-commit') arm.database = '-';
        const file = this.armFile(targetOf(service));
        // Whole or not at all: a victim may be reading.
        writeFileSync(`${file}.new`, JSON.stringify(arm));
        renameSync(`${file}.new`, file);
        return arm.id;
      },
      disarm: () => {
        for (const service of serviceNames) rmSync(this.armFile(targetOf(service)), { force: true });
      },
      ready: async () => void (await Promise.all(processes.map((one) => one.ready()))),
      works: async () => void (await Promise.all(programs.map((ones) => Promise.any(ones.map((one) => one.ready()))))),
    };
  }
}
