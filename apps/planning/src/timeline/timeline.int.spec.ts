import { type AnyEnvelope, eventTypes, type EventMap, type EventType } from '@fivepoint/contracts';
import { uuidv7 } from '@fivepoint/kernel';
import {
  cny,
  exampleOf,
  type GraphClient,
  type Result,
  serviceUnderTest,
  type ServiceUnderTest,
} from '@fivepoint/testing';
import { planning } from '../service';
import { makeAccount, makeRep } from '../spec/house';

interface Page {
  totalCount: number;
  nodes: (Result & { type: string; details: { name: string; value: string }[] })[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}

const query = `query ($id: UUID!, $filter: TimelineFilter, $first: Int = 100, $after: String) { account(id: $id) {
  timeline(filter: $filter, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes {
    id occurredAt type title service correlationId parentCorrelationId subjectId origin details { name value } } } } }`;

describe("an account's timeline", () => {
  let service: ServiceUnderTest;
  let admin: GraphClient;

  beforeAll(async () => {
    service = await serviceUnderTest(planning);
    admin = await service.as();
  });
  afterAll(() => service.stop());

  async function timeline(id: string, variables: object = {}): Promise<Page> {
    const { account } = await admin.query<{ account: { timeline: Page } }>(query, { id, ...variables });
    return account.timeline;
  }
  const types = async (id: string, filter?: object) => (await timeline(id, { filter })).nodes.map(({ type }) => type);

  const tell = <T extends EventType>(type: T, accountId: string, about: object = {}) =>
    service.receive(type, exampleOf(type, accountId), { subject: uuidv7(), ...about });

  const lead = (accountId: string | null, leadId: string): EventMap['fivepoint.acquisition.lead-captured.v1'] => ({
    leadId,
    accountId,
    name: '苏州供电',
    source: 'REFERRAL',
  });

  it('holds every event of all five services that is about an account, newest first', async () => {
    const accountId = await makeAccount(admin);
    const correlationId = uuidv7();
    const told: AnyEnvelope[] = [];
    for (const [index, type] of (Object.keys(eventTypes) as EventType[]).entries()) {
      const time = new Date(Date.UTC(2026, 0, 1 + index)).toISOString();
      told.push((await tell(type, accountId, { correlationId, time })) as AnyEnvelope);
    }
    const aboutNoAccount = [
      'plan-approved',
      'plan-rehearsed',
      'targets-rebalanced',
      'product-registered',
      'rep-registered',
      'step-templates-defined',
      'tenant-registered',
    ];
    const expected = told.filter(({ type }) => !aboutNoAccount.some((name) => type.includes(`.${name}.`)));
    const { nodes, totalCount } = await timeline(accountId, { filter: { correlationId } });
    expect(totalCount).toBe(Object.keys(eventTypes).length - aboutNoAccount.length);
    expect(nodes.map(({ id, type, occurredAt }) => ({ id, type, occurredAt }))).toEqual(
      expected.reverse().map(({ id, type, time: occurredAt }) => ({ id, type, occurredAt })),
    );
    expect(new Set(nodes.map(({ service: owner }) => owner))).toEqual(
      new Set(['planning', 'acquisition', 'deal', 'receivables', 'customer-success']),
    );
    expect(await service.parked()).toEqual([]);
  });

  it('says in short what each event says, without ids, and where it belongs', async () => {
    const accountId = await makeAccount(admin);
    const [correlationId, parentCorrelationId, subject] = [uuidv7(), uuidv7(), uuidv7()];
    await service.receive(
      'fivepoint.customer-success.renewal-identified.v1',
      {
        renewalId: subject,
        contractId: uuidv7(),
        accountId,
        amount: cny('300000.00'),
        need: '扩容',
        fit: 80,
        dueOn: '2027-06-30',
        ownerId: uuidv7(),
        team: 'north',
      },
      { subject, correlationId, parentCorrelationId, origin: 'import', time: '2026-03-01T08:00:00.000Z' },
    );
    const { nodes } = await timeline(accountId, { filter: { parentCorrelationId } });
    expect(nodes).toMatchObject([
      {
        occurredAt: '2026-03-01T08:00:00.000Z',
        title: expect.stringContaining('Renewal identified') as string,
        service: 'customer-success',
        correlationId,
        parentCorrelationId,
        subjectId: subject,
        origin: 'IMPORTED',
        details: [
          { name: 'amount', value: '300000.00 CNY' },
          { name: 'need', value: '扩容' },
          { name: 'fit', value: '80' },
          { name: 'dueOn', value: '2027-06-30' },
          { name: 'team', value: 'north' },
        ],
      },
    ]);
  });

  it('takes up what a deal told before its account was known, with the first event that names it, in either order', async () => {
    for (const openedFirst of [true, false]) {
      const accountId = await makeAccount(admin);
      const [dealId, correlationId] = [uuidv7(), uuidv7()];
      const opened = { ...exampleOf('fivepoint.deal.deal-opened.v1', accountId), dealId, accountId: null };
      const signed = { ...exampleOf('fivepoint.deal.contract-signed.v1', accountId), dealId };
      const tellThem = [
        () =>
          service.receive('fivepoint.deal.deal-opened.v1', opened, {
            subject: dealId,
            correlationId,
            origin: 'import',
          }),
        () => service.receive('fivepoint.deal.contract-signed.v1', signed, { subject: uuidv7(), correlationId }),
      ];
      for (const one of openedFirst ? tellThem : tellThem.reverse()) await one();
      expect((await types(accountId, { correlationId })).sort()).toEqual([
        'fivepoint.deal.contract-signed.v1',
        'fivepoint.deal.deal-opened.v1',
      ]);
    }
  });

  it('shows one turn of the lifecycle, what grew out of it, and what one service told', async () => {
    const accountId = await makeAccount(admin);
    const [turn, next] = [uuidv7(), uuidv7()];
    await tell('fivepoint.planning.account-targeted.v1', accountId, { correlationId: turn });
    await tell('fivepoint.deal.contract-signed.v1', accountId, { correlationId: turn });
    await tell('fivepoint.customer-success.renewal-identified.v1', accountId, {
      correlationId: next,
      parentCorrelationId: turn,
    });
    await tell('fivepoint.deal.deal-opened.v1', accountId, { correlationId: next });
    expect(await types(accountId, { correlationId: turn })).toEqual([
      'fivepoint.deal.contract-signed.v1',
      'fivepoint.planning.account-targeted.v1',
    ]);
    expect(await types(accountId, { parentCorrelationId: turn })).toEqual([
      'fivepoint.customer-success.renewal-identified.v1',
    ]);
    expect(await types(accountId, { services: ['deal'], correlationId: next })).toEqual([
      'fivepoint.deal.deal-opened.v1',
    ]);
    expect(await types(accountId, { types: ['fivepoint.deal.contract-signed.v1'] })).toHaveLength(1);
  });

  async function entries(filter: object, graph: Pick<GraphClient, 'query'> = admin): Promise<string[]> {
    const { timelineEntries } = await graph.query<{ timelineEntries: Page }>(
      `query ($filter: TimelineFilter) { timelineEntries(filter: $filter, first: 100) { totalCount nodes { type } } }`,
      { filter },
    );
    expect(timelineEntries.totalCount).toBe(timelineEntries.nodes.length);
    return timelineEntries.nodes.map(({ type }) => type.split('.')[2] ?? '');
  }

  it('is one loop by its turn: from the plan over its lines to what was referred to another account', async () => {
    const [accountId, referred] = [await makeAccount(admin), await makeAccount(admin)];
    const [plan, line, otherLine, renewal, referral] = [uuidv7(), uuidv7(), uuidv7(), uuidv7(), uuidv7()];
    const at = (day: number) => new Date(Date.UTC(2026, 2, day)).toISOString();
    const turn = (correlationId: string, day: number, parentCorrelationId?: string) => ({
      correlationId,
      time: at(day),
      ...(parentCorrelationId && { parentCorrelationId }),
    });
    // They come in any order, and from topics that know nothing of one another.
    await tell('fivepoint.acquisition.lead-captured.v1', referred, turn(referral, 6));
    await tell('fivepoint.customer-success.referral-given.v1', accountId, turn(referral, 5, renewal));
    await tell('fivepoint.customer-success.renewal-identified.v1', accountId, turn(renewal, 4, line));
    await tell('fivepoint.deal.contract-signed.v1', accountId, turn(line, 3));
    await tell('fivepoint.planning.plan-approved.v1', accountId, turn(plan, 1));
    await tell('fivepoint.planning.account-targeted.v1', accountId, turn(line, 2, plan));
    await tell('fivepoint.planning.account-targeted.v1', referred, turn(otherLine, 2, plan));
    await tell('fivepoint.deal.contract-signed.v1', accountId, turn(uuidv7(), 7));

    const ofTheLine = ['lead-captured', 'referral-given', 'renewal-identified', 'contract-signed', 'account-targeted'];
    expect(await entries({ rootCorrelationId: line })).toEqual(ofTheLine);
    expect(await entries({ rootCorrelationId: plan })).toEqual([...ofTheLine, 'account-targeted', 'plan-approved']);
    expect(await entries({ rootCorrelationId: renewal })).toEqual(ofTheLine.slice(0, 3));
    expect(await entries({ rootCorrelationId: plan, accountId: referred })).toEqual([
      'lead-captured',
      'account-targeted',
    ]);
    expect(await entries({ correlationId: plan })).toEqual(['plan-approved']);
    expect(await types(accountId, { rootCorrelationId: line })).toHaveLength(4);
    expect(await entries({ rootCorrelationId: uuidv7() })).toEqual([]);
  });

  it('never ends a loop that leads back into itself', async () => {
    const accountId = await makeAccount(admin);
    const [one, other] = [uuidv7(), uuidv7()];
    await tell('fivepoint.deal.deal-opened.v1', accountId, { correlationId: one, parentCorrelationId: other });
    await tell('fivepoint.deal.deal-opened.v1', accountId, { correlationId: other, parentCorrelationId: one });
    expect(await entries({ rootCorrelationId: one })).toHaveLength(2);
  });

  it('gives no account to what is about none, whatever else happens in its turn', async () => {
    const accountId = await makeAccount(admin);
    const correlationId = uuidv7();
    await tell('fivepoint.planning.plan-approved.v1', accountId, { correlationId });
    await tell('fivepoint.deal.deal-opened.v1', accountId, { correlationId });
    await tell('fivepoint.planning.plan-approved.v1', accountId, { correlationId });
    expect(await types(accountId)).toEqual(['fivepoint.deal.deal-opened.v1']);
    expect(await entries({ correlationId })).toHaveLength(3);
  });

  it('pages through many events without gap or overlap, also where they happened at the same time', async () => {
    const accountId = await makeAccount(admin);
    for (let count = 0; count < 7; count++)
      await tell('fivepoint.deal.deal-stage-changed.v1', accountId, {
        time: count < 4 ? '2026-03-01T08:00:00.000Z' : '2026-03-02T08:00:00.000Z',
      });
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Page = await timeline(accountId, { first: 2, after });
      seen.push(...page.nodes.map(({ id }) => id));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(new Set(seen).size).toBe(7);
    expect(seen).toEqual((await timeline(accountId)).nodes.map(({ id }) => id));
  });

  it('takes an event that comes again once', async () => {
    const accountId = await makeAccount(admin);
    const event = await tell('fivepoint.deal.deal-opened.v1', accountId);
    await service.receiveAgain(event);
    expect(await types(accountId)).toEqual(['fivepoint.deal.deal-opened.v1']);
  });

  it('shows one of its entries by the id of the event', async () => {
    const { id } = await tell('fivepoint.deal.deal-opened.v1', await makeAccount(admin));
    const ask = 'query ($id: UUID!) { timelineEntry(id: $id) { id type } }';
    expect(await admin.query(ask, { id })).toEqual({ timelineEntry: { id, type: 'fivepoint.deal.deal-opened.v1' } });
    const stranger = await service.as({ roles: ['REP'], teams: ['west'] });
    expect(await stranger.query(ask, { id })).toEqual({ timelineEntry: null });
  });

  describe('of a lead whose account became known later', () => {
    it.each([
      ['referral, lead, account', [0, 1, 2]],
      ['account, lead, referral', [2, 1, 0]],
      ['lead, referral, account', [1, 0, 2]],
    ])('begins with the lead, told in the order %s', async (_, order) => {
      const accountId = await makeAccount(admin);
      const referrer = await makeAccount(admin);
      const [correlationId, leadId] = [uuidv7(), uuidv7()];
      const steps = [
        () => tell('fivepoint.customer-success.referral-given.v1', referrer, { correlationId }),
        () =>
          service.receive('fivepoint.acquisition.lead-captured.v1', lead(null, leadId), {
            subject: leadId,
            correlationId,
            time: '2026-03-01T08:00:00.000Z',
          }),
        () => tell('fivepoint.acquisition.opportunity-qualified.v1', accountId, { correlationId }),
      ];
      for (const step of order) await steps[step]?.();
      expect(await types(accountId)).toEqual([
        'fivepoint.acquisition.opportunity-qualified.v1',
        'fivepoint.acquisition.lead-captured.v1',
      ]);
      expect(await types(referrer)).toEqual(['fivepoint.customer-success.referral-given.v1']);
    });

    it('shows a lead that never had an account to no account', async () => {
      const accountId = await makeAccount(admin);
      const leadId = uuidv7();
      await service.receive('fivepoint.acquisition.lead-captured.v1', lead(null, leadId), { subject: leadId });
      expect(await types(accountId)).toEqual([]);
    });
  });

  it('shows itself to those who see the account, and to no other company', async () => {
    const ownerId = await makeRep(admin, { team: 'east' });
    const accountId = await makeAccount(admin, { ownerId });
    await tell('fivepoint.planning.account-registered.v1', accountId);
    await tell('fivepoint.planning.account-registered.v1', accountId, { tenantId: uuidv7() });
    expect(await types(accountId)).toHaveLength(1);
    const owner = await service.as({ roles: ['REP'], repId: ownerId });
    expect(await owner.query(query, { id: accountId })).toMatchObject({ account: { timeline: { totalCount: 1 } } });
    const stranger = await service.as({ roles: ['REP'], repId: uuidv7(), teams: ['south'] });
    expect(await stranger.query(query, { id: accountId })).toEqual({ account: null });
  });

  it('can be cleared for a rebuild: of the given events, and no others', async () => {
    const accountId = await makeAccount(admin);
    const [cleared, kept] = [
      await tell('fivepoint.deal.deal-opened.v1', accountId),
      await tell('fivepoint.deal.contract-signed.v1', accountId),
    ];
    const { operators } = service.running.messaging;
    await operators.clearForReplay({ consumer: 'planning.timeline', scope: { correlationId: cleared.correlationId } });
    expect((await timeline(accountId)).nodes.map(({ id }) => id)).toEqual([kept.id]);
    await service.receiveAgain(cleared);
    expect((await timeline(accountId)).nodes.map(({ id }) => id).sort()).toEqual([cleared.id, kept.id].sort());
  });
});
