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

/**
 * Says that a candidate works here now (capability P40), as which rep: the ramp of the rep's capacity begins on that day. Who has left comes back as
 * a new candidate and the same rep.
 */
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
  const hiredOn = input.hiredOn ?? today;
  problems.push(...formerProblems(await manager.findBy(Candidate, { tenantId, repId: rep.id }), hiredOn));
  if (problems.length > 0) return new InvalidInput(problems);
  return command.save(Object.assign(candidate, { repId: rep.id, hiredOn }));
}

/** What is wrong beside what the rep was before: somebody who is here is not hired, and nobody comes back before having left. Pure. */
function formerProblems(before: readonly Pick<Candidate, 'status' | 'endedOn'>[], hiredOn: string): InputProblem[] {
  if (before.some(({ status }) => status !== 'LEFT'))
    return [new InputProblem('repId', 'is another candidate already')];
  const leftOn = before
    .map(({ endedOn }) => endedOn ?? '')
    .sort()
    .at(-1);
  return leftOn && hiredOn < leftOn
    ? [new InputProblem('hiredOn', `must not be before ${leftOn}, when the rep had left`)]
    : [];
}
