import type { AccountTargetedV1 } from '@fivepoint/contracts';
import { uuidv7 } from '@fivepoint/kernel';
import { cny } from '@fivepoint/testing';

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
  ... on Lead { id status nextStatuses purchasePattern stillMissing } ... on TransitionRefused { fromState toState allowed }
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
