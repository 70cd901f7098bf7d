import {
  type Command,
  InputProblem,
  InvalidInput,
  type NotFound,
  pastDayProblems,
  takeTurns,
  type TransitionRefused,
  type VersionConflict,
} from '@fivepoint/service';
import { Rep } from '../rep/rep';
import { Team } from '../team/team';
import { Candidate } from './candidate';
import { candidateStatuses } from './candidate.statuses';
import type { HireCandidateInput } from './talent.inputs';

export type HireCandidateOutcome = Candidate | NotFound | VersionConflict | TransitionRefused | InvalidInput;

/** Says that a candidate works here now (capability P40), as which rep: the ramp of the rep's capacity begins on that day. */
export async function hireCandidate(command: Command, input: HireCandidateInput): Promise<HireCandidateOutcome> {
  const { tenantId, manager } = command;
  const candidate = await command.lock(Candidate, input.candidateId, input.expectedVersion);
  if (!(candidate instanceof Candidate)) return candidate;
  const refusal = candidateStatuses.move(candidate, 'HIRED');
  if (refusal) return refusal;
  const rep = await command.find(Rep, input.repId);
  if (!(rep instanceof Rep)) return rep;
  await takeTurns(command, Candidate, ['repId'], [input]);
  const today = await command.today();
  const problems = pastDayProblems('hiredOn', input.hiredOn, today);
  const team = await manager.findOneByOrFail(Team, { tenantId, id: candidate.teamId });
  if (rep.team !== team.name)
    problems.push(new InputProblem('repId', `must be a rep of the target team, ${team.name}`));
  if (await manager.existsBy(Candidate, { tenantId, repId: rep.id }))
    problems.push(new InputProblem('repId', 'is another candidate already'));
  if (problems.length > 0) return new InvalidInput(problems);
  return command.save(Object.assign(candidate, { repId: rep.id, hiredOn: input.hiredOn ?? today }));
}
