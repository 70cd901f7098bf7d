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
import { ledProblems } from '../team/led';

export type StateCapacityOutcome = CapacityStatement | NotFound | InvalidInput;

/** States what a rep can sell in a year from a day on (capability P35), by who leads the rep's team. */
export async function stateCapacity(command: Command, input: StateCapacityInput): Promise<StateCapacityOutcome> {
  const rep = await command.find(Rep, input.repId);
  if (!(rep instanceof Rep)) return rep;
  const today = await command.today();
  const fullCapacity = Money.from(input.fullCapacity);
  const { startedOn = null, certifiedOn = null } = input;
  const problems = [
    ...ledProblems(command.identity, rep),
    ...plannedDayProblems('effectiveOn', input.effectiveOn, today),
    ...amountProblems('fullCapacity', fullCapacity, 'not be negative'),
    ...plannedDayProblems('startedOn', startedOn, today),
    ...plannedDayProblems('certifiedOn', certifiedOn, today),
  ];
  if (startedOn && certifiedOn && certifiedOn < startedOn)
    problems.push(new InputProblem('certifiedOn', `must not be before ${startedOn}, when the rep began`));
  if (problems.length > 0) return new InvalidInput(problems);
  return command.add(
    Object.assign(new CapacityStatement(), {
      ...command.newAggregate(),
      effectiveOn: input.effectiveOn ?? today,
      fullCapacity: MoneyValue.of(fullCapacity),
      startedOn,
      certifiedOn,
      repId: rep.id,
    }),
  );
}
