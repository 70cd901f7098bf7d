import { type Command, InvalidInput, NotFound, present, TransitionRefused, VersionConflict } from '@fivepoint/service';
import { closingProblems } from './closing-day';
import { Deal } from './deal';
import type { LoseDealInput } from './deal.inputs';
import type { DealStage } from './deal.stages';
import { moveDeal } from './move-deal';

export type LoseDealOutcome = Deal | NotFound | VersionConflict | TransitionRefused | InvalidInput;

/** Closes a deal as lost, with its reason and the rival who won it (capability D01). */
export async function loseDeal(command: Command, input: LoseDealInput): Promise<LoseDealOutcome> {
  const deal = await command.lock(Deal, input.dealId, input.expectedVersion);
  if (!(deal instanceof Deal)) return deal;
  const today = await command.today();
  const lostOn = input.lostOn ?? today;
  const problems = closingProblems(deal, 'lostOn', lostOn, today);
  if (problems.length > 0) return new InvalidInput(problems);
  const lostFrom = deal.stage;
  deal.lossReason = input.reason;
  deal.rival = input.rival ?? null;
  deal.closedOn = lostOn;
  const moved = await moveDeal(command, deal, 'LOST');
  if (moved instanceof Deal) announceLost(command, deal, lostFrom);
  return moved;
}

/** `deal-lost`, for live and for recorded deals alike; `stage` is where the deal stood before. */
export function announceLost(command: Command, deal: Deal, stage: DealStage): void {
  const lostOn = deal.closedOn ?? deal.openedOn;
  command.emit({
    type: 'fivepoint.deal.deal-lost.v1',
    key: deal.accountId ?? deal.id,
    subject: deal.id,
    correlationId: deal.correlationId,
    day: lostOn,
    data: {
      dealId: deal.id,
      accountId: deal.accountId,
      stage,
      reason: deal.lossReason ?? 'not recorded',
      lostOn,
      ownerId: deal.ownerId,
      team: deal.team,
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
