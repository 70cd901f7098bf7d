import type { Command } from '@fivepoint/service';
import { In } from 'typeorm';
import { announceStepChanged } from '../step/announce-step-changed';
import { Step } from '../step/step';
import { stepStatuses } from '../step/step.statuses';
import { StepTemplate } from '../step-template/step-template';
import { WarGameCard } from '../war-game/war-game-card';
import { warGameCardStatuses } from '../war-game/war-game-card.statuses';
import type { PlanLine } from './plan-line';

/** A line that is somebody else's now. */
export interface HandedOver {
  line: PlanLine;
  formerOwnerId: string;
}

/**
 * The open key nodes and cards of lines go to whoever answers for the line now. What somebody else than the owner of the line was named for stays
 * with whom it is; what has ended stays as it was.
 */
export async function handOverWork(command: Command, handed: readonly HandedOver[]): Promise<void> {
  const byLine = new Map(handed.map((one) => [one.line.id, one]));
  const heirOf = ({ planLineId, ownerId }: Step | WarGameCard): PlanLine | null => {
    const one = planLineId === null ? undefined : byLine.get(planLineId);
    return one && one.formerOwnerId === ownerId ? one.line : null;
  };
  await changeOpenWork(command, [...byLine.keys()], (work) => {
    const heir = heirOf(work);
    if (heir) Object.assign(work, { ownerId: heir.ownerId, team: heir.team });
    return heir !== null;
  });
}

/** Nobody has to do anything for these lines any more: their open key nodes are called off and their cards closed; what was ticked stays to be read. */
export function callOffWork(command: Command, lineIds: readonly string[], why: string): Promise<void> {
  return changeOpenWork(command, lineIds, (work) => {
    if (work instanceof Step) {
      stepStatuses.mustMove(work, 'CANCELLED');
      work.cancelReason = why;
    } else {
      warGameCardStatuses.mustMove(work, 'CLOSED');
      work.outcome = why;
    }
    return true;
  });
}

/** Changes what is open for lines, locked in the order of the ids, and tells of the key nodes that have changed. */
async function changeOpenWork(
  command: Command,
  lineIds: readonly string[],
  change: (work: Step | WarGameCard) => boolean,
): Promise<void> {
  if (lineIds.length === 0) return;
  const { manager, tenantId } = command;
  const ofLines = { tenantId, planLineId: In([...lineIds]) };
  const locked = { order: { id: 'ASC' }, lock: { mode: 'pessimistic_write' } } as const;
  const openSteps = { ...ofLines, status: In(stepStatuses.states.filter((one) => !stepStatuses.isFinal(one))) };
  const openCards = {
    ...ofLines,
    status: In(warGameCardStatuses.states.filter((one) => !warGameCardStatuses.isFinal(one))),
  };
  const steps = (await manager.find(Step, { where: openSteps, ...locked })).filter(change);
  const cards = (await manager.find(WarGameCard, { where: openCards, ...locked })).filter(change);
  await command.writeTogether([], async () => {
    for (const work of [...steps, ...cards]) await command.save(work);
  });
  const editions = { tenantId, id: In(steps.map(({ stepTemplateId }) => stepTemplateId)) };
  const templates = new Map((await manager.findBy(StepTemplate, editions)).map((one) => [one.id, one]));
  for (const step of steps) {
    const template = templates.get(step.stepTemplateId);
    if (!template) throw new Error(`step ${step.id} has no template`);
    announceStepChanged(command, step, template);
  }
}
