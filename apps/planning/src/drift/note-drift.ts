import type { DriftDetectedV1 } from '@fivepoint/contracts';
import type { Command } from '@fivepoint/service';
import { assessNowOrLater } from '../assessment/assess-accounts';
import { DriftReading } from './drift-reading';

export interface NoteDrift extends Pick<DriftDetectedV1, 'accountId' | 'level' | 'riskBasisPoints' | 'detectedOn'> {
  /** What makes it the same when it is told again. */
  eventId: string;
}

/** Keeps how far an account drifts away: HIGH makes it DECLINE, until the risk is well below (rules §2 and §9). */
export async function noteDrift(command: Command, { eventId: id, ...drift }: NoteDrift): Promise<void> {
  const { manager, tenantId } = command;
  if (await manager.existsBy(DriftReading, { tenantId, id })) return;
  const { accountId, level, riskBasisPoints, detectedOn } = drift;
  await command.add(Object.assign(new DriftReading(), { tenantId, id, accountId, level, riskBasisPoints, detectedOn }));
  await assessNowOrLater(command, accountId);
}
