import type { AccountTargetedV1, TargetRevisedV1, TargetWithdrawnV1 } from '@fivepoint/contracts';
import { uuidv7 } from '@fivepoint/kernel';
import { type About, cny, houseOf, type Result, type ServiceUnderTest } from '@fivepoint/testing';
import { acquisition } from '../service';

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

const letters = ['BUDGET', 'AUTHORITY', 'NEED', 'TIMING'] as const;

/** Acquisition with a rep of team north at work. Call it within `describe`. */
export function house() {
  const rep = uuidv7();
  const at = houseOf(acquisition, { graph: { roles: ['REP'], repId: rep, teams: ['north'] } });
  const { run } = at;
  beforeAll(() => at.tell.rep('north', rep));

  const tell = {
    ...at.tell,
    targeted: (line: AccountTargetedV1, about: Partial<About> = {}) =>
      at.service.receive('fivepoint.planning.account-targeted.v1', line, { subject: line.planLineId, ...about }),
    revised: (line: TargetRevisedV1, about: Partial<About> = {}) =>
      at.service.receive('fivepoint.planning.target-revised.v1', line, { subject: line.planLineId, ...about }),
    withdrawn: (line: TargetWithdrawnV1, about: Partial<About> = {}) =>
      at.service.receive('fivepoint.planning.target-withdrawn.v1', line, { subject: line.planLineId, ...about }),
  };

  const captured = (input: object = {}, client = at.graph) =>
    run(capture, { source: 'INBOUND', title: '站点电源改造', ...input }, client);

  async function withAllFindings(leadId: string): Promise<void> {
    for (const letter of letters)
      await run(find, { leadId, letter, finding: `${letter} is there`, evidence: 'minutes of 2026-01-22', met: true });
  }

  return Object.assign(at, {
    rep,
    tell,
    captured,
    withAllFindings,
    /** A lead to which nothing is missing. */
    async complete(over: object = {}): Promise<{ leadId: string; correlationId: unknown }> {
      const lead = await captured({
        ...('pursuitId' in over ? {} : { accountId: await tell.account(), ownerId: rep }),
        purchasePattern: 'PROJECT',
        expectedAmount: cny('1300000.00'),
        expectedCloseOn: '2027-03-31',
        ...over,
      });
      await withAllFindings(lead.id);
      return { leadId: lead.id, correlationId: lead['correlationId'] };
    },
    /** What was published about one lead, in order. */
    async eventsOf(type: Parameters<ServiceUnderTest['published']>[0], leadId: string) {
      return (await at.service.published(type)).filter(({ subject }) => subject === leadId);
    },
    /** The pursuits of an account, as everybody in the management sees them. */
    async pursuitsOf(accountId: string): Promise<Result[]> {
      const { pursuits } = await (
        await at.service.as()
      ).query<{ pursuits: { nodes: Result[] } }>(
        `query ($accountId: UUID!) { pursuits(filter: { accountId: $accountId }) { nodes {
          id version status purchasePattern correlationId origin team wonOn withdrawalReason target { amount currency }
          account { id } product { id } owner { id } planLine { id } leads { nodes { id } } } } }`,
        { accountId },
      );
      return pursuits.nodes;
    },
    /** The leads that a filter leaves, as everybody in the management sees them. */
    async leadsWhere(filter: string): Promise<Result[]> {
      const { leads } = await (
        await at.service.as()
      ).query<{ leads: { nodes: Result[] } }>(
        `{ leads(first: 100, filter: { ${filter} }) { nodes { id status source title organisation team purchasePattern
          correlationId parentCorrelationId dealOutcome dealClosedOn account { id } product { id } owner { id } } } }`,
      );
      return leads.nodes;
    },
  });
}
