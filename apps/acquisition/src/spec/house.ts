import type { AccountTargetedV1 } from '@fivepoint/contracts';
import { uuidv7 } from '@fivepoint/kernel';
import { type About, cny, houseOf, type Result, type ServiceUnderTest } from '@fivepoint/testing';
import { acquisition } from '../service';
import { capture, find } from './neighbours';

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
          id version status purchasePattern correlationId origin team wonOn target { amount currency }
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
