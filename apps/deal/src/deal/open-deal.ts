import type { MoneyJson } from '@fivepoint/kernel';
import { Money } from '@fivepoint/kernel';
import { type Command, MoneyValue, present } from '@fivepoint/service';
import { Deal, type DealKind, type PurchasePattern } from './deal';
import type { DealStage } from './deal.stages';

export interface OpenDeal {
  kind: DealKind;
  /** VERIFY for a new opportunity; a renewal or expansion is already verified and begins in PRE_BID. */
  stage: Extract<DealStage, 'VERIFY' | 'PRE_BID'>;
  accountId: string;
  productId?: string | undefined;
  planLineId?: string | undefined;
  leadId?: string | undefined;
  renewalId?: string | undefined;
  expansionId?: string | undefined;
  purchasePattern?: PurchasePattern | undefined;
  amount: MoneyJson;
  expectedCloseOn: string;
  ownerId: string;
  team: string;
}

/** Opens a deal for a qualified opportunity, a renewal or an expansion, and says so. */
export async function openDeal(command: Command, opening: OpenDeal): Promise<Deal> {
  const deal = Object.assign(new Deal(), {
    ...command.newAggregate(),
    kind: opening.kind,
    stage: opening.stage,
    accountId: opening.accountId,
    productId: opening.productId ?? null,
    planLineId: opening.planLineId ?? null,
    leadId: opening.leadId ?? null,
    renewalId: opening.renewalId ?? null,
    expansionId: opening.expansionId ?? null,
    purchasePattern: opening.purchasePattern ?? null,
    amount: MoneyValue.of(Money.parse(opening.amount.amount, opening.amount.currency)),
    expectedCloseOn: opening.expectedCloseOn,
    openedOn: await command.today(),
    closedOn: null,
    lossReason: null,
    rival: null,
    externalId: null,
    ownerId: opening.ownerId,
    team: opening.team,
  });
  await command.add(deal);
  announceOpened(command, deal);
  return deal;
}

/** `deal-opened`, for live and for recorded deals alike. */
export function announceOpened(command: Command, deal: Deal): void {
  command.emit({
    type: 'fivepoint.deal.deal-opened.v1',
    key: deal.accountId ?? deal.id,
    subject: deal.id,
    correlationId: deal.correlationId,
    day: deal.openedOn,
    data: {
      dealId: deal.id,
      accountId: deal.accountId,
      kind: deal.kind,
      stage: deal.stage,
      openedOn: deal.openedOn,
      ownerId: deal.ownerId,
      team: deal.team,
      ...present({
        leadId: deal.leadId,
        renewalId: deal.renewalId,
        expansionId: deal.expansionId,
        planLineId: deal.planLineId,
        productId: deal.productId,
        scenario: deal.purchasePattern,
        amount: deal.amount?.money.toJSON(),
        expectedClose: deal.expectedCloseOn,
      }),
    },
  });
}
