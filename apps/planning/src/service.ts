import { messagingTables, rolesOf } from '@fivepoint/messaging';
import { commandTables, defineService, dueWorkTable } from '@fivepoint/service';
import { Account } from './account/account';
import { AccountPosition } from './account/account-position';
import { AccountResolver } from './account/account.resolver';
import { LeadClassification } from './account/lead-classification';
import { AccountAssessment } from './assessment/account-assessment';
import { assessWhatIsDue } from './assessment/assess-what-is-due';
import {
  AccountAssessmentResolver,
  AccountAssessmentsResolver,
  DriverContributionResolver,
  PendingAssessmentsResolver,
  PotentialBasisResolver,
  ScoreBasisResolver,
  StageBasisResolver,
} from './assessment/assessment.resolver';
import { AccountSalesResolver } from './attainment/account-sales.resolver';
import { AttainmentResolver } from './attainment/attainment.resolver';
import { BookedContract } from './attainment/booked-contract';
import { CollectedPayment } from './attainment/collected-payment';
import {
  AttainmentRowResolver,
  PlanAttainmentResolver,
  PlanAttainmentRowsResolver,
} from './attainment/plan-attainment.resolver';
import { AccountTouch } from './cadence/account-touch';
import { AccountCadenceResolver, AccountTouchToldResolver, ContactCadenceResolver } from './cadence/cadence.resolver';
import { touches } from './cadence/touches';
import { CapacityStatement } from './capacity/capacity-statement';
import { CapacityStatementResolver, RepCapacityResolver, TeamRuleResolver } from './capacity/capacity.resolver';
import { TeamRule } from './capacity/team-rule';
import { Contact } from './contact/contact';
import { ContactStanding } from './contact/contact-standing';
import { ContactResolver } from './contact/contact.resolver';
import { AccountCoverageReturnResolver, CoverageReturnResolver } from './coverage-return/coverage-return.resolver';
import { DossierNote } from './dossier/dossier-note';
import { AccountDossierResolver, DossierNoteResolver } from './dossier/dossier.resolver';
import { DriftReading } from './drift/drift-reading';
import { DemandDriver } from './driver/demand-driver';
import { DriverMeasure } from './driver/driver-measure';
import {
  AccountDriverResolver,
  DemandDriverExistsResolver,
  DemandDriverResolver,
  DriverMeasureResolver,
} from './driver/driver.resolver';
import { FunnelTemplate } from './funnel/funnel-template';
import {
  FunnelResolver,
  PlanRequirementResolver,
  RequiredPipelineResolver,
  SalesFunnelResolver,
} from './funnel/funnel.resolver';
import { onContractSigned } from './handoffs/contract-signed';
import { onDriftDetected } from './handoffs/drift-detected';
import { onLeadClassified } from './handoffs/lead-classified';
import { onPaymentReceived } from './handoffs/payment-received';
import { onTouchRecorded } from './handoffs/touch-recorded';
import { HistoryResolver } from './history/history.resolver';
import {
  PayoutLineResolver,
  PlanPayoutRowsResolver,
  PlanPayoutsResolver,
  RepPayoutOfPlanResolver,
  RepPayoutResolver,
} from './incentive/incentive.resolver';
import {
  KeyPersonRiskResolver,
  KeyPersonShareResolver,
  PlanPeopleResolver,
  RelationshipShareResolver,
  TeamCoverageResolver,
} from './key-person/key-person.resolver';
import { LegalEntity } from './legal-entity/legal-entity';
import { CreditCodeTakenResolver, LegalEntityResolver } from './legal-entity/legal-entity.resolver';
import { MasterData1000000001000 } from './migrations/1000000001000-master-data';
import { Plans1000000002000 } from './migrations/1000000002000-plans';
import { AttainmentAndTimeline1000000003000 } from './migrations/1000000003000-attainment-and-timeline';
import { OrderedLists1000000004000 } from './migrations/1000000004000-ordered-lists';
import { AlwaysOwned1000000005000 } from './migrations/1000000005000-always-owned';
import { LegalEntities1000000006000 } from './migrations/1000000006000-legal-entities';
import { WholeTimeline1000000007000 } from './migrations/1000000007000-whole-timeline';
import { Stakeholders1000000008000 } from './migrations/1000000008000-stakeholders';
import { DemandDrivers1000000009000 } from './migrations/1000000009000-demand-drivers';
import { SalesOfAccounts1000000010000 } from './migrations/1000000010000-sales-of-accounts';
import { AssessmentRules1000000011000 } from './migrations/1000000011000-assessment-rules';
import { AccountAssessments1000000012000 } from './migrations/1000000012000-account-assessments';
import { CoverageAndSelection1000000013000 } from './migrations/1000000013000-coverage-and-selection';
import { Dossiers1000000014000 } from './migrations/1000000014000-dossiers';
import { Steps1000000015000 } from './migrations/1000000015000-steps';
import { WarGameCards1000000016000 } from './migrations/1000000016000-war-game-cards';
import { PlanVersions1000000017000 } from './migrations/1000000017000-plan-versions';
import { PlaysAndRules1000000018000 } from './migrations/1000000018000-plays-and-rules';
import { Pipeline1000000019000 } from './migrations/1000000019000-pipeline';
import { FunnelTemplates1000000020000 } from './migrations/1000000020000-funnel-templates';
import { Teams1000000021000 } from './migrations/1000000021000-teams';
import { IronTriangle1000000021200 } from './migrations/1000000021200-iron-triangle';
import { Capacity1000000021400 } from './migrations/1000000021400-capacity';
import { Skills1000000021600 } from './migrations/1000000021600-skills';
import { Talent1000000021800 } from './migrations/1000000021800-talent';
import { Rehearsals1000000023000 } from './migrations/1000000023000-rehearsals';
import { AttainmentRules1000000025000 } from './migrations/1000000025000-attainment-rules';
import { Rebalancings1000000027000 } from './migrations/1000000027000-rebalancings';
import { SupportActions1000000027200 } from './migrations/1000000027200-support-actions';
import { Touches1000000029000 } from './migrations/1000000029000-touches';
import { HiredAgain1000000030000 } from './migrations/1000000030000-hired-again';
import { RehearsalLimit1000000030300 } from './migrations/1000000030300-rehearsal-limit';
import { ShippedTeamRules1000000031000 } from './migrations/1000000031000-shipped-team-rules';
import { HiddenCapacities1000000033000 } from './migrations/1000000033000-hidden-capacities';
import { ProposalsLapse1000000033100 } from './migrations/1000000033100-proposals-lapse';
import { HelpForRevised1000000033200 } from './migrations/1000000033200-help-for-revised';
import { OrderOfDecisions1000000034000 } from './migrations/1000000034000-order-of-decisions';
import { PlaysOfClasses1000000034200 } from './migrations/1000000034200-plays-of-classes';
import { WorkOfEndedLines1000000034300 } from './migrations/1000000034300-work-of-ended-lines';
import { WhoDidIt1000000034500 } from './migrations/1000000034500-who-did-it';
import { CapInRules1000000034600 } from './migrations/1000000034600-cap-in-rules';
import { PlacesOfLines1000000034700 } from './migrations/1000000034700-places-of-lines';
import { ExactAsShown1000000034800 } from './migrations/1000000034800-exact-as-shown';
import { NextTargetResolver, ProposedTargetResolver } from './next-target/next-target.resolver';
import { LineOutlook } from './outlook/line-outlook';
import { LineOutlookResolver, PlanLineOutlookResolver } from './outlook/outlook.resolver';
import { AccountOverrideResolver, RelationshipOverrideResolver } from './override/override.resolver';
import { RelationshipOverride } from './override/relationship-override';
import {
  AccountShareResolver,
  ClosedDealsResolver,
  OwnerWinRateResolver,
  ProductWinRateResolver,
} from './pipeline/closed-deals.resolver';
import {
  OwnerCoverageResolver,
  PlanCoverageResolver,
  PlanLineCoverageResolver,
  ProductCoverageResolver,
} from './pipeline/coverage.resolver';
import { pipeline } from './pipeline/pipeline';
import { PipelineCase } from './pipeline/pipeline-case';
import { PipelineFact } from './pipeline/pipeline-fact';
import { AccountPipelineResolver, PipelineResolver, PlanLinePipelineResolver } from './pipeline/pipeline.resolver';
import { PlanLine } from './plan-line/plan-line';
import { callOffWorkOfEndedLines } from './plan-line/work-of-ended-lines';
import { AccountPlanResolver, PlanLineExistsResolver, PlanLineResolver } from './plan-line/plan-line.resolver';
import { PlanRules } from './plan-rules/plan-rules';
import { PlanRulesResolver } from './plan-rules/plan-rules.resolver';
import { PlanLineVersion } from './plan-version/plan-line-version';
import { PlanVersion } from './plan-version/plan-version';
import {
  PlanComparisonResolver,
  PlanLineVersionResolver,
  PlanVersionResolver,
  RepIncreaseResolver,
  RevisionOpenResolver,
} from './plan-version/plan-version.resolver';
import {
  PlanLineChangeResolver,
  PlanLineVersionReferencesResolver,
  PlanLineVersionsResolver,
} from './plan-version/versioned-line.resolver';
import { Plan } from './plan/plan';
import { PlanProductTarget } from './plan/plan-product-target';
import { PlanResolver, ProductTargetResolver } from './plan/plan.resolver';
import { Play } from './play/play';
import {
  AccountStrategyPlaysResolver,
  ClassStrategyPlaysResolver,
  PlanLinePlaysResolver,
  PlanLineVersionPlaysResolver,
  PlayExistsResolver,
  PlayResolver,
} from './play/play.resolver';
import { PlanLinePotentialResolver } from './potential/plan-line-potential.resolver';
import { Product } from './product/product';
import { ProductResolver } from './product/product.resolver';
import { RebalancedTarget } from './rebalancing/rebalanced-target';
import { RebalancedTargetResolver } from './rebalancing/rebalanced-target.resolver';
import { Rebalancing } from './rebalancing/rebalancing';
import { RebalancingRule } from './rebalancing/rebalancing-rule';
import { RebalancingRuleResolver } from './rebalancing/rebalancing-rule.resolver';
import { RebalancingSumsResolver } from './rebalancing/rebalancing-sums.resolver';
import {
  PlanRebalancingResolver,
  RebalancingOpenResolver,
  RebalancingResolver,
} from './rebalancing/rebalancing.resolver';
import { QuotaFairnessResolver, RepAttainmentResolver } from './rebalancing/quota-fairness.resolver';
import { PlanRepTargetsResolver, RepTargetResolver } from './rebalancing/rep-target.resolver';
import { Rehearsal } from './rehearsal/rehearsal';
import { PlanRehearsalResolver, RehearsalResolver, RehearsedLineResolver } from './rehearsal/rehearsal.resolver';
import { RehearsedLine } from './rehearsal/rehearsed-line';
import { rehearsalRunner } from './rehearsal/runner';
import { WhatIfResolver } from './rehearsal/what-if.resolver';
import { Rep } from './rep/rep';
import { RepResolver } from './rep/rep.resolver';
import {
  PlanRollUpResolver,
  PlanVersionRollUpResolver,
  RollUpResolver,
  RollUpRowResolver,
} from './roll-up/roll-up.resolver';
import { AccountStrategyResolver } from './rules/account-strategy.resolver';
import { AttainmentRule } from './rules/attainment-rule';
import { AttainmentRuleResolver } from './rules/attainment-rule.resolver';
import { ClassStrategy } from './rules/class-strategy';
import { ClassStrategyResolver } from './rules/class-strategy.resolver';
import { CoverageRule } from './rules/coverage-rule';
import { CoverageRuleResolver } from './rules/coverage-rule.resolver';
import { IncentiveRule } from './rules/incentive-rule';
import { IncentiveRuleResolver } from './rules/incentive-rule.resolver';
import { PortfolioRule } from './rules/portfolio-rule';
import { PortfolioRuleResolver } from './rules/portfolio-rule.resolver';
import { PotentialRule } from './rules/potential-rule';
import { PotentialRuleResolver } from './rules/potential-rule.resolver';
import { RelationshipChain } from './rules/relationship-chain';
import { RelationshipChainResolver } from './rules/relationship-chain.resolver';
import { StageRule } from './rules/stage-rule';
import { StageRuleResolver } from './rules/stage-rule.resolver';
import { StageStrategy } from './rules/stage-strategy';
import { StageStrategyResolver } from './rules/stage-strategy.resolver';
import { TrustRule } from './rules/trust-rule';
import { TrustRuleResolver } from './rules/trust-rule.resolver';
import { AccountSeat } from './seat/account-seat';
import { AccountIronTriangleResolver, AccountSeatResolver, RepSeatResolver } from './seat/seat.resolver';
import { AccountSelection } from './selection/account-selection';
import { AccountSelectionResolver, AccountSelectionsResolver } from './selection/selection.resolver';
import { CoachingSession } from './skill/coaching-session';
import { Skill } from './skill/skill';
import { SkillAssessment } from './skill/skill-assessment';
import {
  CoachingSessionResolver,
  RepSkillResolver,
  SkillAssessmentResolver,
  SkillExistsResolver,
  SkillResolver,
} from './skill/skill.resolver';
import { StepGap } from './step-gap/step-gap';
import {
  AccountGapResolver,
  AccountGapsResolver,
  OwnerGapsResolver,
  StepGapResolver,
} from './step-gap/step-gap.resolver';
import { steps } from './step-gap/steps';
import { StepTemplate } from './step-template/step-template';
import { StepTemplateResolver } from './step-template/step-template.resolver';
import { Step } from './step/step';
import { AccountStepResolver, PlanLineStepResolver, StepResolver } from './step/step.resolver';
import { SupportAction } from './support/support-action';
import { RepSupportResolver, SupportActionResolver } from './support/support.resolver';
import { Candidate } from './talent/candidate';
import { LeavingRisk } from './talent/leaving-risk';
import { CandidateResolver, LeavingRiskResolver, RepLeavingRiskResolver } from './talent/talent.resolver';
import { Team } from './team/team';
import { RepTeamResolver, TeamExistsResolver, TeamResolver } from './team/team.resolver';
import { Tenant, timeZoneOf } from './tenant/tenant';
import { TenantResolver } from './tenant/tenant.resolver';
import { timeline } from './timeline/timeline';
import { TimelineEntry } from './timeline/timeline-entry';
import { TimelineResolver } from './timeline/timeline.resolver';
import { TouchRecord } from './touch/touch-record';
import { AccountTouchResolver, TouchRecordResolver } from './touch/touch.resolver';
import { TrustOutcome } from './trust/trust-outcome';
import { ContactTrustResolver, TrustOutcomeResolver } from './trust/trust.resolver';
import { WarGameCard } from './war-game/war-game-card';
import {
  PlanLineWarGameResolver,
  PlanWarGameResolver,
  StepWarGameResolver,
  WarGameCardResolver,
} from './war-game/war-game-card.resolver';

