/** The mutations of one turn of the lifecycle, as any client would write them. Each refusal tells its code and message. */
const mutation = (field: string, input: string, members: string) => `mutation ($input: ${input}!) {
  result: ${field}(input: $input) { __typename ... on DomainError { code message } ${members} }
}`;

export const registerProduct = mutation('registerProduct', 'RegisterProductInput', '... on Product { id }');
export const registerRep = mutation('registerRep', 'RegisterRepInput', '... on Rep { id }');
export const registerAccount = mutation('registerAccount', 'RegisterAccountInput', '... on Account { id }');
export const createPlan = mutation('createPlan', 'CreatePlanInput', '... on Plan { id }');
export const addPlanLine = mutation('addPlanLine', 'AddPlanLineInput', '... on PlanLine { id correlationId }');
export const submitPlan = mutation('submitPlan', 'SubmitPlanInput', '... on Plan { id }');
export const approvePlan = mutation('approvePlan', 'ApprovePlanInput', '... on Plan { id }');
export const classifyPursuit = mutation('classifyPursuit', 'ClassifyPursuitInput', '... on Pursuit { id }');
export const captureLead = mutation('captureLead', 'CaptureLeadInput', '... on Lead { id }');
export const recordNeed = mutation('recordNeed', 'RecordNeedInput', '... on Lead { id }');
export const recordBantFinding = mutation('recordBantFinding', 'RecordBantFindingInput', '... on Lead { id }');
export const qualifyLead = mutation('qualifyLead', 'QualifyLeadInput', '... on Lead { id }');
export const advanceDeal = mutation('advanceDeal', 'AdvanceDealInput', '... on Deal { id stage }');
export const signContract = mutation('signContract', 'SignContractInput', '... on Contract { id }');
export const recordMilestone = mutation('recordMilestone', 'RecordMilestoneInput', '... on Milestone { id }');
export const claimInstalment = mutation('claimInstalment', 'ClaimInstalmentInput', '... on Instalment { id }');
export const recordReceipt = mutation('recordReceipt', 'RecordReceiptInput', '... on Receipt { id }');
export const identifyRenewal = mutation('identifyRenewal', 'IdentifyRenewalInput', '... on Renewal { id }');
export const giveReferral = mutation('giveReferral', 'GiveReferralInput', '... on Referral { id }');
