import { Money } from '@fivepoint/kernel';
import { type Command, InvalidInput, MoneyValue, NotFound, ownerProblems, VersionConflict } from '@fivepoint/service';
import { Plan } from '../plan/plan';
import { PlanNotDraft } from '../plan/plan.errors';
import { Rep } from '../rep/rep';
import { lineProblems, planTotal } from './add-plan-line';
import { PlanLine } from './plan-line';
import type { UpdatePlanLineInput } from './plan-line.inputs';
import type { Targets } from './targets';

export type UpdatePlanLineOutcome = PlanLine | NotFound | VersionConflict | PlanNotDraft | InvalidInput;

/** Changes the amounts or the owner of a line while its plan is in DRAFT. */
export async function updatePlanLine(command: Command, input: UpdatePlanLineInput): Promise<UpdatePlanLineOutcome> {
  const line = await command.lock(PlanLine, input.planLineId, input.expectedVersion);
  if (!(line instanceof PlanLine)) return line;
  const plan = await command.lock(Plan, line.planId);
  if (!(plan instanceof Plan)) return plan;
  if (plan.status !== 'DRAFT') return new PlanNotDraft(plan.status);
  const owner = input.ownerId ? await command.find(Rep, input.ownerId) : null;
  if (owner instanceof NotFound) return owner;
  const targets: Targets = {
    target: input.target ? Money.from(input.target) : line.target.money,
    floor: input.floor ? Money.from(input.floor) : line.floor.money,
    stretch: stretchOf(line, input),
  };
  const others = (await planTotal(command, plan)).minus(line.target.money);
  const problems = lineProblems(targets, others);
  const newOwner = owner?.id === line.ownerId ? null : owner;
  if (newOwner) problems.unshift(...ownerProblems(command.identity, newOwner));
  if (problems.length > 0) return new InvalidInput(problems);
  line.target = MoneyValue.of(targets.target);
  line.floor = MoneyValue.of(targets.floor);
  line.stretch = targets.stretch && MoneyValue.of(targets.stretch);
  if (newOwner) Object.assign(line, { ownerId: newOwner.id, team: newOwner.team });
  const before = line.version;
  await command.save(line);
  // Who hands the plan in must have seen what its lines say now; what says nothing new disturbs nobody.
  if (line.version > before) await command.touch(plan);
  return line;
}

/** Left out: as it was. Null: none any more. */
function stretchOf(line: PlanLine, { stretch }: UpdatePlanLineInput): Targets['stretch'] {
  if (stretch === undefined) return line.stretch?.money ?? null;
  return stretch === null ? null : Money.from(stretch);
}
