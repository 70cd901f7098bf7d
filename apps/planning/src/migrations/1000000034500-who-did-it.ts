import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What tells that a change of the audit trail is the one that a row shows, `c` being the change and `t` the row. */
const created = `c -> 'before' = 'null'`;
const same = (field: string, column: string) => `(c -> 'after' ->> '${field}')::timestamptz = t.${column}`;
const became = (...statuses: string[]) => `c -> 'after' ->> 'status' in (${listed(statuses)})`;
const listed = (words: readonly string[]) => words.map((word) => `'${word}'`).join(', ');

interface Done {
  table: string;
  column: string;
  mutations: string[];
  change: string;
}

const adopted = (table: string, mutation: string): Done => ({
  ...{ table, column: 'adopter_user_id', mutations: [mutation], change: created },
});

const all: Done[] = [
  ...[
    { column: 'author_user_id', mutations: ['createPlan', 'revisePlan'], change: created },
    { column: 'submitter_user_id', mutations: ['submitPlan'], change: same('submittedAt', 'submitted_at') },
    { column: 'returner_user_id', mutations: ['returnPlan'], change: same('returnedAt', 'returned_at') },
    { column: 'approver_user_id', mutations: ['approvePlan'], change: same('approvedAt', 'approved_at') },
    {
      column: 'closer_user_id',
      mutations: ['approvePlan', 'closePlan', 'discardRevision'],
      change: same('closedAt', 'closed_at'),
    },
  ].map((done) => ({ table: 'plan_version', ...done })),
  {
    ...{ table: 'plan', column: 'approver_user_id', mutations: ['approvePlan'] },
    change: same('approvedAt', 'approved_at'),
  },
  { table: 'rebalancing', column: 'proposer_user_id', mutations: ['proposeRebalancing'], change: created },
  {
    ...{ table: 'rebalancing', column: 'decider_user_id', mutations: ['approveRebalancing', 'rejectRebalancing'] },
    change: same('decidedAt', 'decided_at'),
  },
  {
    ...{ table: 'support_action', column: 'ender_user_id' },
    ...{ mutations: ['completeSupportAction', 'cancelSupportAction'], change: became('DONE', 'CANCELLED') },
  },
  {
    ...{ table: 'account_selection', column: 'decider_user_id', mutations: ['selectAccount', 'rejectAccount'] },
    change: created,
  },
  {
    ...{ table: 'relationship_override', column: 'setter_user_id', change: created },
    mutations: ['overrideStage', 'overrideRelationshipScore'],
  },
  {
    ...{ table: 'relationship_override', column: 'ender_user_id', mutations: ['endRelationshipOverride'] },
    change: `c -> 'after' ->> 'endedOn' is not null`,
  },
  {
    ...{ table: 'plan_rules', column: 'changer_user_id', mutations: ['changePlanRules'] },
    change: `(c -> 'after' ->> 'version')::int = t.version`,
  },
  { table: 'funnel_template', column: 'definer_user_id', mutations: ['defineFunnel'], change: created },
  adopted('potential_rule', 'adoptPotentialRule'),
  adopted('stage_rule', 'adoptStageRule'),
  adopted('relationship_chain', 'adoptRelationshipChain'),
  adopted('trust_rule', 'adoptTrustRule'),
  adopted('portfolio_rule', 'adoptPortfolioRule'),
  adopted('coverage_rule', 'adoptCoverageRule'),
  adopted('class_strategy', 'adoptClassStrategy'),
  adopted('stage_strategy', 'adoptStageStrategy'),
  adopted('attainment_rule', 'adoptAttainmentRule'),
  adopted('incentive_rule', 'adoptIncentiveRule'),
  adopted('team_rule', 'adoptTeamRule'),
  adopted('rebalancing_rule', 'adoptRebalancingRule'),
];

/**
 * Who decided about plans, targets, rules and adjustments, by the user id of the token: whoever is no rep was told as nobody. What is there has it
 * from the audit trail, which names the principal of every change; where that has nothing, as for what was shipped, it stays null.
 */
export class WhoDidIt1000000034500 implements MigrationInterface {
  name = 'WhoDidIt1000000034500';

  async up(runner: QueryRunner): Promise<void> {
    for (const { table, column, mutations, change } of all)
      await runner.query(`
        alter table ${table} add column ${column} text;
        update ${table} t set ${column} = a.principal
        from audit_entry a cross join jsonb_array_elements(a.changes) c
        where a.tenant_id = t.tenant_id and a.mutation in (${listed(mutations)}) and c ->> 'id' = t.id::text and ${change}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { table, column } of all) await runner.query(`alter table ${table} drop column ${column}`);
  }
}
