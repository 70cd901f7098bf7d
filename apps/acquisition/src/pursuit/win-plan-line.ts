import type { Command } from '@fivepoint/service';
import { lockPursuit, moveOn } from './move-pursuit';
import { WonPlanLine } from './won-plan-line';

/** A contract of a plan line is signed: its pursuit is won, or will be from the start where it has not been opened yet. The first one counts. */
export async function winPlanLine(command: Command, planLineId: string, wonOn: string): Promise<void> {
  const pursuit = await lockPursuit(command, { planLineId });
  if (pursuit) return moveOn(command, pursuit, 'WON', wonOn);
  if (await wonBefore(command, planLineId)) return;
  await command.add(Object.assign(new WonPlanLine(), { tenantId: command.tenantId, id: planLineId, wonOn }));
}

/** When a contract of the plan line came before its pursuit. */
export async function wonBefore(command: Command, planLineId: string): Promise<string | null> {
  const won = await command.manager.findOneBy(WonPlanLine, { tenantId: command.tenantId, id: planLineId });
  return won?.wonOn ?? null;
}
