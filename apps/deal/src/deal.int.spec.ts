import { uuidv7 } from '@fivepoint/kernel';
import { eventually, type GraphClient, serviceUnderTest, type ServiceUnderTest } from '@fivepoint/testing';
import { deal as definition } from './service';

const rep = uuidv7();
const cny = (amount: string) => ({ amount, currency: 'CNY' });
const fourStages = [
  { name: '首付款', basisPoints: 3000, trigger: 'SIGNING', dueDays: 7 },
  { name: '到货款', basisPoints: 4000, trigger: 'DELIVERY', dueDays: 30 },
  { name: '验收款', basisPoints: 2500, trigger: 'ACCEPTANCE', dueDays: 30 },
  { name: '质保金', basisPoints: 500, trigger: 'WARRANTY_END', dueDays: 0 },
];

const advance = `mutation ($input: AdvanceDealInput!) { advanceDeal(input: $input) { __typename
  ... on Deal { id stage version } ... on TransitionRefused { fromState toState allowed }
  ... on VersionConflict { expectedVersion actualVersion } ... on InvalidInput { problems { path message } }
  ... on NotFound { entity id } ... on IdempotencyKeyReused { key } } }`;
const lose = `mutation ($input: LoseDealInput!) { loseDeal(input: $input) { __typename
  ... on Deal { id stage lossReason rival closedOn } ... on TransitionRefused { fromState toState }
  ... on InvalidInput { problems { path message } } } }`;
const sign = `mutation ($input: SignContractInput!) { signContract(input: $input) { __typename
  ... on Contract { id amount { amount currency } downPayment { amount } signedOn paymentTerms { basisPoints } deal { stage } }
  ... on InvalidInput { problems { path message } } ... on TransitionRefused { fromState toState }
  ... on NotFound { entity } ... on IdempotencyKeyReused { key } } }`;

interface Result {
  __typename: string;
  id: string;
  [field: string]: unknown;
}

