import type { Identity } from '@fivepoint/service';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { Contact } from '../contact/contact';
import { lineSeen } from '../plan-line/line-in-sight';
import { PlanLine } from '../plan-line/plan-line';
import { hasSecondSeat } from '../seat/iron-triangle';

/** The lines `l` of plans that count, whoever sees them. */
const linesOf = (
  manager: EntityManager,
  { tenantId }: Identity,
  planIds: readonly string[],
): SelectQueryBuilder<PlanLine> =>
  manager
    .createQueryBuilder(PlanLine, 'l')
    .select('l.plan_id', 'planId')
    .where("l.tenant_id = :tenantId and l.plan_id = any(:planIds) and l.standing = 'PLANNED'", { tenantId, planIds });

/** What one person answers for in a plan. */
export interface PersonTarget {
  planId: string;
  repId: string;
  target: bigint;
  /** The viewer sees every line of the person in the plan, so that the sum tells nothing that is not to be seen. */
  seen: boolean;
}

/** The targets of plans by person, over all their lines, the largest first. */
export async function targetsByPerson(
  manager: EntityManager,
  identity: Identity,
  planIds: readonly string[],
): Promise<PersonTarget[]> {
  const { sql, parameters } = lineSeen('l', identity);
  const rows = await linesOf(manager, identity, planIds)
    .addSelect('l.owner_id', 'repId')
    .addSelect('sum(l.target_minor)::text', 'minor')
    .addSelect(`bool_and(${sql})`, 'seen')
    .setParameters(parameters)
    .groupBy('l.plan_id, l.owner_id')
    .orderBy('sum(l.target_minor)', 'DESC')
    .addOrderBy('l.owner_id')
    .getRawMany<Omit<PersonTarget, 'target'> & { minor: string }>();
  return rows.map(({ minor, ...row }) => ({ ...row, target: BigInt(minor) }));
}

/** How many people at the accounts of a plan one person looks after. */
export interface PersonRelationships {
  planId: string;
  /** Null for those whom nobody looks after. */
  repId: string | null;
  contactCount: number;
  /** The viewer sees all of these people. */
  seen: boolean;
}

/** Who looks after how many of the people who are at the accounts of plans, the largest number first; each of them once, whatever lines an account has. */
export async function relationshipsByPerson(
  manager: EntityManager,
  identity: Identity,
  planIds: readonly string[],
): Promise<PersonRelationships[]> {
  const { sql, parameters } = lineSeen('c', identity);
  return linesOf(manager, identity, planIds)
    .innerJoin(Contact, 'c', 'c.tenant_id = l.tenant_id and c.account_id = l.account_id and c.left_on is null')
    .addSelect('c.relationship_owner_id', 'repId')
    .addSelect('count(distinct c.id)::int', 'contactCount')
    .addSelect(`bool_and(${sql})`, 'seen')
    .setParameters(parameters)
    .groupBy('l.plan_id, c.relationship_owner_id')
    .orderBy('count(distinct c.id)', 'DESC')
    .addOrderBy('c.relationship_owner_id')
    .getRawMany<PersonRelationships>();
}

/** How many accounts a plan names, and how many CORE ones of them have no second seat of the iron triangle; over all its lines. */
export interface PlanAccounts {
  planId: string;
  accountCount: number;
  withoutSecondSeatCount: number;
}

/** SQL for the lines `l` whose account is CORE today: whose loss of one person the rule warns of (rules §11). */
const isCore = `exists (
  select from account a where a.tenant_id = l.tenant_id and a.id = l.account_id and a.class = 'CORE')`;

export async function planAccounts(
  manager: EntityManager,
  identity: Identity,
  planIds: readonly string[],
): Promise<PlanAccounts[]> {
  const alone = `${isCore} and not ${hasSecondSeat('l')}`;
  return linesOf(manager, identity, planIds)
    .addSelect('count(distinct l.account_id)::int', 'accountCount')
    .addSelect(`(count(distinct l.account_id) filter (where ${alone}))::int`, 'withoutSecondSeatCount')
    .groupBy('l.plan_id')
    .getRawMany<PlanAccounts>();
}

/** What one team covers of a plan. */
export interface CoveredByTeam {
  planId: string;
  /** Null for all lines that the viewer does not see. */
  team: string | null;
  repCount: number;
  accountCount: number;
  target: bigint;
}

/** What each team covers of plans (P34), of the lines that the viewer sees, and in one row all the others. */
export async function coverageByTeam(
  manager: EntityManager,
  identity: Identity,
  planIds: readonly string[],
): Promise<CoveredByTeam[]> {
  const { sql, parameters } = lineSeen('l', identity);
  const team = `case when ${sql} then l.team end`;
  const rows = await linesOf(manager, identity, planIds)
    .addSelect(team, 'team')
    .addSelect('count(distinct l.owner_id)::int', 'repCount')
    .addSelect('count(distinct l.account_id)::int', 'accountCount')
    .addSelect('sum(l.target_minor)::text', 'minor')
    .setParameters(parameters)
    .groupBy('l.plan_id, 2')
    .orderBy('2', 'ASC', 'NULLS LAST')
    .getRawMany<Omit<CoveredByTeam, 'target'> & { minor: string }>();
  return rows.map(({ minor, ...row }) => ({ ...row, target: BigInt(minor) }));
}
