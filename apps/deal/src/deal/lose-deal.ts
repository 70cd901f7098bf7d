import { type Command, NotFound, present, TransitionRefused, VersionConflict } from '@fivepoint/service';
import { moveTo } from './advance-deal';
import { Deal } from './deal';
import type { LoseDealInput } from './deal.inputs';
import type { DealStage } from './deal.stages';

export type LoseDealOutcome = Deal | NotFound | VersionConflict | TransitionRefused;

/** Closes a deal as lost, with its reason and the rival who won it (capability D01). */
export async function loseDeal(command: Command, input: LoseDealInput): Promise<LoseDealOutcome> {
  const deal = await command.lock(Deal, input.dealId, input.expectedVersion);
  if (!(deal instanceof Deal)) return deal;
  const lostFrom = deal.stage;
  deal.lossReason = input.reason;
  deal.rival = input.rival ?? null;
  deal.closedOn = input.lostOn ?? (await command.today());
  const moved = await moveTo(command, deal, 'LOST');
  if (moved instanceof Deal) announceLost(command, deal, lostFrom);
  return moved;
}

/** `deal-lost`, for live and for recorded deals alike; `stage` is where the deal stood before. */
export function announceLost(command: Command, deal: Deal, stage: DealStage, time?: Date): void {
  command.emit({
    type: 'fivepoint.deal.deal-lost.v1',
    key: deal.accountId ?? deal.id,
    subject: deal.id,
    correlationId: deal.correlationId,
    ...(time && { time }),
    data: {
      dealId: deal.id,
      accountId: deal.accountId,
      stage,
      reason: deal.lossReason ?? 'not recorded',
      lostOn: deal.closedOn ?? deal.openedOn,
      ownerId: deal.ownerId ?? '',
      team: deal.team ?? '',
      ...present({
        rival: deal.rival,
        leadId: deal.leadId,
        planLineId: deal.planLineId,
        productId: deal.productId,
        amount: deal.amount?.money.toJSON(),
      }),
    },
  });
}
