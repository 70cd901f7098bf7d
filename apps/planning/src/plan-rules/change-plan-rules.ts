import { type Command, VersionConflict } from '@fivepoint/service';
import type { ChangePlanRulesInput } from './plan-rules.inputs';
import { PlanRules, rulesOf } from './plan-rules';

export type ChangePlanRulesOutcome = PlanRules | VersionConflict;

/** Changes what holds for all plans of the tenant, from the next rehearsal on. */
export async function changePlanRules(command: Command, input: ChangePlanRulesInput): Promise<ChangePlanRulesOutcome> {
  const { manager, tenantId } = command;
  // There may be no row yet that two could wait for.
  await manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`plan rules ${tenantId}`]);
  const rules = await rulesOf(manager, tenantId);
  const { expectedVersion, mostRehearsalCount } = input;
  if (expectedVersion != null && expectedVersion !== rules.version)
    return new VersionConflict(expectedVersion, rules.version);
  const terms = { mostRehearsalCount, changerUserId: command.identity.userId };
  if (rules.version > 0) return command.save(Object.assign(rules, terms));
  return command.add(Object.assign(new PlanRules(), { tenantId, id: tenantId, ...terms }));
}
