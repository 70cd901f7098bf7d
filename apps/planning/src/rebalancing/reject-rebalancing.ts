import type { Command, NotFound, TransitionRefused, VersionConflict } from '@fivepoint/service';
import { approversOf, approvingRole } from '../plan/approvers';
import { ApprovalRefused } from '../plan/plan.errors';
import { lockWithItsPlan } from './approve-rebalancing';
import type { Rebalancing } from './rebalancing';
import type { RejectRebalancingInput } from './rebalancing.inputs';
import { rebalancingStatuses } from './rebalancing.statuses';

export type RejectRebalancingOutcome = Rebalancing | NotFound | VersionConflict | TransitionRefused | ApprovalRefused;

/** Rejects a proposal, with the reason, by who could have approved it; another one may be proposed then. */
export async function rejectRebalancing(
  command: Command,
  input: RejectRebalancingInput,
): Promise<RejectRebalancingOutcome> {
  const locked = await lockWithItsPlan(command, input.rebalancingId, input.expectedVersion);
  if (!('plan' in locked)) return locked;
  const { plan, rebalancing } = locked;
  const refusal = rebalancingStatuses.move(rebalancing, 'REJECTED');
  if (refusal) return refusal;
  const role = approvingRole(command.identity, plan.team);
  if (!role) return new ApprovalRefused(plan.team, approversOf(plan.team));
  Object.assign(rebalancing, {
    decidedAt: command.now,
    decidedAs: role,
    deciderId: command.identity.repId,
    deciderUserId: command.identity.userId,
    decisionReason: input.reason,
  });
  return command.save(rebalancing);
}
