import type { Command } from '@fivepoint/service';
import { decideSelection, type DecideSelectionOutcome } from './decide-selection';
import type { SelectAccountInput } from './selection.inputs';

/** Selects an account as a key account for a plan or a period (capability P03), also one that was rejected before. */
export const selectAccount = (command: Command, input: SelectAccountInput): Promise<DecideSelectionOutcome> =>
  decideSelection(command, 'SELECTED', input);
