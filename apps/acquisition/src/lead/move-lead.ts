import { TransitionRefused } from '@fivepoint/service';
import { Lead } from './lead';
import { type LeadStatus, leadStatuses } from './lead.statuses';

/** The one way a lead's status changes: through the table. The caller saves and announces. */
export function moveTo(lead: Lead, toStatus: LeadStatus): Lead | TransitionRefused {
  const refusal = leadStatuses.refusal(lead.status, toStatus);
  if (refusal) return new TransitionRefused('lead', refusal.fromState, refusal.toState, refusal.allowed);
  lead.status = toStatus;
  return lead;
}
