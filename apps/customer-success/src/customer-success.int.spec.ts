import type { ContractSignedV1, Envelope } from '@fivepoint/contracts';
import { uuidv7 } from '@fivepoint/kernel';
import { type GraphClient, serviceUnderTest, type ServiceUnderTest, whileLocked } from '@fivepoint/testing';
import { customerSuccess as definition } from './service';

const rep = uuidv7();
const cny = (amount: string) => ({ amount, currency: 'CNY' });

interface Result {
  __typename: string;
  id: string;
  [field: string]: unknown;
}

const identify = `mutation ($input: IdentifyRenewalInput!) { identifyRenewal(input: $input) { __typename
  ... on Renewal { id status amount { amount } need fit dueOn } ... on TransitionRefused { fromState toState allowed }
  ... on InvalidInput { problems { path } } ... on NotFound { entity } } }`;
const expand = `mutation ($input: IdentifyExpansionInput!) { identifyExpansion(input: $input) { __typename
  ... on Expansion { id status correlationId } ... on NotFound { entity id } ... on InvalidInput { problems { path } } } }`;
const refer = `mutation ($input: GiveReferralInput!) { giveReferral(input: $input) { __typename
  ... on Referral { id referredName correlationId } ... on NotFound { entity id } ... on InvalidInput { problems { path message } } } }`;

