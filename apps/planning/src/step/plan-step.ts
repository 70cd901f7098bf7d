import { Money } from '@fivepoint/kernel';
import { type Command, InputProblem, InvalidInput, MoneyValue, NotFound, ownerProblems } from '@fivepoint/service';
import { Account } from '../account/account';
import { holdCounting } from '../plan-line/counting-line';
import { PlanLine } from '../plan-line/plan-line';
import { PlanLineEnded } from '../plan-line/plan-line.errors';
import { Rep } from '../rep/rep';
import { StepTemplate } from '../step-template/step-template';
import { announceStepChanged } from './announce-step-changed';
import { Step } from './step';
import type { PlanStepInput } from './step.inputs';
import { dayProblems, daysOf, floorProblems, templateProblems } from './step-rules';
import { stepStatuses } from './step.statuses';

export type PlanStepOutcome = Step | NotFound | PlanLineEnded | InvalidInput;

/** Begins a step of planning from its template: for an account, or as a key node of a plan line (capabilities X01–X07, P25). */
export async function planStep(command: Command, input: PlanStepInput): Promise<PlanStepOutcome> {
  const template = await command.find(StepTemplate, input.stepTemplateId);
  if (!(template instanceof StepTemplate)) return template;
  const found = input.planLineId ? await command.find(PlanLine, input.planLineId) : null;
  if (found instanceof NotFound) return found;
  const line = found && (await holdCounting(command, found.id));
  if (line instanceof PlanLineEnded) return line;
  const accountId = input.accountId ?? line?.accountId;
  if (!accountId) return new InvalidInput([new InputProblem('accountId', 'name an account, or a plan line')]);
  // The account of a line that one sees need not be in sight itself.
  const account = accountId === line?.accountId ? null : await command.find(Account, accountId);
  if (account instanceof NotFound) return account;
  const ownerId = input.ownerId ?? line?.ownerId ?? account?.ownerId;
  const owner = ownerId ? await command.find(Rep, ownerId) : null;
  if (owner instanceof NotFound) return owner;

  const today = await command.today();
  const { plannedOn, dueOn } = daysOf(template, input, today);
  const floor = input.floor ? Money.from(input.floor) : null;
  const problems = [
    ...templateProblems(template),
    ...(line && account ? [new InputProblem('accountId', "must be the plan line's, or left out")] : []),
    ...(owner
      ? ownerProblems(command.identity, owner)
      : [new InputProblem('ownerId', 'the account has no owner; name one')]),
    ...dayProblems(plannedOn, dueOn, today),
    ...floorProblems(floor, line?.target.money ?? null),
  ];
  if (problems.length > 0 || !owner) return new InvalidInput(problems);
  const step = Object.assign(new Step(), {
    ...command.newAggregate(line?.correlationId),
    stepTemplateId: template.id,
    accountId,
    planLineId: line?.id ?? null,
    task: input.task ?? null,
    status: stepStatuses.initial,
    degree: 0,
    plannedOn,
    dueOn,
    floor: floor && MoneyValue.of(floor),
    doneAt: null,
    cancelReason: null,
    inputTicks: [],
    outputTicks: [],
    ownerId: owner.id,
    team: owner.team,
  });
  await command.add(step);
  announceStepChanged(command, step, template);
  return step;
}
