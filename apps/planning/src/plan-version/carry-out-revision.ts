import type { Command } from '@fivepoint/service';
import { In } from 'typeorm';
import { announceRevised, announceTargeted, announceWithdrawn } from '../plan/announce-target';
import type { Plan } from '../plan/plan';
import { PlanLine } from '../plan-line/plan-line';
import { planLineStandings } from '../plan-line/plan-line.standings';
import { callOffWork, type HandedOver, handOverWork } from '../plan-line/work-of-lines';
import { changedLines } from './changed-lines';
import { PlanLineVersion, wordOf } from './plan-line-version';
import type { PlanVersion } from './plan-version';

/**
 * Lets the lines of a plan say what its approved revision says, and tells what differs from the version before, and nothing else: new lines are
 * targets, changed ones are revised, those that are gone are withdrawn. Which plays a line is won by is nobody's work but its owner's: it is not told.
 * What is still to be done for a line goes with it.
 */
export async function carryOut(command: Command, plan: Plan, before: PlanVersion, after: PlanVersion): Promise<void> {
  const { tenantId, manager } = command;
  const changed = await changedLines(manager, command.identity, { before: before.id, after: after.id });
  const ids = changed.map(({ planLineId }) => planLineId);
  const lines = new Map((await manager.findBy(PlanLine, { tenantId, id: In(ids) })).map((line) => [line.id, line]));
  const said = await manager.findBy(PlanLineVersion, { tenantId, planVersionId: after.id, planLineId: In(ids) });
  const words = new Map(said.map((word) => [word.planLineId, word]));
  const added: PlanLine[] = [];
  const withdrawn: string[] = [];
  const handed: HandedOver[] = [];
  await command.writeTogether([], async () => {
    for (const { planLineId, kind } of changed) {
      const [line, word] = [lines.get(planLineId), words.get(planLineId)];
      if (!line) throw new Error(`version ${after.id} says something of line ${planLineId}, which is not there`);
      if (kind === 'WITHDRAWN' || !word) {
        planLineStandings.mustMove(line, 'WITHDRAWN');
        await command.save(line);
        announceWithdrawn(command, plan, line, after);
        withdrawn.push(line.id);
        continue;
      }
      const [told, formerOwnerId] = [targetText(line), line.ownerId];
      if (kind === 'ADDED') planLineStandings.mustMove(line, 'PLANNED');
      await command.save(Object.assign(line, wordOf(word)));
      if (line.ownerId !== formerOwnerId) handed.push({ line, formerOwnerId });
      if (kind === 'ADDED') added.push(line);
      else if (targetText(line) !== told) announceRevised(command, plan, line, after);
    }
  });
  await announceTargeted(command, plan, added, after);
  await callOffWork(command, withdrawn, 'The plan line was withdrawn.');
  await handOverWork(command, handed);
}

/** What others are told of a line. */
const targetText = ({ target, floor, stretch, ownerId, team }: PlanLine): string =>
  [target.money, floor.money, stretch?.money ?? '', ownerId, team].join(' ');
