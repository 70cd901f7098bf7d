import type { Command } from '@fivepoint/service';
import { Plan } from '../plan/plan';
import { PlanLine } from './plan-line';
import { PlanLineEnded } from './plan-line.errors';

/**
 * Keeps a line that somebody has found from being withdrawn or closed until the command is through: the line as it is then, or the refusal where it
 * is nobody's work any more.
 */
export async function holdCounting({ manager, tenantId }: Command, id: string): Promise<PlanLine | PlanLineEnded> {
  const line = await manager.findOneOrFail(PlanLine, {
    where: { tenantId, id },
    lock: { mode: 'pessimistic_write' },
  });
  // After the lock: whoever closes the plan locks its lines first.
  const { status } = await manager.findOneByOrFail(Plan, { tenantId, id: line.planId });
  return line.standing === 'WITHDRAWN' || status === 'CLOSED' ? new PlanLineEnded(line.standing, status) : line;
}