export { registerTenant, type RegisterTenant } from './tenant/register-tenant';
export { timeZoneOf } from './tenant/tenant';

/** 计划: owns the master data and the plans; from a named account to a target with one owner, and back to what came of it. */
export const planning = defineService({
  name: 'planning',
  entities: [
    Account,
    AccountPosition,
    LeadClassification,
    AccountAssessment,
    BookedContract,
    CollectedPayment,
    AccountTouch,
    CapacityStatement,
    TeamRule,
    Contact,
    ContactStanding,
    DossierNote,
    DriftReading,
    DemandDriver,
    DriverMeasure,
    FunnelTemplate,
    LegalEntity,
    LineOutlook,
    RelationshipOverride,
    PipelineCase,
    PipelineFact,
    PlanLine,
    PlanRules,
    PlanLineVersion,
    PlanVersion,
    Plan,
    PlanProductTarget,
    Play,
    Product,
    RebalancedTarget,
    Rebalancing,
    RebalancingRule,
    Rehearsal,
    RehearsedLine,
    Rep,
    AttainmentRule,
    ClassStrategy,
    CoverageRule,
    IncentiveRule,
    PortfolioRule,
    PotentialRule,
    RelationshipChain,
    StageRule,
    StageStrategy,
    TrustRule,
    AccountSeat,
    AccountSelection,
    CoachingSession,
    Skill,
    SkillAssessment,
    StepGap,
    StepTemplate,
    Step,
    SupportAction,
    Candidate,
    LeavingRisk,
    Team,
    Tenant,
    TimelineEntry,
    TouchRecord,
    TrustOutcome,
    WarGameCard,
  ],
  migrations: [
    messagingTables(rolesOf('planning')),
    commandTables(rolesOf('planning')),
    dueWorkTable(rolesOf('planning')),
    MasterData1000000001000,
    Plans1000000002000,
    AttainmentAndTimeline1000000003000,
    OrderedLists1000000004000,
    AlwaysOwned1000000005000,
    LegalEntities1000000006000,
    WholeTimeline1000000007000,
    Stakeholders1000000008000,
    DemandDrivers1000000009000,
    SalesOfAccounts1000000010000,
    AssessmentRules1000000011000,
    AccountAssessments1000000012000,
    CoverageAndSelection1000000013000,
    Dossiers1000000014000,
    Steps1000000015000,
    WarGameCards1000000016000,
    PlanVersions1000000017000,
    PlaysAndRules1000000018000,
    Pipeline1000000019000,
    FunnelTemplates1000000020000,
    Teams1000000021000,
    IronTriangle1000000021200,
    Capacity1000000021400,
    Skills1000000021600,
    Talent1000000021800,
    Rehearsals1000000023000,
    AttainmentRules1000000025000,
    Rebalancings1000000027000,
    SupportActions1000000027200,
    Touches1000000029000,
    HiredAgain1000000030000,
    RehearsalLimit1000000030300,
    ShippedTeamRules1000000031000,
    HiddenCapacities1000000033000,
    ProposalsLapse1000000033100,
    HelpForRevised1000000033200,
    OrderOfDecisions1000000034000,
    PlaysOfClasses1000000034200,
    WorkOfEndedLines1000000034300,
    WhoDidIt1000000034500,
    CapInRules1000000034600,
    PlacesOfLines1000000034700,
    ExactAsShown1000000034800,
  ],
  resolvers: [
    TenantResolver,
    RepResolver,
    ProductResolver,
    LegalEntityResolver,
    CreditCodeTakenResolver,
    AccountResolver,
    ContactResolver,
    DemandDriverResolver,
    DemandDriverExistsResolver,
    DriverMeasureResolver,
    AccountDriverResolver,
    PotentialRuleResolver,
    StageRuleResolver,
    RelationshipChainResolver,
    TrustRuleResolver,
    PortfolioRuleResolver,
    ClassStrategyResolver,
    StageStrategyResolver,
    AccountStrategyResolver,
    CoverageRuleResolver,
    CoverageReturnResolver,
    AccountCoverageReturnResolver,
    AccountSelectionResolver,
    AccountSelectionsResolver,
    DossierNoteResolver,
    AccountDossierResolver,
    TouchRecordResolver,
    AccountTouchResolver,
    ContactCadenceResolver,
    AccountTouchToldResolver,
    AccountCadenceResolver,
    RelationshipOverrideResolver,
    AccountOverrideResolver,
    TrustOutcomeResolver,
    ContactTrustResolver,
    AccountAssessmentsResolver,
    PendingAssessmentsResolver,
    AccountAssessmentResolver,
    StageBasisResolver,
    ScoreBasisResolver,
    PotentialBasisResolver,
    DriverContributionResolver,
    PlanResolver,
    ProductTargetResolver,
    PlanLineResolver,
    PlanLinePotentialResolver,
    PlanLineExistsResolver,
    PlanVersionResolver,
    PlanComparisonResolver,
    PlanLineVersionResolver,
    PlanLineVersionReferencesResolver,
    PlanLineVersionsResolver,
    PlanLineChangeResolver,
    RevisionOpenResolver,
    RepIncreaseResolver,
    PlanRollUpResolver,
    PlanVersionRollUpResolver,
    RollUpResolver,
    RollUpRowResolver,
    PlayResolver,
    PlayExistsResolver,
    ClassStrategyPlaysResolver,
    AccountStrategyPlaysResolver,
    PlanLinePlaysResolver,
    PlanLineVersionPlaysResolver,
    PlanRulesResolver,
    AccountPlanResolver,
    AttainmentResolver,
    AccountSalesResolver,
    PlanAttainmentResolver,
    PlanAttainmentRowsResolver,
    AttainmentRowResolver,
    PlanPayoutsResolver,
    PlanPayoutRowsResolver,
    RepPayoutOfPlanResolver,
    RepPayoutResolver,
    PayoutLineResolver,
    AttainmentRuleResolver,
    IncentiveRuleResolver,
    TimelineResolver,
    StepTemplateResolver,
    StepResolver,
    AccountStepResolver,
    PlanLineStepResolver,
    StepGapResolver,
    OwnerGapsResolver,
    AccountGapsResolver,
    AccountGapResolver,
    WarGameCardResolver,
    PlanWarGameResolver,
    PlanLineWarGameResolver,
    StepWarGameResolver,
    FunnelResolver,
    SalesFunnelResolver,
    RequiredPipelineResolver,
    PlanRequirementResolver,
    PipelineResolver,
    AccountPipelineResolver,
    PlanLinePipelineResolver,
    PlanCoverageResolver,
    PlanLineCoverageResolver,
    ProductCoverageResolver,
    OwnerCoverageResolver,
    ClosedDealsResolver,
    ProductWinRateResolver,
    OwnerWinRateResolver,
    AccountShareResolver,
    HistoryResolver,
    LineOutlookResolver,
    PlanLineOutlookResolver,
    RehearsalResolver,
    RehearsedLineResolver,
    PlanRehearsalResolver,
    WhatIfResolver,
    TeamResolver,
    TeamExistsResolver,
    RepTeamResolver,
    AccountSeatResolver,
    AccountIronTriangleResolver,
    RepSeatResolver,
    TeamRuleResolver,
    CapacityStatementResolver,
    RepCapacityResolver,
    SkillResolver,
    SkillExistsResolver,
    SkillAssessmentResolver,
    CoachingSessionResolver,
    RepSkillResolver,
    CandidateResolver,
    LeavingRiskResolver,
    RepLeavingRiskResolver,
    PlanPeopleResolver,
    TeamCoverageResolver,
    KeyPersonShareResolver,
    KeyPersonRiskResolver,
    RelationshipShareResolver,
    RebalancingRuleResolver,
    RebalancingResolver,
    RebalancingSumsResolver,
    RebalancedTargetResolver,
    RebalancingOpenResolver,
    PlanRebalancingResolver,
    PlanRepTargetsResolver,
    QuotaFairnessResolver,
    RepAttainmentResolver,
    RepTargetResolver,
    NextTargetResolver,
    ProposedTargetResolver,
    SupportActionResolver,
    RepSupportResolver,
  ],
  references: {
    Account: ({ id }, context) => context.reads.one(Account, id),
    CapacityStatement: ({ id }, context) => context.reads.one(CapacityStatement, id),
    TeamRule: ({ id }, context) => context.reads.one(TeamRule, id),
    Contact: ({ id }, context) => context.reads.one(Contact, id),
    DossierNote: ({ id }, context) => context.reads.one(DossierNote, id),
    DemandDriver: ({ id }, context) => context.reads.one(DemandDriver, id),
    DriverMeasure: ({ id }, context) => context.reads.one(DriverMeasure, id),
    FunnelTemplate: ({ id }, context) => context.reads.one(FunnelTemplate, id),
    LegalEntity: ({ id }, context) => context.reads.one(LegalEntity, id),
    RelationshipOverride: ({ id }, context) => context.reads.one(RelationshipOverride, id),
    PlanLine: ({ id }, context) => context.reads.one(PlanLine, id),
    PlanLineVersion: ({ id }, context) => context.reads.one(PlanLineVersion, id),
    PlanVersion: ({ id }, context) => context.reads.one(PlanVersion, id),
    Plan: ({ id }, context) => context.reads.one(Plan, id),
    Play: ({ id }, context) => context.reads.one(Play, id),
    Product: ({ id }, context) => context.reads.one(Product, id),
    RebalancedTarget: ({ id }, context) => context.reads.one(RebalancedTarget, id),
    Rebalancing: ({ id }, context) => context.reads.one(Rebalancing, id),
    RebalancingRule: ({ id }, context) => context.reads.one(RebalancingRule, id),
    Rehearsal: ({ id }, context) => context.reads.one(Rehearsal, id),
    Rep: ({ id }, context) => context.reads.one(Rep, id),
    AttainmentRule: ({ id }, context) => context.reads.one(AttainmentRule, id),
    ClassStrategy: ({ id }, context) => context.reads.one(ClassStrategy, id),
    CoverageRule: ({ id }, context) => context.reads.one(CoverageRule, id),
    IncentiveRule: ({ id }, context) => context.reads.one(IncentiveRule, id),
    PortfolioRule: ({ id }, context) => context.reads.one(PortfolioRule, id),
    PotentialRule: ({ id }, context) => context.reads.one(PotentialRule, id),
    RelationshipChain: ({ id }, context) => context.reads.one(RelationshipChain, id),
    StageRule: ({ id }, context) => context.reads.one(StageRule, id),
    StageStrategy: ({ id }, context) => context.reads.one(StageStrategy, id),
    TrustRule: ({ id }, context) => context.reads.one(TrustRule, id),
    AccountSeat: ({ id }, context) => context.reads.one(AccountSeat, id),
    AccountSelection: ({ id }, context) => context.reads.one(AccountSelection, id),
    CoachingSession: ({ id }, context) => context.reads.one(CoachingSession, id),
    Skill: ({ id }, context) => context.reads.one(Skill, id),
    SkillAssessment: ({ id }, context) => context.reads.one(SkillAssessment, id),
    StepTemplate: ({ id }, context) => context.reads.one(StepTemplate, id),
    Step: ({ id }, context) => context.reads.one(Step, id),
    SupportAction: ({ id }, context) => context.reads.one(SupportAction, id),
    Candidate: ({ id }, context) => context.reads.one(Candidate, id),
    LeavingRisk: ({ id }, context) => context.reads.one(LeavingRisk, id),
    Team: ({ id }, context) => context.reads.one(Team, id),
    TouchRecord: ({ id }, context) => context.reads.one(TouchRecord, id),
    TrustOutcome: ({ id }, context) => context.reads.one(TrustOutcome, id),
    WarGameCard: ({ id }, context) => context.reads.one(WarGameCard, id),
  },
  consumers: [
    {
      name: 'planning',
      handlers: [onContractSigned, onPaymentReceived, onLeadClassified, onDriftDetected, ...onTouchRecorded],
    },
    timeline,
    steps,
    pipeline,
    touches,
  ],
  dueWork: [...assessWhatIsDue, callOffWorkOfEndedLines],
  background: [rehearsalRunner()],
  timeZoneOf,
});
