import type { TurnResult } from './drive';
import type { GraphUser } from './graph-user';

const turn = `query ($id: UUID!, $referralLeadId: UUID!) {
  account(id: $id) {
    planLines { nodes { id correlationId target { amount } booked { amount } collected { amount } } }
    pursuits { nodes { id status } }
    leads { nodes { id status dealOutcome } }
    deals { nodes { id kind stage } }
    contracts { nodes { id amount { amount } settled outstanding { amount } instalments { status amount { amount } } } }
    receipts { nodes { status unapplied { amount } } }
    unappliedCredit { amount }
    successPlans { nodes { status settledOn contracted { amount } collected { amount } } }
    renewals { nodes { id status deal { id } } }
    referrals { nodes { referredName } }
    timeline(first: 100) { nodes { id type service correlationId parentCorrelationId } }
  }
  lead(id: $referralLeadId) { status source organisation }
}`;

interface Nodes<T> {
  nodes: T[];
}
interface Sum {
  amount: string;
}
interface AccountState {
  planLines: Nodes<{ id: string; correlationId: string; booked: Sum; collected: Sum }>;
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
  receipts: Nodes<{ status: string; unapplied: Sum }>;
  unappliedCredit: Sum[];
  successPlans: Nodes<{ status: string; settledOn: string | null; contracted: Sum; collected: Sum }>;
  renewals: Nodes<{ id: string; status: string; deal: { id: string } | null }>;
  referrals: Nodes<{ referredName: string }>;
  timeline: Nodes<{
    id: string;
    type: string;
    service: string;
    correlationId: string;
    parentCorrelationId: string | null;
  }>;
}

/** How often each event of one whole turn is on the account's timeline: nothing lost, nothing twice. */
export const expectedEvents: Readonly<Record<string, number>> = {
  'account-registered': 1,
  'account-targeted': 1,
  'lead-captured': 1,
  'opportunity-qualified': 1,
  'deal-opened': 2,
  'deal-stage-changed': 4,
  'contract-signed': 1,
  'account-classified': 1,
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
  { accountId, contractId, dealId, renewalDealId, referralLeadId }: TurnResult,
  amount: string,
): Promise<string[]> {
  const { account: state, lead: referred } = await user.ask<{ account: AccountState | null; lead: object | null }>(
    turn,
    {
      id: accountId,
      referralLeadId,
    },
  );
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
  same(
    'pursuits',
    state.pursuits.nodes.map(({ status }) => status),
    ['WON'],
  );
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
  same(
    'receipts, and what of them pays nothing',
    state.receipts.nodes.map(({ unapplied }) => unapplied.amount),
    ['0.00', '0.00', '0.00', '0.00'],
  );
  same('credit of the account', state.unappliedCredit, []);
  same(
    'success plans, contracted and collected',
    state.successPlans.nodes.map((plan) => [
      plan.status,
      plan.contracted.amount,
      plan.collected.amount,
      plan.settledOn !== null,
    ]),
    [['ACTIVE', amount, amount, true]],
  );
  same(
    'renewals and their deals',
    state.renewals.nodes.map(({ status, deal }) => [status, deal?.id]),
    [['IDENTIFIED', renewalDealId]],
  );
  same(
    'the lead of the referral',
    referred,
    state.referrals.nodes.map(({ referredName }) => ({
      status: 'CAPTURED',
      source: 'REFERRAL',
      organisation: referredName,
    }))[0],
  );
  same('referrals', state.referrals.nodes.length, 1);
  const counts: Record<string, number> = {};
  for (const { type } of state.timeline.nodes) {
    const name = type.split('.').at(-2) ?? type;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  same('events on the timeline', sorted(counts), sorted(expectedEvents));
  const [line] = state.planLines.nodes;
  const children = state.timeline.nodes.filter(
    ({ parentCorrelationId }) => parentCorrelationId === line?.correlationId,
  );
  const grownOut = state.timeline.nodes.filter((entry) =>
    children.some(({ correlationId }) => correlationId === entry.correlationId),
  );
  same('events of the turns that grew out of this one', grownOut.map(({ type }) => type.split('.').at(-2)).sort(), [
    'deal-opened',
    'referral-given',
    'renewal-identified',
  ]);
  same(
    'events of the turn itself',
    state.timeline.nodes.filter(({ correlationId }) => correlationId === line?.correlationId).length,
    state.timeline.nodes.length - grownOut.length - 1,
  );
  same('services on the timeline', [...new Set(state.timeline.nodes.map(({ service }) => service))].sort(), [
    'acquisition',
    'customer-success',
    'deal',
    'planning',
    'receivables',
  ]);
  return problems;
}

const sorted = (counts: Readonly<Record<string, number>>) => Object.entries(counts).sort();

const consumers = `{ ${['planning', 'acquisition', 'deal', 'receivables', 'customerSuccess']
  .map((service) => `${service}: ${service}ConsumerLag { consumer topic pending waiting parked missing }`)
  .join(' ')} }`;

interface Lag {
  consumer: string;
  topic: string;
  pending: number;
  waiting: number;
  parked: number;
  missing: number;
}

/** Events that no consumer has finished with, once every account is round; empty when all is right. */
export async function unfinished(admin: GraphUser): Promise<string[]> {
  const services = await admin.ask<Record<string, Lag[]>>(consumers, {});
  return Object.values(services)
    .flat()
    .filter(({ pending, waiting, parked, missing }) => pending + waiting + parked + missing > 0)
    .map(
      ({ consumer, topic, ...lag }) =>
        `${consumer} has not finished with ${topic}: ${lag.pending} pending, ${lag.waiting} waiting, ${lag.parked} parked, ${lag.missing} streams missing an event`,
    );
}
