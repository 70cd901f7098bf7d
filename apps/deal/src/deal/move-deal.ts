import { type Command, present, type TransitionRefused } from '@fivepoint/service';
import type { Deal } from './deal';
import { type DealStage, dealStages } from './deal.stages';

/** The one way a deal's stage changes: through the table, announced. */
export async function moveDeal(command: Command, deal: Deal, toStage: DealStage): Promise<Deal | TransitionRefused> {
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
        expectedClose: deal.expectedCloseOn,
      }),
    },
  });
  return deal;
}
