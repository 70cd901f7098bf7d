import type { OpportunityQualifiedV1 } from '@fivepoint/contracts';
import { uuidv7 } from '@fivepoint/kernel';
import { cny, houseOf } from '@fivepoint/testing';
import { deal } from '../service';

export const rep = uuidv7();

export const fourStages = [
  { name: '首付款', basisPoints: 3000, trigger: 'SIGNING', dueDays: 7 },
  { name: '到货款', basisPoints: 4000, trigger: 'DELIVERY', dueDays: 30 },
  { name: '验收款', basisPoints: 2500, trigger: 'ACCEPTANCE', dueDays: 30 },
  { name: '质保金', basisPoints: 500, trigger: 'WARRANTY_END', dueDays: 0 },
];

export const advance = `mutation ($input: AdvanceDealInput!) { advanceDeal(input: $input) { __typename
  ... on Deal { id stage nextStages version } ... on TransitionRefused { fromState toState allowed }
  ... on VersionConflict { expectedVersion actualVersion } ... on InvalidInput { problems { path message } }
  ... on NotFound { entity id } ... on IdempotencyKeyReused { key } } }`;
export const update = `mutation ($input: UpdateDealInput!) { updateDeal(input: $input) { __typename
  ... on Deal { id version stage team account { id } product { id } owner { id } amount { amount currency } expectedCloseOn }
  ... on NotFound { entity id } ... on VersionConflict { expectedVersion actualVersion } ... on DealClosed { code endedAs message }
  ... on InvalidInput { problems { path message } } } }`;
export const lose = `mutation ($input: LoseDealInput!) { loseDeal(input: $input) { __typename
  ... on Deal { id stage nextStages lossReason rival closedOn } ... on TransitionRefused { fromState toState }
  ... on InvalidInput { problems { path message } } } }`;
export const sign = `mutation ($input: SignContractInput!) { signContract(input: $input) { __typename
  ... on Contract { id amount { amount currency } downPayment { amount } signedOn paymentTerms { basisPoints } deal { stage } }
  ... on InvalidInput { problems { path message } } ... on TransitionRefused { fromState toState }
  ... on NotFound { entity } ... on IdempotencyKeyReused { key } } }`;

/** An opportunity as acquisition tells it. */
export const qualified = (accountId: string, leadId = uuidv7()): OpportunityQualifiedV1 => ({
  leadId,
  accountId,
  scenario: 'PROJECT',
  expectedAmount: cny('1200000.00'),
  expectedClose: '2027-03-31',
  needs: [],
  contactIds: [],
  ownerId: rep,
  team: 'north',
});

/** Deal with a rep of team north at work, on 2026-11-20. Call it within `describe`. */
export function house() {
  const people = { graph: { roles: ['REP'], repId: rep, teams: ['north'] } } as const;
  const at = houseOf(deal, people, { firstDay: '2026-11-20' });
  const { run, tell } = at;
  beforeAll(() => tell.rep('north', rep));

  const knownAccount = (over: Parameters<typeof tell.account>[0] = {}) => tell.account({ ownerId: rep, ...over });

  /** What was published of the deals of an account as they were opened. */
  const openedFor = async (accountId: string) =>
    (await at.service.published('fivepoint.deal.deal-opened.v1')).filter(({ data }) => data.accountId === accountId);

  /** A deal in VERIFY, opened on the day that is today. */
  async function openedDeal(): Promise<{ dealId: string; accountId: string; correlationId: string }> {
    const accountId = await knownAccount();
    const about = { subject: uuidv7() };
    const event = await at.service.receive(
      'fivepoint.acquisition.opportunity-qualified.v1',
      qualified(accountId),
      about,
    );
    const [opened] = await openedFor(accountId);
    return { dealId: opened?.data.dealId ?? '', accountId, correlationId: event.correlationId };
  }

  /** Moves a deal from stage to stage, each of which must succeed. */
  async function moved(dealId: string, ...stages: string[]): Promise<void> {
    for (const toStage of stages)
      expect(await run(advance, { dealId, toStage })).toMatchObject({ __typename: 'Deal', stage: toStage });
  }

  return Object.assign(at, {
    knownAccount,
    openedFor,
    openedDeal,
    moved,
    /** A deal in NEGOTIATE. */
    async negotiatedDeal() {
      const opened = await openedDeal();
      await moved(opened.dealId, 'PRE_BID', 'BID', 'NEGOTIATE');
      return opened;
    },
  });
}
