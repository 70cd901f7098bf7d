import { uuidv7 } from '@fivepoint/kernel';
import { type GraphClient, serviceUnderTest, type ServiceUnderTest } from '@fivepoint/testing';
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
  ... on NotFound { kind id } ... on IdempotencyKeyReused { key } } }`;
const lose = `mutation ($input: LoseDealInput!) { loseDeal(input: $input) { __typename
  ... on Deal { id stage lossReason rival closedOn } ... on TransitionRefused { fromState toState } } }`;
const sign = `mutation ($input: SignContractInput!) { signContract(input: $input) { __typename
  ... on Contract { id amount { amount currency } downPayment { amount } signedOn paymentTerms { basisPoints } deal { stage } }
  ... on InvalidInput { problems { path message } } ... on TransitionRefused { fromState toState }
  ... on NotFound { kind } ... on IdempotencyKeyReused { key } } }`;

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

  beforeAll(async () => {
    service = await serviceUnderTest(definition);
    graph = await service.as({ roles: ['REP'], repId: rep, teams: ['north'] });
  });
  afterAll(() => service.stop());

  async function knownAccount(): Promise<string> {
    const accountId = uuidv7();
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
