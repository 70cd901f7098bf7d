import { type LocalDate, unmet } from '@fivepoint/kernel';
import { type Command, GateNotMet, NotFound, VersionConflict } from '@fivepoint/service';
import { Plan } from '../plan/plan';
import { notOver } from '../plan/plan-gates';
import { keepProposal } from './keep-proposal';
import { rebalance } from './rebalance';
import { Rebalancing } from './rebalancing';
import { RebalancingOpen } from './rebalancing.errors';
import type { ProposeRebalancingInput } from './rebalancing.inputs';
import { standingOf, termsOf } from './standing';

export type ProposeRebalancingOutcome = Rebalancing | NotFound | VersionConflict | RebalancingOpen | GateNotMet;

/**
 * Works out a fair adjustment of the targets of a plan in force (capabilities P29, P30, P32) and keeps it with all that it rests on. It changes
 * nothing until it is approved.
 */
export async function proposeRebalancing(
  command: Command,
  input: ProposeRebalancingInput,
): Promise<ProposeRebalancingOutcome> {
  const plan = await command.lock(Plan, input.planId, input.expectedVersion);
  if (!(plan instanceof Plan)) return plan;
  const { tenantId, manager } = command;
  const open = await manager.findOneBy(Rebalancing, { tenantId, planId: plan.id, status: 'PROPOSED' });
  if (open) return new RebalancingOpen(open.id);
  const today = await command.today();
  const missing = missingForRebalancing(plan, today);
  if (missing.length > 0) return new GateNotMet('REBALANCING', missing);
  const standing = await standingOf(command, plan, today);
  if (Array.isArray(standing)) return new GateNotMet('REBALANCING', standing);
  const result = rebalance(standing.reps, termsOf(standing));
  if (result.pool === 0n)
    return new GateNotMet('REBALANCING', ['a rep who lacks capacity for the target; nobody does']);
  return keepProposal(command, plan, { reason: input.reason, today, standing, result });
}

/** What keeps the targets of a plan from being rebalanced; empty when nothing does. Pure. */
export const missingForRebalancing = (
  { status, endsOn }: Pick<Plan, 'status' | 'endsOn'>,
  today: LocalDate,
): string[] =>
  unmet([{ name: `a plan IN_FORCE; this one is in ${status}`, met: status === 'IN_FORCE' }, notOver(endsOn, today)]);
