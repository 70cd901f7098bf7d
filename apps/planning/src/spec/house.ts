import { uuidv7 } from '@fivepoint/kernel';
import { cny, type GraphClient, houseOf, mutate, type Result } from '@fivepoint/testing';
import { planning } from '../service';

/**
 * Planning with an administrator and a manager of team north at work, on 2026-06-15. Call it within `describe`.
 * @param background what it does by itself, where that is not what the service does
 */
export function house({ background = planning.background }: Partial<Pick<typeof planning, 'background'>> = {}) {
  const people = { admin: {}, manager: { roles: ['MANAGER'], teams: ['north'] } } as const;
  const at = houseOf({ ...planning, background }, people, { firstDay: '2026-06-15' });
  return Object.assign(at, {
    repAs: (repId: string, teams: string[] = []) => at.service.as({ roles: ['REP'], repId, teams }),
  });
}

type Graph = Pick<GraphClient, 'query'>;

const refusals = `... on NotFound { entity id } ... on InvalidInput { problems { path message } }
  ... on IdempotencyKeyReused { key }`;
const planRefusals = `... on NotFound { entity id } ... on InvalidInput { problems { path message } } ... on VersionConflict { expectedVersion actualVersion }
  ... on TransitionRefused { fromState toState allowed }`;
const plan =
  '... on Plan { id status version approvedAt approvedAs returnReason approver { id } team currency correlationId }';
const line = `... on PlanLine { id version correlationId team standing owner { id } account { id } product { id } plan { id }
  target { amount currency } floor { amount } stretch { amount } plays { id } }`;
const revised = '... on Plan { currentVersion { id number status } openRevision { id number status revisionReason } }';

const rule = 'id effectiveOn reason';
const plain = '... on InvalidInput { problems { path message } } ... on IdempotencyKeyReused { key }';
const override = '... on RelationshipOverride { id version stage score reason setOn expiresOn endedOn account { id } }';

const selection = `... on AccountSelection { id decision reason startsOn endsOn decidedOn class attainable { amount currency } relationshipScore coverageRatio
  account { id } plan { id } decider { id } }`;

const person = `... on Contact { id version name position roles influence access support privacy leftOn background decisionStyle preferences
  account { id } relationshipOwner { id } }`;

const template = `... on StepTemplate { id version point stepKey edition place action requiredInputs requiredOutputs leastDegree startDays dueDays
  ownerRole required retiredAt }`;
const versioned = `${refusals} ... on VersionConflict { expectedVersion actualVersion }`;
const step = `... on Step { id version status nextStatuses task degree plannedOn dueOn floor { amount currency } doneAt cancelReason team correlationId
  inputs { name evidence } outputs { name evidence } missingToStart missingToComplete
  account { id } owner { id } planLine { id } template { id stepKey } }`;
const moved = `${step} ${versioned} ... on TransitionRefused { fromState toState allowed } ... on GateNotMet { gate missing }`;
const card = `... on WarGameCard { id version side move answer trigger status nextStatuses triggeredOn outcome team correlationId
  account { id } owner { id } planLine { id } step { id } }`;

const rehearsal = `... on Rehearsal { id version status nextStatuses seed trialCount doneTrialCount target { amount currency }
  correlations { group basisPoints } plan { id } failureReason }`;

const rebalancing = `... on Rebalancing { id version status nextStatuses reason asOf decidedAs decisionReason capBasisPoints stretchBasisPoints rate
  reserve { amount } pool { amount } reserveUsed { amount } receiversOriginal { amount } targetBefore { amount } targetAfter { amount }
  unallocatedGap { amount } fairnessBefore fairnessAfter plan { id } team }`;
const support = `... on SupportAction { id version status nextStatuses kind task dueOn outcome cancelReason rep { id } owner { id } plan { id }
  rebalancing { id } }`;

const team = '... on Team { id version name manager { id } parent { id } }';
const candidate = `... on Candidate { id version name source status nextStatuses targetRole expectedStartOn background hiredOn rampedOn certifiedOn
  endedOn endReason targetTeam { id } rep { id } }`;
const seat = '... on AccountSeat { id version seat assignedOn vacatedOn account { id } rep { id } }';

