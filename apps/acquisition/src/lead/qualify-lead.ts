import {
  type Command,
  GateNotMet,
  type NotFound,
  present,
  type TransitionRefused,
  type VersionConflict,
} from '@fivepoint/service';
import { lockPursuit, moveOn } from '../pursuit/move-pursuit';
import { bantMissing, bantOf } from './bant';
import { BantFinding } from './bant-finding';
import { aboutLead, Lead } from './lead';
import { LeadNeed } from './lead-need';
import type { QualifyLeadInput } from './lead.inputs';
import { leadStatuses } from './lead.statuses';

export type QualifyLeadOutcome = Lead | NotFound | VersionConflict | TransitionRefused | GateNotMet;

/**
 * Makes a lead an opportunity once the BANT gate is open (capability A20): deal opens a deal for it. The row's lock and the lifecycle
 * make it happen once: who comes second is told that the lead is QUALIFIED already.
 */
export async function qualifyLead(command: Command, input: QualifyLeadInput): Promise<QualifyLeadOutcome> {
  const lead = await command.lock(Lead, input.leadId, input.expectedVersion);
  if (!(lead instanceof Lead)) return lead;
  const ofThisLead = { tenantId: command.tenantId, leadId: lead.id };
  const findings = await command.manager.findBy(BantFinding, ofThisLead);
  const missing = leadStatuses.isFinal(lead.status) ? [] : bantMissing(lead, findings);
  if (missing.length > 0) return new GateNotMet('BANT', missing);
  const refusal = leadStatuses.move(lead, 'QUALIFIED');
  if (refusal) return refusal;
  await command.save(lead);
  const pursuit = lead.pursuitId ? await lockPursuit(command, { id: lead.pursuitId }) : null;
  if (pursuit) await moveOn(command, pursuit, 'QUALIFIED');
  const needs = await command.manager.find(LeadNeed, { where: ofThisLead, order: { id: 'ASC' } });
  announceQualified(command, lead, findings, needs);
  return lead;
}

/** `opportunity-qualified`, with everything that deal needs; the gate has made sure that all of it is there. */
function announceQualified(command: Command, lead: Lead, findings: BantFinding[], needs: LeadNeed[]): void {
  const { accountId, purchasePattern, expectedAmount, expectedCloseOn, ownerId, team } = lead;
  if (!accountId || !purchasePattern || !expectedAmount || !expectedCloseOn || !ownerId || !team)
    throw new Error(`lead ${lead.id} passed the gate without all that an opportunity needs`);
  command.emit({
    type: 'fivepoint.acquisition.opportunity-qualified.v1',
    ...aboutLead(lead),
    data: {
      leadId: lead.id,
      accountId,
      scenario: purchasePattern,
      expectedAmount: expectedAmount.money.toJSON(),
      expectedClose: expectedCloseOn,
      needs: needs.map(({ kind, statement }) => ({ kind, statement })),
      bant: bantOf(findings),
      contactIds: lead.contactIds,
      ownerId,
      team,
      ...present({ pursuitId: lead.pursuitId, planLineId: lead.planLineId, productId: lead.productId }),
    },
  });
}
