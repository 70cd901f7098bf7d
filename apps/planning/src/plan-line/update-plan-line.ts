import { Money } from '@fivepoint/kernel';
import { type Command, InvalidInput, NotFound, ownerProblems, VersionConflict } from '@fivepoint/service';
import { PlanNotDraft } from '../plan/plan.errors';
import { saysTheSame, wordOf } from '../plan-version/plan-line-version';
import { playsOf } from '../play/plays-of';
import { Rep } from '../rep/rep';
import { amountsOf, lineProblems, lineTotals } from './add-plan-line';
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
  const targets: Targets = {
    target: input.target ? Money.from(input.target) : said.target.money,
    floor: input.floor ? Money.from(input.floor) : said.floor.money,
    stretch: stretchOf(said, input),
  };
  const all = await lineTotals(command, plan, draft);
  const problems = lineProblems(targets, {
    target: all.target.minus(said.target.money),
    stretch: all.stretch.minus((said.stretch ?? said.target).money),
  });
  const newOwner = owner?.id === said.ownerId ? null : owner;
  if (newOwner) problems.unshift(...ownerProblems(command.identity, newOwner));
  if (problems.length > 0) return new InvalidInput(problems);
  const word = {
    ...wordOf(said),
    ...amountsOf(targets),
    ...(newOwner && { ownerId: newOwner.id, team: newOwner.team }),
    playIds,
  };
  // What says nothing new disturbs nobody.
  if (saysTheSame(said, word)) return line;
  await command.save(Object.assign(said, word));
  if (followsDraft(plan, line)) {
    const formerOwnerId = line.ownerId;
    await command.save(Object.assign(line, word));
    if (newOwner) await handOverWork(command, [{ line, formerOwnerId }]);
  } else await command.touch(line);
  // Who hands the plan in must have seen what its lines say now.
  await command.touch(plan);
  return line;
}

/** Left out: as it was. Null: none any more. */
function stretchOf(said: Pick<PlanLine, 'stretch'>, { stretch }: UpdatePlanLineInput): Targets['stretch'] {
  if (stretch === undefined) return said.stretch?.money ?? null;
  return stretch === null ? null : Money.from(stretch);
}
