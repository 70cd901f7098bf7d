import type { TurnResult } from './drive';
import type { GraphUser } from './graph-user';

const account = `query ($id: UUID!) { account(id: $id) {
  planLines { nodes { id target { amount } booked { amount } collected { amount } } }
  pursuits { nodes { id status } }
  leads { nodes { id status dealOutcome } }
  deals { nodes { id kind stage } }
  contracts { nodes { id amount { amount } settled outstanding { amount } instalments { status amount { amount } } } }
  renewals { nodes { id status } }
  timeline(first: 100) { nodes { id type service correlationId parentCorrelationId } }
} }`;

interface Nodes<T> {
  nodes: T[];
}
interface Sum {
  amount: string;
}
interface AccountState {
  planLines: Nodes<{ id: string; booked: Sum; collected: Sum }>;
  pursuits: Nodes<{ id: string; status: string }>;
  leads: Nodes<{ id: string; status: string; dealOutcome: string | null }>;
  deals: Nodes<{ id: string; kind: string; stage: string }>;
  contracts: Nodes<{
    id: string;
    amount: Sum;
    settled: boolean;
    outstanding: Sum;
    instalments: { status: string; amount: Sum }[];
  }>;
  renewals: Nodes<{ id: string; status: string }>;
  timeline: Nodes<{
    id: string;
    type: string;
    service: string;
    correlationId: string;
    parentCorrelationId: string | null;
  }>;
}

/** How often each event of one whole turn is on the account's timeline: nothing lost, nothing twice. */
const expectedEvents: Readonly<Record<string, number>> = {
  'account-registered': 1,
  'account-targeted': 1,
  'lead-captured': 1,
  'opportunity-qualified': 1,
  'deal-opened': 2,
  'deal-stage-changed': 4,
  'contract-signed': 1,
  'milestone-reached': 3,
  'instalment-claimed': 4,
  'payment-received': 4,
  'instalment-collected': 4,
  'contract-settled': 1,
  'renewal-identified': 1,
  'referral-given': 1,
};

/** Everything that is not as one whole turn of the lifecycle must leave it; empty when all is right. */
export async function problemsOf(
  user: GraphUser,
  { accountId, contractId, dealId }: TurnResult,
  amount: string,
): Promise<string[]> {
  const { account: state } = await user.ask<{ account: AccountState | null }>(account, { id: accountId });
  if (!state) return [`there is no account ${accountId}`];
  const problems: string[] = [];
  const same = (what: string, actual: unknown, expected: unknown) => {
    if (JSON.stringify(actual) !== JSON.stringify(expected))
      problems.push(`${what}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(actual)}`);
  };
  same(
    'plan lines, booked and collected',
    state.planLines.nodes.map(({ booked, collected }) => [booked.amount, collected.amount]),
    [[amount, amount]],
  );
  same('pursuits', state.pursuits.nodes.length, 1);
  same(
    'leads',
    state.leads.nodes.map(({ status, dealOutcome }) => [status, dealOutcome]),
    [['QUALIFIED', 'WON']],
  );
  same('deals', state.deals.nodes.map(({ kind, stage }) => `${kind} ${stage}`).sort(), [
    'NEW SIGNED',
    'RENEWAL PRE_BID',
  ]);
  same(
    'the won deal',
    state.deals.nodes.some(({ id }) => id === dealId),
    true,
  );
  same(
    'contracts',
    state.contracts.nodes.map(({ id, settled, outstanding }) => [id, settled, outstanding.amount]),
    [[contractId, true, '0.00']],
  );
  const instalments = state.contracts.nodes.flatMap((contract) => contract.instalments);
  same(
    'instalments',
    instalments.map(({ status }) => status),
    ['COLLECTED', 'COLLECTED', 'COLLECTED', 'COLLECTED'],
  );
  const sum = instalments.reduce((total, { amount: part }) => total + BigInt(part.amount.replace('.', '')), 0n);
  same('sum of the instalments', sum.toString(), BigInt(amount.replace('.', '')).toString());
  same('renewals', state.renewals.nodes.map(({ status }) => status).sort(), ['IDENTIFIED']);
  const counts = new Map<string, number>();
  for (const { type } of state.timeline.nodes) {
    const name = type.split('.').at(-2) ?? type;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  for (const [event, count] of Object.entries(expectedEvents))
    same(`${event} on the timeline`, counts.get(event) ?? 0, count);
  same('services on the timeline', [...new Set(state.timeline.nodes.map(({ service }) => service))].sort(), [
    'acquisition',
    'customer-success',
    'deal',
    'planning',
    'receivables',
  ]);
  return problems;
}
