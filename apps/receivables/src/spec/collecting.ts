import type { EventMap } from '@fivepoint/contracts';
import { type Clock, uuidv7 } from '@fivepoint/kernel';
import { type GraphClient, serviceUnderTest, type ServiceUnderTest } from '@fivepoint/testing';
import { receivables } from '../service';

type Signed = EventMap['fivepoint.deal.contract-signed.v1'];

export const rep = uuidv7();
export const cny = (amount: string) => ({ amount, currency: 'CNY' });
export const fourStages: Signed['paymentTerms'] = [
  { name: '首付款', basisPoints: 3000, trigger: 'SIGNING', dueDays: 15 },
  { name: '到货款', basisPoints: 4000, trigger: 'DELIVERY', dueDays: 30 },
  { name: '验收款', basisPoints: 2500, trigger: 'ACCEPTANCE', dueDays: 30 },
  { name: '质保金', basisPoints: 500, trigger: 'WARRANTY_END', dueDays: 0 },
];

/** What a mutation answered: the thing, or a refusal. */
export interface Result {
  __typename: string;
  id: string;
  [field: string]: unknown;
}

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

/** The receivables service with what its specs do again and again. Today is 2026-11-24 until `today` says otherwise. */
export interface Collecting {
  readonly service: ServiceUnderTest;
  readonly finance: GraphClient;
  today(day: string): void;
  knownAccount(): Promise<string>;
  /** Signs a contract of ¥1,000,000.01 in four instalments for a new account, unless `over` says otherwise. */
  contract(over?: Partial<Signed>): Promise<OpenedContract>;
  /** In the order of the contract. */
  instalments(contractId: string): Promise<InstalmentView[]>;
  receive(input: object): Promise<Result>;
  reach(contractId: string, kind: string, reachedOn: string, signer?: string): Promise<Result>;
  stop(): Promise<void>;
}

export async function collecting(): Promise<Collecting> {
  let now = new Date('2026-11-24T08:00:00Z');
  const clock: Clock = { now: () => now };
  const service = await serviceUnderTest(receivables, clock);
  const finance = await service.as({ roles: ['FINANCE'] });

  const knownAccount = async () => {
    const accountId = uuidv7();
    const about = { accountId, name: '湖南电信', level: 'PROVINCE' as const, ownerId: rep, team: 'north' };
    await service.receive('fivepoint.planning.account-registered.v1', about, { subject: accountId });
    return accountId;
  };
  const instalments = async (id: string) => {
    const answer = await finance.query<{ instalments: { nodes: InstalmentView[] } }>(instalmentsOf, { id });
    return answer.instalments.nodes.reverse();
  };

  return {
    service,
    finance,
    today(day) {
      now = new Date(`${day}T08:00:00Z`);
    },
    knownAccount,
    instalments,
    async contract(over = {}) {
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
    async receive(input) {
      const known = { receivedOn: '2026-11-20', ownAccount: '6222 0001', bankSerial: uuidv7(), ...input };
      return (await finance.query<{ recordReceipt: Result }>(record, { input: known })).recordReceipt;
    },
    async reach(contractId, kind, reachedOn, signer) {
      const input = { contractId, kind, reachedOn, signer };
      return (await finance.query<{ recordMilestone: Result }>(reach, { input })).recordMilestone;
    },
    stop: () => service.stop(),
  };
}

/** What deal tells of a signed contract. */
export const signed = (over: Partial<Signed> = {}): Signed => ({
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
