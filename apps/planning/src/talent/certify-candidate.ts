import type { Command } from '@fivepoint/service';
import { moveCandidate, type MoveCandidateOutcome } from './move-candidate';
import type { CertifyCandidateInput } from './talent.inputs';

/** Certifies somebody whose ramp is over (capabilities P35, P40): the rep's capacity is whole from that day on. */
export const certifyCandidate = (command: Command, input: CertifyCandidateInput): Promise<MoveCandidateOutcome> =>
  moveCandidate(command, input, () => 'CERTIFIED', { field: 'certifiedOn', day: input.certifiedOn });
