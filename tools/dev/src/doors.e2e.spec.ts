import { createHmac, createPublicKey, type JsonWebKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HeaderMap } from '@apollo/server';
import { uuidv7 } from '@fivepoint/kernel';
import { type Role, roles, schemaOf } from '@fivepoint/service';
import { connected, eventually, type GraphAnswer, graphClient } from '@fivepoint/testing';
import { buildSchema, type GraphQLSchema } from 'graphql';
import { exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';
import { loadDemo } from '../../demo/src/load-demo';
import { demoTenant } from '../../demo/src/demo-people';
import { localAudience, localIssuer } from '../../issuer/src/issuer';
import { throwAwayFolder } from '../../local/src/throw-away-folder';
import { type House, startHouse } from './house';
import { silent } from './progress';
import { services } from '../../local/src/services';
import { issuerFile, repositoryRoot } from '../../local/src/settings';
import { mutationsByRole } from './spec/doc-roles';
import { type Door, doorsOf } from './spec/operations';

jest.setTimeout(600_000);

const read = (path: string) => readFileSync(join(repositoryRoot, path), 'utf8');
const nobodysId = '01990000-0000-7000-8000-00000000dead';
const uuids = (text: string) => new Set(text.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g));

/** The gateway or one service, and every way in. */
interface Front {
  name: string;
  doors: Door[];
  ask(query: string, authorization?: string): Promise<GraphAnswer>;
}

