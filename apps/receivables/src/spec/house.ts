import type { ContractSignedV1 } from '@fivepoint/contracts';
import { uuidv7 } from '@fivepoint/kernel';
import {
  cny,
  type GraphClient,
  mutate,
  type Result,
  serviceUnderTest,
  type ServiceUnderTest,
} from '@fivepoint/testing';
import { receivables } from '../service';

export const rep = uuidv7();
export const fourStages: ContractSignedV1['paymentTerms'] = [
  { name: '首付款', basisPoints: 3000, trigger: 'SIGNING', dueDays: 15 },
  { name: '到货款', basisPoints: 4000, trigger: 'DELIVERY', dueDays: 30 },
  { name: '验收款', basisPoints: 2500, trigger: 'ACCEPTANCE', dueDays: 30 },
  { name: '质保金', basisPoints: 500, trigger: 'WARRANTY_END', dueDays: 0 },
];

export interface InstalmentView {
  id: string;
  status: string;
  dueOn: string | null;
  outstanding: { amount: string };
  collected: { amount: string };
}

export interface OpenedContract {
  contractId: string;
  accountId: string;
  correlationId: string;
  instalments: InstalmentView[];
}

const instalmentsOf = `query ($id: UUID!) { instalments(first: 100, filter: { contractId: $id }) { nodes {
  id number status dueOn collectedOn amount { amount } collected { amount } outstanding { amount } disputed } } }`;

export const refusals = `
  ... on NotFound { entity id } ... on InvalidInput { problems { path message } }
  ... on IdempotencyKeyReused { key }`;
export const record = `mutation ($input: RecordReceiptInput!) { recordReceipt(input: $input) { __typename
  ... on Receipt { id status amount { amount } allocated { amount } unapplied { amount } account { id } payer version }
  ... on ReceiptSerialReused { receipt { id amount { amount } } } ${refusals} } }`;
export const reach = `mutation ($input: RecordMilestoneInput!) { recordMilestone(input: $input) { __typename
  ... on Milestone { id kind reachedOn signer } ... on MilestoneAlreadyRecorded { milestone { id kind reachedOn } } ${refusals} } }`;

/**
 * Receivables on a database of its own for one spec file, or for each spec, with finance at work. Call it within `describe`.
 * Today is 2026-11-24 until `today` says otherwise.
 */
export function house(per: 'file' | 'spec' = 'file') {
  let service: ServiceUnderTest;
  let finance: GraphClient;
  let now = new Date();
  const today = (day: string) => {
    now = new Date(`${day}T08:00:00Z`);
  };
  const [before, after] = per === 'file' ? [beforeAll, afterAll] : [beforeEach, afterEach];

  before(async () => {
    today('2026-11-24');
    service = await serviceUnderTest(receivables, { now: () => now });
    finance = await service.as({ roles: ['FINANCE'] });
    await service.receive('fivepoint.planning.rep-registered.v1', { repId: rep, team: 'north' }, { subject: rep });
  });
  after(() => service.stop());

  async function knownAccount(): Promise<string> {
    const accountId = uuidv7();
    const about = { accountId, name: '湖南电信', level: 'PROVINCE' as const, ownerId: rep, team: 'north' };
    await service.receive('fivepoint.planning.account-registered.v1', about, { subject: accountId });
    return accountId;
  }

  /** In the order of the contract. */
  async function instalments(id: string): Promise<InstalmentView[]> {
    const answer = await finance.query<{ instalments: { nodes: InstalmentView[] } }>(instalmentsOf, { id });
    return answer.instalments.nodes.reverse();
  }

  return {
    knownAccount,
    instalments,
    /** Signs a contract of ¥1,000,000.01 in four instalments for a new account, unless `over` says otherwise. */
    async contract(over: Partial<ContractSignedV1> = {}): Promise<OpenedContract> {
      const accountId = over.accountId ?? (await knownAccount());
      const data = signed({ ...over, accountId });
      const { contractId } = data;
      const event = await service.receive('fivepoint.deal.contract-signed.v1', data, { subject: contractId });
      return {
        contractId,
        accountId,
        correlationId: event.correlationId,
        instalments: await instalments(contractId),
      };
    },
    receive: (input: object): Promise<Result> =>
      mutate(finance, record, { receivedOn: '2026-11-20', ownAccount: '6222 0001', bankSerial: uuidv7(), ...input }),
    reach: (contractId: string, kind: string, reachedOn: string, signer?: string): Promise<Result> =>
      mutate(finance, reach, { contractId, kind, reachedOn, signer }),
    get service() {
      return service;
    },
    get finance() {
      return finance;
    },
    set today(day: string) {
      today(day);
    },
  };
}

/** What deal tells of a signed contract. */
export const signed = (over: Partial<ContractSignedV1> = {}): ContractSignedV1 => ({
  contractId: uuidv7(),
  dealId: uuidv7(),
  accountId: null,
  kind: 'NEW',
  amount: cny('1000000.01'),
  signedOn: '2026-03-18',
  paymentTerms: fourStages,
  warrantyMonths: 12,
  downPayment: cny('300000.00'),
  ownerId: rep,
  team: 'north',
  ...over,
});