/** The mutations of planning, each with the fields that specs look at. */
export const mutations = {
  registerRep: `mutation ($input: RegisterRepInput!) { registerRep(input: $input) { __typename
    ... on Rep { id name email userId team manager { id } origin } ${refusals} } }`,
  registerProduct: `mutation ($input: RegisterProductInput!) { registerProduct(input: $input) { __typename
    ... on Product { id name series listPrice { amount currency } externalId }
    ... on InvalidInput { problems { path message } } ... on IdempotencyKeyReused { key } } }`,
  registerLegalEntity: `mutation ($input: RegisterLegalEntityInput!) { registerLegalEntity(input: $input) { __typename
    ... on LegalEntity { id name creditCode version } ... on CreditCodeTaken { message legalEntity { id } }
    ... on InvalidInput { problems { path message } } ... on IdempotencyKeyReused { key } } }`,
  updateLegalEntity: `mutation ($input: UpdateLegalEntityInput!) { updateLegalEntity(input: $input) { __typename
    ... on LegalEntity { id name creditCode version } ... on CreditCodeTaken { message legalEntity { id } } ${refusals}
    ... on VersionConflict { expectedVersion actualVersion } } }`,
  registerAccount: `mutation ($input: RegisterAccountInput!) { registerAccount(input: $input) { __typename
    ... on Account { id name level team industry version owner { id } parent { id } legalEntity { id } } ${refusals} } }`,
  updateAccount: `mutation ($input: UpdateAccountInput!) { updateAccount(input: $input) { __typename
    ... on Account { id name level team industry version owner { id } parent { id } legalEntity { id } } ${refusals}
    ... on VersionConflict { expectedVersion actualVersion } } }`,
  registerDemandDriver: `mutation ($input: RegisterDemandDriverInput!) { registerDemandDriver(input: $input) { __typename
    ... on DemandDriver { id name unit } ... on DemandDriverExists { message demandDriver { id } } ... on InvalidInput { problems { path message } } ... on IdempotencyKeyReused { key } } }`,
  recordDriverMeasure: `mutation ($input: RecordDriverMeasureInput!) { recordDriverMeasure(input: $input) { __typename
    ... on DriverMeasure { id measuredOn quantity intensity unitPrice { amount currency } source account { id } demandDriver { id }
      product { id } contacts { id } } ${refusals} } }`,
  defineFunnel: `mutation ($input: DefineFunnelInput!) { defineFunnel(input: $input) { __typename
    ... on FunnelTemplate { id purchasePattern effectiveOn samplesNeededCount stages { stage name conversionBasisPoints } }
    ... on InvalidInput { problems { path message } } ... on IdempotencyKeyReused { key } } }`,
  positionAccount: `mutation ($input: PositionAccountInput!) { positionAccount(input: $input) { __typename
    ... on Account { id version stage class purchasePattern attainableBasisPoints currentRelationshipType desiredRelationshipType
      relationshipGapCount assessmentCurrency } ${refusals} ... on VersionConflict { expectedVersion actualVersion } } }`,
  adoptPotentialRule: `mutation ($input: AdoptPotentialRuleInput!) { adoptPotentialRule(input: $input) { __typename
    ... on PotentialRule { ${rule} horizonMonths attainableBasisPoints explorationBasisPoints buildUpBasisPoints maturityBasisPoints
      declineBasisPoints } ${plain} } }`,
  adoptStageRule: `mutation ($input: AdoptStageRuleInput!) { adoptStageRule(input: $input) { __typename
    ... on StageRule { ${rule} recurringMonths projectMonths growthBasisPoints lossBasisPoints matureOrderCount driftBasisPoints }
    ${plain} } }`,
  adoptRelationshipChain: `mutation ($input: AdoptRelationshipChainInput!) { adoptRelationshipChain(input: $input) { __typename
    ... on RelationshipChain { ${rule} roles { role basisPoints veto } } ${plain} } }`,
  adoptTrustRule: `mutation ($input: AdoptTrustRuleInput!) { adoptTrustRule(input: $input) { __typename
    ... on TrustRule { ${rule} floor keptPromise goodContact brokenPromise } ${plain} } }`,
  adoptPortfolioRule: `mutation ($input: AdoptPortfolioRuleInput!) { adoptPortfolioRule(input: $input) { __typename
    ... on PortfolioRule { ${rule} potentialThreshold { amount currency } scoreThreshold
      cells { highPotential highRelationship class } } ${plain} } }`,
  adoptCoverageRule: `mutation ($input: AdoptCoverageRuleInput!) { adoptCoverageRule(input: $input) { __typename
    ... on CoverageRule { ${rule} marginBasisPoints hourCost { amount currency } } ${plain} } }`,
  selectAccount: `mutation ($input: SelectAccountInput!) { selectAccount(input: $input) { __typename ${selection} ${refusals} } }`,
  rejectAccount: `mutation ($input: RejectAccountInput!) { rejectAccount(input: $input) { __typename ${selection} ${refusals} } }`,
  recordDossierNote: `mutation ($input: RecordDossierNoteInput!) { recordDossierNote(input: $input) { __typename
    ... on DossierNote { id topic text notedOn source account { id } author { id } contacts { id } } ${refusals} } }`,
  recordTouch: `mutation ($input: RecordTouchInput!) { recordTouch(input: $input) { __typename
    ... on TouchRecord { id kind outcome touchedOn summary nextStep nextOn account { id } rep { id } contacts { id } } ${refusals} } }`,
  adoptClassStrategy: `mutation ($input: AdoptClassStrategyInput!) { adoptClassStrategy(input: $input) { __typename
    ... on ClassStrategy { ${rule} class purpose cadenceDays effortHours tactics plays { id } } ... on NotFound { entity id } ${plain} } }`,
  adoptStageStrategy: `mutation ($input: AdoptStageStrategyInput!) { adoptStageStrategy(input: $input) { __typename
    ... on StageStrategy { ${rule} stage purpose tactics } ${plain} } }`,
  adoptAttainmentRule: `mutation ($input: AdoptAttainmentRuleInput!) { adoptAttainmentRule(input: $input) { __typename
    ... on AttainmentRule { ${rule} bookingsBasisPoints cashBasisPoints } ${plain} } }`,
  adoptIncentiveRule: `mutation ($input: AdoptIncentiveRuleInput!) { adoptIncentiveRule(input: $input) { __typename
    ... on IncentiveRule { ${rule} floorBasisPoints capBasisPoints tiers { fromBasisPoints payoutBasisPoints } } ${plain} } }`,
  overrideStage: `mutation ($input: OverrideStageInput!) { overrideStage(input: $input) { __typename ${override} ${refusals} } }`,
  overrideRelationshipScore: `mutation ($input: OverrideRelationshipScoreInput!) { overrideRelationshipScore(input: $input) { __typename
    ${override} ${refusals} } }`,
  endRelationshipOverride: `mutation ($input: EndRelationshipOverrideInput!) { endRelationshipOverride(input: $input) { __typename
    ${override} ${refusals} ... on VersionConflict { expectedVersion actualVersion } } }`,
  recordTrustOutcome: `mutation ($input: RecordTrustOutcomeInput!) { recordTrustOutcome(input: $input) { __typename
    ... on TrustOutcome { id kind happenedOn note account { id } contact { id } } ${refusals} } }`,
  updateContact: `mutation ($input: UpdateContactInput!) { updateContact(input: $input) { __typename ${person} ${refusals}
    ... on VersionConflict { expectedVersion actualVersion } } }`,
  markContactLeft: `mutation ($input: MarkContactLeftInput!) { markContactLeft(input: $input) { __typename ${person} ${refusals}
    ... on VersionConflict { expectedVersion actualVersion } } }`,
  registerContact: `mutation ($input: RegisterContactInput!) { registerContact(input: $input) { __typename
    ${person} ${refusals} } }`,
  createPlan: `mutation ($input: CreatePlanInput!) { createPlan(input: $input) { __typename
    ${plan} ... on InvalidInput { problems { path message } } ... on IdempotencyKeyReused { key } } }`,
  addPlanLine: `mutation ($input: AddPlanLineInput!) { addPlanLine(input: $input) { __typename ${line} ${refusals}
    ... on PlanNotDraft { status } ... on PlanLineExists { planLine { id } } } }`,
  updatePlanLine: `mutation ($input: UpdatePlanLineInput!) { updatePlanLine(input: $input) { __typename ${line} ${refusals}
    ... on PlanNotDraft { status } ... on VersionConflict { expectedVersion actualVersion } } }`,
  addPlanLines: `mutation ($input: AddPlanLinesInput!) { addPlanLines(input: $input) { __typename ${plan} ${refusals}
    ... on PlanNotDraft { status } ... on VersionConflict { expectedVersion actualVersion } } }`,
  withdrawPlanLine: `mutation ($input: WithdrawPlanLineInput!) { withdrawPlanLine(input: $input) { __typename ${line} ${refusals}
    ... on PlanNotDraft { status } ... on VersionConflict { expectedVersion actualVersion } } }`,
  fixProductTarget: `mutation ($input: FixProductTargetInput!) { fixProductTarget(input: $input) { __typename ${plan} ${refusals}
    ... on PlanNotDraft { status } ... on VersionConflict { expectedVersion actualVersion } } }`,
  revisePlan: `mutation ($input: RevisePlanInput!) { revisePlan(input: $input) { __typename ${plan} ${revised} ${refusals}
    ... on VersionConflict { expectedVersion actualVersion } ... on RevisionOpen { message planVersion { number } }
    ... on GateNotMet { gate missing } } }`,
  discardRevision: `mutation ($input: DiscardRevisionInput!) { discardRevision(input: $input) { __typename ${plan} ${revised} ${refusals}
    ... on VersionConflict { expectedVersion actualVersion } ... on GateNotMet { gate missing } } }`,
  registerPlay: `mutation ($input: RegisterPlayInput!) { registerPlay(input: $input) { __typename ... on Play { id name action }
    ... on PlayExists { message play { id } } ... on InvalidInput { problems { path message } } ... on IdempotencyKeyReused { key } } }`,
  changePlanRules: `mutation ($input: ChangePlanRulesInput!) { changePlanRules(input: $input) { __typename
    ... on PlanRules { id version mostRehearsalCount } ... on InvalidInput { problems { path message } }
    ... on VersionConflict { expectedVersion actualVersion } ... on IdempotencyKeyReused { key } } }`,
  submitPlan: `mutation ($input: SubmitPlanInput!) { submitPlan(input: $input) { __typename
    ${plan} ${planRefusals} ... on GateNotMet { gate missing } } }`,
  approvePlan: `mutation ($input: ApprovePlanInput!) { approvePlan(input: $input) { __typename
    ${plan} ${planRefusals} ... on GateNotMet { gate missing } ... on ApprovalRefused { approvers }
    ... on IncreaseBeyondCap { message approvers unseenCount increases { owner { id } original { amount } before { amount } after { amount } most { amount } } }
    ... on IdempotencyKeyReused { key } } }`,
  returnPlan: `mutation ($input: ReturnPlanInput!) { returnPlan(input: $input) { __typename
    ${plan} ${planRefusals} ... on ApprovalRefused { approvers } ... on IdempotencyKeyReused { key } } }`,
  startPlan: `mutation ($input: StartPlanInput!) { startPlan(input: $input) { __typename
    ${plan} ${planRefusals} ... on GateNotMet { gate missing } } }`,
  closePlan: `mutation ($input: ClosePlanInput!) { closePlan(input: $input) { __typename ${plan} ${planRefusals}
    ... on GateNotMet { gate missing } } }`,
  defineStepTemplate: `mutation ($input: DefineStepTemplateInput!) { defineStepTemplate(input: $input) { __typename ${template}
    ... on InvalidInput { problems { path message } } ... on IdempotencyKeyReused { key } } }`,
  retireStepTemplate: `mutation ($input: RetireStepTemplateInput!) { retireStepTemplate(input: $input) { __typename ${template} ${versioned} } }`,
  planStep: `mutation ($input: PlanStepInput!) { planStep(input: $input) { __typename ${step} ${refusals}
    ... on PlanLineEnded { lineStanding planStatus } } }`,
  updateStep: `mutation ($input: UpdateStepInput!) { updateStep(input: $input) { __typename ${step} ${versioned}
    ... on StepEnded { endedAs message } ... on StepOverdue { approvers message } } }`,
  recordStepProgress: `mutation ($input: RecordStepProgressInput!) { recordStepProgress(input: $input) { __typename ${step} ${versioned}
    ... on StepEnded { endedAs message } } }`,
  startStep: `mutation ($input: StartStepInput!) { startStep(input: $input) { __typename ${moved} } }`,
  completeStep: `mutation ($input: CompleteStepInput!) { completeStep(input: $input) { __typename ${moved} } }`,
  cancelStep: `mutation ($input: CancelStepInput!) { cancelStep(input: $input) { __typename ${step} ${versioned}
    ... on TransitionRefused { fromState toState allowed } ... on StepOverdue { approvers message } } }`,
  addWarGameCard: `mutation ($input: AddWarGameCardInput!) { addWarGameCard(input: $input) { __typename ${card} ${refusals}
    ... on PlanLineEnded { lineStanding planStatus } } }`,
  updateWarGameCard: `mutation ($input: UpdateWarGameCardInput!) { updateWarGameCard(input: $input) { __typename ${card} ${versioned}
    ... on WarGameCardClosed { message } } }`,
  triggerWarGameCard: `mutation ($input: TriggerWarGameCardInput!) { triggerWarGameCard(input: $input) { __typename ${card} ${versioned}
    ... on TransitionRefused { fromState toState allowed } } }`,
  closeWarGameCard: `mutation ($input: CloseWarGameCardInput!) { closeWarGameCard(input: $input) { __typename ${card} ${versioned}
    ... on TransitionRefused { fromState toState allowed } } }`,
  recordLineOutlook: `mutation ($input: RecordLineOutlookInput!) { recordLineOutlook(input: $input) { __typename
    ... on LineOutlook { id version probabilityBasisPoints closesOn slipBasisPoints correlationGroup payments { basisPoints lagMonths } planLine { id } }
    ${refusals} ... on VersionConflict { expectedVersion actualVersion } ... on PlanLineEnded { lineStanding planStatus } } }`,
  startRehearsal: `mutation ($input: StartRehearsalInput!) { startRehearsal(input: $input) { __typename ${rehearsal} ${refusals}
    ... on TooManyRehearsals { mostCount unseenCount rehearsals { id } message } ... on GateNotMet { gate missing } } }`,
  cancelRehearsal: `mutation ($input: CancelRehearsalInput!) { cancelRehearsal(input: $input) { __typename ${rehearsal} ${refusals}
    ... on TransitionRefused { fromState toState allowed } ... on VersionConflict { expectedVersion actualVersion } } }`,
  adoptRebalancingRule: `mutation ($input: AdoptRebalancingRuleInput!) { adoptRebalancingRule(input: $input) { __typename
    ... on RebalancingRule { id effectiveOn reason increaseCapBasisPoints stretchBasisPoints reserveBasisPoints supportDays supportKind proposalDays leastHiddenCount } ${plain} } }`,
  proposeRebalancing: `mutation ($input: ProposeRebalancingInput!) { proposeRebalancing(input: $input) { __typename ${rebalancing} ${versioned}
    ... on RebalancingOpen { message rebalancing { id } } ... on GateNotMet { gate missing } } }`,
  approveRebalancing: `mutation ($input: ApproveRebalancingInput!) { approveRebalancing(input: $input) { __typename ${rebalancing} ${versioned}
    ... on TransitionRefused { fromState toState allowed } ... on ApprovalRefused { approvers } ... on GateNotMet { gate missing } } }`,
  rejectRebalancing: `mutation ($input: RejectRebalancingInput!) { rejectRebalancing(input: $input) { __typename ${rebalancing} ${versioned}
    ... on TransitionRefused { fromState toState allowed } ... on ApprovalRefused { approvers } } }`,
  updateSupportAction: `mutation ($input: UpdateSupportActionInput!) { updateSupportAction(input: $input) { __typename ${support} ${versioned}
    ... on SupportActionEnded { message } } }`,
  startSupportAction: `mutation ($input: StartSupportActionInput!) { startSupportAction(input: $input) { __typename ${support} ${versioned}
    ... on TransitionRefused { fromState toState allowed } } }`,
  completeSupportAction: `mutation ($input: CompleteSupportActionInput!) { completeSupportAction(input: $input) { __typename ${support} ${versioned}
    ... on TransitionRefused { fromState toState allowed } } }`,
  cancelSupportAction: `mutation ($input: CancelSupportActionInput!) { cancelSupportAction(input: $input) { __typename ${support} ${versioned}
    ... on TransitionRefused { fromState toState allowed } } }`,
  acceptProposedTargets: `mutation ($input: AcceptProposedTargetsInput!) { acceptProposedTargets(input: $input) { __typename ${plan} ${refusals}
    ... on PlanNotDraft { status } ... on VersionConflict { expectedVersion actualVersion } } }`,
  registerTeam: `mutation ($input: RegisterTeamInput!) { registerTeam(input: $input) { __typename ${team}
    ... on TeamExists { message team { id } } ${refusals} } }`,
  updateTeam: `mutation ($input: UpdateTeamInput!) { updateTeam(input: $input) { __typename ${team} ${refusals}
    ... on VersionConflict { expectedVersion actualVersion } } }`,
  assignSeat: `mutation ($input: AssignSeatInput!) { assignSeat(input: $input) { __typename ${seat} ${refusals} } }`,
  vacateSeat: `mutation ($input: VacateSeatInput!) { vacateSeat(input: $input) { __typename ${seat} ${refusals}
    ... on VersionConflict { expectedVersion actualVersion } } }`,
  adoptTeamRule: `mutation ($input: AdoptTeamRuleInput!) { adoptTeamRule(input: $input) { __typename
    ... on TeamRule { id effectiveOn keyPersonBasisPoints rampBasisPoints uncertifiedBasisPoints }
    ... on InvalidInput { problems { path message } } ... on IdempotencyKeyReused { key } } }`,
  stateCapacity: `mutation ($input: StateCapacityInput!) { stateCapacity(input: $input) { __typename
    ... on CapacityStatement { id effectiveOn fullCapacity { amount currency } startedOn certifiedOn rep { id } } ${refusals} } }`,
  registerSkill: `mutation ($input: RegisterSkillInput!) { registerSkill(input: $input) { __typename
    ... on Skill { id name description } ... on SkillExists { message skill { id } } ... on InvalidInput { problems { path message } }
    ... on IdempotencyKeyReused { key } } }`,
  assessSkill: `mutation ($input: AssessSkillInput!) { assessSkill(input: $input) { __typename
    ... on SkillAssessment { id level assessedOn note rep { id } skill { id } assessor { id } } ${refusals} } }`,
  recordCoaching: `mutation ($input: RecordCoachingInput!) { recordCoaching(input: $input) { __typename
    ... on CoachingSession { id coachedOn practised outcome nextStep supportAction { id } rep { id } coach { id } skill { id } } ${refusals} } }`,
  registerCandidate: `mutation ($input: RegisterCandidateInput!) { registerCandidate(input: $input) { __typename ${candidate} ${refusals} } }`,
  updateCandidate: `mutation ($input: UpdateCandidateInput!) { updateCandidate(input: $input) { __typename ${candidate} ${refusals}
    ... on VersionConflict { expectedVersion actualVersion } } }`,
  hireCandidate: `mutation ($input: HireCandidateInput!) { hireCandidate(input: $input) { __typename ${candidate} ${planRefusals} } }`,
  markCandidateRamped: `mutation ($input: MarkCandidateRampedInput!) { markCandidateRamped(input: $input) { __typename ${candidate} ${planRefusals} } }`,
  certifyCandidate: `mutation ($input: CertifyCandidateInput!) { certifyCandidate(input: $input) { __typename ${candidate} ${planRefusals} } }`,
  endCandidacy: `mutation ($input: EndCandidacyInput!) { endCandidacy(input: $input) { __typename ${candidate} ${planRefusals} } }`,
  assessLeavingRisk: `mutation ($input: AssessLeavingRiskInput!) { assessLeavingRisk(input: $input) { __typename
    ... on LeavingRisk { id level assessedOn reason measure rep { id } assessor { id } } ${refusals} } }`,
};

