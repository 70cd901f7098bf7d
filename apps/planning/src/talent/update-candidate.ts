import {
  type Command,
  InputProblem,
  InvalidInput,
  NotFound,
  plannedDayProblems,
  type VersionConflict,
} from '@fivepoint/service';
import { ledTeamProblems } from '../team/led';
import { Team } from '../team/team';
import { Candidate } from './candidate';
import type { UpdateCandidateInput } from './talent.inputs';

export type UpdateCandidateOutcome = Candidate | NotFound | VersionConflict | InvalidInput;

/** Changes what is known of a candidate, by who leads the team; for another team only somebody who is not hired yet. */
export async function updateCandidate(command: Command, input: UpdateCandidateInput): Promise<UpdateCandidateOutcome> {
  const candidate = await command.lock(Candidate, input.candidateId, input.expectedVersion);
  if (!(candidate instanceof Candidate)) return candidate;
  const team = input.targetTeamId ? await command.find(Team, input.targetTeamId) : null;
  if (team instanceof NotFound) return team;
  const moves = team !== null && team.id !== candidate.teamId;
  const problems = [
    ...(moves ? ledTeamProblems(command.identity, team.name, 'targetTeamId') : []),
    ...plannedDayProblems('expectedStartOn', input.expectedStartOn, await command.today()),
  ];
  if (moves && candidate.status !== 'CANDIDATE')
    problems.push(new InputProblem('targetTeamId', `changes for a candidate only; this one is ${candidate.status}`));
  if (problems.length > 0) return new InvalidInput(problems);
  candidate.name = input.name ?? candidate.name;
  candidate.targetRole = input.targetRole ?? candidate.targetRole;
  candidate.teamId = team?.id ?? candidate.teamId;
  if (input.expectedStartOn !== undefined) candidate.expectedStartOn = input.expectedStartOn;
  if (input.background !== undefined) candidate.background = input.background;
  return command.save(candidate);
}
