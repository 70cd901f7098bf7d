/**
 * What each deed of a turn announces, exactly once each: mutations by their names, handled events by consumer and type. What is not here
 * announces nothing.
 */
const announced: Readonly<Record<string, readonly string[]>> = {
  registerTenant: ['step-templates-defined', 'tenant-registered'],
  registerProduct: ['product-registered'],
  registerRep: ['rep-registered'],
  registerAccount: ['account-registered'],
  approvePlan: ['account-targeted', 'plan-approved'],
  captureLead: ['lead-captured'],
  qualifyLead: ['opportunity-qualified'],
  advanceDeal: ['deal-stage-changed'],
  signContract: ['contract-signed', 'deal-stage-changed'],
  recordMilestone: ['milestone-reached'],
  claimInstalment: ['instalment-claimed'],
  recordReceipt: ['instalment-collected', 'payment-received'],
  identifyRenewal: ['renewal-identified'],
  giveReferral: ['referral-given'],
  'deal opportunity-qualified': ['deal-opened'],
  'deal renewal-identified': ['deal-opened'],
  'acquisition referral-given': ['lead-captured'],
  // The first contract of an account: its relationship builds up.
  'planning contract-signed': ['account-classified'],
};

/** @param cause the type of the event that was handled; null for a mutation */
export const announcedBy = (deed: string, cause: string | null): readonly string[] =>
  announced[cause === null ? deed : `${deed} ${cause}`] ?? [];