/** Runs one mutation and returns the member of its result union. */
export const run = (graph: Graph, mutation: keyof typeof mutations, input: object): Promise<Result> =>
  mutate(graph, mutations[mutation], input);

/** Runs a mutation that must succeed and returns the id of what it made. */
export async function made(graph: Graph, mutation: keyof typeof mutations, input: object): Promise<string> {
  const result = await run(graph, mutation, input);
  if (!result.id || result['entity']) throw new Error(`${mutation}: ${JSON.stringify(result)}`);
  return result.id;
}

export const makeRep = (graph: Graph, over: object = {}) =>
  made(graph, 'registerRep', { name: '李娜', team: 'north', ...over });

export const makeProduct = (graph: Graph, over: object = {}) =>
  made(graph, 'registerProduct', { name: `电源 ${uuidv7().slice(-6)}`, ...over });

export const makeAccount = (graph: Graph, over: object = {}) =>
  made(graph, 'registerAccount', { name: `江苏电信 ${uuidv7().slice(-6)}`, level: 'PROVINCE', ...over });

export const makeDriver = (graph: Graph, over: object = {}) =>
  made(graph, 'registerDemandDriver', { name: `基站 ${uuidv7()}`, unit: '座', ...over });

export const makePlay = (graph: Graph, over: object = {}) =>
  made(graph, 'registerPlay', { name: `示范项目 ${uuidv7()}`, action: '打造示范项目', ...over });