/** Every root field of the graph and of each service, `_entities` included, is a door; none may stand open. */
describe('every door of the house', () => {
  const folder = throwAwayFolder('doors');
  const { dataDir } = folder;
  /** Three tenants: the demo's, one without anything, and one for what commands leave behind. */
  const [empty, busy] = [uuidv7(), uuidv7()];
  const fronts: Front[] = [];
  /** An id of the demo tenant's by type. */
  const ids = new Map<string, string>();
  let house: House;
  let privateKey: JWK;

  beforeAll(async () => {
    house = await startHouse({ dataDir, port: 0, logLevel: 'silent', step: silent, say: () => undefined });
    privateKey = (JSON.parse(readFileSync(issuerFile(dataDir), 'utf8')) as { privateKey: JWK }).privateKey;
    for (const id of [empty, busy])
      await house.registerTenant({ id, name: `Tenant ${id}`, timeZone: 'UTC', currency: 'CNY' });
    await loadDemo(house);
    fronts.push(gateway(buildSchema(read('supergraph.graphql'), { assumeValidSDL: true })));
    for (const definition of services) fronts.push(service(definition.name, (await schemaOf(definition)).schema));
    await openMore();
    await findIds();
  });
  afterAll(async () => {
    await house.stop();
    await folder.remove();
  });

  function gateway(schema: GraphQLSchema): Front {
    return {
      name: 'gateway',
      doors: doorsOf(schema),
      async ask(query, authorization) {
        const headers = { 'content-type': 'application/json', ...(authorization && { authorization }) };
        const answer = await fetch(house.url, { method: 'POST', headers, body: JSON.stringify({ query }) });
        return (await answer.json()) as GraphAnswer;
      },
    };
  }

  function service(name: string, schema: GraphQLSchema): Front {
    const running = house.services.get(name);
    if (!running) throw new Error(`${name} does not run`);
    return {
      name,
      doors: doorsOf(schema),
      async ask(query, authorization) {
        const headers = new HeaderMap([['content-type', 'application/json']]);
        if (authorization) headers.set('authorization', authorization);
        const { body } = await running.server.executeHTTPGraphQLRequest({
          httpGraphQLRequest: { method: 'POST', headers, search: '', body: { query } },
          context: () => running.contextFor(headers),
        });
        return JSON.parse(body.kind === 'complete' ? body.string : '{}') as GraphAnswer;
      },
    };
  }

  /** One row of the demo tenant of every kind, past all policies. */
  async function findIds(): Promise<void> {
    for (const { name, entities } of services) {
      const database = name.replaceAll('-', '_');
      await connected(house.cluster.superuserUrl(database), async (client) => {
        for (const entity of entities) {
          const table = entity.name.replace(/(?<!^)[A-Z]/g, '_$&').toLowerCase();
          const { rows } = await client
            .query<{ id: string }>(`select id from ${table} where tenant_id = $1 limit 1`, [demoTenant.id])
            .catch(() => ({ rows: [] }));
          if (rows[0]) ids.set(entity.name, rows[0].id);
        }
      });
    }
    ids.set('Tenant', demoTenant.id);
    // The account that every service knows something of.
    await connected(house.cluster.superuserUrl('deal'), async (client) => {
      const { rows } = await client.query<{ id: string }>(
        'select account_id as id from contract where tenant_id = $1 and account_id is not null limit 1',
        [demoTenant.id],
      );
      if (rows[0]) ids.set('Account', rows[0].id);
    });
    // What is worked out of an account has its id.
    for (const ofAccounts of ['CoverageReturn', 'ContactCadence']) ids.set(ofAccounts, ids.get('Account') ?? '');
  }

  /** What the demo leaves out: an expansion, a contact, a company, a driver of demand and its measure, an override, a selection, a note and a touch of an account, what came of a contact, a late step with a war-game card, a rehearsal, what is said of teams and reps, a rebalancing with help, and a dispute of the contract that is not paid yet. */
  async function openMore(): Promise<void> {
    const graph = graphClient(house.url, await token(demoTenant.id, ['ADMIN']));
    const open = await graph.query<Record<'accounts' | 'contracts' | 'reps', { nodes: { id: string }[] }>>(
      '{ accounts(first: 1) { nodes { id } } contracts { nodes { id } } reps(first: 1) { nodes { id } } }',
    );
    const accountId = open.accounts.nodes[0]?.id;
    const amount = { amount: '1.00', currency: 'CNY' };
    const expansion = { accountId, need: 'more', fit: 60, amount, dueOn: '2027-01-31' };
    const { registerContact } = await graph.query<{ registerContact: { id: string } }>(
      `mutation ($expansion: IdentifyExpansionInput!, $contact: RegisterContactInput!, $company: RegisterLegalEntityInput!) {
        identifyExpansion(input: $expansion) { __typename } registerContact(input: $contact) { ... on Contact { id } }
        registerLegalEntity(input: $company) { __typename }
      }`,
      { expansion, contact: { accountId, name: '王工' }, company: { name: '江苏电信有限公司' } },
    );
    await graph.query(
      `mutation ($selection: SelectAccountInput!, $note: RecordDossierNoteInput!, $touch: RecordTouchInput!) {
        selectAccount(input: $selection) { __typename } recordDossierNote(input: $note) { __typename }
        recordTouch(input: $touch) { __typename }
      }`,
      {
        selection: { accountId, startsOn: '2026-01-01', endsOn: '2026-12-31', reason: 'noise' },
        note: { accountId, topic: 'BUDGET', text: 'noise', source: 'noise' },
        touch: { accountId, kind: 'CALL', outcome: 'NEUTRAL' },
      },
    );
    await graph.query(
      `mutation ($override: OverrideStageInput!, $outcome: RecordTrustOutcomeInput!) {
        overrideStage(input: $override) { __typename } recordTrustOutcome(input: $outcome) { __typename }
      }`,
      {
        override: { accountId, stage: 'MATURITY', reason: 'noise', expiresOn: '2034-01-31' },
        outcome: { contactId: registerContact.id, kind: 'GOOD_CONTACT' },
      },
    );
    const { registerDemandDriver: driver } = await graph.query<{ registerDemandDriver: { id: string } }>(
      'mutation ($input: RegisterDemandDriverInput!) { registerDemandDriver(input: $input) { ... on DemandDriver { id } } }',
      { input: { name: '基站', unit: '座' } },
    );
    await graph.query(
      'mutation ($input: RecordDriverMeasureInput!) { recordDriverMeasure(input: $input) { __typename } }',
      {
        input: {
          accountId,
          demandDriverId: driver.id,
          quantity: '1',
          intensity: '1',
          unitPrice: amount,
          source: 'noise',
        },
      },
    );
    const { stepTemplates } = await graph.query<{ stepTemplates: { nodes: { id: string }[] } }>(
      '{ stepTemplates(filter: { points: [PLAN], isRetired: false }, first: 1) { nodes { id } } }',
    );
    const { planStep } = await graph.query<{ planStep: { id: string } }>(
      'mutation ($input: PlanStepInput!) { planStep(input: $input) { ... on Step { id } } }',
      {
        input: {
          stepTemplateId: stepTemplates.nodes[0]?.id,
          accountId,
          ownerId: open.reps.nodes[0]?.id,
          plannedOn: '2026-01-01',
          dueOn: '2026-01-31',
        },
      },
    );
    await graph.query('mutation ($input: AddWarGameCardInput!) { addWarGameCard(input: $input) { __typename } }', {
      input: { stepId: planStep.id, side: 'RIVAL', move: 'noise', answer: 'noise', trigger: 'noise' },
    });
    await eventually(async () => {
      const { stepGaps } = await graph.query<{ stepGaps: { totalCount: number } }>('{ stepGaps { totalCount } }');
      expect(stepGaps.totalCount).toBe(1);
    });
    const { plans } = await graph.query<{
      plans: { nodes: { id: string; endsOn: string; lines: { nodes: { id: string }[] } }[] };
    }>('{ plans(first: 1) { nodes { id endsOn lines(first: 100) { nodes { id } } } } }');
    for (const { id: planId, endsOn, lines } of plans.nodes) {
      for (const { id: planLineId } of lines.nodes)
        await graph.query(
          'mutation ($input: RecordLineOutlookInput!) { recordLineOutlook(input: $input) { __typename } }',
          { input: { planLineId, probabilityBasisPoints: 5_000, closesOn: endsOn } },
        );
      await graph.query('mutation ($input: StartRehearsalInput!) { startRehearsal(input: $input) { __typename } }', {
        input: { planId },
      });
    }
    const { reps } = await graph.query<{ reps: { nodes: { id: string }[] } }>('{ reps(first: 1) { nodes { id } } }');
    const repId = reps.nodes[0]?.id;
    const people = await graph.query<Record<string, { nodes: { id: string }[] }>>(
      '{ coaches: reps(first: 2) { nodes { id } } skills(first: 1) { nodes { id } } teams(first: 1) { nodes { id } } }',
    );
    const skillId = people['skills']?.nodes[0]?.id;
    const said = {
      assessment: { repId, skillId, level: 3 },
      coaching: { repId, skillId, coachId: people['coaches']?.nodes[1]?.id, practised: 'noise', outcome: 'noise' },
      candidate: { name: '周杰', source: 'HUNTED', targetRole: 'noise', targetTeamId: people['teams']?.nodes[0]?.id },
      risk: { repId, level: 'LOW', reason: 'noise' },
    };
    await graph.query(
      `mutation ($assessment: AssessSkillInput!, $coaching: RecordCoachingInput!, $candidate: RegisterCandidateInput!,
          $risk: AssessLeavingRiskInput!) {
        assessSkill(input: $assessment) { __typename } recordCoaching(input: $coaching) { __typename }
        registerCandidate(input: $candidate) { __typename } assessLeavingRisk(input: $risk) { __typename }
      }`,
      said,
    );
    await graph.query(
      `mutation ($seat: AssignSeatInput!, $capacity: StateCapacityInput!) {
        assignSeat(input: $seat) { __typename } stateCapacity(input: $capacity) { __typename }
        adoptTeamRule(input: {}) { __typename }
      }`,
      { seat: { accountId, seat: 'DELIVERY', repId }, capacity: { repId, fullCapacity: amount } },
    );
    await rebalance(graph);
    await eventually(async () => {
      const opened = await Promise.all(
        open.contracts.nodes.map(({ id }) =>
          graph.query<{ openDispute: { __typename: string } }>(
            'mutation ($input: OpenDisputeInput!) { openDispute(input: $input) { __typename } }',
            { input: { contractId: id, reason: 'QUALITY', note: 'noise' } },
          ),
        ),
      );
      expect(opened.map(({ openDispute }) => openDispute.__typename)).toContain('Dispute');
    });
  }

  /** A rebalancing of a plan whose reps have not booked all, by which they lose what they lack; approved, with the help that it opens, and a rule for the next one. */
  async function rebalance(graph: ReturnType<typeof graphClient>): Promise<void> {
    const { reps, plans } = await graph.query<Record<'reps' | 'plans', { nodes: { id: string }[] }>>(
      '{ reps(first: 100) { nodes { id } } plans(first: 100) { nodes { id } } }',
    );
    const [one, other] = reps.nodes.map(({ id }) => id);
    for (const { id: repId } of reps.nodes)
      await graph.query('mutation ($input: StateCapacityInput!) { stateCapacity(input: $input) { __typename } }', {
        input: { repId, fullCapacity: { amount: '0.00', currency: 'CNY' } },
      });
    const approved: string[] = [];
    for (const { id: planId } of plans.nodes) {
      const { proposeRebalancing: proposed } = await graph.query<{ proposeRebalancing: Partial<Proposed> }>(
        `mutation ($input: ProposeRebalancingInput!) { proposeRebalancing(input: $input) {
          ... on Rebalancing { id targets(first: 100) { nodes { rep { id } } } } } }`,
        { input: { planId, reason: 'noise' } },
      );
      // Who has booked everything lacks nothing.
      if (!proposed.id) continue;
      const supports = proposed.targets?.nodes.map(({ rep: { id: repId } }) => ({
        repId,
        ownerId: repId === one ? other : one,
      }));
      const { approveRebalancing } = await graph.query<{ approveRebalancing: { __typename: string } }>(
        `mutation ($input: ApproveRebalancingInput!) {
          approveRebalancing(input: $input) { __typename } adoptRebalancingRule(input: {}) { __typename }
        }`,
        { input: { rebalancingId: proposed.id, supports } },
      );
      approved.push(approveRebalancing.__typename);
    }
    expect(approved).toContain('Rebalancing');
  }

  interface Proposed {
    id: string;
    targets: { nodes: { rep: { id: string } }[] };
  }

  interface Making {
    claims?: Record<string, unknown>;
    key?: JWK;
    expires?: string | number | null;
    issuer?: string;
    audience?: string;
    notBefore?: string;
    sub?: string | null;
  }

  /** A token as the issuer would sign it, but for what is said. */
  async function token(tenantId: string, allowed: readonly Role[], making: Making = {}): Promise<string> {
    const { claims = {}, key = privateKey, expires = '1h', issuer = localIssuer, sub = 'somebody' } = making;
    const known = { tenant_id: tenantId, roles: allowed, teams: ['north'], rep_id: ids.get('Rep') };
    const jwt = new SignJWT({ ...known, ...claims })
      .setProtectedHeader({ alg: 'ES256', kid: privateKey.kid ?? '' })
      .setIssuer(issuer)
      .setAudience(making.audience ?? localAudience);
    if (sub !== null) jwt.setSubject(sub);
    if (expires !== null) jwt.setExpirationTime(expires);
    if (making.notBefore !== undefined) jwt.setNotBefore(making.notBefore);
    return jwt.sign(await importJWK(key, 'ES256'));
  }

  const good = async (tenantId: string, allowed: readonly Role[]) => `Bearer ${await token(tenantId, allowed)}`;
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

  /** The same claims under another header, signed with a secret that everybody knows. */
  async function withHeader(header: object, secret: string | null): Promise<string> {
    const [, payload] = (await token(demoTenant.id, ['ADMIN'])).split('.');
    const signed = `${part(header)}.${payload}`;
    return `${signed}.${secret === null ? '' : createHmac('sha256', secret).update(signed).digest('base64url')}`;
  }

  const tokens: readonly (readonly [string, () => Promise<string> | string])[] = [
    ['no token', () => ''],
    ['an expired token', () => token(demoTenant.id, ['ADMIN'], { expires: '-1 minute' })],
    ['a token that is not valid yet', () => token(demoTenant.id, ['ADMIN'], { notBefore: '1h' })],
    ['a token that never expires', () => token(demoTenant.id, ['ADMIN'], { expires: null })],
    ['a token of another issuer', () => token(demoTenant.id, ['ADMIN'], { issuer: 'https://other.example' })],
    ['a token for another audience', () => token(demoTenant.id, ['ADMIN'], { audience: 'other' })],
    ['a token of nobody', () => token(demoTenant.id, ['ADMIN'], { sub: null })],
    ['a token without a tenant', () => token(demoTenant.id, ['ADMIN'], { claims: { tenant_id: undefined } })],
    ['a token of no tenant', () => token('none', ['ADMIN'])],
    [
      'a token signed by a stranger with the same key id',
      async () =>
        token(demoTenant.id, ['ADMIN'], {
          key: await exportJWK((await generateKeyPair('ES256', { extractable: true })).privateKey),
        }),
    ],
    ['an unsigned token', () => withHeader({ alg: 'none' }, null)],
    [
      'a token signed with the public key as its secret',
      () => {
        const { d: _, ...publicKey } = privateKey;
        const pem = createPublicKey({ key: publicKey as JsonWebKey, format: 'jwk' });
        return withHeader(
          { alg: 'HS256', kid: privateKey.kid },
          pem.export({ type: 'spki', format: 'pem' }).toString(),
        );
      },
    ],
    [
      'a token that says which key to believe',
      () => withHeader({ alg: 'ES256', jwk: { kty: 'oct', k: 'AAAA' }, jku: 'http://127.0.0.1:9/' }, 'AAAA'),
    ],
    [
      'a token whose claims were changed',
      async () => {
        const [head, , signature] = (await token(demoTenant.id, ['REP'])).split('.');
        const [, claims] = (await token(demoTenant.id, ['ADMIN'])).split('.');
        return `${head}.${claims}.${signature}`;
      },
    ],
  ];

  it.each(tokens)('is closed to %s', async (_, make) => {
    const made = await make();
    const open: string[] = [];
    for (const { name, doors, ask } of fronts)
      await Promise.all(
        doors.map(async (door) => {
          const { data, errors = [] } = await ask(door.asked(nobodysId), made === '' ? undefined : `Bearer ${made}`);
          const codes = errors.map(({ extensions }) => extensions?.['code']);
          if (data != null || codes.join() !== 'UNAUTHENTICATED') open.push(`${name}: ${door.name} ${codes.join()}`);
        }),
      );
    expect(open).toEqual([]);
  });

  it('are as many as there must be, so that none of the above is true of nothing', () => {
    const count = (front: string, kind: Door['kind']) =>
      fronts
        .filter(({ name }) => name === front)
        .flatMap(({ doors }) => doors)
        .filter((door) => door.kind === kind).length;
    expect(count('gateway', 'query')).toBeGreaterThan(25);
    expect(count('gateway', 'mutation')).toBeGreaterThan(45);
    const ofServices = services.flatMap(({ name }) =>
      ['query', 'mutation'].map((kind) => count(name, kind as 'query')),
    );
    const entities = fronts.flatMap(({ doors }) => doors).filter(({ name }) => name.startsWith('_entities'));
    expect(ofServices.reduce((sum, n) => sum + n, 0) - entities.length).toBe(fronts[0]?.doors.length);
  });

  describe('that changes something', () => {
    const documented = mutationsByRole(read('docs/security.md'));

    it('stands in the table of docs/security.md once, and nothing else does', () => {
      const doors = fronts[0]?.doors.filter((door) => door.kind === 'mutation' || isOperators(door)) ?? [];
      const rowsOf = (door: Door) => documented.filter(({ is }) => is(door.name)).length;
      expect(doors.filter((door) => rowsOf(door) !== 1).map(({ name }) => name)).toEqual([]);
      const names = doors.map(({ name }) => name);
      expect(documented.filter(({ is }) => !names.some(is)).map(({ name }) => name)).toEqual([]);
    });

    it.each(roles)('is open to %s as that table says, and only so', async (role) => {
      const authorization = await good(busy, [role]);
      const wrong: string[] = [];
      for (const { name, doors, ask } of fronts.slice(1))
        for (const door of doors.filter((one) => one.kind === 'mutation' || isOperators(one))) {
          const allowed = role === 'ADMIN' || documented.some((row) => row.is(door.name) && row.roles.includes(role));
          const { errors = [] } = await ask(door.asked(nobodysId), authorization);
          const codes = errors.map(({ extensions }) => String(extensions?.['code']));
          const fits = allowed
            ? !codes.some((code) => ['FORBIDDEN', 'UNAUTHENTICATED', 'INTERNAL'].includes(code))
            : codes.join() === 'FORBIDDEN';
          if (!fits)
            wrong.push(`${name}: ${door.name} should be ${allowed ? 'open' : 'closed'}: ${JSON.stringify(errors)}`);
        }
      expect(wrong).toEqual([]);
    });
  });

  describe('shows another tenant', () => {
    const asked = async ({ ask }: Front, door: Door, tenantId: string, id: string) => {
      const answers = [];
      for (const part of door.everything(id)) {
        const answer = await ask(part, await good(tenantId, ['ADMIN']));
        expect({ [door.name]: answer.errors }).toEqual({ [door.name]: undefined });
        answers.push(answer.data);
      }
      return JSON.stringify(answers).replaceAll(id, 'the id');
    };

    it('nothing by an id: it is as if there were none', async () => {
      const [shown, untried]: string[][] = [[], []];
      for (const front of fronts)
        for (const door of front.doors.filter(({ kind, of }) => kind === 'query' && of !== null)) {
          const id = ids.get(door.of ?? '') ?? '';
          if (id === '') untried?.push(`${front.name}: ${door.name}`);
          const [theirs, none, own] = [
            await asked(front, door, empty, id || nobodysId),
            await asked(front, door, empty, nobodysId),
            await asked(front, door, demoTenant.id, id || nobodysId),
          ];
          if (theirs !== none) shown?.push(`${front.name}: ${door.name}`);
          if (own === none && !door.stub)
            untried?.push(`${front.name}: ${door.name} shows nothing to its own tenant, either`);
        }
      expect(shown).toEqual([]);
      expect(untried).toEqual([]);
    });

    it('nothing in a list', async () => {
      const [shown, untried]: string[][] = [[], []];
      for (const front of fronts)
        for (const door of front.doors.filter(({ kind, of }) => kind === 'query' && of === null)) {
          const theirs = uuids(await asked(front, door, empty, nobodysId));
          const own = uuids(await asked(front, door, demoTenant.id, nobodysId));
          theirs.delete(empty);
          const some = theirs.size > 0 && !beginsWithTheTenant.includes(door.name);
          if (some || [...theirs].some((id) => own.has(id))) shown?.push(`${front.name}: ${door.name}`);
          if (own.size === 0 && !isOperators(door) && !withoutIds.includes(door.name))
            untried?.push(`${front.name}: ${door.name}`);
        }
      expect(shown).toEqual([]);
      expect(untried).toEqual([]);
    });
  });

  it('takes no tenant that is not registered for a bug', async () => {
    const unknown = await good(uuidv7(), ['ADMIN']);
    const internal: string[] = [];
    for (const { name, doors, ask } of fronts.slice(1))
      for (const door of doors) {
        const { errors = [] } = await ask(door.asked(nobodysId), unknown);
        const codes = errors.map(({ extensions }) => String(extensions?.['code']));
        if (codes.includes('INTERNAL')) internal.push(`${name}: ${door.name} ${errors[0]?.message}`);
      }
    expect(internal).toEqual([]);
  });
});

/** What answers with sums, or to a supposition about a thing that the spec does not name. */
const withoutIds = [
  'receivablesAgeing',
  'stepGapTotals',
  'requiredPipeline',
  'closedDeals',
  'whatIf',
  'pendingAssessmentCount',
];

/** What a company has from its first day on; its timeline begins with its registration. */
const beginsWithTheTenant = [
  ...['timelineEntries', 'plays', 'skills', 'stepTemplates', 'funnelTemplates', 'salesFunnel'],
  ...['potentialRules', 'stageRules', 'relationshipChains', 'trustRules', 'portfolioRules'],
  ...['classStrategies', 'stageStrategies', 'attainmentRules', 'incentiveRules', 'coverageRules'],
  ...['teamRules', 'rebalancingRules'],
];

/** What operators see of events, which the table lists beside the mutations. */
const isOperators = ({ name }: Door): boolean => /(ParkedEvents|ConsumerLag)$/.test(name);
