import type { GraphContext } from '@fivepoint/service';
import { leads } from '../team/led';
import type { Rebalancing } from './rebalancing';
import { rebalancingTermsOn } from './rebalancing-rule';

/** A rep whose row in a rebalancing shows what the rep can deliver: a donor, or a receiver whom the head-room limits. */
export interface Telling {
  planId: string;
  rebalancingId: string;
  isApproved: boolean;
  repId: string;
  team: string;
}

/**
 * The rebalancings whose sums would show somebody what single reps can deliver: fewer of those whom the viewer may not read are in it than are told
 * together. Where there are none, the sums show nothing that the viewer may not read. Pure.
 */
export function untoldOf(
  telling: readonly Telling[],
  mayRead: (rep: Telling) => boolean,
  leastHiddenCount: number,
): Telling[] {
  const hidden = telling.filter((rep) => !mayRead(rep));
  const countOf = (id: string) => hidden.filter(({ rebalancingId }) => rebalancingId === id).length;
  return hidden.filter(({ rebalancingId }) => countOf(rebalancingId) < leastHiddenCount);
}

/** Whether the caller is told the sums of a rebalancing; those of earlier ones are in its targets. */
export async function isTold(context: GraphContext, { id, planId }: Rebalancing): Promise<boolean> {
  const untold = await untoldOfPlan(context, planId);
  return !untold.some(({ rebalancingId, isApproved }) => isApproved || rebalancingId === id);
}

/** Whether the caller is told what the rebalanced targets of a plan's hidden reps add up to. */
export async function areTargetsTold(context: GraphContext, planId: string): Promise<boolean> {
  return !(await untoldOfPlan(context, planId)).some(({ isApproved }) => isApproved);
}

async function untoldOfPlan(context: GraphContext, planId: string): Promise<Telling[]> {
  const { caller } = context;
  const today = await context.today();
  return context.reads.batched('untold rebalancings', planId, async (manager, planIds) => {
    const { leastHiddenCount } = await rebalancingTermsOn({ manager, tenantId: caller.tenantId }, today);
    const telling: Telling[] = await manager.query(
      `select t.plan_id as "planId", t.rebalancing_id as "rebalancingId", r.status = 'APPROVED' as "isApproved",
         t.rep_id as "repId", p.team
       from rebalanced_target t
       join rebalancing r on r.tenant_id = t.tenant_id and r.id = t.rebalancing_id
       join rep p on p.tenant_id = t.tenant_id and p.id = t.rep_id
       where t.tenant_id = $1 and t.plan_id = any($2) and (t.role = 'DONOR' or t.increase_limit = 'HEAD_ROOM')`,
      [caller.tenantId, planIds],
    );
    const mayRead = ({ repId, team }: Telling) => repId === caller.repId || leads(caller, team);
    const untold = untoldOf(telling, mayRead, leastHiddenCount);
    return planIds.map((id) => untold.filter((one) => one.planId === id));
  });
}
