import { Pool } from 'pg';
import { HeaderMap } from '@apollo/server';
import type { Envelope, EventMap, EventType } from '@fivepoint/contracts';
import { type Clock, systemClock, uuidv7 } from '@fivepoint/kernel';
import {
  type Change,
  createService,
  makeLog,
  migrate,
  type RunningService,
  type ServiceDefinition,
} from '@fivepoint/service';
import { eventually } from './eventually';
import { graphClient, type GraphAnswer, type GraphClient } from './graph-client';
import { type About, Neighbours } from './neighbours';
import { testDatabase } from './test-database';
import { testIssuer, type TestPerson } from './test-issuer';

/** One service on a real database of its own, with the spec in the place of all its neighbours. */
export interface ServiceUnderTest {
  readonly tenantId: string;
  readonly running: RunningService;
  readonly superuserUrl: string;
  /** The service's own graph, as this person; by default an ADMIN of the tenant. */
  as(person?: Partial<TestPerson>): Promise<GraphClient>;
  /** Brings an event of another service, next in its stream, and waits until the service has dealt with it. */
  receive<T extends EventType>(type: T, data: EventMap[T], about: About): Promise<Envelope<T>>;
  /** Brings the very same event once more. */
  receiveAgain(event: Envelope): Promise<void>;
  /** What the service has published of a type, in order; waits until everything it wrote is out. */
  published<T extends EventType>(type: T): Promise<Envelope<T>[]>;
  /** What became of an event, by consumer: DONE, IGNORED, PARKED, or not settled yet. */
  outcome(event: Pick<Envelope, 'id'>): Promise<Record<string, string>>;
  /** Events that the service could not handle, with the reason. */
  parked(): Promise<{ type: string; reason: string }[]>;
  /** The audit trail of one result, oldest first. */
  audit(resultId: string): Promise<{ principal: string; mutation: string; changes: Change[] }[]>;
  stop(): Promise<void>;
}

/**
 * Starts a service for one spec file; `beforeAll` makes it, `afterAll` stops it.
 * @param template another name for a definition that is not the service's own, as specs of libraries make it
 */
export async function serviceUnderTest(
  definition: ServiceDefinition,
  clock: Clock = systemClock,
  template: string = definition.name,
): Promise<ServiceUnderTest> {
  const database = await testDatabase(definition.name, {
    template,
    migrate: async (ownerUrl) => {
      await migrate(definition, ownerUrl);
    },
  });
  const issuer = testIssuer();
  const neighbours = new Neighbours();
  const running = await createService(
    definition,
    {
      name: definition.name,
      host: '127.0.0.1',
      port: 0,
      production: false,
      logLevel: 'silent',
      databaseUrl: database.appUrl,
      relayUrl: database.relayUrl,
      databasePool: 12,
      kafkaBrokers: [],
      identity: { issuer: issuer.issuer, audience: issuer.audience, keys: issuer.jwks },
      introspection: true,
      otlpEndpoint: null,
      shutdownDelayMs: 0,
    },
    { transport: neighbours, clock, log: makeLog(definition.name, process.env['SPEC_LOG'] ?? 'silent') },
  );
  const tenantId = uuidv7();
  // A spec may look from several places at once.
  const watcher = new Pool({ connectionString: database.superuserUrl, max: 2 });

  const unfinished = async (events: readonly string[]) => {
    const { rows } = await watcher.query<{ state: string }>(
      `select state from inbox where event_id = any($1::uuid[]) and state in ('RECEIVED', 'WAITING')`,
      [events],
    );
    return rows.length;
  };
  const parked = async () => {
    const { rows } = await watcher.query<{ type: string; reason: string }>(
      `select type, reason from inbox where state = 'PARKED' order by received_at`,
    );
    return rows;
  };
  const handled = (event: Envelope) =>
    eventually(async () => {
      if ((await unfinished([event.id])) === 0) return;
      const before = (await parked()).map(({ type, reason }) => `; ${type} is parked: ${reason}`);
      throw new Error(`${event.type} is not handled yet${before.join('')}`);
    });
  const allPublished = () =>
    eventually(async () => {
      const { rows } = await watcher.query<{ written: number }>('select count(*)::int as written from outbox');
      if ((rows[0]?.written ?? 0) > neighbours.sent.size) throw new Error('the outbox is not published yet');
    });

  return {
    tenantId,
    running,
    superuserUrl: database.superuserUrl,
    async as(person = {}) {
      const token = await issuer.token({ tenantId, roles: ['ADMIN'], ...person });
      return graphClient(async ({ query, variables, headers }) => answerOf(running, query, variables, headers), token);
    },
    async receive(type, data, about) {
      const event = neighbours.next(type, data, { ...about, tenantId: about.tenantId ?? tenantId });
      await neighbours.deliver(event as Envelope);
      if (!about.unfinished) await handled(event as Envelope);
      return event;
    },
    async receiveAgain(event) {
      await neighbours.deliver(event);
      await handled(event);
    },
    async published<T extends EventType>(type: T) {
      await allPublished();
      return [...neighbours.sent.values()].filter((event) => event.type === type) as Envelope<T>[];
    },
    async outcome({ id }) {
      const { rows } = await watcher.query<{ consumer: string; state: string }>(
        'select consumer, state from inbox where event_id = $1',
        [id],
      );
      return Object.fromEntries(rows.map(({ consumer, state }) => [consumer, state]));
    },
    parked,
    async audit(resultId) {
      const { rows } = await watcher.query<{ principal: string; mutation: string; changes: Change[] }>(
        'select principal, mutation, changes from audit_entry where result_id = $1 order by id',
        [resultId],
      );
      return rows;
    },
    async stop() {
      await running.stop();
      await watcher.end();
      await database.drop();
    },
  };
}

async function answerOf(
  running: RunningService,
  query: string,
  variables: Readonly<Record<string, unknown>> | undefined,
  headers: Readonly<Record<string, string>>,
): Promise<GraphAnswer> {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries({ 'content-type': 'application/json', ...headers })) map.set(name, value);
  const response = await running.server.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: 'POST', headers: map, search: '', body: { query, variables } },
    context: () => running.contextFor(map),
  });
  if (response.body.kind !== 'complete') throw new Error('a subgraph answers in one piece');
  return JSON.parse(response.body.string) as GraphAnswer;
}
