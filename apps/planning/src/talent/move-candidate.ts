import {
  type Command,
  InputProblem,
  InvalidInput,
  type NotFound,
  pastDayProblems,
  type TransitionRefused,
  type VersionConflict,
} from '@fivepoint/service';
import { Candidate } from './candidate';
import { type CandidateStatus, candidateStatuses } from './candidate.statuses';

export type MoveCandidateOutcome = Candidate | NotFound | VersionConflict | TransitionRefused | InvalidInput;

/** Takes a candidate one step further on a day that has come, and not before the day of the step before. */
export async function moveCandidate(
  command: Command,
  input: { candidateId: string; expectedVersion?: number | null },
  to: (candidate: Candidate) => CandidateStatus,
  { field, day }: { field: 'rampedOn' | 'certifiedOn' | 'endedOn'; day: string | null | undefined },
  more: Partial<Candidate> = {},
): Promise<MoveCandidateOutcome> {
  const candidate = await command.lock(Candidate, input.candidateId, input.expectedVersion);
  if (!(candidate instanceof Candidate)) return candidate;
  const refusal = candidateStatuses.move(candidate, to(candidate));
  if (refusal) return refusal;
  const today = await command.today();
  const on = day ?? today;
  const before = candidate.certifiedOn ?? candidate.rampedOn ?? candidate.hiredOn;
  const problems = pastDayProblems(field, on, today);
  if (before !== null && on < before)
    problems.push(new InputProblem(field, `must not be before ${before}, the day of the step before`));
  if (problems.length > 0) return new InvalidInput(problems);
  return command.save(Object.assign(candidate, { [field]: on }, more));
}
