import { type Command, InputProblem, InvalidInput, plannedDayProblems } from '@fivepoint/service';
import { rankOf } from '../pipeline/pipeline.stages';
import { FunnelTemplate } from './funnel-template';
import type { DefineFunnelInput, FunnelStageInput } from './funnel.inputs';

export type DefineFunnelOutcome = FunnelTemplate | InvalidInput;

/** Says how the sales funnel is for one way of buying, from a day on (capability P23); what counted before stays on record. */
export async function defineFunnel(command: Command, input: DefineFunnelInput): Promise<DefineFunnelOutcome> {
  const today = await command.today();
  const problems = [...plannedDayProblems('effectiveOn', input.effectiveOn, today), ...stageProblems(input.stages)];
  if (problems.length > 0) return new InvalidInput(problems);
  const template = Object.assign(new FunnelTemplate(), {
    ...command.newAggregate(),
    purchasePattern: input.purchasePattern,
    effectiveOn: input.effectiveOn ?? today,
    definerUserId: command.identity.userId,
    samplesNeededCount: input.samplesNeededCount,
    stages: input.stages.map(({ stage, name, conversionBasisPoints }) => ({ stage, name, conversionBasisPoints })),
  });
  return command.add(template);
}

/** What keeps stages from being a funnel: one goes on to the next, and the last one to a contract. Pure. */
export function stageProblems(stages: readonly Pick<FunnelStageInput, 'stage'>[]): InputProblem[] {
  return stages.flatMap(({ stage }, index) => {
    const at = `stages.${index}.stage`;
    const before = stages[index - 1]?.stage;
    if (stage === 'SIGNED') return [new InputProblem(at, 'must not be SIGNED, which is what the last stage leads to')];
    if (before && rankOf(before) >= rankOf(stage)) return [new InputProblem(at, `must come after ${before}`)];
    return [];
  });
}
