import { Money } from '@fivepoint/kernel';
import {
  amountProblems,
  type Command,
  InputProblem,
  InvalidInput,
  MoneyValue,
  type NotFound,
  plannedDayProblems,
} from '@fivepoint/service';
import { Rep } from '../rep/rep';
import { CapacityStatement } from './capacity-statement';
import type { StateCapacityInput } from './capacity.inputs';
import { stintsOf } from '../talent/stints';
import { ledProblems } from '../team/led';
import { isBack } from './productivity';

export type StateCapacityOutcome = CapacityStatement | NotFound | InvalidInput;

/** States what a rep can sell in a year from a day on (capability P35), by who leads the rep's team; of one who has left, when the rep begins anew. */
export async function stateCapacity(command: Command, input: StateCapacityInput): Promise<StateCapacityOutcome> {
  const rep = await command.find(Rep, input.repId);
  if (!(rep instanceof Rep)) return rep;
  const today = await command.today();
  const fullCapacity = Money.from(input.fullCapacity);
  const { startedOn = null, certifiedOn = null } = input;
  const effectiveOn = input.effectiveOn ?? today;
  const problems = [
    ...ledProblems(command.identity, rep),
    ...plannedDayProblems('effectiveOn', input.effectiveOn, today),
    ...amountProblems('fullCapacity', fullCapacity, 'not be negative'),
    ...plannedDayProblems('startedOn', startedOn, today),
    ...plannedDayProblems('certifiedOn', certifiedOn, today),
  ];
  if (startedOn && certifiedOn && certifiedOn < startedOn)
    problems.push(new InputProblem('certifiedOn', `must not be before ${startedOn}, when the rep began`));
  if (problems.length === 0) problems.push(...(await leftProblems(command, rep, { effectiveOn, startedOn })));
  if (problems.length > 0) return new InvalidInput(problems);
  return command.add(
    Object.assign(new CapacityStatement(), {
      ...command.newAggregate(),
      effectiveOn,
      fullCapacity: MoneyValue.of(fullCapacity),
      startedOn,
      certifiedOn,
      repId: rep.id,
    }),
  );
}

/** What is missing of a rep who is not here any more on the day from which on the statement holds. */
async function leftProblems(
  { manager, tenantId }: Command,
  { id }: Rep,
  { effectiveOn, startedOn }: { effectiveOn: string; startedOn: string | null },
): Promise<InputProblem[]> {
  const last = (await stintsOf(manager, tenantId, [id])).get(id)?.at(-1);
  if (!last?.endedOn || last.endedOn > effectiveOn || isBack({ startedOn }, last)) return [];
  const problem = `must be given and not before ${last.endedOn}, when the rep had left; or hire the rep again`;
  return [new InputProblem('startedOn', problem)];
}
