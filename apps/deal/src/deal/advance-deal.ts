import {
  type Command,
  InputProblem,
  InvalidInput,
  NotFound,
  TransitionRefused,
  VersionConflict,
} from '@fivepoint/service';
import type { AdvanceDealInput } from './deal.inputs';
import { Deal } from './deal';
import { moveDeal } from './move-deal';

export type AdvanceDealOutcome = Deal | NotFound | VersionConflict | TransitionRefused | InvalidInput;

/** Moves a deal forward, one stage at a time (capability D01). SIGNED and LOST are refused here: they carry more than a stage. */
export async function advanceDeal(command: Command, input: AdvanceDealInput): Promise<AdvanceDealOutcome> {
  if (input.toStage === 'SIGNED' || input.toStage === 'LOST') {
    const mutation = input.toStage === 'SIGNED' ? 'signContract' : 'loseDeal';
    return new InvalidInput([new InputProblem('toStage', `use ${mutation} to bring a deal to ${input.toStage}`)]);
  }
  const deal = await command.lock(Deal, input.dealId, input.expectedVersion);
  if (!(deal instanceof Deal)) return deal;
  return moveDeal(command, deal, input.toStage);
}
