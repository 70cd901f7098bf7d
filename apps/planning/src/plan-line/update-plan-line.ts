import { Money } from '@fivepoint/kernel';
import {
  type Command,
  type InputProblem,
  InvalidInput,
  NotFound,
  ownerProblems,
  VersionConflict,
} from '@fivepoint/service';
import type { Plan } from '../plan/plan';
import { PlanNotDraft } from '../plan/plan.errors';
import { type LineWord, type PlanLineVersion, saysTheSame, wordOf } from '../plan-version/plan-line-version';
import { playsOf } from '../play/plays-of';
import { Rep } from '../rep/rep';
import { amountsOf, lineProblems, type LineTotals, lineTotals } from './add-plan-line';
import { lockDrafted } from './drafted-line';
import { followsDraft } from './placed-line';
import type { PlanLine } from './plan-line';
import type { UpdatePlanLineInput } from './plan-line.inputs';
import type { Targets } from './targets';
import { handOverWork } from './work-of-lines';

export type UpdatePlanLineOutcome = PlanLine | NotFound | VersionConflict | PlanNotDraft | InvalidInput;

/** Changes the amounts, the owner or the plays of a line while its plan, or a revision of it, is in DRAFT. */
export async function updatePlanLine(command: Command, input: UpdatePlanLineInput): Promise<UpdatePlanLineOutcome> {
  const drafted = await lockDrafted(command, input.planLineId, input.expectedVersion);
  if (!('said' in drafted)) return drafted;
  const { plan, draft, line, said } = drafted;
  const owner = input.ownerId ? await command.find(Rep, input.ownerId) : null;
  if (owner instanceof NotFound) return owner;
  const playIds = input.playIds ? await playsOf(command, input.playIds) : said.playIds;
  if (playIds instanceof NotFound) return playIds;
  const targets = changedTargets(said, input);
  const problems = changeProblems(command, said, targets, owner, await lineTotals(command, plan, draft));
  if (problems.length > 0) return new InvalidInput(problems);
  const isChanged = await sayInDraft(command, plan, line, said, changedWord(said, targets, owner, playIds));
  // Who hands the plan in must have seen what its lines say now.
  if (isChanged) await command.touch(plan);
  return line;
}

type ChangedAmounts = Pick<UpdatePlanLineInput, 'target' | 'floor' | 'stretch'>;

/** The amounts of a line with those that are given in the place of its own; pure. */
export const changedTargets = (said: LineWord, input: ChangedAmounts): Targets => ({
  target: input.target ? Money.from(input.target) : said.target.money,
  floor: input.floor ? Money.from(input.floor) : said.floor.money,
  stretch: stretchOf(said, input),
});

/**
 * Everything that is wrong with a line that is to say something else.
 * @param all what the lines of its version add up to, with what it says so far
 */
export function changeProblems(
  { identity }: Command,
  said: LineWord,
  targets: Targets,
  owner: Rep | null,
  all: LineTotals,
): InputProblem[] {
  const isNew = owner !== null && owner.id !== said.ownerId;
  return [...(isNew ? ownerProblems(identity, owner) : []), ...lineProblems(targets, without(said, all))];
}

/** What the lines of a version add up to but for one; pure. */
export const without = (said: LineWord, { target, stretch }: LineTotals): LineTotals => ({
  target: target.minus(said.target.money),
  stretch: stretch.minus((said.stretch ?? said.target).money),
});

/** What a line says with other amounts, another owner or other plays; pure. */
export const changedWord = (
  said: LineWord,
  targets: Targets,
  owner: Rep | null,
  playIds: readonly string[],
): LineWord => ({
  ...wordOf(said),
  ...amountsOf(targets),
  ...(owner && owner.id !== said.ownerId && { ownerId: owner.id, team: owner.team }),
  playIds: [...playIds],
});

/** Lets a line say something else in the draft of its plan, and itself where it follows the draft; whether it said something else before. */
export async function sayInDraft(
  command: Command,
  plan: Plan,
  line: PlanLine,
  said: PlanLineVersion,
  word: LineWord,
): Promise<boolean> {
  // What says nothing new disturbs nobody.
  if (saysTheSame(said, word)) return false;
  await command.save(Object.assign(said, word));
  if (!followsDraft(plan, line)) {
    await command.touch(line);
    return true;
  }
  const formerOwnerId = line.ownerId;
  await command.save(Object.assign(line, word));
  if (line.ownerId !== formerOwnerId) await handOverWork(command, [{ line, formerOwnerId }]);
  return true;
}

/** Left out: as it was. Null: none any more. */
function stretchOf(said: LineWord, { stretch }: ChangedAmounts): Targets['stretch'] {
  if (stretch === undefined) return said.stretch?.money ?? null;
  return stretch === null ? null : Money.from(stretch);
}
