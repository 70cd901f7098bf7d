import { type Command, InvalidInput, type NotFound, plannedDayProblems } from '@fivepoint/service';
import { ledTeamProblems } from '../team/led';
import { Team } from '../team/team';
import { Candidate } from './candidate';
import { candidateStatuses } from './candidate.statuses';
import type { RegisterCandidateInput } from './talent.inputs';

export type RegisterCandidateOutcome = Candidate | NotFound | InvalidInput;

/** Considers somebody for a team (capabilities P35, P40), by who leads it. */
export async function registerCandidate(
  command: Command,
  input: RegisterCandidateInput,
): Promise<RegisterCandidateOutcome> {
  const team = await command.find(Team, input.targetTeamId);
  if (!(team instanceof Team)) return team;
  const problems = [
    ...ledTeamProblems(command.identity, team.name, 'targetTeamId'),
    ...plannedDayProblems('expectedStartOn', input.expectedStartOn, await command.today()),
  ];
  if (problems.length > 0) return new InvalidInput(problems);
  return command.add(
    Object.assign(new Candidate(), {
      ...command.newAggregate(),
      name: input.name,
      source: input.source,
      status: candidateStatuses.initial,
      targetRole: input.targetRole,
      expectedStartOn: input.expectedStartOn ?? null,
      background: input.background ?? null,
      hiredOn: null,
      rampedOn: null,
      certifiedOn: null,
      endedOn: null,
      endReason: null,
      teamId: team.id,
      repId: null,
    }),
  );
}
