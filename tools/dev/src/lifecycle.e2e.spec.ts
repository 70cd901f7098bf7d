import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { serviceNames } from '@fivepoint/contracts';
import { eventually, graphClient } from '@fivepoint/testing';
import { loadDemo } from '../../demo/src/load-demo';
import { LocalIssuer } from '../../issuer/src/issuer';
import { kafkaSuite } from '../../kafka/src/index';
import { HandoffClock } from '../../lifecycle/src/handoff-clock';
import { lifecycle } from '../../lifecycle/src/lifecycle';
import { peopleOf } from '../../lifecycle/src/local-people';
import { issuerFile, kafkaFolder, repositoryRoot } from '../../local/src/settings';
import { throwAwayFolder } from '../../local/src/throw-away-folder';
import { type DistributedHouse, startDistributed } from './distributed';
import { freePorts } from './free-ports';
import { type House, startHouse } from './house';
import { silent } from './progress';
import { type Collector, startCollector } from './spec/collector';

/** What both modes give the acceptance suite. */
interface Mode {
  url: string;
  issuer: LocalIssuer;
}

const everything = `query ($name: String!) { accounts(filter: { nameContains: $name }) { nodes {
  name planLines { nodes { booked { amount } } } leads { nodes { status } } deals { nodes { kind stage } }
  contracts { nodes { instalments { name status } } } renewals { nodes { status } } } } }`;

