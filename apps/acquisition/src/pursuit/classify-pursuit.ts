import type { Command, NotFound, VersionConflict } from '@fivepoint/service';
import { Pursuit } from './pursuit';
import { PursuitWithdrawn } from './pursuit.errors';
import type { ClassifyPursuitInput } from './pursuit.inputs';

export type ClassifyPursuitOutcome = Pursuit | NotFound | VersionConflict | PursuitWithdrawn;

/** Says how the customer of a pursuit buys (capability A03): leads captured under it from now on inherit the pattern. */
export async function classifyPursuit(command: Command, input: ClassifyPursuitInput): Promise<ClassifyPursuitOutcome> {
  const pursuit = await command.lock(Pursuit, input.pursuitId, input.expectedVersion);
  if (!(pursuit instanceof Pursuit)) return pursuit;
  if (pursuit.status === 'WITHDRAWN') return new PursuitWithdrawn(pursuit.withdrawalReason);
  pursuit.purchasePattern = input.purchasePattern;
  return command.save(pursuit);
}