interface Page {
  totalCount: number;
  nodes: { id: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}

describe('the deal service', () => {
  let service: ServiceUnderTest;
  let graph: GraphClient;
  let today: string;

  beforeAll(async () => {
    service = await serviceUnderTest(definition, { now: () => new Date(`${today}T04:00:00Z`) });
    graph = await service.as({ roles: ['REP'], repId: rep, teams: ['north'] });
  });
  beforeEach(() => (today = '2026-11-20'));
  afterAll(() => service.stop());

  async function knownAccount(accountId = uuidv7()): Promise<string> {
    await service.receive(
      'fivepoint.planning.account-registered.v1',
      { accountId, name: '湖南电信', level: 'PROVINCE', ownerId: rep, team: 'north' },
      { subject: accountId },
    );
    return accountId;
  }

  const qualified = (accountId: string, leadId = uuidv7()) => ({
    leadId,
    accountId,
    scenario: 'PROJECT' as const,
    expectedAmount: cny('1200000.00'),
    expectedClose: '2027-03-31',
    needs: [],
    contactIds: [],
    ownerId: rep,
    team: 'north',
  });

  async function openedDeal(): Promise<{ dealId: string; accountId: string; correlationId: string }> {
    const accountId = await knownAccount();
    const event = await service.receive('fivepoint.acquisition.opportunity-qualified.v1', qualified(accountId), {
      subject: uuidv7(),
    });
    const opened = (await service.published('fivepoint.deal.deal-opened.v1')).find(
      ({ data }) => data.accountId === accountId,
    );
    return { dealId: opened?.data.dealId ?? '', accountId, correlationId: event.correlationId };
  }

  async function moved(dealId: string, ...stages: string[]): Promise<void> {
    for (const toStage of stages) {
      const { advanceDeal } = await graph.query<{ advanceDeal: Result }>(advance, { input: { dealId, toStage } });
      expect(advanceDeal).toMatchObject({ __typename: 'Deal', stage: toStage });
    }
  }

  const negotiated = async () => {
    const opened = await openedDeal();
    await moved(opened.dealId, 'PRE_BID', 'BID', 'NEGOTIATE');
    return opened;
  };

  const signing = (dealId: string, over: object = {}) => ({
    input: { dealId, amount: cny('1000000.01'), paymentTerms: fourStages, ...over },
  });

  describe('when acquisition qualifies an opportunity', () => {
    it('opens one deal in VERIFY, in the same turn of the lifecycle, however often the event comes', async () => {
      const accountId = await knownAccount();
      const leadId = uuidv7();
      const event = await service.receive(
        'fivepoint.acquisition.opportunity-qualified.v1',
        qualified(accountId, leadId),
        {
          subject: leadId,
        },
      );
      await service.receiveAgain(event);
      const { deals } = await graph.query<{ deals: { nodes: Result[] } }>(
        `query ($accountId: UUID!) { deals(filter: { accountId: $accountId }) { nodes {
          stage kind purchasePattern amount { amount currency } lead { id } owner { id } correlationId origin } } }`,
        { accountId },
      );
      expect(deals.nodes).toEqual([
        {
          stage: 'VERIFY',
          kind: 'NEW',
          purchasePattern: 'PROJECT',
          amount: cny('1200000.00'),
          lead: { id: leadId },
          owner: { id: rep },
          correlationId: event.correlationId,
          origin: 'LIVE',
        },
      ]);
      const opened = (await service.published('fivepoint.deal.deal-opened.v1')).filter(
        ({ data }) => data.leadId === leadId,
      );
      expect(opened).toHaveLength(1);
      expect(opened[0]).toMatchObject({ key: accountId, causationId: event.id, correlationId: event.correlationId });
    });

    it('waits for an account that planning has not told of yet, and goes on as soon as it has', async () => {
      const accountId = uuidv7();
      const event = await service.receive('fivepoint.acquisition.opportunity-qualified.v1', qualified(accountId), {
        subject: uuidv7(),
        unfinished: true,
      });
      const openedDeals = async () =>
        (await service.published('fivepoint.deal.deal-opened.v1')).filter(({ data }) => data.accountId === accountId);
      expect(await openedDeals()).toEqual([]);
      await service.receive(
        'fivepoint.planning.account-registered.v1',
        { accountId, name: '陕西移动', level: 'PROVINCE' },
        { subject: accountId },
      );
      await service.receiveAgain(event);
      expect(await openedDeals()).toHaveLength(1);
    });
  });

  describe('when customer success identifies a renewal or an expansion', () => {
    const shared = (accountId: string) => ({
      accountId,
      amount: cny('300000.00'),
      need: 'more of it',
      fit: 80,
      dueOn: '2027-06-30',
      ownerId: rep,
      team: 'north',
    });
    const renewal = (accountId: string, about: object = {}) => {
      const data = { ...shared(accountId), renewalId: uuidv7(), contractId: uuidv7() };
      const subject = data.renewalId;
      return service.receive('fivepoint.customer-success.renewal-identified.v1', data, { subject, ...about });
    };
    const expansion = (accountId: string, about: object = {}) => {
      const data = { ...shared(accountId), expansionId: uuidv7() };
      const subject = data.expansionId;
      return service.receive('fivepoint.customer-success.expansion-identified.v1', data, { subject, ...about });
    };
    const openedFor = async (accountId: string) =>
      (await service.published('fivepoint.deal.deal-opened.v1'))
        .filter(({ data }) => data.accountId === accountId)
        .map(({ data }) => [data.kind, data.stage]);

    it('opens a deal that is already verified', async () => {
      const accountId = await knownAccount();
      await renewal(accountId);
      await expansion(accountId);
      expect(await openedFor(accountId)).toEqual([
        ['RENEWAL', 'PRE_BID'],
        ['EXPANSION', 'PRE_BID'],
      ]);
    });

    it('waits for an account that planning has not told of yet', async () => {
      for (const [identified, kind] of [
        [renewal, 'RENEWAL'],
        [expansion, 'EXPANSION'],
      ] as const) {
        const accountId = uuidv7();
        const event = await identified(accountId, { unfinished: true });
        await eventually(async () => expect(await service.outcome(event)).toEqual({ deal: 'WAITING' }));
        await knownAccount(accountId);
        await service.receiveAgain(event);
        expect(await openedFor(accountId)).toEqual([[kind, 'PRE_BID']]);
      }
    });
  });

  it('opens no deal for what was identified or qualified in recorded history, and waits for nothing', async () => {
    const accountId = uuidv7();
    const history = { amount: cny('1.00'), need: 'less', fit: 1, dueOn: '2016-06-30', ownerId: rep, team: 'north' };
    const lead = qualified(accountId);
    const [renewalId, expansionId] = [uuidv7(), uuidv7()];
    const past = (subject: string) => ({ subject, origin: 'import' as const });
    const events = [
      await service.receive('fivepoint.acquisition.opportunity-qualified.v1', lead, past(lead.leadId)),
      await service.receive(
        'fivepoint.customer-success.renewal-identified.v1',
        { ...history, accountId, renewalId, contractId: uuidv7() },
        past(renewalId),
      ),
      await service.receive(
        'fivepoint.customer-success.expansion-identified.v1',
        { ...history, accountId, expansionId },
        past(expansionId),
      ),
    ];
    for (const event of events) expect(await service.outcome(event)).toEqual({ deal: 'DONE' });
    const opened = await service.published('fivepoint.deal.deal-opened.v1');
    expect(opened.filter(({ data }) => data.accountId === accountId)).toEqual([]);
  });

  describe('moving a deal', () => {
    const stageChanges = async (dealId: string) =>
      (await service.published('fivepoint.deal.deal-stage-changed.v1')).filter(({ data }) => data.dealId === dealId);

    it('goes one stage at a time and announces each', async () => {
      const { dealId } = await openedDeal();
      await moved(dealId, 'PRE_BID', 'BID');
      const changes = await stageChanges(dealId);
      expect(changes.map(({ data }) => [data.fromStage, data.toStage])).toEqual([
        ['VERIFY', 'PRE_BID'],
        ['PRE_BID', 'BID'],
      ]);
      expect(changes.map(({ sequence }) => sequence)).toEqual([2, 3]);
    });

    it('refuses a jump and says what may follow', async () => {
      const { dealId } = await openedDeal();
      const { advanceDeal } = await graph.query<{ advanceDeal: Result }>(advance, {
        input: { dealId, toStage: 'NEGOTIATE' },
      });
      expect(advanceDeal).toEqual({
        __typename: 'TransitionRefused',
        fromState: 'VERIFY',
        toState: 'NEGOTIATE',
        allowed: ['PRE_BID', 'LOST'],
      });
    });

    it('sends those who want to sign or lose to the mutations that carry what these need', async () => {
      const { dealId } = await openedDeal();
      const { advanceDeal } = await graph.query<{ advanceDeal: Result }>(advance, {
        input: { dealId, toStage: 'SIGNED' },
      });
      expect(advanceDeal).toMatchObject({ __typename: 'InvalidInput', problems: [{ path: 'toStage' }] });
    });

    it('refuses an edit of a version that somebody else has changed', async () => {
      const { dealId } = await openedDeal();
      await moved(dealId, 'PRE_BID');
      const { advanceDeal } = await graph.query<{ advanceDeal: Result }>(advance, {
        input: { dealId, toStage: 'BID', expectedVersion: 1 },
      });
      expect(advanceDeal).toEqual({ __typename: 'VersionConflict', expectedVersion: 1, actualVersion: 2 });
    });

    it('does a command once for its idempotency key, and refuses the key for another', async () => {
      const { dealId } = await openedDeal();
      const input = { dealId, toStage: 'PRE_BID', idempotencyKey: `advance-${dealId}` };
      const first = await graph.query<{ advanceDeal: Result }>(advance, { input });
      const again = await graph.query<{ advanceDeal: Result }>(advance, { input });
      expect(again).toEqual(first);
      const other = await graph.query<{ advanceDeal: Result }>(advance, { input: { ...input, toStage: 'BID' } });
      expect(other.advanceDeal.__typename).toBe('IdempotencyKeyReused');
      expect(await stageChanges(dealId)).toHaveLength(1);
    });

    it('runs calls with one idempotency key at the same time as one', async () => {
      const { dealId } = await openedDeal();
      const input = { dealId, toStage: 'PRE_BID', idempotencyKey: `twice-${dealId}` };
      const answers = await Promise.all([1, 2, 3].map(() => graph.query<{ advanceDeal: Result }>(advance, { input })));
      expect(answers.map(({ advanceDeal }) => advanceDeal.__typename)).toEqual(['Deal', 'Deal', 'Deal']);
      expect(await stageChanges(dealId)).toHaveLength(1);
    });

    it('closes a lost deal with its reason and rival', async () => {
      const { dealId } = await openedDeal();
      const { loseDeal } = await graph.query<{ loseDeal: Result }>(lose, {
        input: { dealId, reason: 'price 20 % above the rival', rival: 'Betacom', lostOn: '2026-11-20' },
      });
      expect(loseDeal).toMatchObject({ __typename: 'Deal', stage: 'LOST', rival: 'Betacom', closedOn: '2026-11-20' });
      const lost = (await service.published('fivepoint.deal.deal-lost.v1')).filter(
        ({ data }) => data.dealId === dealId,
      );
      expect(lost.map(({ data }) => [data.stage, data.reason])).toEqual([['VERIFY', 'price 20 % above the rival']]);
      const again = await graph.query<{ loseDeal: Result }>(lose, { input: { dealId, reason: 'once more' } });
      expect(again.loseDeal).toMatchObject({ __typename: 'TransitionRefused', fromState: 'LOST' });
    });
  });

  describe('losing a deal', () => {
    const lost = async (dealId: string, over: object) =>
      (await graph.query<{ loseDeal: Result }>(lose, { input: { dealId, reason: 'price', ...over } })).loseDeal;

    it('refuses a day on which it was not open yet or that has not come, and a reason that says nothing', async () => {
      const { dealId } = await openedDeal();
      today = '2026-11-25';
      const refused = (...problems: [path: string, message: string][]) => ({
        __typename: 'InvalidInput',
        problems: problems.map(([path, message]) => ({ path, message })),
      });
      expect(await lost(dealId, { lostOn: '2026-11-19' })).toEqual(
        refused(['lostOn', 'must not be before the deal was opened, 2026-11-20']),
      );
      expect(await lost(dealId, { lostOn: '2026-11-26', reason: '   ' })).toEqual(
        refused(
          ['lostOn', 'must not be in the future; today is 2026-11-25'],
          ['reason', 'must say in at least 3 characters why the deal was lost'],
        ),
      );
      const told = (await service.published('fivepoint.deal.deal-lost.v1')).filter(({ subject }) => subject === dealId);
      expect(told).toEqual([]);
      expect(await lost(dealId, { lostOn: '2026-11-20', reason: ' price ' })).toMatchObject({
        stage: 'LOST',
        lossReason: 'price',
        closedOn: '2026-11-20',
      });
    });

    it('takes the last day on which it can have been lost: today, which is also meant where none is said', async () => {
      for (const over of [{ lostOn: '2026-11-25' }, {}]) {
        today = '2026-11-20';
        const { dealId } = await openedDeal();
        today = '2026-11-25';
        expect(await lost(dealId, over)).toMatchObject({ stage: 'LOST', closedOn: '2026-11-25' });
      }
    });
  });

  describe('signing', () => {
    const signings = async (dealId: string) =>
      (await service.published('fivepoint.deal.contract-signed.v1')).filter(({ data }) => data.dealId === dealId);

    it('wins the deal and hands over with everything that the next teams need', async () => {
      const { dealId, accountId, correlationId } = await negotiated();
      const { signContract } = await graph.query<{ signContract: Result }>(
        sign,
        signing(dealId, { signedOn: '2026-11-20' }),
      );
      expect(signContract).toMatchObject({
        __typename: 'Contract',
        amount: cny('1000000.01'),
        downPayment: { amount: '300000.00' },
        deal: { stage: 'SIGNED' },
      });
      expect((await signings(dealId))[0]).toMatchObject({
        key: accountId,
        subject: signContract.id,
        correlationId,
        data: {
          kind: 'NEW',
          amount: cny('1000000.01'),
          downPayment: cny('300000.00'),
          signedOn: '2026-11-20',
          paymentTerms: fourStages,
          warrantyMonths: 12,
          ownerId: rep,
          team: 'north',
        },
      });
    });

    it('is refused before NEGOTIATE', async () => {
      const { dealId } = await openedDeal();
      const { signContract } = await graph.query<{ signContract: Result }>(sign, signing(dealId));
      expect(signContract).toEqual({ __typename: 'TransitionRefused', fromState: 'VERIFY', toState: 'SIGNED' });
    });

    it('lists every problem at once, changes nothing and publishes nothing', async () => {
      const { dealId } = await negotiated();
      const { signContract } = await graph.query<{ signContract: Result }>(
        sign,
        signing(dealId, {
          amount: cny('0.00'),
          signedOn: '2999-01-01',
          warrantyMonths: -1,
          paymentTerms: fourStages.slice(0, 3),
          recurring: { amount: { amount: '10', currency: 'JPY' }, termMonths: 0, startsOn: '2027-01-01' },
        }),
      );
      expect((signContract['problems'] as { path: string }[]).map(({ path }) => path)).toEqual([
        'paymentTerms',
        'amount',
        'signedOn',
        'warrantyMonths',
        'recurring.termMonths',
        'recurring.amount',
      ]);
      expect(await signings(dealId)).toEqual([]);
    });

    it('refuses a day before the deal was opened, and a first term before the signing or long after it', async () => {
      const { dealId } = await negotiated();
      today = '2026-12-01';
      const problems = async (signedOn: string, startsOn: string) => {
        const recurring = { amount: cny('10'), termMonths: 12, startsOn };
        const { signContract } = await graph.query<{ signContract: Result }>(
          sign,
          signing(dealId, { signedOn, recurring }),
        );
        return signContract['problems'] ?? signContract.__typename;
      };
      expect(await problems('2026-11-19', '2026-11-01')).toEqual([
        { path: 'signedOn', message: 'must not be before the deal was opened, 2026-11-20' },
      ]);
      const start = { path: 'recurring.startsOn' };
      const bounds = 'must be from 2026-11-21, the day of signing, to 2036-11-21';
      expect(await problems('2026-11-21', '2026-11-20')).toEqual([{ ...start, message: bounds }]);
      expect(await problems('2026-11-21', '2036-11-22')).toEqual([{ ...start, message: bounds }]);
      expect(await problems('2026-11-21', '2036-11-21')).toBe('Contract');
    });

    it('refuses a number that another contract has', async () => {
      const [one, two] = [await negotiated(), await negotiated()];
      const number = `HT-${one.dealId}`;
      await graph.query(sign, signing(one.dealId, { number }));
      const { signContract } = await graph.query<{ signContract: Result }>(sign, signing(two.dealId, { number }));
      expect(signContract).toMatchObject({ __typename: 'InvalidInput', problems: [{ path: 'number' }] });
    });

    it('answers an amount with too many decimals with what is right', async () => {
      const { dealId } = await negotiated();
      const answer = await graph.raw(sign, signing(dealId, { amount: cny('10.123') }));
      expect(answer.errors).toMatchObject([
        { message: expect.stringContaining('CNY has 2 decimals') as string, extensions: { code: 'BAD_USER_INPUT' } },
      ]);
    });
  });

  describe('who sees what', () => {
    it('shows a deal to its owner, the own team and the management, and to nobody else', async () => {
      const { dealId } = await openedDeal();
      const sees = async (person: Parameters<ServiceUnderTest['as']>[0]) => {
        const viewer = await service.as(person);
        const answer = await viewer.query<{ deal: Result | null }>('query ($id: UUID!) { deal(id: $id) { id } }', {
          id: dealId,
        });
        return answer.deal !== null;
      };
      expect(await sees({ roles: ['REP'], repId: rep, teams: [] })).toBe(true);
      expect(await sees({ roles: ['REP'], repId: uuidv7(), teams: ['north'] })).toBe(true);
      expect(await sees({ roles: ['EXECUTIVE'], teams: [] })).toBe(true);
      expect(await sees({ roles: ['REP'], repId: uuidv7(), teams: ['south'] })).toBe(false);
      expect(await sees({ roles: ['PARTNER'], teams: ['north'] })).toBe(false);
      expect(await sees({ roles: ['ADMIN'], tenantId: uuidv7() })).toBe(false);
    });

    it("refuses to change another team's deal as if there were none, also through an entity reference", async () => {
      const { dealId } = await openedDeal();
      const stranger = await service.as({ roles: ['REP'], repId: uuidv7(), teams: ['south'] });
      const { advanceDeal } = await stranger.query<{ advanceDeal: Result }>(advance, {
        input: { dealId, toStage: 'PRE_BID' },
      });
      expect(advanceDeal).toEqual({ __typename: 'NotFound', entity: 'Deal', id: dealId });
      const entities = await stranger.query<{ _entities: unknown[] }>(
        'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Deal { id stage } } }',
        { r: [{ __typename: 'Deal', id: dealId }] },
      );
      expect(entities._entities).toEqual([null]);
    });

    it('answers nobody without a token, except what the schema is', async () => {
      const anonymous = graph.as(undefined);
      expect(await anonymous.query('{ __typename }')).toEqual({ __typename: 'Query' });
      for (const query of [
        '{ deals { nodes { id } } }',
        `{ _entities(representations: [{ __typename: "Deal", id: "${rep}" }]) { __typename } }`,
      ]) {
        const answer = await anonymous.raw(query);
        expect(answer.errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
      }
    });

    it('refuses a role that may only look', async () => {
      const { dealId } = await openedDeal();
      const finance = await service.as({ roles: ['FINANCE'], teams: ['north'] });
      const answer = await finance.raw(advance, { input: { dealId, toStage: 'PRE_BID' } });
      expect(answer.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    });
  });

  describe('recorded history', () => {
    const record = `mutation ($input: RecordPastDealsInput!) {
      recordPastDeals(input: $input) { rows { index externalId status id problem } } }`;
    const row = (over: object) => ({
      externalId: uuidv7(),
      ownerId: rep,
      team: 'north',
      stage: 'VERIFY',
      openedOn: '2016-10-20',
      ...over,
    });

    it('is recorded once, row by row, past every gate, and published as history', async () => {
      const admin = await service.as();
      const accountId = await knownAccount();
      const rows = [
        row({ accountId, stage: 'SIGNED', closedOn: '2017-03-01', amount: { amount: '1054', currency: 'USD' } }),
        row({ stage: 'LOST', closedOn: '2017-02-01' }),
        row({}),
        row({ stage: 'SIGNED', closedOn: '2016-01-01' }),
        row({ accountId: uuidv7() }),
      ];
      const first = await admin.query<{ recordPastDeals: { rows: Result[] } }>(record, { input: { rows } });
      expect(first.recordPastDeals.rows.map(({ status }) => status)).toEqual([
        'RECORDED',
        'RECORDED',
        'RECORDED',
        'REFUSED',
        'REFUSED',
      ]);
      const second = await admin.query<{ recordPastDeals: { rows: Result[] } }>(record, { input: { rows } });
      expect(second.recordPastDeals.rows.slice(0, 3)).toEqual(
        first.recordPastDeals.rows.slice(0, 3).map((one) => ({ ...one, status: 'ALREADY_RECORDED' })),
      );
      const signed = (await service.published('fivepoint.deal.contract-signed.v1')).filter(
        ({ data }) => data.accountId === accountId,
      );
      expect(signed).toMatchObject([
        {
          origin: 'import',
          time: '2017-03-01T00:00:00.000Z',
          data: { amount: { amount: '1054.00', currency: 'USD' } },
        },
      ]);
    });

    it('is recorded once, also when the same rows are sent twice at the same time', async () => {
      const admin = await service.as();
      const rows = Array.from({ length: 100 }, () => row({ stage: 'LOST', closedOn: '2017-02-01' }));
      const answers = await Promise.all(
        [1, 2].map(() => admin.query<{ recordPastDeals: { rows: Result[] } }>(record, { input: { rows } })),
      );
      const outcomes = answers.map(({ recordPastDeals }) => recordPastDeals.rows);
      expect(outcomes[0]?.map(({ id }) => id)).toEqual(outcomes[1]?.map(({ id }) => id));
      expect(outcomes.map((all) => all[0]?.status).sort()).toEqual(['ALREADY_RECORDED', 'RECORDED']);
      expect((await service.published('fivepoint.deal.deal-lost.v1')).map(({ subject }) => subject)).toEqual(
        expect.arrayContaining(outcomes[0]?.map(({ id }) => id) ?? []),
      );
    });

    it('is a contract with the deal that won it, and answers the id of the contract', async () => {
      const admin = await service.as();
      const contracts = `mutation ($input: RecordPastContractsInput!) {
        recordPastContracts(input: $input) { rows { externalId status id code problem } } }`;
      const accountId = await knownAccount();
      const term = { name: 'Invoice', basisPoints: 10_000, trigger: 'SIGNING', dueDays: 30 };
      const signed = (over: object) => {
        const { stage: _stage, openedOn: _openedOn, ...rest } = row({ accountId, ...over });
        return { ...rest, amount: { amount: '55.94', currency: 'USD' }, signedOn: '2013-01-02', paymentTerms: [term] };
      };
      const open = row({});
      await admin.query(record, { input: { rows: [open] } });
      const rows = [
        signed({}),
        signed({ accountId: uuidv7() }),
        signed({ externalId: open.externalId }),
        { ...signed({}), amount: { amount: '1.001', currency: 'USD' } },
        { ...signed({}), paymentTerms: [{ ...term, basisPoints: 9_999 }] },
      ];
      const send = async () =>
        (await admin.query<{ recordPastContracts: { rows: Result[] } }>(contracts, { input: { rows } }))
          .recordPastContracts.rows;
      const first = await send();
      expect(first.map(({ status, code }) => [status, code])).toEqual([
        ['RECORDED', null],
        ['REFUSED', 'NOT_FOUND'],
        ['REFUSED', 'INVALID_INPUT'],
        ['REFUSED', 'INVALID_INPUT'],
        ['REFUSED', 'INVALID_INPUT'],
      ]);
      expect(await send()).toEqual(first.map((one) => (one.id ? { ...one, status: 'ALREADY_RECORDED' } : one)));
      const { contract } = await admin.query<{ contract: Result }>(
        `query ($id: UUID!) { contract(id: $id) { externalId origin signedOn amount { amount } account { id }
          paymentTerms { name basisPoints trigger dueDays } deal { stage openedOn closedOn origin } } }`,
        { id: first[0]?.id },
      );
      expect(contract).toEqual({
        externalId: rows[0]?.externalId,
        origin: 'IMPORTED',
        signedOn: '2013-01-02',
        amount: { amount: '55.94' },
        account: { id: accountId },
        paymentTerms: [term],
        deal: { stage: 'SIGNED', openedOn: '2013-01-02', closedOn: '2013-01-02', origin: 'IMPORTED' },
      });
      const events = await service.published('fivepoint.deal.contract-signed.v1');
      expect(events.filter(({ subject }) => subject === first[0]?.id)).toMatchObject([
        { origin: 'import', time: '2013-01-02T00:00:00.000Z', key: accountId },
      ]);
    });

    it('is for administrators only', async () => {
      const answer = await graph.raw(record, { input: { rows: [row({})] } });
      expect(answer.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    });
  });

  it('pages through a list without gap or overlap, and counts it', async () => {
    const accountId = await knownAccount();
    for (let count = 0; count < 5; count++)
      await service.receive('fivepoint.acquisition.opportunity-qualified.v1', qualified(accountId), {
        subject: uuidv7(),
      });
    const page = `query ($accountId: UUID!, $after: String) { deals(first: 2, after: $after, filter: { accountId: $accountId }) {
      totalCount nodes { id } pageInfo { hasNextPage endCursor } } }`;
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { deals }: { deals: Page } = await graph.query<{ deals: Page }>(page, { accountId, after });
      expect(deals.totalCount).toBe(5);
      seen.push(...deals.nodes.map(({ id }) => id));
      after = deals.pageInfo.hasNextPage ? deals.pageInfo.endCursor : null;
    } while (after);
    expect(new Set(seen).size).toBe(5);
    expect(seen).toEqual([...seen].sort().reverse());
  });

  it('audits who changed what, before and after', async () => {
    const { dealId } = await openedDeal();
    await moved(dealId, 'PRE_BID');
    const rows = (await service.audit(dealId)).map(({ mutation, changes }) => [mutation, changes]);
    expect(rows).toEqual([
      [
        'advanceDeal',
        [
          {
            entity: 'Deal',
            id: dealId,
            before: { stage: 'VERIFY', version: 1 },
            after: { stage: 'PRE_BID', version: 2 },
          },
        ],
      ],
    ]);
  });
});
