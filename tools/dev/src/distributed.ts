import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { serviceNames } from '@fivepoint/contracts';
import { createTopics } from '@fivepoint/messaging';
import { closed, listen, PortTaken, stopAll, type Stoppable } from '@fivepoint/service';
import { buildDeployable } from '../../build/src/build-deployable';
import { issuerApp } from '../../issuer/src/http';
import { LocalIssuer } from '../../issuer/src/issuer';
import type { KafkaBroker } from '../../kafka/src/index';
import { registerTenantIn } from '../../local/src/register-tenant';
import { services as definitions } from '../../local/src/services';
import { issuerFile, repositoryRoot } from '../../local/src/settings';
import type { Cluster, ServiceDatabase } from '../../postgres/src/index';
import { fittingDatabases } from './database-schema';
import { requireFreePort } from './house';
import { localKafka } from './local-kafka';
import { localPostgres } from './local-postgres';
import { ManagedProcess, type ProcessPlan } from './managed-process';
import { gatewayPlan, type ProcessPlace, servicePlan } from './process-plans';
import type { Step } from './progress';
import { urlOf } from './url-of';

/** The same house as separate processes: five services and the gateway, compiled, with Apache Kafka between them. */
export interface DistributedHouse {
  readonly url: string;
  readonly issuer: LocalIssuer;
  readonly cluster: Cluster;
  /** The broker that this house runs; null where it uses one that is there. */
  readonly kafka: KafkaBroker | null;
  /** By name: the services, and `gateway`. */
  readonly processes: ReadonlyMap<string, ManagedProcess>;
  registerTenant(tenant: { id: string; name: string; timeZone: string; currency: string }): Promise<void>;
  stop(): Promise<void>;
}

export interface DistributedOptions {
  dataDir: string;
  /** The gateway's port; the services take the five after it. */
  port: number;
  logLevel: string;
  /** Brokers that are there already; null starts one. */
  kafkaBrokers: string[] | null;
  step: Step;
  say: (line: string) => void;
  /** Where all of them send their traces. */
  otlpEndpoint?: string | null;
  /** The environment that finds Java. */
  env: NodeJS.ProcessEnv;
  parts?: Stoppable[];
  /** Builds first; specs that have just built do not. */
  build?: boolean;
}

/** Starts everything; when it resolves, all answer. Throws PortTaken, KafkaError or ClusterError with what to do. */
export async function startDistributed(options: DistributedOptions): Promise<DistributedHouse> {
  const { dataDir, port, step, say, env, parts = [], build = true } = options;
  const ports = new Map(['gateway', ...serviceNames].map((name, index) => [name, port + index]));
  for (const one of ports.values()) await freePort(one, say);
  try {
    if (build) await step('compile', () => compile());
    const issuer = await LocalIssuer.open(issuerFile(dataDir), false);
    const issuerHttp = await listen(issuerApp(issuer), '127.0.0.1', 0);
    parts.push({ stop: () => closed(issuerHttp) });
    const issuerUrl = new URL('/', urlOf(issuerHttp)).href;
    const cluster = await localPostgres({ dataDir, step, say, parts });
    const databases = await step('databases and migrations', () => fittingDatabases(cluster, definitions));
    const kafka = options.kafkaBrokers ? null : await localKafka({ dataDir, step, say, parts, env });
    const brokers = options.kafkaBrokers ?? [kafka?.brokers ?? ''];
    await step('topics', () => createTopics({ brokers, warn: (line) => say(`  warning: ${line}`) }));
    const plans = processPlans(options, { ports, databases, brokers, issuerUrl });
    const processes = new Map(plans.map((plan) => [plan.name, new ManagedProcess(plan, say)]));
    for (const child of processes.values()) parts.push(child);
    await step('five services', () => startAll(serviceNames.map((name) => processes.get(name))));
    await step('gateway', () => startAll([processes.get('gateway')]));
    return {
      url: `http://localhost:${port}/graphql`,
      issuer,
      cluster,
      kafka,
      processes,
      registerTenant: (tenant) => registerTenantIn(databases.get('planning')?.appUrl ?? '', tenant),
      stop: () => stopAll(parts),
    };
  } catch (error) {
    await stopAll(parts);
    throw error;
  }
}

/** What a killed run has left behind is ending, and its ports come free in a moment. */
async function freePort(port: number, say: (line: string) => void): Promise<void> {
  const giveUpAt = performance.now() + 10_000;
  for (let told = false; ; told = true) {
    try {
      return await requireFreePort(port);
    } catch (error) {
      if (!(error instanceof PortTaken) || performance.now() > giveUpAt) throw error;
      if (!told) say(`port ${port} is in use; waiting in case it comes free`);
      await pause(250);
    }
  }
}

export async function compile(): Promise<void> {
  for (const name of [...serviceNames, 'gateway']) await buildDeployable(repositoryRoot, name);
}

async function startAll(processes: (ManagedProcess | undefined)[]): Promise<void> {
  await Promise.all(processes.map((child) => child?.start()));
}

function processPlans(
  { dataDir, logLevel, otlpEndpoint = null }: DistributedOptions,
  parts: {
    ports: ReadonlyMap<string, number>;
    databases: ReadonlyMap<string, ServiceDatabase>;
    brokers: readonly string[];
    issuerUrl: string;
  },
): ProcessPlan[] {
  const { issuerUrl, brokers } = parts;
  const at = (name: string) => `http://127.0.0.1:${parts.ports.get(name)}`;
  const place = (name: string): ProcessPlace => ({
    name,
    script: join(repositoryRoot, 'dist', 'apps', name, 'main.js'),
    port: parts.ports.get(name) ?? 0,
    logFile: join(dataDir, 'logs', `${name}.log`),
    ...{ logLevel, issuerUrl, otlpEndpoint },
  });
  return [
    ...serviceNames.map((name) => servicePlan(place(name), parts.databases.get(name), brokers)),
    gatewayPlan(place('gateway'), new Map(serviceNames.map((name) => [name, at(name)]))),
  ];
}