export const makeTeam = (graph: Graph, over: object = {}) =>
  made(graph, 'registerTeam', { name: `team ${uuidv7()}`, ...over });

export const makeSkill = (graph: Graph, over: object = {}) =>
  made(graph, 'registerSkill', { name: `谈判 ${uuidv7()}`, ...over });

export const makeCandidate = (graph: Graph, over: object) =>
  made(graph, 'registerCandidate', { name: '周杰', source: 'HUNTED', targetRole: '客户经理', ...over });

/** The id of the team of that name, which its first rep has brought along. */
export async function teamNamed(graph: Graph, name: string): Promise<string> {
  const { teams } = await graph.query<{ teams: { nodes: { id: string; name: string }[] } }>(
    'query ($name: String!) { teams(filter: { nameContains: $name }, first: 100) { nodes { id name } } }',
    { name },
  );
  const found = teams.nodes.find((team) => team.name === name);
  if (!found) throw new Error(`there is no team ${name}`);
  return found.id;
}

export const makeContact = (graph: Graph, over: object) => made(graph, 'registerContact', { name: '王工', ...over });

/** A template of planning with two inputs and two outputs at 80, planned after 3 days and due after 10; of a key of its own. */
export const makeStepTemplate = (graph: Graph, over: object = {}) =>
  made(graph, 'defineStepTemplate', {
    point: 'PLAN',
    stepKey: `step-${uuidv7()}`,
    place: 1,
    action: '客户潜力分析',
    requiredInputs: ['驱动量', '价格表'],
    requiredOutputs: ['测算', '纪要'],
    leastDegree: 80,
    startDays: 3,
    dueDays: 10,
    ownerRole: 'REP',
    ...over,
  });

