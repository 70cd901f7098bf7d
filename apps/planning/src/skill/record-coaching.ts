import { type Command, InputProblem, InvalidInput, NotFound, pastDayProblems } from '@fivepoint/service';
import { leads } from '../team/led';
import { Rep } from '../rep/rep';
import { SupportAction } from '../support/support-action';
import { CoachingSession } from './coaching-session';
import { Skill } from './skill';
import type { RecordCoachingInput } from './skill.inputs';

export type RecordCoachingOutcome = CoachingSession | NotFound | InvalidInput;

/** Logs that a rep practised a skill with a coach (capability X08), by one of the two or by who leads the rep's team. */
export async function recordCoaching(command: Command, input: RecordCoachingInput): Promise<RecordCoachingOutcome> {
  const { identity } = command;
  const rep = await command.find(Rep, input.repId);
  if (!(rep instanceof Rep)) return rep;
  const skill = await command.find(Skill, input.skillId);
  if (!(skill instanceof Skill)) return skill;
  const coachId = input.coachId ?? identity.repId;
  const coach = coachId ? await command.find(Rep, coachId) : null;
  if (coach instanceof NotFound) return coach;
  const support = input.supportActionId ? await command.find(SupportAction, input.supportActionId) : null;
  if (support instanceof NotFound) return support;
  const today = await command.today();
  const problems = pastDayProblems('coachedOn', input.coachedOn, today);
  if (!coach) problems.push(new InputProblem('coachId', 'must be given: your token names no rep'));
  else if (coach.id === rep.id) problems.push(new InputProblem('coachId', 'must be somebody else than who practised'));
  if (support && support.repId !== rep.id)
    problems.push(new InputProblem('supportActionId', 'must be help for the rep who practised'));
  const isOneOfThem = identity.repId !== null && [rep.id, coach?.id].includes(identity.repId);
  if (!isOneOfThem && !leads(identity, rep.team))
    problems.push(new InputProblem('repId', 'must be you, whom you coach, or a rep of a team that you lead'));
  if (problems.length > 0 || !coach) return new InvalidInput(problems);
  return command.add(
    Object.assign(new CoachingSession(), {
      ...command.newAggregate(),
      coachedOn: input.coachedOn ?? today,
      practised: input.practised,
      outcome: input.outcome,
      nextStep: input.nextStep ?? null,
      repId: rep.id,
      coachId: coach.id,
      skillId: skill.id,
      supportActionId: support?.id ?? null,
    }),
  );
}
