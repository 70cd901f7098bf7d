import type { Command } from '@fivepoint/service';
import { moveCandidate, type MoveCandidateOutcome } from './move-candidate';
import type { EndCandidacyInput } from './talent.inputs';

/** Ends somebody's way, with the reason (capability P40): who was not hired is rejected, who was has left. */
export const endCandidacy = (command: Command, input: EndCandidacyInput): Promise<MoveCandidateOutcome> =>
  moveCandidate(
    command,
    input,
    ({ status }) => (status === 'CANDIDATE' ? 'REJECTED' : 'LEFT'),
    { field: 'endedOn', day: input.endedOn },
    { endReason: input.reason },
  );
