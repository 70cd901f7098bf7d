import { type Command, InputProblem, InvalidInput, takeTurns } from '@fivepoint/service';
import { StepTemplate } from './step-template';
import type { DefineStepTemplateInput } from './step-template.inputs';
import { stepTemplatesDefined } from './step-templates-defined';

export type DefineStepTemplateOutcome = StepTemplate | InvalidInput;

type Defined = Omit<DefineStepTemplateInput, 'idempotencyKey'>;

/** Says how a step is done from now on (capability X10); the edition before is replaced, and the steps that began with it go on with it. */
export async function defineStepTemplate(
  command: Command,
  input: DefineStepTemplateInput,
): Promise<DefineStepTemplateOutcome> {
  const { manager, tenantId, now } = command;
  const { point, stepKey, place, action, leastDegree, startDays, dueDays, ownerRole, required } = input;
  const problems = templateProblems(input);
  if (problems.length > 0) return new InvalidInput(problems);
  await takeTurns(command, StepTemplate, ['step'], [{ step: `${point} ${stepKey}` }]);
  const editions = await manager.find(StepTemplate, {
    where: { tenantId, point, stepKey },
    order: { edition: 'DESC' },
  });
  const replaced = editions.filter(({ retiredAt }) => retiredAt === null);
  for (const edition of replaced) await command.save(Object.assign(edition, { retiredAt: now }));
  const template = Object.assign(new StepTemplate(), {
    ...command.newAggregate(),
    point,
    stepKey,
    edition: (editions[0]?.edition ?? 0) + 1,
    place,
    action,
    requiredInputs: input.requiredInputs,
    requiredOutputs: input.requiredOutputs,
    leastDegree,
    startDays,
    dueDays,
    ownerRole,
    required,
    retiredAt: null,
  });
  await command.add(template);
  command.emit(stepTemplatesDefined(tenantId, [...replaced, template]));
  return template;
}

/** Everything that is wrong with a template beyond the ranges of its fields; pure. */
export function templateProblems({
  startDays,
  dueDays,
  requiredInputs,
  requiredOutputs,
}: Pick<Defined, 'startDays' | 'dueDays' | 'requiredInputs' | 'requiredOutputs'>): InputProblem[] {
  const problems: InputProblem[] = [];
  for (const [path, names] of Object.entries({ requiredInputs, requiredOutputs })) {
    const twice = [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
    if (twice.length > 0)
      problems.push(new InputProblem(path, `must name each thing once, not twice ${twice.join(', ')}`));
  }
  if (dueDays < startDays) problems.push(new InputProblem('dueDays', `must not be fewer than startDays, ${startDays}`));
  return problems;
}