/** The same expectations of the whole house, whether it is one process or many: one account once round the loop. */
function acceptance(mode: () => Mode): void {
  const people = () => peopleOf(mode().url, (name) => mode().issuer.token(name));

  it('drives accounts round the loop: nothing lost, nothing twice', async () => {
    const { problems } = await lifecycle(people(), new HandoffClock(), {
      accounts: 3,
      concurrency: 3,
      progress: () => undefined,
    });
    expect(problems).toEqual([]);
  });

  it('shows an account with its plan, leads, deals, receivables and renewal in one query', async () => {
    const graph = graphClient(mode().url, await mode().issuer.token('lin'));
    const { accounts } = await graph.query<{ accounts: { nodes: unknown[] } }>(everything, { name: '湖南电信' });
    expect(accounts.nodes).toEqual([
      {
        name: '湖南电信',
        planLines: { nodes: [{ booked: { amount: '1200000.00' } }] },
        leads: { nodes: [{ status: 'QUALIFIED' }] },
        deals: {
          nodes: expect.arrayContaining([
            { kind: 'NEW', stage: 'SIGNED' },
            { kind: 'RENEWAL', stage: 'PRE_BID' },
          ]) as unknown,
        },
        contracts: {
          nodes: [
            { instalments: ['首付款', '到货款', '验收款', '质保金'].map((name) => ({ name, status: 'COLLECTED' })) },
          ],
        },
        renewals: { nodes: [{ status: 'IDENTIFIED' }] },
      },
    ]);
  });

  it('answers { __typename } without a token, and nothing else', async () => {
    const anonymous = graphClient(mode().url);
    expect(await anonymous.query('{ __typename }')).toEqual({ __typename: 'Query' });
    const answer = await anonymous.raw('{ accounts { nodes { id } } }');
    expect(answer.errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
  });

  it('keeps tenants apart', async () => {
    const { issuer, url } = mode();
    issuer.put({
      name: 'stranger',
      title: 'an administrator of another company',
      userId: 'stranger',
      tenantId: '01998f00-0000-7000-8000-0000000000ff',
      roles: ['ADMIN'],
      teams: [],
      repId: null,
    });
    const graph = graphClient(url, await issuer.token('stranger'));
    const seen = await graph.query<Record<string, { nodes: unknown[] }>>(
      '{ accounts { nodes { id } } deals { nodes { id } } leads { nodes { id } } instalments { nodes { id } } renewals { nodes { id } } }',
    );
    expect(Object.values(seen).flatMap(({ nodes }) => nodes)).toEqual([]);
  });
}

describe('the embedded house', () => {
  const folder = throwAwayFolder('e2e');
  const { dataDir } = folder;
  let house: House;
  const options = { dataDir, port: 0, logLevel: 'fatal', step: silent, say: () => undefined };
  beforeAll(async () => {
    house = await startHouse(options);
    await loadDemo(house);
  });
  afterAll(async () => {
    await house.stop();
    await folder.remove();
  });

  acceptance(() => house);

  it('keeps its data between starts, and loads the demo once', async () => {
    const count = async () =>
      (await graphClient(house.url, await house.issuer.token('admin')).query(
        '{ accounts { totalCount } deals { totalCount } }',
      )) as unknown;
    const before = await count();
    await house.stop();
    house = await startHouse(options);
    await loadDemo(house);
    expect(await count()).toEqual(before);
  });
});

/** Kills one after the other, each after some more handoffs, so that all of it happens while there is something to lose. */
async function killing(clock: HandoffClock, kills: readonly (() => unknown)[]): Promise<void> {
  for (const kill of kills) {
    const before = clock.seen.length;
    await eventually(() => expect(clock.seen.length).toBeGreaterThanOrEqual(before + 4), { timeoutMs: 180_000 });
    kill();
  }
}

describe('the embedded house as a process that is killed', () => {
  const folder = throwAwayFolder('e2e');
  const { dataDir } = folder;
  let child: ChildProcess | null = null;
  let wanted = true;
  let port = 0;

  const launch = () => {
    child = spawn(process.execPath, ['tools/setup/run.cjs', 'tools/dev/src/start.ts'], {
      cwd: repositoryRoot,
      env: { ...process.env, FIVEPOINT_DATA: dataDir, PORT: String(port), LOG_LEVEL: 'fatal', NODE_ENV: 'development' },
      stdio: 'ignore',
    });
    child.once('exit', () => wanted && launch());
  };
  beforeAll(async () => {
    port = await freePorts(1);
    launch();
  });
  afterAll(async () => {
    wanted = false;
    const ended = new Promise((resolve) => child?.once('exit', resolve));
    child?.kill('SIGTERM');
    await ended;
    await folder.remove();
  });

  it('loses nothing and does nothing twice', async () => {
    const url = `http://localhost:${port}/graphql`;
    await eventually(
      async () => {
        const users = (await LocalIssuer.open(issuerFile(dataDir), false)).users();
        if (users.length === 0 || users.find(({ name }) => name === 'gao')?.repId == null)
          throw new Error('the demo is not there yet');
      },
      { timeoutMs: 90_000, everyMs: 250 },
    );
    const issuer = await LocalIssuer.open(issuerFile(dataDir), false);
    const clock = new HandoffClock();
    const run = lifecycle(
      peopleOf(url, (name) => issuer.token(name)),
      clock,
      { accounts: 6, concurrency: 3, progress: () => undefined },
    );
    await killing(
      clock,
      Array(3).fill(() => child?.kill('SIGKILL')),
    );
    expect((await run).problems).toEqual([]);
  });
});

const { title, skipped } = kafkaSuite('the distributed house on Apache Kafka', process.env);
(skipped ? describe.skip : describe)(title, () => {
  const folder = throwAwayFolder('e2e');
  const { dataDir } = folder;
  let house: DistributedHouse;
  let collector: Collector;
  beforeAll(async () => {
    collector = await startCollector();
    const port = await freePorts(6);
    house = await startDistributed({
      dataDir,
      port,
      logLevel: 'warn',
      kafkaBrokers: null,
      step: silent,
      say: () => undefined,
      env: process.env,
      otlpEndpoint: collector.endpoint,
    });
    await loadDemo(house);
  }, 400_000);
  afterAll(async () => {
    await house.stop();
    await collector.close();
    rmSync(kafkaFolder(dataDir), { recursive: true, force: true });
    await folder.remove();
  });

  acceptance(() => house);

  it('tells one trace from the gateway through a command and its events to what they cause', async () => {
    await eventually(
      () => {
        const wanted = ['gateway', 'deal', 'receivables', 'customer-success', 'planning'].map(
          (name) => `fivepoint-${name}`,
        );
        const traces = [...collector.servicesByTrace().values()];
        if (!traces.some((services) => wanted.every((name) => services.has(name))))
          throw new Error(`no trace spans them all: ${JSON.stringify(traces.map((services) => [...services]))}`);
      },
      { timeoutMs: 15_000, everyMs: 250 },
    );
  });

  it('measures each service for itself: its process, its pool, its handlers and how late the handoffs are', async () => {
    // Each has something to tell of, also when it has just been started again.
    const people = peopleOf(house.url, (name) => house.issuer.token(name));
    const options = { accounts: 1, concurrency: 1, progress: () => undefined };
    expect((await lifecycle(people, new HandoffClock(), options)).problems).toEqual([]);
    const port = Number(new URL(house.url).port);
    for (const [n, service] of serviceNames.entries()) {
      const metrics = await (await fetch(`http://127.0.0.1:${port + 1 + n}/metrics`)).text();
      for (const name of ['process_cpu_seconds_total', 'fivepoint_database_connections'])
        expect(metrics).toMatch(new RegExp(`^${name}{service="${service}"} \\d`, 'm'));
      for (const name of ['event', 'handoff'])
        expect(metrics).toMatch(new RegExp(`^fivepoint_${name}_seconds_count{service="${service}",`, 'm'));
    }
  });

  it('loses nothing and does nothing twice while each of its processes is killed, broker and database too', async () => {
    const people = peopleOf(house.url, (name) => house.issuer.token(name));
    const clock = new HandoffClock();
    const run = lifecycle(people, clock, { accounts: 8, concurrency: 4, progress: () => undefined });
    const processes = [...house.processes.values()].map((child) => () => child.kill());
    const broker = () => house.kafka?.kill();
    const database = () => process.kill(house.cluster.pid, 'SIGKILL');
    await killing(clock, [...processes, broker, database]);
    expect((await run).problems).toEqual([]);
  }, 400_000);

  it('answers with the fields of the other services while one is down', async () => {
    const receivables = house.processes.get('receivables');
    await receivables?.stop();
    try {
      const graph = graphClient(house.url, await house.issuer.token('lin'));
      const answer = await graph.raw<{ accounts: { nodes: Record<string, unknown>[] } }>(
        '{ accounts(filter: { nameContains: "湖南电信" }) { nodes { name instalments { nodes { id } } deals { nodes { stage } } } } }',
      );
      expect(answer.data?.accounts.nodes[0]).toMatchObject({
        name: '湖南电信',
        instalments: null,
        deals: { nodes: expect.arrayContaining([{ stage: 'SIGNED' }]) as unknown },
      });
      expect(answer.errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }]);
    } finally {
      await receivables?.start();
    }
  });
});
