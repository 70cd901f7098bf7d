import type { EventMap, EventType } from '@fivepoint/contracts';
import { uuidv7 } from '@fivepoint/kernel';
import {
  exampleOf,
  type GraphClient,
  serviceUnderTest,
  type ServiceUnderTest,
  type TestPerson,
} from '@fivepoint/testing';
import { planning } from '../service';
import { makeAccount, makeRep } from '../spec/house';

const query = `query ($id: UUID!) { account(id: $id) {
  timeline(first: 100) { totalCount nodes { type } } } }`;

const [lin, gao] = [uuidv7(), uuidv7()];
const north = { ownerId: lin, team: 'north' };
const south = { ownerId: gao, team: 'south' };

describe("what of an account's timeline is seen", () => {
  let service: ServiceUnderTest;
  let admin: GraphClient;

  beforeAll(async () => {
    service = await serviceUnderTest(planning);
    admin = await service.as();
  });
  afterAll(() => service.stop());

  const nameOf = (type: string) => type.split('.').slice(1, 3).join('/');

  /** What the person sees of the timeline, each event once, in the order of the lifecycle's names; null where the account is out of sight. */
  async function seen(accountId: string, person: Partial<TestPerson>): Promise<string[] | null> {
    const viewer = await service.as(person);
    const { account } = await viewer.query<{
      account: { timeline: { totalCount: number; nodes: { type: string }[] } } | null;
    }>(query, { id: accountId });
    if (!account) return null;
    expect(account.timeline.totalCount).toBe(account.timeline.nodes.length);
    return account.timeline.nodes.map(({ type }) => nameOf(type)).sort();
  }

  const account = async () => makeAccount(admin, { ownerId: await makeRep(admin, { team: 'north' }) });

  function tellerOf(accountId: string) {
    return <T extends EventType>(type: T, subject: string, over: Partial<EventMap[T]> = {}, time?: string) => {
      const { ownerId: _, team: __, ...data } = exampleOf(type, accountId) as EventMap[T] & Record<string, unknown>;
      return service.receive(type, { ...data, ...over } as object as EventMap[T], { subject, ...(time && { time }) });
    };
  }

  const master = ['planning/account-registered', 'planning/account-updated', 'planning/contact-registered'];
  const money = [
    'receivables/contract-settled',
    'receivables/dispute-opened',
    'receivables/dispute-resolved',
    'receivables/instalment-claimed',
    'receivables/instalment-collected',
    'receivables/milestone-reached',
    'receivables/payment-received',
  ];
  const leads = ['lead-captured', 'lead-classified', 'lead-disqualified', 'lead-updated', 'opportunity-qualified'].map(
    (name) => `acquisition/${name}`,
  );
  const deals = ['contract-signed', 'deal-lost', 'deal-opened', 'deal-stage-changed', 'deal-updated'].map(
    (name) => `deal/${name}`,
  );
  const success = ['expansion-identified', 'referral-given', 'renewal-identified'].map(
    (name) => `customer-success/${name}`,
  );
  const targeted = ['planning/account-targeted'];

  /** One account of team north on which team south does all the business. */
  async function businessOfSouth(): Promise<string> {
    const accountId = await account();
    const tell = tellerOf(accountId);
    const [lead, deal, contractId] = [uuidv7(), uuidv7(), uuidv7()];
    await tell('fivepoint.planning.account-registered.v1', accountId);
    await tell('fivepoint.planning.account-updated.v1', accountId);
    await tell('fivepoint.planning.contact-registered.v1', uuidv7());
    await tell('fivepoint.planning.account-targeted.v1', uuidv7(), south);
    await tell('fivepoint.acquisition.lead-captured.v1', lead, south);
    await tell('fivepoint.acquisition.lead-classified.v1', lead);
    await tell('fivepoint.acquisition.lead-updated.v1', lead, south);
    await tell('fivepoint.acquisition.lead-disqualified.v1', lead);
    await tell('fivepoint.acquisition.opportunity-qualified.v1', lead, south);
    await tell('fivepoint.deal.deal-opened.v1', deal, south);
    await tell('fivepoint.deal.deal-stage-changed.v1', deal);
    await tell('fivepoint.deal.deal-updated.v1', deal, south);
    await tell('fivepoint.deal.deal-lost.v1', deal, south);
    await tell('fivepoint.deal.contract-signed.v1', contractId, { ...south, contractId });
    for (const name of money)
      await tell(`fivepoint.${name.replace('/', '.')}.v1` as EventType, uuidv7(), { contractId } as object);
    await tell('fivepoint.customer-success.renewal-identified.v1', uuidv7(), { ...south, contractId });
    await tell('fivepoint.customer-success.expansion-identified.v1', uuidv7(), { ...south, contractId });
    await tell('fivepoint.customer-success.referral-given.v1', uuidv7(), south);
    return accountId;
  }

  it('is what each role sees in the service that told it', async () => {
    const accountId = await businessOfSouth();
    const everything = [...master, ...targeted, ...leads, ...deals, ...money, ...success];
    const sees = async (person: Partial<TestPerson>) => seen(accountId, person);
    const sorted = (...groups: string[][]) => groups.flat().sort();
    for (const roles of [['ADMIN'], ['EXECUTIVE']] as const)
      expect(await sees({ roles: [...roles] })).toEqual(sorted(everything));
    for (const roles of [['FINANCE'], ['DELIVERY']] as const)
      expect(await sees({ roles: [...roles] })).toEqual(sorted(master, targeted, deals, money));
    expect(await sees({ roles: ['CSM'] })).toEqual(sorted(master, targeted, deals, success));
    expect(await sees({ roles: ['PRESALES'] })).toEqual(sorted(master, targeted));
    expect(await sees({ roles: ['CSM', 'FINANCE'] })).toEqual(sorted(master, targeted, deals, money, success));
    expect(await sees({ roles: ['CSM'], teams: ['south'] })).toEqual(sorted(everything));
  });

  it('is for reps and managers what their team or they themselves own, and the account itself', async () => {
    const accountId = await businessOfSouth();
    const everything = [...master, ...targeted, ...leads, ...deals, ...money, ...success].sort();
    expect(await seen(accountId, { roles: ['REP'], repId: lin, teams: ['north'] })).toEqual(master);
    expect(await seen(accountId, { roles: ['MANAGER'], teams: ['north'] })).toEqual(master);
    expect(await seen(accountId, { roles: ['MANAGER'], teams: ['north', 'south'] })).toEqual(everything);
    expect(await seen(accountId, { roles: ['REP'], repId: gao, teams: ['north'] })).toEqual(everything);
    expect(await seen(accountId, { roles: ['REP'], repId: gao, teams: ['south'] })).toBeNull();
    expect(await seen(accountId, { roles: ['PARTNER'], teams: ['north', 'south'] })).toBeNull();
    expect(await seen(accountId, { roles: ['ADMIN'], tenantId: uuidv7() })).toBeNull();
  });

  it('waits for the word of whose it is, and does not matter in which order it comes', async () => {
    const accountId = await account();
    const tell = tellerOf(accountId);
    const person = { roles: ['REP' as const], repId: lin, teams: ['north'] };
    const [contractId, deal] = [uuidv7(), uuidv7()];
    await tell('fivepoint.receivables.payment-received.v1', uuidv7(), { contractId });
    await tell('fivepoint.deal.deal-stage-changed.v1', deal);
    expect(await seen(accountId, person)).toEqual([]);
    expect(await seen(accountId, { roles: ['FINANCE'] })).toHaveLength(2);
    await tell('fivepoint.deal.contract-signed.v1', contractId, { ...north, contractId });
    await tell('fivepoint.deal.deal-opened.v1', deal, south);
    expect(await seen(accountId, person)).toEqual(['deal/contract-signed', 'receivables/payment-received']);
  });

  it('goes by the last word: a lead of the pool is seen by all until it is taken, whatever comes in first', async () => {
    const accountId = await account();
    const tell = tellerOf(accountId);
    const person = { roles: ['REP' as const], repId: lin, teams: ['north'] };
    const [taken, free] = [uuidv7(), uuidv7()];
    for (const lead of [taken, free])
      await tell('fivepoint.acquisition.lead-captured.v1', lead, {}, '2026-03-01T08:00:00.000Z');
    await tell('fivepoint.acquisition.lead-classified.v1', taken, {}, '2026-03-02T08:00:00.000Z');
    const pool = ['acquisition/lead-captured', 'acquisition/lead-captured', 'acquisition/lead-classified'];
    expect(await seen(accountId, person)).toEqual(pool);
    expect(await seen(accountId, { roles: ['PRESALES'] })).toEqual(pool);
    await tell('fivepoint.acquisition.opportunity-qualified.v1', taken, south, '2026-03-04T08:00:00.000Z');
    await tell('fivepoint.acquisition.lead-captured.v1', taken, north, '2026-03-03T08:00:00.000Z');
    expect(await seen(accountId, person)).toEqual(['acquisition/lead-captured']);
  });

  const [ofNorth, ofSouth] = [
    { roles: ['PRESALES' as const], repId: lin, teams: ['north'] },
    { roles: ['PRESALES' as const], repId: gao, teams: ['south'] },
  ];

  it('goes over with a deal that is handed on: what was told before and what comes after', async () => {
    const accountId = await account();
    const tell = tellerOf(accountId);
    const deal = uuidv7();
    await tell('fivepoint.deal.deal-opened.v1', deal, north);
    await tell('fivepoint.deal.deal-stage-changed.v1', deal);
    expect(await seen(accountId, ofNorth)).toEqual(['deal/deal-opened', 'deal/deal-stage-changed']);
    expect(await seen(accountId, ofSouth)).toEqual([]);
    await tell('fivepoint.deal.deal-updated.v1', deal, south);
    await tell('fivepoint.deal.deal-stage-changed.v1', deal);
    expect(await seen(accountId, ofNorth)).toEqual([]);
    expect(await seen(accountId, ofSouth)).toEqual([
      'deal/deal-opened',
      'deal/deal-stage-changed',
      'deal/deal-stage-changed',
      'deal/deal-updated',
    ]);
  });

  it('goes over with a deal that was recorded today, whose history may bear a later hour: the day begins elsewhere', async () => {
    const accountId = await account();
    const deal = uuidv7();
    const opened = { ...exampleOf('fivepoint.deal.deal-opened.v1', accountId), ...north };
    const soon = new Date(Date.now() + 8 * 3_600_000).toISOString();
    const recorded = { subject: deal, origin: 'import' as const, time: soon };
    await service.receive('fivepoint.deal.deal-opened.v1', opened, recorded);
    await tellerOf(accountId)('fivepoint.deal.deal-updated.v1', deal, south);
    expect(await seen(accountId, ofNorth)).toEqual([]);
    expect(await seen(accountId, ofSouth)).toEqual(['deal/deal-opened', 'deal/deal-updated']);
  });

  it("is the owner's of a lead that is taken out of the pool, and everybody's as long as it only finds its account", async () => {
    const accountId = await account();
    const tell = tellerOf(accountId);
    const lead = uuidv7();
    await tell('fivepoint.acquisition.lead-captured.v1', lead);
    await tell('fivepoint.acquisition.lead-updated.v1', lead);
    const pool = ['acquisition/lead-captured', 'acquisition/lead-updated'];
    for (const person of [ofNorth, ofSouth]) expect(await seen(accountId, person)).toEqual(pool);
    await tell('fivepoint.acquisition.lead-updated.v1', lead, north);
    await tell('fivepoint.acquisition.lead-classified.v1', lead);
    expect(await seen(accountId, ofSouth)).toEqual([]);
    expect(await seen(accountId, ofNorth)).toEqual([
      'acquisition/lead-captured',
      'acquisition/lead-classified',
      'acquisition/lead-updated',
      'acquisition/lead-updated',
    ]);
  });

  it('is nothing of a referral or a renewal without an owner, for they know no pool', async () => {
    const accountId = await account();
    await tellerOf(accountId)('fivepoint.customer-success.referral-given.v1', uuidv7());
    expect(await seen(accountId, { roles: ['REP'], repId: lin, teams: ['north'] })).toEqual([]);
    expect(await seen(accountId, { roles: ['CSM'] })).toHaveLength(1);
  });

  it("is at the root what it is at each account that one sees, with the plans of one's team and what is everybody's", async () => {
    const [theirs, other] = [
      await account(),
      await makeAccount(admin, { ownerId: await makeRep(admin, { team: 'west' }) }),
    ];
    const turn = uuidv7();
    const tell = <T extends EventType>(type: T, accountId: string, subject: string, over: object = {}) => {
      const { ownerId: _, team: __, ...data } = exampleOf(type, accountId) as EventMap[T] & Record<string, unknown>;
      const told = { ...data, ...over } as object as EventMap[T];
      return service.receive(type, told, { subject, correlationId: turn });
    };
    for (const accountId of [theirs, other]) {
      await tell('fivepoint.planning.account-registered.v1', accountId, accountId);
      await tell('fivepoint.deal.deal-opened.v1', accountId, uuidv7(), south);
    }
    for (const team of ['north', 'south', undefined])
      await tell('fivepoint.planning.plan-approved.v1', theirs, uuidv7(), team ? { team } : {});
    await tell('fivepoint.planning.plan-approved.v1', theirs, uuidv7(), { ownerId: lin });
    await tell('fivepoint.planning.product-registered.v1', theirs, uuidv7());

    const sees = async (person: Partial<TestPerson>) => {
      const { timelineEntries } = await (
        await service.as(person)
      ).query<{
        timelineEntries: { totalCount: number; nodes: { type: string }[] };
      }>(
        `query ($turn: UUID!) { timelineEntries(filter: { correlationId: $turn }, first: 100) { totalCount nodes { type } } }`,
        {
          turn,
        },
      );
      expect(timelineEntries.totalCount).toBe(timelineEntries.nodes.length);
      return timelineEntries.nodes.map(({ type }) => nameOf(type)).sort();
    };
    const [opened, registered, approved, product] = [
      'deal/deal-opened',
      'planning/account-registered',
      'planning/plan-approved',
      'planning/product-registered',
    ];
    expect(await sees({ roles: ['MANAGER'], teams: ['north'] })).toEqual([registered, approved, product]);
    expect(await sees({ roles: ['REP'], repId: lin, teams: ['north'] })).toEqual([
      registered,
      approved,
      approved,
      product,
    ]);
    expect(await sees({ roles: ['REP'], repId: gao, teams: ['south'] })).toEqual([opened, opened, approved, product]);
    expect(await sees({ roles: ['PRESALES'] })).toEqual([
      registered,
      registered,
      approved,
      approved,
      approved,
      approved,
      product,
    ]);
    expect(await sees({ roles: ['PARTNER'], teams: ['north'] })).toEqual([]);
    expect(await sees({ roles: ['ADMIN'] })).toHaveLength(9);
  });
});
