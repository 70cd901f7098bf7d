import { type Command, InputProblem, InvalidInput, type NotFound, pastDayProblems } from '@fivepoint/service';
import { ledProblems } from '../team/led';
import { Rep } from '../rep/rep';
import { LeavingRisk } from './leaving-risk';
import type { AssessLeavingRiskInput } from './talent.inputs';

export type AssessLeavingRiskOutcome = LeavingRisk | NotFound | InvalidInput;

/** Says how likely a rep is to leave, why, and what is done about it (capability P40), by who leads the rep's team. */
export async function assessLeavingRisk(
  command: Command,
  input: AssessLeavingRiskInput,
): Promise<AssessLeavingRiskOutcome> {
  const rep = await command.find(Rep, input.repId);
  if (!(rep instanceof Rep)) return rep;
  const today = await command.today();
  const problems = [...ledProblems(command.identity, rep), ...pastDayProblems('assessedOn', input.assessedOn, today)];
  if (rep.id === command.identity.repId)
    problems.push(new InputProblem('repId', 'must not be you: whoever leads you says it'));
  if (input.level !== 'LOW' && !input.measure)
    problems.push(new InputProblem('measure', `must be given where the risk is ${input.level}`));
  if (problems.length > 0) return new InvalidInput(problems);
  return command.add(
    Object.assign(new LeavingRisk(), {
      ...command.newAggregate(),
      level: input.level,
      assessedOn: input.assessedOn ?? today,
      reason: input.reason,
      measure: input.measure ?? null,
      repId: rep.id,
      assessorId: command.identity.repId,
    }),
  );
}
