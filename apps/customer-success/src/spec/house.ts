import type { ContractSignedV1, DealLostV1, DealOpenedV1, PaymentReceivedV1 } from '@fivepoint/contracts';
import { uuidv7 } from '@fivepoint/kernel';
import { type About, cny, houseOf, type Result } from '@fivepoint/testing';
import { customerSuccess } from '../service';

export const rep = uuidv7();

export const identify = `mutation ($input: IdentifyRenewalInput!) { identifyRenewal(input: $input) { __typename
  ... on Renewal { id status nextStatuses amount { amount } need fit dueOn } ... on TransitionRefused { fromState toState allowed }
  ... on InvalidInput { problems { path message } } ... on NotFound { entity } } }`;
export const expand = `mutation ($input: IdentifyExpansionInput!) { identifyExpansion(input: $input) { __typename
  ... on Expansion { id status correlationId } ... on NotFound { entity id } ... on InvalidInput { problems { path } } } }`;
export const refer = `mutation ($input: GiveReferralInput!) { giveReferral(input: $input) { __typename
  ... on Referral { id referredName correlationId } ... on NotFound { entity id } ... on InvalidInput { problems { path message } } } }`;

/** What a customer needs next, as it is said of a renewal. */
export const nextNeed = { need: 'capacity for the second site', fit: 80, amount: cny('1300000.00') };

/** What more a customer needs, as it is said of an expansion. */
export const moreNeed = { need: 'a second line', fit: 60, amount: cny('400000.00'), dueOn: '2027-01-31' };

/** A contract of ¥1,000,000 as deal tells it. */
export const contractOf = (accountId: string | null, over: Partial<ContractSignedV1> = {}): ContractSignedV1 => ({
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

/** Customer success with a CSM at work. Call it within `describe`. */
export function house() {
  const at = houseOf(customerSuccess, { graph: { roles: ['CSM'] } });

  const knownAccount = (name = '湖南电信') => at.tell.account({ name, ownerId: rep });

  const tell = {
    ...at.tell,
    signed: (contract: ContractSignedV1, about: Partial<About> = {}) =>
      at.service.receive('fivepoint.deal.contract-signed.v1', contract, { subject: contract.contractId, ...about }),
    opened: (deal: Pick<DealOpenedV1, 'dealId' | 'accountId' | 'renewalId'>) =>
      at.service.receive(
        'fivepoint.deal.deal-opened.v1',
        { kind: 'RENEWAL', stage: 'PRE_BID', ownerId: rep, team: 'north', ...deal },
        { subject: deal.dealId },
      ),
    lost: (deal: Pick<DealLostV1, 'dealId' | 'accountId'>, about: Partial<About> = {}) =>
      at.service.receive(
        'fivepoint.deal.deal-lost.v1',
        { stage: 'BID', reason: 'price', lostOn: '2026-11-20', ownerId: rep, team: 'north', ...deal },
        { subject: deal.dealId, ...about },
      ),
    paid: (
      payment: Pick<PaymentReceivedV1, 'accountId' | 'contractId' | 'amount' | 'receivedOn'>,
      about: Partial<About> = {},
    ) =>
      at.service.receive(
        'fivepoint.receivables.payment-received.v1',
        {
          receiptId: uuidv7(),
          instalmentId: uuidv7(),
          instalmentOutstanding: cny('0.00'),
          contractOutstanding: cny('0.00'),
          ...payment,
        },
        { subject: payment.contractId, ...about },
      ),
    settled: (
      { accountId, contractId, settledOn }: { accountId: string; contractId: string; settledOn: string },
      about: Partial<About> = {},
    ) =>
      at.service.receive(
        'fivepoint.receivables.contract-settled.v1',
        { contractId, accountId, amount: cny('1000000.00'), settledOn },
        { subject: contractId, ...about },
      ),
  };

  return Object.assign(at, {
    tell,
    knownAccount,
    /** A contract of a new account, with the renewal that it has planned. */
    async signed(over: Partial<ContractSignedV1> = {}) {
      const accountId = await knownAccount();
      const contract = contractOf(accountId, over);
      const event = await tell.signed(contract);
      const { renewals } = await at.graph.query<{ renewals: { nodes: Result[] } }>(
        'query ($accountId: UUID!) { renewals(filter: { accountId: $accountId }) { nodes { id status dueOn correlationId contract { id } } } }',
        { accountId },
      );
      return { accountId, contract, event, renewals: renewals.nodes, renewalId: renewals.nodes[0]?.id ?? '' };
    },
    /** What the graph shows of a contract: its success plan and its renewal. */
    async successOf(contractId: string) {
      const { _entities } = await at.graph.query<{
        _entities: { successPlan: Result | null; renewal: Result | null }[];
      }>(
        `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Contract {
          successPlan { status contracted { amount } collected { amount } settledOn origin account { id } } renewal { id status deal { id } } } } }`,
        { r: [{ __typename: 'Contract', id: contractId }] },
      );
      return _entities[0];
    },
    /** A rep of another team. */
    stranger: () => at.service.as({ roles: ['REP'], repId: uuidv7(), teams: ['south'] }),
  });
}