export interface PlanMade {
  planId: string;
  planLineId: string;
  accountId: string;
  productId: string;
  ownerId: string;
}

/** Where a line stands: what a second line of the same plan, account, product and owner would name. */
export const placeOf = ({ planId, accountId, productId, ownerId }: PlanMade) => ({
  planId,
  accountId,
  productId,
  ownerId,
});

/** A plan in DRAFT with one line of ¥1,500,000 (floor ¥1,200,000), and everything that it needs. */
export async function makePlan(graph: Graph, over: object = {}, lineOver: object = {}): Promise<PlanMade> {
  const ownerId = await makeRep(graph);
  const [accountId, productId] = [await makeAccount(graph, { ownerId }), await makeProduct(graph)];
  const planId = await made(graph, 'createPlan', {
    name: '年度作战计划',
    startsOn: '2026-01-01',
    endsOn: '2026-12-31',
    currency: 'CNY',
    team: 'north',
    ...over,
  });
  const planLineId = await made(graph, 'addPlanLine', {
    planId,
    accountId,
    productId,
    ownerId,
    target: cny('1500000.00'),
    floor: cny('1200000.00'),
    ...lineOver,
  });
  return { planId, planLineId, accountId, productId, ownerId };
}

/** The same plan, submitted and approved. */
export async function approvedPlan(graph: Graph, over: object = {}): Promise<PlanMade> {
  const plan = await makePlan(graph, over);
  await made(graph, 'submitPlan', { planId: plan.planId });
  await made(graph, 'approvePlan', { planId: plan.planId });
  return plan;
}
