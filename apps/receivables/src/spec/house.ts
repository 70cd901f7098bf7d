import type { ContractSignedV1 } from '@fivepoint/contracts';
import { uuidv7 } from '@fivepoint/kernel';
import { cny, houseOf, type Result } from '@fivepoint/testing';
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

/** Receivables for one spec file, or for each spec, with finance at work, on 2026-11-24. Call it within `describe`. */
export function house(per: 'file' | 'spec' = 'file') {
  const at = houseOf(receivables, { finance: { roles: ['FINANCE'] } }, { per, firstDay: '2026-11-24' });
  const before = per === 'file' ? beforeAll : beforeEach;
  before(() => at.tell.rep('north', rep));

  const knownAccount = () => at.tell.account({ ownerId: rep });

  /** In the order of the contract. */
  async function instalments(id: string): Promise<InstalmentView[]> {
    const answer = await at.finance.query<{ instalments: { nodes: InstalmentView[] } }>(instalmentsOf, { id });
    return answer.instalments.nodes.reverse();
  }

  return Object.assign(at, {
    knownAccount,
    instalments,
    /** Signs a contract of ¥1,000,000.01 in four instalments for a new account, unless `over` says otherwise. */
    async contract(over: Partial<ContractSignedV1> = {}): Promise<OpenedContract> {
      const accountId = over.accountId ?? (await knownAccount());
      const data = signed({ ...over, accountId });
      const { contractId } = data;
      const event = await at.service.receive('fivepoint.deal.contract-signed.v1', data, { subject: contractId });
      return {
        contractId,
        accountId,
        correlationId: event.correlationId,
        instalments: await instalments(contractId),
      };
    },
    receive: (input: object): Promise<Result> =>
      at.run(record, { receivedOn: '2026-11-20', ownAccount: '6222 0001', bankSerial: uuidv7(), ...input }),
    reach: (contractId: string, kind: string, reachedOn: string, signer?: string): Promise<Result> =>
      at.run(reach, { contractId, kind, reachedOn, signer }),
  });
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
