import type { Command, DueWork } from '@fivepoint/service';
import { In } from 'typeorm';
import { Plan } from '../plan/plan';
import { PlanLine } from './plan-line';
import { callOffWork } from './work-of-lines';

/** Calls off what is open for lines that ended before work was called off with its line; a migration leaves them due. */
export const callOffWorkOfEndedLines: DueWork = {
  kind: 'work of ended plan lines',
  together: 50,
  work: async (command, lineIds) => {
    const { withdrawn, closed } = await endedOf(command, lineIds);
    await callOffWork(command, withdrawn, 'The plan line was withdrawn.');
    await callOffWork(command, closed, 'The plan was closed.');
  },
};

/** Which of the lines were withdrawn, and which of the others are in a plan that is closed; locked in the order of the ids. */
async function endedOf(
  { manager, tenantId }: Command,
  lineIds: readonly string[],
): Promise<Record<'withdrawn' | 'closed', string[]>> {
  const lines = await manager.find(PlanLine, {
    where: { tenantId, id: In([...lineIds]) },
    order: { id: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
  const plans = { tenantId, id: In(lines.map(({ planId }) => planId)), status: 'CLOSED' as const };
  const closed = new Set((await manager.findBy(Plan, plans)).map(({ id }) => id));
  const [withdrawn, others] = [
    lines.filter(({ standing }) => standing === 'WITHDRAWN'),
    lines.filter(({ standing, planId }) => standing !== 'WITHDRAWN' && closed.has(planId)),
  ];
  return { withdrawn: withdrawn.map(({ id }) => id), closed: others.map(({ id }) => id) };
}
