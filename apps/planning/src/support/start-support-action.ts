import type { Command } from '@fivepoint/service';
import { type MoveSupportOutcome, moveSupport } from './move-support';
import type { StartSupportActionInput } from './support.inputs';

/** Says that help has begun (capability P31). */
export const startSupportAction = (command: Command, input: StartSupportActionInput): Promise<MoveSupportOutcome> =>
  moveSupport(command, input, 'STARTED', {});
