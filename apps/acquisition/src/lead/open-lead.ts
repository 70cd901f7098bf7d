import type { Money } from '@fivepoint/kernel';
import { type Command, MoneyValue, present } from '@fivepoint/service';
import type { PurchasePattern } from '../pursuit/purchase-pattern';
import { aboutLead, Lead, type LeadSource } from './lead';

export interface OpenLead {
  source: LeadSource;
  title: string;
  organisation: string | null;
  accountId: string | null;
  productId: string | null;
  pursuitId: string | null;
  planLineId: string | null;
  referralId: string | null;
  contactIds: string[];
  purchasePattern: PurchasePattern | null;
  expectedAmount: Money | null;
  expectedCloseOn: string | null;
  ownerId: string | null;
  team: string | null;
  correlationId: string;
  parentCorrelationId: string | null;
}

/** Puts a lead on record, classified at once where the purchase pattern is known, and says so. */
export async function openLead(command: Command, opening: OpenLead): Promise<Lead> {
  const { expectedAmount } = opening;
  const lead = Object.assign(new Lead(), {
    ...command.newAggregate(),
    ...opening,
    status: opening.purchasePattern ? ('CLASSIFIED' as const) : ('CAPTURED' as const),
    expectedAmount: expectedAmount && MoneyValue.of(expectedAmount),
    capturedOn: await command.today(),
    disqualificationReason: null,
    dealId: null,
    dealOutcome: null,
    dealClosedOn: null,
    externalId: null,
  });
  await command.add(lead);
  announceCaptured(command, lead);
  return lead;
}

/** `lead-captured`, for live and for recorded leads alike. */
export function announceCaptured(command: Command, lead: Lead): void {
  command.emit({
    type: 'fivepoint.acquisition.lead-captured.v1',
    ...aboutLead(lead),
    day: lead.capturedOn,
    data: {
      leadId: lead.id,
      accountId: lead.accountId,
      source: lead.source,
      ...present({
        name: lead.accountId ? null : lead.organisation,
        scenario: lead.purchasePattern,
        pursuitId: lead.pursuitId,
        planLineId: lead.planLineId,
        productId: lead.productId,
        referralId: lead.referralId,
        ownerId: lead.ownerId,
        team: lead.team,
      }),
    },
  });
}
