import type { Command } from '@fivepoint/service';
import { moveCandidate, type MoveCandidateOutcome } from './move-candidate';
import type { MarkCandidateRampedInput } from './talent.inputs';

/** Says that the ramp of somebody who was hired is over (capability P40). */
export const markCandidateRamped = (command: Command, input: MarkCandidateRampedInput): Promise<MoveCandidateOutcome> =>
  moveCandidate(command, input, () => 'RAMPED', { field: 'rampedOn', day: input.rampedOn });