describe('the customer-success service', () => {
  let service: ServiceUnderTest;
  let graph: GraphClient;

  beforeAll(async () => {
    service = await serviceUnderTest(definition);
    graph = await service.as({ roles: ['CSM'] });
  });
  afterAll(() => service.stop());

  const handedOver = (accountId: string, owner: { ownerId?: string; team?: string }) =>
    service.receive(
      'fivepoint.planning.account-updated.v1',
      { accountId, name: '湖南电信', level: 'PROVINCE', ...owner },
      { subject: accountId },
    );

  async function knownAccount(name = '湖南电信'): Promise<string> {
    const accountId = uuidv7();
    await service.receive(
      'fivepoint.planning.account-registered.v1',
      { accountId, name, level: 'PROVINCE', ownerId: rep, team: 'north' },
      { subject: accountId },
    );
    return accountId;
  }

  const contractOf = (accountId: string | null, over: Partial<ContractSignedV1> = {}): ContractSignedV1 => ({
    contractId: uuidv7(),
    dealId: uuidv7(),
    accountId,
    kind: 'NEW',
    amount: cny('1000000.00'),
    signedOn: '2026-02-14',
    paymentTerms: [{ name: '全款', basisPoints: 10_000, trigger: 'SIGNING', dueDays: 0 }],
    warrantyMonths: 12,
    downPayment: cny('1000000.00'),
    ownerId: rep,
    team: 'north',
    ...over,
  });

  async function signed(over: Partial<ContractSignedV1> = {}) {
    const accountId = await knownAccount();
    const contract = contractOf(accountId, over);
    const event = await service.receive('fivepoint.deal.contract-signed.v1', contract, {
      subject: contract.contractId,
    });
    const { renewals } = await graph.query<{ renewals: { nodes: Result[] } }>(
      'query ($accountId: UUID!) { renewals(filter: { accountId: $accountId }) { nodes { id status dueOn correlationId contract { id } } } }',
      { accountId },
    );
    return { accountId, contract, event, renewals: renewals.nodes, renewalId: renewals.nodes[0]?.id ?? '' };
  }

  const planOf = async (contractId: string) => {
    const { _entities } = await graph.query<{ _entities: { successPlan: Result | null; renewal: Result | null }[] }>(
      `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Contract {
        successPlan { status contracted { amount } collected { amount } settledOn origin account { id } } renewal { id status deal { id } } } } }`,
      { r: [{ __typename: 'Contract', id: contractId }] },
    );
    return _entities[0];
  };

  const identification = (renewalId: string, over: object = {}) => ({
    input: { renewalId, need: 'capacity for the second site', fit: 80, amount: cny('1300000.00'), ...over },
  });

  it('opens a success plan and plans a renewal for each contract, once, in its turn of the lifecycle', async () => {
    const { contract, event, renewals } = await signed();
    await service.receiveAgain(event);
    expect(renewals).toEqual([
      {
        id: expect.any(String) as string,
        status: 'PLANNED',
        dueOn: '2027-02-14',
        correlationId: event.correlationId,
        contract: { id: contract.contractId },
      },
    ]);
    expect(await planOf(contract.contractId)).toMatchObject({
      successPlan: {
        status: 'ACTIVE',
        contracted: { amount: '1000000.00' },
        collected: { amount: '0.00' },
        origin: 'LIVE',
      },
    });
  });

  it('counts payments and the settlement, also when they come before their contract', async () => {
    const accountId = await knownAccount();
    const contract = contractOf(accountId);
    const { contractId } = contract;
    const payment = await service.receive(
      'fivepoint.receivables.payment-received.v1',
      {
        receiptId: uuidv7(),
        accountId,
        contractId,
        instalmentId: uuidv7(),
        amount: cny('1000000.00'),
        receivedOn: '2026-03-01',
        instalmentOutstanding: cny('0.00'),
        contractOutstanding: cny('0.00'),
      },
      { subject: contractId, unfinished: true },
    );
    const settled = await service.receive(
      'fivepoint.receivables.contract-settled.v1',
      { contractId, accountId, amount: cny('1000000.00'), settledOn: '2026-03-01' },
      { subject: contractId, unfinished: true },
    );
    expect(await planOf(contractId)).toEqual({ successPlan: null, renewal: null });
    await service.receive('fivepoint.deal.contract-signed.v1', contract, { subject: contractId });
    await service.receiveAgain(payment);
    await service.receiveAgain(settled);
    expect(await planOf(contractId)).toMatchObject({
      successPlan: { collected: { amount: '1000000.00' }, settledOn: '2026-03-01' },
    });
  });

  it('opens no work for recorded history, but recognises its payments', async () => {
    const accountId = await knownAccount();
    const contract = contractOf(accountId);
    await service.receive('fivepoint.deal.contract-signed.v1', contract, {
      subject: contract.contractId,
      origin: 'import',
    });
    expect(await planOf(contract.contractId)).toMatchObject({
      successPlan: { status: 'RECORDED', origin: 'IMPORTED' },
      renewal: null,
    });
  });

  describe('the collected sum of recorded history', () => {
    const past = (subject: string) => ({ subject, origin: 'import' as const, unfinished: true });
    const contractComes = (contract: ContractSignedV1) =>
      service.receive('fivepoint.deal.contract-signed.v1', contract, past(contract.contractId));
    const paymentComes = (accountId: string, contractId: string, amount: string) =>
      service.receive(
        'fivepoint.receivables.payment-received.v1',
        {
          receiptId: uuidv7(),
          accountId,
          contractId,
          instalmentId: uuidv7(),
          amount: cny(amount),
          receivedOn: '2016-03-01',
          instalmentOutstanding: cny('0.00'),
          contractOutstanding: cny('0.00'),
        },
        past(contractId),
      );
    const settlementComes = (accountId: string, contractId: string) =>
      service.receive(
        'fivepoint.receivables.contract-settled.v1',
        { contractId, accountId, amount: cny('1000000.00'), settledOn: '2016-04-01' },
        past(contractId),
      );

    it.each([
      ['contract, payment, payment, settlement', [0, 1, 2, 3]],
      ['payment, contract, payment, settlement', [1, 0, 2, 3]],
      ['payment, payment, settlement, contract', [1, 2, 3, 0]],
    ])('is right in the order %s, also where only the receivables name the account', async (_, order) => {
      for (const named of [true, false]) {
        const accountId = await knownAccount();
        const contract = contractOf(named ? accountId : null);
        const { contractId } = contract;
        const steps: (() => Promise<Envelope>)[] = [
          () => contractComes(contract),
          () => paymentComes(accountId, contractId, '400000.00'),
          () => paymentComes(accountId, contractId, '600000.00'),
          () => settlementComes(accountId, contractId),
        ];
        const events: Envelope[] = [];
        for (const step of order) {
          const event = await steps[step]?.();
          if (event) events.push(event);
        }
        for (const event of [...events, ...events]) await service.receiveAgain(event);
        for (const event of events) expect(await service.outcome(event)).toEqual({ 'customer-success': 'DONE' });
        expect(await planOf(contractId)).toMatchObject({
          successPlan: {
            status: 'RECORDED',
            origin: 'IMPORTED',
            account: named ? { id: accountId } : null,
            collected: { amount: '1000000.00' },
            settledOn: '2016-04-01',
          },
          renewal: null,
        });
      }
    });
  });

  it('parks a contract that is signed now and names nobody', async () => {
    const nobody = contractOf(null);
    const event = await service.receive('fivepoint.deal.contract-signed.v1', nobody, { subject: nobody.contractId });
    expect(await service.outcome(event)).toEqual({ 'customer-success': 'PARKED' });
    expect(await planOf(nobody.contractId)).toEqual({ successPlan: null, renewal: null });
  });

  describe('identifying a renewal', () => {
    it('hands it to deal as a new turn that knows the one it grew out of', async () => {
      const { accountId, event, renewalId } = await signed({ productId: uuidv7() });
      const { identifyRenewal } = await graph.query<{ identifyRenewal: Result }>(identify, identification(renewalId));
      expect(identifyRenewal).toMatchObject({
        __typename: 'Renewal',
        status: 'IDENTIFIED',
        fit: 80,
        dueOn: '2027-02-14',
      });
      const [handoff] = (await service.published('fivepoint.customer-success.renewal-identified.v1')).filter(
        ({ subject }) => subject === renewalId,
      );
      expect(handoff).toMatchObject({
        key: accountId,
        parentCorrelationId: event.correlationId,
        data: {
          accountId,
          amount: cny('1300000.00'),
          need: 'capacity for the second site',
          fit: 80,
          ownerId: rep,
          team: 'north',
        },
      });
      expect(handoff?.correlationId).not.toBe(event.correlationId);
    });

    it('is done once; a second time is refused with what may follow', async () => {
      const { renewalId } = await signed();
      await graph.query(identify, identification(renewalId));
      const { identifyRenewal } = await graph.query<{ identifyRenewal: Result }>(identify, identification(renewalId));
      expect(identifyRenewal).toEqual({
        __typename: 'TransitionRefused',
        fromState: 'IDENTIFIED',
        toState: 'IDENTIFIED',
        allowed: ['WON', 'LOST'],
      });
    });

    it('refuses an amount of nothing and a fit beyond 100 %', async () => {
      const { renewalId } = await signed();
      const nothing = await graph.query<{ identifyRenewal: Result }>(
        identify,
        identification(renewalId, { amount: cny('0') }),
      );
      expect(nothing.identifyRenewal).toEqual({ __typename: 'InvalidInput', problems: [{ path: 'amount' }] });
      const answer = await graph.raw(identify, identification(renewalId, { fit: 101 }));
      expect(answer.errors?.[0]).toMatchObject({
        message: expect.stringContaining('fit must be from 0 to 100 percent') as string,
        extensions: { code: 'BAD_USER_INPUT' },
      });
    });

    it('is won with the contract of its deal, and lost with its deal', async () => {
      for (const end of ['WON', 'LOST'] as const) {
        const { accountId, contract, renewalId } = await signed();
        await graph.query(identify, identification(renewalId));
        const dealId = uuidv7();
        await service.receive(
          'fivepoint.deal.deal-opened.v1',
          { dealId, accountId, kind: 'RENEWAL', stage: 'PRE_BID', renewalId, ownerId: rep, team: 'north' },
          { subject: dealId },
        );
        if (end === 'WON') {
          const next = contractOf(accountId, { dealId, kind: 'RENEWAL' });
          await service.receive('fivepoint.deal.contract-signed.v1', next, { subject: next.contractId });
        } else {
          await service.receive(
            'fivepoint.deal.deal-lost.v1',
            { dealId, accountId, stage: 'BID', reason: 'price', lostOn: '2026-11-20', ownerId: rep, team: 'north' },
            { subject: dealId },
          );
        }
        expect(await planOf(contract.contractId)).toMatchObject({ renewal: { status: end, deal: { id: dealId } } });
      }
    });

    it('ends one way only, also when both ends are told at the same moment', async () => {
      const { accountId, contract, renewalId } = await signed();
      await graph.query(identify, identification(renewalId));
      const dealId = uuidv7();
      await service.receive(
        'fivepoint.deal.deal-opened.v1',
        { dealId, accountId, kind: 'RENEWAL', stage: 'PRE_BID', renewalId, ownerId: rep, team: 'north' },
        { subject: dealId },
      );
      const won = `update renewal set status = 'WON', version = version + 1 where id = $1`;
      const lost = await whileLocked(service.superuserUrl, won, [renewalId], async (waiting) => {
        const event = await service.receive(
          'fivepoint.deal.deal-lost.v1',
          { dealId, accountId, stage: 'BID', reason: 'price', lostOn: '2026-11-20', ownerId: rep, team: 'north' },
          { subject: dealId, unfinished: true },
        );
        await waiting(1);
        return event;
      });
      await service.receiveAgain(lost);
      expect(await planOf(contract.contractId)).toMatchObject({ renewal: { status: 'WON' } });
    });

    it("does not show another team's renewal to a rep", async () => {
      const { renewalId } = await signed();
      const stranger = await service.as({ roles: ['REP'], repId: uuidv7(), teams: ['south'] });
      const { identifyRenewal } = await stranger.query<{ identifyRenewal: Result }>(
        identify,
        identification(renewalId),
      );
      expect(identifyRenewal).toEqual({ __typename: 'NotFound', entity: 'Renewal' });
    });
  });

  it('hands an expansion to deal in a new turn, with the owner of the account', async () => {
    const { accountId, event } = await signed();
    const input = { accountId, need: 'a second line', fit: 60, amount: cny('400000.00'), dueOn: '2027-01-31' };
    const { identifyExpansion } = await graph.query<{ identifyExpansion: Result }>(expand, { input });
    expect(identifyExpansion).toMatchObject({ __typename: 'Expansion', status: 'IDENTIFIED' });
    const [handoff] = (await service.published('fivepoint.customer-success.expansion-identified.v1')).filter(
      ({ subject }) => subject === identifyExpansion.id,
    );
    expect(handoff).toMatchObject({
      key: accountId,
      correlationId: identifyExpansion['correlationId'],
      parentCorrelationId: event.correlationId,
      data: { ownerId: rep, team: 'north', dueOn: '2027-01-31' },
    });
    const unknown = uuidv7();
    const refused = await graph.query<{ identifyExpansion: Result }>(expand, {
      input: { ...input, accountId: unknown },
    });
    expect(refused.identifyExpansion).toEqual({ __typename: 'NotFound', entity: 'Account', id: unknown });
  });

  it('makes the owner of the account accountable for what begins with it now, whoever signed its last contract', async () => {
    const { accountId } = await signed();
    const begun = async () => {
      const need = { need: 'a second line', fit: 60, amount: cny('400000.00'), dueOn: '2027-01-31' };
      const { identifyExpansion } = await graph.query<{ identifyExpansion: Result }>(expand, {
        input: { accountId, ...need },
      });
      const { giveReferral } = await graph.query<{ giveReferral: Result }>(refer, {
        input: { referrerAccountId: accountId, referredName: '长沙市轨道交通' },
      });
      const told = [
        ...(await service.published('fivepoint.customer-success.expansion-identified.v1')),
        ...(await service.published('fivepoint.customer-success.referral-given.v1')),
      ].filter(({ subject }) => [identifyExpansion.id, giveReferral.id].includes(subject));
      return told.map(({ data: { ownerId, team } }) => ({ ownerId, team }));
    };
    const successor = { ownerId: uuidv7(), team: 'south' };
    await handedOver(accountId, successor);
    expect(await begun()).toEqual([successor, successor]);
    await handedOver(accountId, {});
    const signer = { ownerId: rep, team: 'north' };
    expect(await begun()).toEqual([signer, signer]);
  });

  it('pages through renewals that are due on the same day without gap or overlap', async () => {
    const accountId = await knownAccount();
    for (const startsOn of ['2026-02-14', '2026-02-14', '2025-02-14', '2026-02-14', '2027-02-14']) {
      const recurring = { amount: cny('1.00'), termMonths: 12, startsOn };
      const contract = contractOf(accountId, { recurring });
      await service.receive('fivepoint.deal.contract-signed.v1', contract, { subject: contract.contractId });
    }
    interface Page {
      nodes: { id: string; dueOn: string }[];
      pageInfo: { hasNextPage: boolean; endCursor: string };
    }
    const page = 'nodes { id dueOn } pageInfo { hasNextPage endCursor }';
    const root = async (after: string | null) => {
      const query = `query ($id: UUID!, $after: String) { renewals(first: 2, after: $after, filter: { accountId: $id }) { ${page} } }`;
      return (await graph.query<{ renewals: Page }>(query, { id: accountId, after })).renewals;
    };
    const ofAccount = async (after: string | null) => {
      const query = `query ($r: [_Any!]!, $after: String) { _entities(representations: $r) { ... on Account { renewals(first: 2, after: $after) { ${page} } } } }`;
      const variables = { r: [{ __typename: 'Account', id: accountId }], after };
      const { _entities } = await graph.query<{ _entities: { renewals: Page }[] }>(query, variables);
      const [account] = _entities;
      if (!account) throw new Error('the account answers');
      return account.renewals;
    };
    for (const list of [root, ofAccount]) {
      const seen: Page['nodes'] = [];
      for (let after: string | null = null, more = true; more;) {
        const { nodes, pageInfo }: Page = await list(after);
        seen.push(...nodes);
        [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
      }
      expect(new Set(seen.map(({ id }) => id)).size).toBe(5);
      expect(seen.map(({ dueOn }) => dueOn.slice(0, 4))).toEqual(['2026', '2027', '2027', '2027', '2028']);
    }
  });

  it('does not let another team work on an account that it cannot see, nor learn its name', async () => {
    const [mine, theirs] = [await signed(), await knownAccount('陕西移动')];
    const stranger = await service.as({ roles: ['REP'], repId: uuidv7(), teams: ['south'] });
    const input = { accountId: theirs, need: 'a second line', fit: 60, amount: cny('1.00'), dueOn: '2027-01-31' };
    const expansion = await stranger.query<{ identifyExpansion: Result }>(expand, { input });
    expect(expansion.identifyExpansion).toEqual({ __typename: 'NotFound', entity: 'Account', id: theirs });
    const referral = await stranger.query<{ giveReferral: Result }>(refer, {
      input: { referrerAccountId: mine.accountId, referredAccountId: theirs },
    });
    expect(referral.giveReferral).toEqual({ __typename: 'NotFound', entity: 'Account', id: mine.accountId });
  });

  describe('a referral', () => {
    it('reaches acquisition once for its idempotency key, in a new turn', async () => {
      const { accountId, event } = await signed();
      const input = {
        referrerAccountId: accountId,
        referredName: '长沙市轨道交通',
        idempotencyKey: `referral-${accountId}`,
      };
      const first = await graph.query<{ giveReferral: Result }>(refer, { input });
      const again = await graph.query<{ giveReferral: Result }>(refer, { input });
      expect(again).toEqual(first);
      const handoffs = (await service.published('fivepoint.customer-success.referral-given.v1')).filter(
        ({ key }) => key === accountId,
      );
      expect(handoffs).toHaveLength(1);
      expect(handoffs[0]).toMatchObject({
        parentCorrelationId: event.correlationId,
        data: { referrerAccountId: accountId, referredAccountId: null, referredName: '长沙市轨道交通', ownerId: rep },
      });
    });

    it('takes the name of an account that we have, and refuses what makes no sense', async () => {
      const [referrer, referred] = [await knownAccount(), await knownAccount('陕西移动')];
      const given = await graph.query<{ giveReferral: Result }>(refer, {
        input: { referrerAccountId: referrer, referredAccountId: referred },
      });
      expect(given.giveReferral).toMatchObject({ __typename: 'Referral', referredName: '陕西移动' });
      const nameless = await graph.query<{ giveReferral: Result }>(refer, { input: { referrerAccountId: referrer } });
      expect(nameless.giveReferral).toMatchObject({ __typename: 'InvalidInput', problems: [{ path: 'referredName' }] });
      const itself = await graph.query<{ giveReferral: Result }>(refer, {
        input: { referrerAccountId: referrer, referredAccountId: referrer },
      });
      expect(itself.giveReferral).toMatchObject({
        __typename: 'InvalidInput',
        problems: [{ path: 'referredAccountId' }],
      });
    });
  });
});
