import { uuidv7 } from '@fivepoint/kernel';
import {
  cny,
  type GraphClient,
  mutate,
  type Result,
  serviceUnderTest,
  type ServiceUnderTest,
} from '@fivepoint/testing';
import { acquisition } from '../service';
import { capture, find, neighbours } from './neighbours';

const letters = ['BUDGET', 'AUTHORITY', 'NEED', 'TIMING'] as const;

/** Acquisition on a database of its own for one spec file, with a rep of team north at work. Call it within `describe`. */
export function house() {
  let service: ServiceUnderTest;
  let graph: GraphClient;
  const rep = uuidv7();

  beforeAll(async () => {
    service = await serviceUnderTest(acquisition);
    await neighbours(service).rep('north', rep);
    graph = await service.as({ roles: ['REP'], repId: rep, teams: ['north'] });
  });
  afterAll(() => service.stop());

  /** Runs a mutation of `neighbours.ts` and returns its one result; as the rep, unless another client is given. */
  const run = (mutation: string, input: object, client = graph): Promise<Result> => mutate(client, mutation, input);

  const captured = (input: object = {}, client = graph) =>
    run(capture, { source: 'INBOUND', title: '站点电源改造', ...input }, client);

  async function withAllFindings(leadId: string): Promise<void> {
    for (const letter of letters)
      await run(find, { leadId, letter, finding: `${letter} is there`, evidence: 'minutes of 2026-01-22', met: true });
  }

  return {
    rep,
    run,
    captured,
    withAllFindings,
    get service() {
      return service;
    },
    get graph() {
      return graph;
    },
    get tell() {
      return neighbours(service);
    },
    /** A lead to which nothing is missing. */
    async complete(over: object = {}): Promise<{ leadId: string; correlationId: unknown }> {
      const lead = await captured({
        ...('pursuitId' in over ? {} : { accountId: await neighbours(service).account(), ownerId: rep }),
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
      return (await service.published(type)).filter(({ subject }) => subject === leadId);
    },
    /** The pursuits of an account, as everybody in the management sees them. */
    async pursuitsOf(accountId: string): Promise<Result[]> {
      const { pursuits } = await (
        await service.as()
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
        await service.as()
      ).query<{ leads: { nodes: Result[] } }>(
        `{ leads(first: 100, filter: { ${filter} }) { nodes { id status source title organisation team purchasePattern
          correlationId parentCorrelationId dealOutcome dealClosedOn account { id } product { id } owner { id } } } }`,
      );
      return leads.nodes;
    },
  };
}
