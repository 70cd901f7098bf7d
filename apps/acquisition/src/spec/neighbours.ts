import type { AccountTargetedV1 } from '@fivepoint/contracts';
import { uuidv7 } from '@fivepoint/kernel';
import { type About, cny, type ServiceUnderTest } from '@fivepoint/testing';

/** What planning has told before a spec begins: people, products and accounts by their ids. */
export function neighbours(service: ServiceUnderTest) {
  return {
    async account(
      accountId = uuidv7(),
      owned: { ownerId?: string; team?: string } = { team: 'north' },
    ): Promise<string> {
      await service.receive(
        'fivepoint.planning.account-registered.v1',
        { accountId, name: '湖南电信', level: 'PROVINCE', ...owned },
        { subject: accountId },
      );
      return accountId;
    },
    async rep(team = 'north', repId = uuidv7()): Promise<string> {
      await service.receive('fivepoint.planning.rep-registered.v1', { repId, team }, { subject: repId });
      return repId;
    },
    async product(): Promise<string> {
      const productId = uuidv7();
      await service.receive(
        'fivepoint.planning.product-registered.v1',
        { productId, name: '站点电源' },
        { subject: productId },
      );
      return productId;
    },
    async contact(accountId: string): Promise<string> {
      const contactId = uuidv7();
      await service.receive(
        'fivepoint.planning.contact-registered.v1',
        { contactId, accountId, roles: ['USER'] },
        { subject: contactId },
      );
      return contactId;
    },
    targeted(line: AccountTargetedV1, about: Partial<About> = {}) {
      return service.receive('fivepoint.planning.account-targeted.v1', line, { subject: line.planLineId, ...about });
    },
  };
}

/** One line of an approved plan, as planning tells it. */
export const planLine = (over: Partial<AccountTargetedV1> & { accountId: string }): AccountTargetedV1 => ({
  planId: uuidv7(),
  planLineId: uuidv7(),
  productId: uuidv7(),
  target: cny('12000000.00'),
  floor: cny('9000000.00'),
  periodStart: '2026-01-01',
  periodEnd: '2026-12-31',
  ownerId: uuidv7(),
  team: 'north',
  ...over,
});

export const capture = `mutation ($input: CaptureLeadInput!) { captureLead(input: $input) { __typename
  ... on Lead { id version status source title organisation purchasePattern capturedOn origin correlationId team
    account { id } product { id } owner { id } planLine { id } pursuit { id } contacts { id }
    expectedAmount { amount currency } expectedCloseOn stillMissing }
  ... on NotFound { entity id } ... on InvalidInput { problems { path message } } ... on IdempotencyKeyReused { key } } }`;
export const update = `mutation ($input: UpdateLeadInput!) { updateLead(input: $input) { __typename
  ... on Lead { id version title team account { id } product { id } owner { id } contacts { id }
    expectedAmount { amount currency } expectedCloseOn stillMissing }
  ... on NotFound { entity id } ... on InvalidInput { problems { path message } } ... on LeadClosed { endedAs code message }
  ... on VersionConflict { expectedVersion actualVersion } } }`;
export const classify = `mutation ($input: ClassifyLeadInput!) { classifyLead(input: $input) { __typename
  ... on Lead { id status purchasePattern stillMissing } ... on TransitionRefused { fromState toState allowed }
  ... on VersionConflict { expectedVersion actualVersion } ... on NotFound { entity id } } }`;
export const need = `mutation ($input: RecordNeedInput!) { recordNeed(input: $input) { __typename
  ... on Lead { id version needs { nodes { kind statement } } } ... on VersionConflict { actualVersion }
  ... on InvalidInput { problems { path message } }
  ... on GateNotMet { gate missing } ... on LeadClosed { endedAs }
  ... on NotFound { entity id } } }`;
export const find = `mutation ($input: RecordBantFindingInput!) { recordBantFinding(input: $input) { __typename
  ... on Lead { id version stillMissing bantFindings { id letter finding evidence met } } ... on GateNotMet { gate missing }
  ... on VersionConflict { actualVersion }
  ... on LeadClosed { endedAs } ... on NotFound { entity id } } }`;
export const qualify = `mutation ($input: QualifyLeadInput!) { qualifyLead(input: $input) { __typename
  ... on Lead { id status stillMissing } ... on GateNotMet { gate missing code message }
  ... on TransitionRefused { fromState toState allowed } ... on VersionConflict { actualVersion }
  ... on NotFound { entity id } ... on IdempotencyKeyReused { key } } }`;
export const disqualify = `mutation ($input: DisqualifyLeadInput!) { disqualifyLead(input: $input) { __typename
  ... on Lead { id status } ... on TransitionRefused { fromState toState } ... on NotFound { entity id } } }`;
