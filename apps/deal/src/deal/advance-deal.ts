import {
  type Command,
  InputProblem,
  InvalidInput,
  NotFound,
  present,
  TransitionRefused,
  VersionConflict,
} from '@fivepoint/service';
import type { AdvanceDealInput } from './deal.inputs';
import { Deal } from './deal';
import { type DealStage, dealStages } from './deal.stages';

export type AdvanceDealOutcome = Deal | NotFound | VersionConflict | TransitionRefused | InvalidInput;

/** Moves a deal forward, one stage at a time (capability D01). SIGNED and LOST are refused here: they carry more than a stage. */
export async function advanceDeal(command: Command, input: AdvanceDealInput): Promise<AdvanceDealOutcome> {
  if (input.toStage === 'SIGNED' || input.toStage === 'LOST') {
    const mutation = input.toStage === 'SIGNED' ? 'signContract' : 'loseDeal';
    return new InvalidInput([new InputProblem('toStage', `use ${mutation} to bring a deal to ${input.toStage}`)]);
  }
  const deal = await command.lock(Deal, input.dealId, input.expectedVersion);
  if (!(deal instanceof Deal)) return deal;
  return moveTo(command, deal, input.toStage);
}

/** The one way a deal's stage changes: through the table, announced. */
export async function moveTo(command: Command, deal: Deal, toStage: DealStage): Promise<Deal | TransitionRefused> {
  const fromStage = deal.stage;
  const refusal = dealStages.move(deal, toStage);
  if (refusal) return refusal;
  await command.save(deal);
  command.emit({
    type: 'fivepoint.deal.deal-stage-changed.v1',
    key: deal.accountId ?? deal.id,
    subject: deal.id,
    correlationId: deal.correlationId,
    data: {
      dealId: deal.id,
      accountId: deal.accountId,
      fromStage,
      toStage,
      ...present({
        planLineId: deal.planLineId,
        amount: deal.amount?.money.toJSON(),
        expectedClose: deal.expectedClose,
      }),
    },
  });
  return deal;
}
