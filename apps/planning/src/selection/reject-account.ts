import type { Command } from '@fivepoint/service';
import { decideSelection, type DecideSelectionOutcome } from './decide-selection';
import type { RejectAccountInput } from './selection.inputs';

/** Rejects an account as a key account for a plan or a period (capability P03); it can be selected later. */
export const rejectAccount = (command: Command, input: RejectAccountInput): Promise<DecideSelectionOutcome> =>
  decideSelection(command, 'REJECTED', input);
