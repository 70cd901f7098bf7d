// Generated from libs/contracts/events by `npm run contracts:generate`. Change the schemas, not this file.

import common from '../../events/common.schema.json';
import accountClassifiedV1 from '../../events/planning/account-classified.v1.schema.json';
import accountRegisteredV1 from '../../events/planning/account-registered.v1.schema.json';
import accountTargetedV1 from '../../events/planning/account-targeted.v1.schema.json';
import accountUpdatedV1 from '../../events/planning/account-updated.v1.schema.json';
import contactChangedV1 from '../../events/planning/contact-changed.v1.schema.json';
import contactLeftV1 from '../../events/planning/contact-left.v1.schema.json';
import contactRegisteredV1 from '../../events/planning/contact-registered.v1.schema.json';
import planApprovedV1 from '../../events/planning/plan-approved.v1.schema.json';
import planRehearsedV1 from '../../events/planning/plan-rehearsed.v1.schema.json';
import productRegisteredV1 from '../../events/planning/product-registered.v1.schema.json';
import repRegisteredV1 from '../../events/planning/rep-registered.v1.schema.json';
import planningStepChangedV1 from '../../events/planning/step-changed.v1.schema.json';
import stepTemplatesDefinedV1 from '../../events/planning/step-templates-defined.v1.schema.json';
import targetRevisedV1 from '../../events/planning/target-revised.v1.schema.json';
import targetWithdrawnV1 from '../../events/planning/target-withdrawn.v1.schema.json';
import targetsRebalancedV1 from '../../events/planning/targets-rebalanced.v1.schema.json';
import tenantRegisteredV1 from '../../events/planning/tenant-registered.v1.schema.json';
import planningTouchRecordedV1 from '../../events/planning/touch-recorded.v1.schema.json';
import leadCapturedV1 from '../../events/acquisition/lead-captured.v1.schema.json';
import leadClassifiedV1 from '../../events/acquisition/lead-classified.v1.schema.json';
import leadDisqualifiedV1 from '../../events/acquisition/lead-disqualified.v1.schema.json';
import leadUpdatedV1 from '../../events/acquisition/lead-updated.v1.schema.json';
import opportunityQualifiedV1 from '../../events/acquisition/opportunity-qualified.v1.schema.json';
import acquisitionStepChangedV1 from '../../events/acquisition/step-changed.v1.schema.json';
import acquisitionTouchRecordedV1 from '../../events/acquisition/touch-recorded.v1.schema.json';
import contractSignedV1 from '../../events/deal/contract-signed.v1.schema.json';
import dealLostV1 from '../../events/deal/deal-lost.v1.schema.json';
import dealOpenedV1 from '../../events/deal/deal-opened.v1.schema.json';
import dealStageChangedV1 from '../../events/deal/deal-stage-changed.v1.schema.json';
import dealUpdatedV1 from '../../events/deal/deal-updated.v1.schema.json';
import dealStepChangedV1 from '../../events/deal/step-changed.v1.schema.json';
import dealTouchRecordedV1 from '../../events/deal/touch-recorded.v1.schema.json';
import contractSettledV1 from '../../events/receivables/contract-settled.v1.schema.json';
import disputeOpenedV1 from '../../events/receivables/dispute-opened.v1.schema.json';
import disputeResolvedV1 from '../../events/receivables/dispute-resolved.v1.schema.json';
import instalmentClaimedV1 from '../../events/receivables/instalment-claimed.v1.schema.json';
import instalmentCollectedV1 from '../../events/receivables/instalment-collected.v1.schema.json';
import milestoneReachedV1 from '../../events/receivables/milestone-reached.v1.schema.json';
import paymentReceivedV1 from '../../events/receivables/payment-received.v1.schema.json';
import receivablesStepChangedV1 from '../../events/receivables/step-changed.v1.schema.json';
import receivablesTouchRecordedV1 from '../../events/receivables/touch-recorded.v1.schema.json';
import driftDetectedV1 from '../../events/customer-success/drift-detected.v1.schema.json';
import expansionIdentifiedV1 from '../../events/customer-success/expansion-identified.v1.schema.json';
import referralGivenV1 from '../../events/customer-success/referral-given.v1.schema.json';
import renewalIdentifiedV1 from '../../events/customer-success/renewal-identified.v1.schema.json';
import customerSuccessStepChangedV1 from '../../events/customer-success/step-changed.v1.schema.json';
import customerSuccessTouchRecordedV1 from '../../events/customer-success/touch-recorded.v1.schema.json';
import { type ServiceName, topicOf } from '../services';

/**
 * Identifier, a UUID in lower case; the house makes version 7 (RFC 9562).
 */
export type Uuid = string;
/**
 * Identifier as in Uuid, or null where there is none.
 */
export type UuidOrNull = string | null;
/**
 * Calendar day (日期) in the tenant's time zone, ISO 8601 `YYYY-MM-DD`.
 */
export type LocalDate = string;
/**
 * Currency (币种): active ISO 4217 code in upper case.
 */
export type Currency = string;
/**
 * Share in basis points (万分比): whole number, 10000 is the whole.
 */
export type BasisPoints = number;
/**
 * Team (销售团队) by its name in the tenant's directory.
 */
export type Team = string;
/**
 * Id of the thing in the system it was imported from (外部编号). Never a person's name.
 */
export type ExternalId = string;
/**
 * Level in the customer's hierarchy (客户层级): GROUP 集团, PROVINCE 省级, CITY 市级, UNIT 采购单位 (any other buying unit).
 */
export type AccountLevel = 'GROUP' | 'PROVINCE' | 'CITY' | 'UNIT';
/**
 * Class in the customer portfolio matrix (客户分析矩阵): CORE 核心, TRACTION 牵引, GROWTH 成长, PROBLEM 问题.
 */
export type AccountClass = 'CORE' | 'TRACTION' | 'GROWTH' | 'PROBLEM';
/**
 * Purchase pattern (购买模式): RECURRING 持续购买, run-rate business; PROJECT 偶发购买, a one-off project.
 */
export type Scenario = 'RECURRING' | 'PROJECT';
/**
 * Where a lead comes from (线索来源): REFERRAL 客户推荐, INTRODUCTION 关键人引荐, EVENT 造势 (trade show), OUTREACH 定点公关, INBOUND 守株待兔 (brand, web), PARTNER 联盟与渠道, OTHER 其他.
 */
export type LeadSource = 'REFERRAL' | 'INTRODUCTION' | 'EVENT' | 'OUTREACH' | 'INBOUND' | 'PARTNER' | 'OTHER';
/**
 * Role in the decision chain (决策链角色): ECONOMIC_BUYER 拍板人, TECHNICAL 技术把关人, USER 使用人, PROCUREMENT 采购, FINANCE 财务, QUALITY 质量, SUPPLY_CHAIN 供应链, SUPERVISOR 监理/第三方.
 */
export type DecisionRole =
  'ECONOMIC_BUYER' | 'TECHNICAL' | 'USER' | 'PROCUREMENT' | 'FINANCE' | 'QUALITY' | 'SUPPLY_CHAIN' | 'SUPERVISOR';
/**
 * Stage of a deal (拿单步骤): VERIFY 验证商机, PRE_BID 标前引导, BID 标书提交, NEGOTIATE 谈判签约; ended as SIGNED 已签约 or LOST 丢单.
 */
export type DealStage = 'VERIFY' | 'PRE_BID' | 'BID' | 'NEGOTIATE' | 'SIGNED' | 'LOST';
/**
 * Kind of business (签约类型): NEW 新签, RENEWAL 续签, EXPANSION 增购.
 */
export type ContractKind = 'NEW' | 'RENEWAL' | 'EXPANSION';
/**
 * What makes an instalment fall due (付款触发): SIGNING 签约, DELIVERY 到货, ACCEPTANCE 验收, WARRANTY_END 质保期满.
 */
export type InstalmentTrigger = 'SIGNING' | 'DELIVERY' | 'ACCEPTANCE' | 'WARRANTY_END';
/**
 * Why the customer holds payment back (争议原因): QUALITY 质量瑕疵, DELAY 交付延误, DOCUMENTS 单据不全, PRICE 价格, OTHER 其他.
 */
export type DisputeReason = 'QUALITY' | 'DELAY' | 'DOCUMENTS' | 'PRICE' | 'OTHER';
/**
 * Point of the lifecycle (环节): PLAN 计划, ACQUIRE 获客, WIN 拿单, COLLECT 回款, RENEW 续单; the service of that point works on its steps.
 */
export type LifecyclePoint = 'PLAN' | 'ACQUIRE' | 'WIN' | 'COLLECT' | 'RENEW';
/**
 * Name of a step within its point that programs go by (步骤标识), such as `account-intelligence`; the same in every edition of its template.
 */
export type StepKey = string;
/**
 * Standard action of a step (标准动作), as its template says; without names of people.
 */
export type StepAction = string;
/**
 * Where a step stands (步骤状态): PLANNED 待开始, STARTED 进行中, DONE 已完成, CANCELLED 已取消.
 */
export type StepStatus = 'PLANNED' | 'STARTED' | 'DONE' | 'CANCELLED';
/**
 * How the customer was met (接触方式): VISIT 拜访, MEETING 会议, CALL 电话, MESSAGE 信息, EVENT 活动, OTHER 其他.
 */
export type TouchKind = 'VISIT' | 'MEETING' | 'CALL' | 'MESSAGE' | 'EVENT' | 'OTHER';
/**
 * What came of it (接触结果): KEPT_PROMISE 履约, GOOD_CONTACT 良好接触, NEUTRAL 一般, BROKEN_PROMISE 失约, NOT_REACHED 未联系上, which is no contact.
 */
export type TouchOutcome = 'KEPT_PROMISE' | 'GOOD_CONTACT' | 'NEUTRAL' | 'BROKEN_PROMISE' | 'NOT_REACHED';
/**
 * Degree of execution (执行程度), 0 to 100.
 */
export type Degree = number;
/**
 * Something that a step needs before it starts (输入), or leaves behind (输出), by its name in the template.
 */
export type StepItem = string;

/**
 * The data of every event, by its type.
 */
export interface EventMap {
  'fivepoint.planning.account-classified.v1': AccountClassifiedV1;
  'fivepoint.planning.account-registered.v1': AccountRegisteredV1;
  'fivepoint.planning.account-targeted.v1': AccountTargetedV1;
  'fivepoint.planning.account-updated.v1': AccountUpdatedV1;
  'fivepoint.planning.contact-changed.v1': ContactChangedV1;
  'fivepoint.planning.contact-left.v1': ContactLeftV1;
  'fivepoint.planning.contact-registered.v1': ContactRegisteredV1;
  'fivepoint.planning.plan-approved.v1': PlanApprovedV1;
  'fivepoint.planning.plan-rehearsed.v1': PlanRehearsedV1;
  'fivepoint.planning.product-registered.v1': ProductRegisteredV1;
  'fivepoint.planning.rep-registered.v1': RepRegisteredV1;
  'fivepoint.planning.step-changed.v1': PlanningStepChangedV1;
  'fivepoint.planning.step-templates-defined.v1': StepTemplatesDefinedV1;
  'fivepoint.planning.target-revised.v1': TargetRevisedV1;
  'fivepoint.planning.target-withdrawn.v1': TargetWithdrawnV1;
  'fivepoint.planning.targets-rebalanced.v1': TargetsRebalancedV1;
  'fivepoint.planning.tenant-registered.v1': TenantRegisteredV1;
  'fivepoint.planning.touch-recorded.v1': PlanningTouchRecordedV1;
  'fivepoint.acquisition.lead-captured.v1': LeadCapturedV1;
  'fivepoint.acquisition.lead-classified.v1': LeadClassifiedV1;
  'fivepoint.acquisition.lead-disqualified.v1': LeadDisqualifiedV1;
  'fivepoint.acquisition.lead-updated.v1': LeadUpdatedV1;
  'fivepoint.acquisition.opportunity-qualified.v1': OpportunityQualifiedV1;
  'fivepoint.acquisition.step-changed.v1': AcquisitionStepChangedV1;
  'fivepoint.acquisition.touch-recorded.v1': AcquisitionTouchRecordedV1;
  'fivepoint.deal.contract-signed.v1': ContractSignedV1;
  'fivepoint.deal.deal-lost.v1': DealLostV1;
  'fivepoint.deal.deal-opened.v1': DealOpenedV1;
  'fivepoint.deal.deal-stage-changed.v1': DealStageChangedV1;
  'fivepoint.deal.deal-updated.v1': DealUpdatedV1;
  'fivepoint.deal.step-changed.v1': DealStepChangedV1;
  'fivepoint.deal.touch-recorded.v1': DealTouchRecordedV1;
  'fivepoint.receivables.contract-settled.v1': ContractSettledV1;
  'fivepoint.receivables.dispute-opened.v1': DisputeOpenedV1;
  'fivepoint.receivables.dispute-resolved.v1': DisputeResolvedV1;
  'fivepoint.receivables.instalment-claimed.v1': InstalmentClaimedV1;
  'fivepoint.receivables.instalment-collected.v1': InstalmentCollectedV1;
  'fivepoint.receivables.milestone-reached.v1': MilestoneReachedV1;
  'fivepoint.receivables.payment-received.v1': PaymentReceivedV1;
  'fivepoint.receivables.step-changed.v1': ReceivablesStepChangedV1;
  'fivepoint.receivables.touch-recorded.v1': ReceivablesTouchRecordedV1;
  'fivepoint.customer-success.drift-detected.v1': DriftDetectedV1;
  'fivepoint.customer-success.expansion-identified.v1': ExpansionIdentifiedV1;
  'fivepoint.customer-success.referral-given.v1': ReferralGivenV1;
  'fivepoint.customer-success.renewal-identified.v1': RenewalIdentifiedV1;
  'fivepoint.customer-success.step-changed.v1': CustomerSuccessStepChangedV1;
  'fivepoint.customer-success.touch-recorded.v1': CustomerSuccessTouchRecordedV1;
}
/**
 * Amount of money (金额), exact. With VAT unless a field says otherwise.
 */
export interface Money {
  /**
   * Plain decimal with exactly the decimals of the currency: `1250000.00` CNY, `1250000` JPY, `1250.000` KWD. No grouping, no exponent.
   */
  amount: string;
  /**
   * ISO 4217 code of the amount.
   */
  currency: Currency;
}
/**
 * One need of the customer (需求), found by SPIN questions.
 */
export interface Need {
  /**
   * SITUATION 背景, PROBLEM 难点, IMPLICATION 暗示, NEED_PAYOFF 需求-效益.
   */
  kind: 'SITUATION' | 'PROBLEM' | 'IMPLICATION' | 'NEED_PAYOFF';
  /**
   * What the customer said or agreed to, without names of people.
   */
  statement: string;
}
/**
 * One of the four BANT findings, with what proves it.
 */
export interface BantFinding {
  /**
   * What was found, without names of people.
   */
  finding: string;
  /**
   * What proves it: a document, minutes, a link (依据).
   */
  evidence: string;
}
/**
 * The BANT gate (四要素): all four were found with evidence before the lead became an opportunity.
 */
export interface Bant {
  /**
   * Budget (预算).
   */
  budget: BantFinding;
  /**
   * Authority (决策权).
   */
  authority: BantFinding;
  /**
   * Need (需求).
   */
  need: BantFinding;
  /**
   * Timing (时间).
   */
  timing: BantFinding;
}
/**
 * One line of the payment terms (付款条款); the lines' basis points sum to 10000 and the amounts follow by largest remainder (rules §7).
 */
export interface PaymentTerm {
  /**
   * Name of the instalment as the contract has it, such as 首付款.
   */
  name: string;
  /**
   * Share of the contract's amount.
   */
  basisPoints: BasisPoints;
  /**
   * What makes it fall due.
   */
  trigger: InstalmentTrigger;
  /**
   * Days from the trigger to the due date (账期), calendar days.
   */
  dueDays: number;
}
/**
 * The part of a contract that recurs (经常性收入), such as maintenance.
 */
export interface RecurringPart {
  /**
   * Revenue over the whole term; part of the contract's amount.
   */
  amount: Money;
  /**
   * Length of the term in months.
   */
  termMonths: number;
  /**
   * First day of the term.
   */
  startsOn: LocalDate;
}
/**
 * An instalment that a milestone made fall due (到期分期款).
 */
export interface DueInstalment {
  /**
   * Instalment in receivables.
   */
  instalmentId: Uuid;
  /**
   * Its full amount.
   */
  amount: Money;
  /**
   * Its due date.
   */
  dueOn: LocalDate;
}
/**
 * One edition of the template of a step (步骤模板); it never changes but for being retired.
 */
export interface StepTemplate {
  /**
   * The edition of the template.
   */
  stepTemplateId: Uuid;
  /**
   * The point whose service works on such steps.
   */
  point: LifecyclePoint;
  /**
   * The step, unique in its point; editions share it.
   */
  stepKey: StepKey;
  /**
   * Number of the edition (版次), from 1; steps go on with the one that they began with.
   */
  edition: number;
  /**
   * Place of the step within its point (顺序), from 1.
   */
  place: number;
  /**
   * What is to be done.
   */
  action: StepAction;
  /**
   * What must be there before it starts (输入).
   *
   * @maxItems 20
   */
  requiredInputs: StepItem[];
  /**
   * What must be there before it is complete (输出).
   *
   * @maxItems 20
   */
  requiredOutputs: StepItem[];
  /**
   * Least degree of execution at which it is complete.
   */
  leastDegree: Degree;
  /**
   * Days from the beginning to its planned start (计划开始).
   */
  startDays: number;
  /**
   * Days from the beginning to its due day (计划完成), not before the start.
   */
  dueDays: number;
  /**
   * Role of the one who is accountable for it (责任角色).
   */
  ownerRole: 'REP' | 'MANAGER' | 'EXECUTIVE' | 'FINANCE' | 'DELIVERY' | 'PRESALES' | 'CSM';
  /**
   * Whether it is a gap when it is late (是否必做).
   */
  required: boolean;
  /**
   * Whether no step begins from it any more (是否停用).
   */
  retired: boolean;
}
/**
 * The stage of an account's relationship or its class in the customer portfolio matrix is another one today. Never of recorded history alone.
 */
export interface AccountClassifiedV1 {
  /**
   * The account (客户).
   */
  accountId: Uuid;
  /**
   * Stage of the relationship from now on (关系阶段).
   */
  stage: 'EXPLORATION' | 'BUILD_UP' | 'MATURITY' | 'DECLINE';
  /**
   * The stage before; the same where only the class is another.
   */
  previousStage: 'EXPLORATION' | 'BUILD_UP' | 'MATURITY' | 'DECLINE';
  /**
   * Class from now on; absent while potential or score is not known.
   */
  class?: AccountClass;
  /**
   * The class before, if there was one.
   */
  previousClass?: AccountClass;
  /**
   * Why: what made the stage, OVERRIDE where somebody set it or NO_ORDER 从未下单, DRIFT 机会漂移, QUIET 长期无订单, SHRINKING 连续下滑, GROWING 增长, STEADY 平稳, UNCHANGED 维持 where it was computed; PORTFOLIO where only the class is another.
   */
  reason: 'NO_ORDER' | 'DRIFT' | 'QUIET' | 'SHRINKING' | 'GROWING' | 'STEADY' | 'UNCHANGED' | 'OVERRIDE' | 'PORTFOLIO';
  /**
   * The day from which on it is so.
   */
  assessedOn: LocalDate;
}
/**
 * An account exists from now on. All services keep a small local copy, to refuse unknown accounts.
 */
export interface AccountRegisteredV1 {
  /**
   * The account (客户): one named buying unit, never a region or an industry.
   */
  accountId: Uuid;
  /**
   * Name of the organisation.
   */
  name: string;
  /**
   * Where it stands in its hierarchy.
   */
  level: AccountLevel;
  /**
   * The account above it, if any (上级客户).
   */
  parentId?: Uuid;
  /**
   * The rep accountable for it, once there is one (责任人).
   */
  ownerId?: Uuid;
  /**
   * The team of the owner.
   */
  team?: Team;
  /**
   * Set for imported accounts.
   */
  externalId?: ExternalId;
}
/**
 * An approved plan sets a target for one account and one product with one owner (一个萝卜一个坑). Acquisition opens a pursuit, its purchase pattern still to classify. Each line starts its own turn of the lifecycle.
 */
export interface AccountTargetedV1 {
  /**
   * The plan (作战计划).
   */
  planId: Uuid;
  /**
   * The line of the plan.
   */
  planLineId: Uuid;
  /**
   * The account (客户) it concerns.
   */
  accountId: Uuid;
  /**
   * The product to sell.
   */
  productId: Uuid;
  /**
   * Target (目标) for the period, not negative.
   */
  target: Money;
  /**
   * Floor (保底目标), at most the target.
   */
  floor: Money;
  /**
   * Stretch (冲刺目标), at least the target.
   */
  stretch?: Money;
  /**
   * First day of the period.
   */
  periodStart: LocalDate;
  /**
   * Last day of the period.
   */
  periodEnd: LocalDate;
  /**
   * The account's class, once it is classified.
   */
  class?: AccountClass;
  /**
   * The accountable rep (责任人).
   */
  ownerId: Uuid;
  /**
   * The team of the owner.
   */
  team: Team;
  /**
   * The version of the plan that says so, from 1 (版本序号); absent before plans had versions.
   */
  versionNumber?: number;
}
/**
 * The whole of an account's shared data after a change: an optional field that is absent has no value any more.
 */
export interface AccountUpdatedV1 {
  /**
   * The account (客户): one named buying unit, never a region or an industry.
   */
  accountId: Uuid;
  /**
   * Name of the organisation.
   */
  name: string;
  /**
   * Where it stands in its hierarchy.
   */
  level: AccountLevel;
  /**
   * The account above it, if any (上级客户).
   */
  parentId?: Uuid;
  /**
   * The rep accountable for it, once there is one (责任人).
   */
  ownerId?: Uuid;
  /**
   * The team of the owner.
   */
  team?: Team;
  /**
   * Set for imported accounts.
   */
  externalId?: ExternalId;
}
/**
 * A person at an account has other roles in the decision chain than before; name, phone and the like stay in planning.
 */
export interface ContactChangedV1 {
  /**
   * The contact (联系人).
   */
  contactId: Uuid;
  /**
   * The account where the person works.
   */
  accountId: Uuid;
  /**
   * Roles in the decision chain, none while unknown (决策链角色).
   */
  roles: DecisionRole[];
  /**
   * Roles before (原角色).
   */
  previousRoles: DecisionRole[];
}
/**
 * A person has left the account: the roles that the person held are open again (机会漂移的信号).
 */
export interface ContactLeftV1 {
  /**
   * The contact (联系人).
   */
  contactId: Uuid;
  /**
   * The account where the person works.
   */
  accountId: Uuid;
  /**
   * Roles in the decision chain, none while unknown (决策链角色).
   */
  roles: DecisionRole[];
  /**
   * The day on which the person left.
   */
  leftOn: LocalDate;
}
/**
 * A person at an account is known from now on, by id and role; name, phone and the like stay in planning.
 */
export interface ContactRegisteredV1 {
  /**
   * The contact (联系人).
   */
  contactId: Uuid;
  /**
   * The account where the person works.
   */
  accountId: Uuid;
  /**
   * Roles in the decision chain, none while unknown (决策链角色).
   */
  roles: DecisionRole[];
}
/**
 * A plan counts, or its next version does. The lines of the first follow as account-targeted, one each; of a later one what differs: account-targeted, target-revised, target-withdrawn.
 */
export interface PlanApprovedV1 {
  /**
   * The plan (作战计划).
   */
  planId: Uuid;
  /**
   * Name of the plan.
   */
  name: string;
  /**
   * First day of the period.
   */
  periodStart: LocalDate;
  /**
   * Last day of the period.
   */
  periodEnd: LocalDate;
  /**
   * Sum of the lines' targets, exactly (总目标).
   */
  target: Money;
  /**
   * Number of lines of the version.
   */
  lineCount: number;
  /**
   * The rep who wrote it, if a rep did (编制人).
   */
  ownerId?: Uuid;
  /**
   * The team whose plan it is; absent for a plan of the whole company.
   */
  team?: Team;
  /**
   * Which version of the plan was approved, from 1 (版本序号); absent before plans had versions.
   */
  versionNumber?: number;
  /**
   * Why the plan was revised (修订原因); absent for its first version.
   */
  reason?: string;
}
/**
 * A plan was played through many times; this is what came of it.
 */
export interface PlanRehearsedV1 {
  /**
   * The plan (作战计划).
   */
  planId: Uuid;
  /**
   * The rehearsal (推演).
   */
  rehearsalId: Uuid;
  /**
   * The version of the plan that was played through (计划版本).
   */
  planVersionId?: Uuid;
  /**
   * What was to be booked within the period (目标).
   */
  target: Money;
  /**
   * Each line's target by its probability, delays aside (加权额).
   */
  weighted: Money;
  /**
   * The share of trials that booked at least the target, in basis points (达成概率).
   */
  hitBasisPoints: number;
  /**
   * Bookings within the period: one trial in ten came to no more than this.
   */
  p10: Money;
  /**
   * Bookings within the period: half of the trials came to no more than this.
   */
  p50: Money;
  /**
   * Bookings within the period: nine trials in ten came to no more than this.
   */
  p90: Money;
  /**
   * How many times it was played through.
   */
  trialCount: number;
  /**
   * From which all luck followed (随机种子).
   */
  seed: number;
  /**
   * The rep whose plan it is, if it is a rep's (编制人).
   */
  ownerId?: Uuid;
  /**
   * The team whose plan it is; absent for a plan of the whole company.
   */
  team?: Team;
}
/**
 * A product can be planned and sold from now on. All services keep a small local copy.
 */
export interface ProductRegisteredV1 {
  /**
   * The product (产品).
   */
  productId: Uuid;
  /**
   * Name of the product.
   */
  name: string;
  /**
   * Set for imported products.
   */
  externalId?: ExternalId;
}
/**
 * A rep can own accounts, leads and deals from now on. The person's name stays in planning: events carry ids and roles only.
 */
export interface RepRegisteredV1 {
  /**
   * The rep (客户经理).
   */
  repId: Uuid;
  /**
   * The team of the rep.
   */
  team: Team;
  /**
   * The rep's manager, a rep too (上级).
   */
  managerId?: Uuid;
}
/**
 * A step of the process was planned, went on, or was handed over: all that is true of it now, so that the last one is enough. Planning lists what is late and not done.
 */
export interface PlanningStepChangedV1 {
  /**
   * The step (步骤).
   */
  stepId: Uuid;
  /**
   * The account it is about; null while it is not known.
   */
  accountId: UuidOrNull;
  /**
   * The plan line it is done for, where there is one.
   */
  planLineId?: Uuid;
  /**
   * The point of the lifecycle it belongs to.
   */
  point: LifecyclePoint;
  /**
   * Which step it is.
   */
  stepKey: StepKey;
  /**
   * What is to be done.
   */
  action: StepAction;
  /**
   * Where it stands now.
   */
  status: StepStatus;
  /**
   * Whether it is a gap when it is late (是否必做).
   */
  required: boolean;
  /**
   * Whether nothing is left to do: it is DONE or CANCELLED (是否了结).
   */
  done: boolean;
  /**
   * How far it is.
   */
  degree: Degree;
  /**
   * The day on which it is to start (计划开始).
   */
  plannedOn: LocalDate;
  /**
   * The day by which it is to be complete (计划完成); it is late from the day after.
   */
  dueOn: LocalDate;
  /**
   * The accountable rep (责任人).
   */
  ownerId: Uuid;
  /**
   * The team of the owner.
   */
  team: Team;
}
/**
 * The company says how steps of its process are done: a new edition of a template, or one that is retired. Each service takes over those of its own point. A company begins with the shipped ones.
 */
export interface StepTemplatesDefinedV1 {
  /**
   * The tenant (租户).
   */
  tenantId: Uuid;
  /**
   * The editions as they are now; those that are not among them stay as they were.
   *
   * @minItems 1
   * @maxItems 200
   */
  templates: StepTemplate[];
}
/**
 * An approved revision of a plan changes the target, floor, stretch, owner or team of a line that was given out. Acquisition's pursuit of the line takes over what it says now.
 */
export interface TargetRevisedV1 {
  /**
   * The plan (作战计划).
   */
  planId: Uuid;
  /**
   * The line of the plan.
   */
  planLineId: Uuid;
  /**
   * The account (客户) it concerns.
   */
  accountId: Uuid;
  /**
   * The product to sell.
   */
  productId: Uuid;
  /**
   * Target (目标) for the period, not negative.
   */
  target: Money;
  /**
   * Floor (保底目标), at most the target.
   */
  floor: Money;
  /**
   * Stretch (冲刺目标), at least the target.
   */
  stretch?: Money;
  /**
   * First day of the period.
   */
  periodStart: LocalDate;
  /**
   * Last day of the period.
   */
  periodEnd: LocalDate;
  /**
   * The accountable rep (责任人).
   */
  ownerId: Uuid;
  /**
   * The team of the owner.
   */
  team: Team;
  /**
   * The version of the plan that says so (版本序号): of two words on a line the one of the later version holds.
   */
  versionNumber: number;
  /**
   * Why the plan was revised (修订原因).
   */
  reason?: string;
}
/**
 * An approved revision of a plan takes out a line that was given out. Acquisition's pursuit of the line ends; what came of it counts on.
 */
export interface TargetWithdrawnV1 {
  /**
   * The plan (作战计划).
   */
  planId: Uuid;
  /**
   * The line of the plan.
   */
  planLineId: Uuid;
  /**
   * The account (客户) it concerns.
   */
  accountId: Uuid;
  /**
   * The product to sell.
   */
  productId: Uuid;
  /**
   * The target (目标) that it had last.
   */
  target: Money;
  /**
   * The rep who was accountable last (责任人).
   */
  ownerId: Uuid;
  /**
   * The team of the owner.
   */
  team: Team;
  /**
   * The version of the plan that says so (版本序号): of two words on a line the one of the later version holds.
   */
  versionNumber: number;
  /**
   * Why the plan was revised (修订原因).
   */
  reason?: string;
}
/**
 * The targets of a plan's reps were adjusted fairly within the period; forecast and coverage go by them, rating and payout stay with the original targets. Whose target is what is read in planning, by who may: it shows what a rep can deliver.
 */
export interface TargetsRebalancedV1 {
  /**
   * The plan (作战计划).
   */
  planId: Uuid;
  /**
   * The version of the plan that counts (计划版本).
   */
  planVersionId: Uuid;
  /**
   * The rebalancing (目标调节).
   */
  rebalancingId: Uuid;
  /**
   * The day that it was worked out as of (测算日).
   */
  asOf: LocalDate;
  /**
   * Why it was proposed (调节原因).
   */
  reason: string;
  /**
   * What was said to the approval (批准说明); absent where nothing was.
   */
  approvalReason?: string;
  /**
   * How many reps have lines of the plan, and were looked at (人数).
   */
  repCount: number;
  /**
   * Of the original target, what all increases of the period may add (增幅上限).
   */
  capBasisPoints: BasisPoints;
  /**
   * The rep whose plan it is, if it is a rep's (编制人).
   */
  ownerId?: Uuid;
  /**
   * The team whose plan it is; absent for a plan of the whole company.
   */
  team?: Team;
}
/**
 * A company begins to use the house. Every service keeps a copy, because days and default money depend on it.
 */
export interface TenantRegisteredV1 {
  /**
   * The tenant (租户).
   */
  tenantId: Uuid;
  /**
   * Name of the company.
   */
  name: string;
  /**
   * IANA time zone that decides its calendar days, such as Asia/Shanghai.
   */
  timeZone: string;
  /**
   * Currency that amounts default to.
   */
  currency: Currency;
}
/**
 * Somebody of ours met a customer, or tried to. Planning keeps the last touch of each account beside the cadence of its class, and lets the outcome move the trust of the people. What was said stays with who recorded it.
 */
export interface PlanningTouchRecordedV1 {
  /**
   * The touch (接触).
   */
  touchId: Uuid;
  /**
   * The account whose people it was with.
   */
  accountId: Uuid;
  /**
   * The people who were met, each once.
   *
   * @maxItems 20
   */
  contactIds: Uuid[];
  /**
   * How they were met.
   */
  kind: TouchKind;
  /**
   * What came of it.
   */
  outcome: TouchOutcome;
  /**
   * The day on which it was (接触日), in the tenant's time zone.
   */
  touchedOn: LocalDate;
  /**
   * The rep who met them, where it was one.
   */
  repId?: Uuid;
  /**
   * The day of the next step (下一步日期), where one was agreed.
   */
  nextOn?: LocalDate;
}
/**
 * A lead is on record. It may arrive without an account and without a purchase pattern.
 */
export interface LeadCapturedV1 {
  /**
   * The lead (线索).
   */
  leadId: Uuid;
  /**
   * The account (客户); null while it is not known.
   */
  accountId: UuidOrNull;
  /**
   * Name of the organisation while no account is known for it.
   */
  name?: string;
  /**
   * Where it comes from.
   */
  source: LeadSource;
  /**
   * Purchase pattern, if it is known already.
   */
  scenario?: Scenario;
  /**
   * The pursuit (跟踪任务) it belongs to.
   */
  pursuitId?: Uuid;
  /**
   * The plan line (作战计划行) whose turn of the lifecycle this is, if it came from one.
   */
  planLineId?: Uuid;
  /**
   * The product (产品), if it is known.
   */
  productId?: Uuid;
  /**
   * The referral (客户推荐) it comes from; set when the source is REFERRAL.
   */
  referralId?: Uuid;
  /**
   * The accountable rep; absent while the lead is in the pool (线索公海).
   */
  ownerId?: Uuid;
  /**
   * The team of the owner.
   */
  team?: Team;
}
/**
 * The purchase pattern of a lead is known, or has changed (偶发性升级). It comes before anything else on a lead.
 */
export interface LeadClassifiedV1 {
  /**
   * The lead (线索).
   */
  leadId: Uuid;
  /**
   * The account (客户); null while it is not known.
   */
  accountId: UuidOrNull;
  /**
   * The purchase pattern from now on.
   */
  scenario: Scenario;
  /**
   * The pattern before, if the lead was classified already.
   */
  previousScenario?: Scenario;
  /**
   * The plan line (作战计划行) whose turn of the lifecycle this is, if it came from one.
   */
  planLineId?: Uuid;
}
/**
 * A lead is given up, with the reason.
 */
export interface LeadDisqualifiedV1 {
  /**
   * The lead (线索).
   */
  leadId: Uuid;
  /**
   * The account (客户); null while it is not known.
   */
  accountId: UuidOrNull;
  /**
   * Why, without names of people (淘汰原因).
   */
  reason: string;
  /**
   * The plan line (作战计划行) whose turn of the lifecycle this is, if it came from one.
   */
  planLineId?: Uuid;
}
/**
 * A lead was taken out of the pool, handed on or matched with an account. Owner, team and account are told as they are from now on.
 */
export interface LeadUpdatedV1 {
  /**
   * The lead (线索).
   */
  leadId: Uuid;
  /**
   * The account (客户); null while it is not known.
   */
  accountId: UuidOrNull;
  /**
   * The plan line (作战计划行) whose turn of the lifecycle this is, if it came from one.
   */
  planLineId?: Uuid;
  /**
   * The accountable rep; absent while the lead is in the pool (线索公海).
   */
  ownerId?: Uuid;
  /**
   * The team that shares it; absent while nobody's does.
   */
  team?: Team;
}
/**
 * A lead has passed the BANT gate. Deal opens a deal in VERIFY.
 */
export interface OpportunityQualifiedV1 {
  /**
   * The lead that became the opportunity (商机).
   */
  leadId: Uuid;
  /**
   * The pursuit it belongs to.
   */
  pursuitId?: Uuid;
  /**
   * The plan line (作战计划行) whose turn of the lifecycle this is, if it came from one.
   */
  planLineId?: Uuid;
  /**
   * The account (客户) it concerns.
   */
  accountId: Uuid;
  /**
   * The product (产品), if it is known.
   */
  productId?: Uuid;
  /**
   * Purchase pattern.
   */
  scenario: Scenario;
  /**
   * Expected contract amount, not negative.
   */
  expectedAmount: Money;
  /**
   * Expected day of signing.
   */
  expectedClose: LocalDate;
  /**
   * The needs found by SPIN questions, as they were recorded.
   */
  needs: Need[];
  /**
   * The four findings; absent only in recorded history, whose gates were not assessed.
   */
  bant?: Bant;
  /**
   * The contacts involved on the customer's side.
   */
  contactIds: Uuid[];
  /**
   * The accountable rep (责任人).
   */
  ownerId: Uuid;
  /**
   * The team of the owner.
   */
  team: Team;
}
/**
 * A step of the process was planned, went on, or was handed over: all that is true of it now, so that the last one is enough. Planning lists what is late and not done.
 */
export interface AcquisitionStepChangedV1 {
  /**
   * The step (步骤).
   */
  stepId: Uuid;
  /**
   * The account it is about; null while it is not known.
   */
  accountId: UuidOrNull;
  /**
   * The plan line it is done for, where there is one.
   */
  planLineId?: Uuid;
  /**
   * The point of the lifecycle it belongs to.
   */
  point: LifecyclePoint;
  /**
   * Which step it is.
   */
  stepKey: StepKey;
  /**
   * What is to be done.
   */
  action: StepAction;
  /**
   * Where it stands now.
   */
  status: StepStatus;
  /**
   * Whether it is a gap when it is late (是否必做).
   */
  required: boolean;
  /**
   * Whether nothing is left to do: it is DONE or CANCELLED (是否了结).
   */
  done: boolean;
  /**
   * How far it is.
   */
  degree: Degree;
  /**
   * The day on which it is to start (计划开始).
   */
  plannedOn: LocalDate;
  /**
   * The day by which it is to be complete (计划完成); it is late from the day after.
   */
  dueOn: LocalDate;
  /**
   * The accountable rep (责任人).
   */
  ownerId: Uuid;
  /**
   * The team of the owner.
   */
  team: Team;
}
/**
 * Somebody of ours met a customer, or tried to. Planning keeps the last touch of each account beside the cadence of its class, and lets the outcome move the trust of the people. What was said stays with who recorded it.
 */
export interface AcquisitionTouchRecordedV1 {
  /**
   * The touch (接触).
   */
  touchId: Uuid;
  /**
   * The account whose people it was with.
   */
  accountId: Uuid;
  /**
   * The people who were met, each once.
   *
   * @maxItems 20
   */
  contactIds: Uuid[];
  /**
   * How they were met.
   */
  kind: TouchKind;
  /**
   * What came of it.
   */
  outcome: TouchOutcome;
  /**
   * The day on which it was (接触日), in the tenant's time zone.
   */
  touchedOn: LocalDate;
  /**
   * The rep who met them, where it was one.
   */
  repId?: Uuid;
  /**
   * The day of the next step (下一步日期), where one was agreed.
   */
  nextOn?: LocalDate;
}
/**
 * A contract is signed. Receivables opens the contract and its instalments; customer success opens the success plan and the renewal; planning books the actual.
 */
export interface ContractSignedV1 {
  /**
   * The contract (合同).
   */
  contractId: Uuid;
  /**
   * The deal (拿单项目).
   */
  dealId: Uuid;
  /**
   * The account (客户); null only in recorded history that does not know it.
   */
  accountId: UuidOrNull;
  /**
   * The plan line (作战计划行) whose turn of the lifecycle this is, if it came from one.
   */
  planLineId?: Uuid;
  /**
   * The product (产品), if it is known.
   */
  productId?: Uuid;
  /**
   * Kind of business.
   */
  kind: ContractKind;
  /**
   * Amount of the contract (合同金额), not negative.
   */
  amount: Money;
  /**
   * Day of signing.
   */
  signedOn: LocalDate;
  /**
   * Payment terms (付款条款) in the order of the contract; their basis points sum to 10000.
   *
   * @minItems 1
   */
  paymentTerms: PaymentTerm[];
  /**
   * Warranty (质保期) in months from acceptance; 0 for none.
   */
  warrantyMonths: number;
  /**
   * The part that recurs; absent for a one-off contract.
   */
  recurring?: RecurringPart;
  /**
   * Down payment (首付款): sum of the instalments that fall due on signing.
   */
  downPayment: Money;
  /**
   * The accountable rep (责任人).
   */
  ownerId: Uuid;
  /**
   * The team of the owner.
   */
  team: Team;
}
/**
 * A deal ended without a contract. Planning forecasts without it; acquisition recycles it to nurture.
 */
export interface DealLostV1 {
  /**
   * The deal (拿单项目).
   */
  dealId: Uuid;
  /**
   * The account (客户); null while it is not known.
   */
  accountId: UuidOrNull;
  /**
   * The stage in which it was lost.
   */
  stage: DealStage;
  /**
   * Why, without names of people (丢单原因).
   */
  reason: string;
  /**
   * The competitor who won (竞争对手), if known.
   */
  rival?: string;
  /**
   * The day it was lost.
   */
  lostOn: LocalDate;
  /**
   * The lead it came from.
   */
  leadId?: Uuid;
  /**
   * The plan line (作战计划行) whose turn of the lifecycle this is, if it came from one.
   */
  planLineId?: Uuid;
  /**
   * The product (产品), if it is known.
   */
  productId?: Uuid;
  /**
   * Expected contract amount; absent where recorded history does not know it.
   */
  amount?: Money;
  /**
   * The accountable rep (责任人).
   */
  ownerId: Uuid;
  /**
   * The team of the owner.
   */
  team: Team;
}
/**
 * A deal exists: from a qualified opportunity in VERIFY, or from a renewal or an expansion, already verified, in PRE_BID.
 */
export interface DealOpenedV1 {
  /**
   * The deal (拿单项目).
   */
  dealId: Uuid;
  /**
   * The account (客户); null while it is not known.
   */
  accountId: UuidOrNull;
  /**
   * Kind of business.
   */
  kind: ContractKind;
  /**
   * The stage in which it opens.
   */
  stage: DealStage;
  /**
   * The qualified lead it comes from.
   */
  leadId?: Uuid;
  /**
   * The renewal (续单) it comes from.
   */
  renewalId?: Uuid;
  /**
   * The expansion (增购) it comes from.
   */
  expansionId?: Uuid;
  /**
   * The plan line (作战计划行) whose turn of the lifecycle this is, if it came from one.
   */
  planLineId?: Uuid;
  /**
   * The product (产品), if it is known.
   */
  productId?: Uuid;
  /**
   * Purchase pattern, if it is known.
   */
  scenario?: Scenario;
  /**
   * Expected contract amount; absent where recorded history does not know it.
   */
  amount?: Money;
  /**
   * Expected day of signing; absent where recorded history does not know it.
   */
  expectedClose?: LocalDate;
  /**
   * Probability of signing (赢单概率) at that moment, in basis points; absent where nothing supports a number.
   */
  winProbability?: BasisPoints;
  /**
   * The day on which work on it began (启动日), in the tenant's calendar.
   */
  openedOn?: LocalDate;
  /**
   * The accountable rep (责任人).
   */
  ownerId: Uuid;
  /**
   * The team of the owner.
   */
  team: Team;
}
/**
 * A deal moved to another stage through its gate. Planning forecasts with it.
 */
export interface DealStageChangedV1 {
  /**
   * The deal (拿单项目).
   */
  dealId: Uuid;
  /**
   * The account (客户); null while it is not known.
   */
  accountId: UuidOrNull;
  /**
   * The stage before.
   */
  fromStage: DealStage;
  /**
   * The stage from now on.
   */
  toStage: DealStage;
  /**
   * The plan line (作战计划行) whose turn of the lifecycle this is, if it came from one.
   */
  planLineId?: Uuid;
  /**
   * Expected contract amount; absent where recorded history does not know it.
   */
  amount?: Money;
  /**
   * Expected day of signing; absent where recorded history does not know it.
   */
  expectedClose?: LocalDate;
  /**
   * Probability of signing (赢单概率) at that moment, in basis points; absent where nothing supports a number.
   */
  winProbability?: BasisPoints;
}
/**
 * An open deal has another owner, team or product, other expectations, or the account that recorded history did not name. All of it is told as it is from now on.
 */
export interface DealUpdatedV1 {
  /**
   * The deal (拿单项目).
   */
  dealId: Uuid;
  /**
   * The account (客户); null while it is not known.
   */
  accountId: UuidOrNull;
  /**
   * The plan line (作战计划行) whose turn of the lifecycle this is, if it came from one.
   */
  planLineId?: Uuid;
  /**
   * The product (产品), if it is known.
   */
  productId?: Uuid;
  /**
   * Expected contract amount; absent where it is not known.
   */
  amount?: Money;
  /**
   * Expected day of signing; absent where it is not known.
   */
  expectedClose?: LocalDate;
  /**
   * The accountable rep (责任人).
   */
  ownerId: Uuid;
  /**
   * The team that shares it.
   */
  team: Team;
}
/**
 * A step of the process was planned, went on, or was handed over: all that is true of it now, so that the last one is enough. Planning lists what is late and not done.
 */
export interface DealStepChangedV1 {
  /**
   * The step (步骤).
   */
  stepId: Uuid;
  /**
   * The account it is about; null while it is not known.
   */
  accountId: UuidOrNull;
  /**
   * The plan line it is done for, where there is one.
   */
  planLineId?: Uuid;
  /**
   * The point of the lifecycle it belongs to.
   */
  point: LifecyclePoint;
  /**
   * Which step it is.
   */
  stepKey: StepKey;
  /**
   * What is to be done.
   */
  action: StepAction;
  /**
   * Where it stands now.
   */
  status: StepStatus;
  /**
   * Whether it is a gap when it is late (是否必做).
   */
  required: boolean;
  /**
   * Whether nothing is left to do: it is DONE or CANCELLED (是否了结).
   */
  done: boolean;
  /**
   * How far it is.
   */
  degree: Degree;
  /**
   * The day on which it is to start (计划开始).
   */
  plannedOn: LocalDate;
  /**
   * The day by which it is to be complete (计划完成); it is late from the day after.
   */
  dueOn: LocalDate;
  /**
   * The accountable rep (责任人).
   */
  ownerId: Uuid;
  /**
   * The team of the owner.
   */
  team: Team;
}
/**
 * Somebody of ours met a customer, or tried to. Planning keeps the last touch of each account beside the cadence of its class, and lets the outcome move the trust of the people. What was said stays with who recorded it.
 */
export interface DealTouchRecordedV1 {
  /**
   * The touch (接触).
   */
  touchId: Uuid;
  /**
   * The account whose people it was with.
   */
  accountId: Uuid;
  /**
   * The people who were met, each once.
   *
   * @maxItems 20
   */
  contactIds: Uuid[];
  /**
   * How they were met.
   */
  kind: TouchKind;
  /**
   * What came of it.
   */
  outcome: TouchOutcome;
  /**
   * The day on which it was (接触日), in the tenant's time zone.
   */
  touchedOn: LocalDate;
  /**
   * The rep who met them, where it was one.
   */
  repId?: Uuid;
  /**
   * The day of the next step (下一步日期), where one was agreed.
   */
  nextOn?: LocalDate;
}
/**
 * Every instalment of a contract is collected, the warranty tail (尾款) too.
 */
export interface ContractSettledV1 {
  /**
   * The contract (合同).
   */
  contractId: Uuid;
  /**
   * The account (客户) it concerns.
   */
  accountId: Uuid;
  /**
   * Amount collected in all, equal to the contract's.
   */
  amount: Money;
  /**
   * Value date of the last receipt.
   */
  settledOn: LocalDate;
  /**
   * The plan line (作战计划行) whose turn of the lifecycle this is, if it came from one.
   */
  planLineId?: Uuid;
}
/**
 * The customer holds payment back for a reason (拖延理由). Customer success sees it in the health.
 */
export interface DisputeOpenedV1 {
  /**
   * The dispute (争议).
   */
  disputeId: Uuid;
  /**
   * The contract (合同).
   */
  contractId: Uuid;
  /**
   * The account (客户) it concerns.
   */
  accountId: Uuid;
  /**
   * The instalment in dispute; absent when it concerns the whole contract.
   */
  instalmentId?: Uuid;
  /**
   * Why.
   */
  reason: DisputeReason;
  /**
   * The sum held back, if it is stated.
   */
  amount?: Money;
  /**
   * Day it was raised.
   */
  openedOn: LocalDate;
}
/**
 * A dispute is closed.
 */
export interface DisputeResolvedV1 {
  /**
   * The dispute (争议).
   */
  disputeId: Uuid;
  /**
   * The contract (合同).
   */
  contractId: Uuid;
  /**
   * The account (客户) it concerns.
   */
  accountId: Uuid;
  /**
   * The instalment that was in dispute; absent when it concerned the whole contract.
   */
  instalmentId?: Uuid;
  /**
   * How it ended, without names of people (处理结果).
   */
  resolution: string;
  /**
   * Day it was closed.
   */
  resolvedOn: LocalDate;
  /**
   * Days from opening to closing.
   */
  days: number;
}
/**
 * Payment of an instalment was claimed from the customer, its evidence complete or overridden by FINANCE. Claimed is neither invoiced nor collected.
 */
export interface InstalmentClaimedV1 {
  /**
   * The instalment (分期款).
   */
  instalmentId: Uuid;
  /**
   * The contract (合同).
   */
  contractId: Uuid;
  /**
   * The account (客户) it concerns.
   */
  accountId: Uuid;
  /**
   * Amount claimed.
   */
  amount: Money;
  /**
   * Day of the claim.
   */
  claimedOn: LocalDate;
  /**
   * Due date of the instalment.
   */
  dueOn: LocalDate;
}
/**
 * An instalment is paid in full.
 */
export interface InstalmentCollectedV1 {
  /**
   * The instalment (分期款).
   */
  instalmentId: Uuid;
  /**
   * The contract (合同).
   */
  contractId: Uuid;
  /**
   * The account (客户) it concerns.
   */
  accountId: Uuid;
  /**
   * Amount of the instalment.
   */
  amount: Money;
  /**
   * What made it fall due.
   */
  trigger: InstalmentTrigger;
  /**
   * Value date of the last receipt.
   */
  collectedOn: LocalDate;
  /**
   * Due date; absent when it was paid before its trigger.
   */
  dueOn?: LocalDate;
  /**
   * Days from the due date to the collection, negative when early; absent with dueOn (逾期天数).
   */
  daysLate?: number;
}
/**
 * Delivery, acceptance or the end of the warranty is on record with its date. The instalments that wait for it fall due.
 */
export interface MilestoneReachedV1 {
  /**
   * The delivery milestone (交付节点).
   */
  milestoneId: Uuid;
  /**
   * The contract (合同).
   */
  contractId: Uuid;
  /**
   * The account (客户) it concerns.
   */
  accountId: Uuid;
  /**
   * What was reached.
   */
  trigger: InstalmentTrigger;
  /**
   * Actual day.
   */
  reachedOn: LocalDate;
  /**
   * Planned day, if there was one.
   */
  plannedOn?: LocalDate;
  /**
   * True when it counts as reached because the customer stayed silent (视同验收).
   */
  deemed: boolean;
  /**
   * The instalments that fall due by it.
   */
  dueInstalments: DueInstalment[];
}
/**
 * Money of a receipt was allocated to an instalment; a receipt that pays several instalments gives one event each. Planning counts the cash.
 */
export interface PaymentReceivedV1 {
  /**
   * The receipt (到账单), identified by own account and bank serial number.
   */
  receiptId: Uuid;
  /**
   * The account (客户) it concerns.
   */
  accountId: Uuid;
  /**
   * The contract (合同).
   */
  contractId: Uuid;
  /**
   * The instalment (分期款).
   */
  instalmentId: Uuid;
  /**
   * What the receipt paid of this instalment.
   */
  amount: Money;
  /**
   * Value date at the bank.
   */
  receivedOn: LocalDate;
  /**
   * What is left of the instalment afterwards.
   */
  instalmentOutstanding: Money;
  /**
   * What is left of the contract afterwards, due or not.
   */
  contractOutstanding: Money;
  /**
   * The plan line (作战计划行) whose turn of the lifecycle this is, if it came from one.
   */
  planLineId?: Uuid;
}
/**
 * A step of the process was planned, went on, or was handed over: all that is true of it now, so that the last one is enough. Planning lists what is late and not done.
 */
export interface ReceivablesStepChangedV1 {
  /**
   * The step (步骤).
   */
  stepId: Uuid;
  /**
   * The account it is about; null while it is not known.
   */
  accountId: UuidOrNull;
  /**
   * The plan line it is done for, where there is one.
   */
  planLineId?: Uuid;
  /**
   * The point of the lifecycle it belongs to.
   */
  point: LifecyclePoint;
  /**
   * Which step it is.
   */
  stepKey: StepKey;
  /**
   * What is to be done.
   */
  action: StepAction;
  /**
   * Where it stands now.
   */
  status: StepStatus;
  /**
   * Whether it is a gap when it is late (是否必做).
   */
  required: boolean;
  /**
   * Whether nothing is left to do: it is DONE or CANCELLED (是否了结).
   */
  done: boolean;
  /**
   * How far it is.
   */
  degree: Degree;
  /**
   * The day on which it is to start (计划开始).
   */
  plannedOn: LocalDate;
  /**
   * The day by which it is to be complete (计划完成); it is late from the day after.
   */
  dueOn: LocalDate;
  /**
   * The accountable rep (责任人).
   */
  ownerId: Uuid;
  /**
   * The team of the owner.
   */
  team: Team;
}
/**
 * Somebody of ours met a customer, or tried to. Planning keeps the last touch of each account beside the cadence of its class, and lets the outcome move the trust of the people. What was said stays with who recorded it.
 */
export interface ReceivablesTouchRecordedV1 {
  /**
   * The touch (接触).
   */
  touchId: Uuid;
  /**
   * The account whose people it was with.
   */
  accountId: Uuid;
  /**
   * The people who were met, each once.
   *
   * @maxItems 20
   */
  contactIds: Uuid[];
  /**
   * How they were met.
   */
  kind: TouchKind;
  /**
   * What came of it.
   */
  outcome: TouchOutcome;
  /**
   * The day on which it was (接触日), in the tenant's time zone.
   */
  touchedOn: LocalDate;
  /**
   * The rep who met them, where it was one.
   */
  repId?: Uuid;
  /**
   * The day of the next step (下一步日期), where one was agreed.
   */
  nextOn?: LocalDate;
}
/**
 * The level of an account's drift is another one, or a drift that was high has fallen below .45: planning sets the stage DECLINE on HIGH and ends it below .45.
 */
export interface DriftDetectedV1 {
  /**
   * The account (客户).
   */
  accountId: Uuid;
  /**
   * Risk of all live signals together (漂移风险).
   */
  riskBasisPoints: BasisPoints;
  /**
   * From .6 on HIGH, from .3 on MEDIUM, else LOW.
   */
  level: 'LOW' | 'MEDIUM' | 'HIGH';
  /**
   * The level that was told before, if there was one.
   */
  previousLevel?: 'LOW' | 'MEDIUM' | 'HIGH';
  /**
   * What drifts, the weightiest first (漂移信号).
   *
   * @maxItems 50
   *
   * Items: One live signal.
   */
  signals: {
    /**
     * PEOPLE 人员变动, ORGANISATION 企业变动, PRODUCT 产品变动, BUSINESS_MODEL 商业模式变动, COMPETITOR 竞争对手变动.
     */
    type: 'PEOPLE' | 'ORGANISATION' | 'PRODUCT' | 'BUSINESS_MODEL' | 'COMPETITOR';
    /**
     * On whose side: CUSTOMER 客户, OWN 我方, COMPETITOR 对手.
     */
    side: 'CUSTOMER' | 'OWN' | 'COMPETITOR';
    /**
     * What it adds to the risk today, after its age.
     */
    weightBasisPoints: BasisPoints;
    /**
     * The person whom it is about, if it is about one.
     */
    contactId?: Uuid;
  }[];
  /**
   * The day on which it was so.
   */
  detectedOn: LocalDate;
}
/**
 * A customer needs more (买更多). Deal opens a deal of kind EXPANSION, already verified. It starts a new turn of the lifecycle under the old one.
 */
export interface ExpansionIdentifiedV1 {
  /**
   * The expansion (增购).
   */
  expansionId: Uuid;
  /**
   * The contract it grew out of, if one.
   */
  contractId?: Uuid;
  /**
   * The account (客户) it concerns.
   */
  accountId: Uuid;
  /**
   * The product (产品), if it is known.
   */
  productId?: Uuid;
  /**
   * The plan line (作战计划行) whose turn of the lifecycle this is, if it came from one.
   */
  planLineId?: Uuid;
  /**
   * Amount expected (续单金额), not negative.
   */
  amount: Money;
  /**
   * The need found, without names of people (新需求).
   */
  need: string;
  /**
   * How well the product fits the need, 0 to 100 percent (匹配度).
   */
  fit: number;
  /**
   * True when the need asks for a product that does not exist yet (是否开发新品).
   */
  newProductRequired?: boolean;
  /**
   * Day by which it should be signed (签约时间).
   */
  dueOn: LocalDate;
  /**
   * The accountable rep (责任人).
   */
  ownerId: Uuid;
  /**
   * The team of the owner.
   */
  team: Team;
}
/**
 * A customer recommends us to another (更多客户买). Acquisition captures a lead with source REFERRAL: the loop closes. It starts a new turn of the lifecycle under the old one.
 */
export interface ReferralGivenV1 {
  /**
   * The referral (推荐).
   */
  referralId: Uuid;
  /**
   * The account that recommends us.
   */
  referrerAccountId: Uuid;
  /**
   * The account recommended; null while it is none of ours.
   */
  referredAccountId: UuidOrNull;
  /**
   * Name of the organisation recommended, never of a person.
   */
  referredName: string;
  /**
   * What it needs, as far as known, without names of people.
   */
  need?: string;
  /**
   * The product (产品), if it is known.
   */
  productId?: Uuid;
  /**
   * The rep who should follow it up, if one is named.
   */
  ownerId?: Uuid;
  /**
   * The team of that rep.
   */
  team?: Team;
}
/**
 * A contract that runs out will be renewed if it is won. Deal opens a deal of kind RENEWAL, already verified. It starts a new turn of the lifecycle under the old one.
 */
export interface RenewalIdentifiedV1 {
  /**
   * The renewal (续单).
   */
  renewalId: Uuid;
  /**
   * The contract that is to be renewed.
   */
  contractId: Uuid;
  /**
   * The account (客户) it concerns.
   */
  accountId: Uuid;
  /**
   * The product (产品), if it is known.
   */
  productId?: Uuid;
  /**
   * The plan line (作战计划行) whose turn of the lifecycle this is, if it came from one.
   */
  planLineId?: Uuid;
  /**
   * Amount expected (续单金额), not negative.
   */
  amount: Money;
  /**
   * The need found, without names of people (新需求).
   */
  need: string;
  /**
   * How well the product fits the need, 0 to 100 percent (匹配度).
   */
  fit: number;
  /**
   * True when the need asks for a product that does not exist yet (是否开发新品).
   */
  newProductRequired?: boolean;
  /**
   * Day by which it should be signed (签约时间).
   */
  dueOn: LocalDate;
  /**
   * The accountable rep (责任人).
   */
  ownerId: Uuid;
  /**
   * The team of the owner.
   */
  team: Team;
}
/**
 * A step of the process was planned, went on, or was handed over: all that is true of it now, so that the last one is enough. Planning lists what is late and not done.
 */
export interface CustomerSuccessStepChangedV1 {
  /**
   * The step (步骤).
   */
  stepId: Uuid;
  /**
   * The account it is about; null while it is not known.
   */
  accountId: UuidOrNull;
  /**
   * The plan line it is done for, where there is one.
   */
  planLineId?: Uuid;
  /**
   * The point of the lifecycle it belongs to.
   */
  point: LifecyclePoint;
  /**
   * Which step it is.
   */
  stepKey: StepKey;
  /**
   * What is to be done.
   */
  action: StepAction;
  /**
   * Where it stands now.
   */
  status: StepStatus;
  /**
   * Whether it is a gap when it is late (是否必做).
   */
  required: boolean;
  /**
   * Whether nothing is left to do: it is DONE or CANCELLED (是否了结).
   */
  done: boolean;
  /**
   * How far it is.
   */
  degree: Degree;
  /**
   * The day on which it is to start (计划开始).
   */
  plannedOn: LocalDate;
  /**
   * The day by which it is to be complete (计划完成); it is late from the day after.
   */
  dueOn: LocalDate;
  /**
   * The accountable rep (责任人).
   */
  ownerId: Uuid;
  /**
   * The team of the owner.
   */
  team: Team;
}
/**
 * Somebody of ours met a customer, or tried to. Planning keeps the last touch of each account beside the cadence of its class, and lets the outcome move the trust of the people. What was said stays with who recorded it.
 */
export interface CustomerSuccessTouchRecordedV1 {
  /**
   * The touch (接触).
   */
  touchId: Uuid;
  /**
   * The account whose people it was with.
   */
  accountId: Uuid;
  /**
   * The people who were met, each once.
   *
   * @maxItems 20
   */
  contactIds: Uuid[];
  /**
   * How they were met.
   */
  kind: TouchKind;
  /**
   * What came of it.
   */
  outcome: TouchOutcome;
  /**
   * The day on which it was (接触日), in the tenant's time zone.
   */
  touchedOn: LocalDate;
  /**
   * The rep who met them, where it was one.
   */
  repId?: Uuid;
  /**
   * The day of the next step (下一步日期), where one was agreed.
   */
  nextOn?: LocalDate;
}

export type EventType = keyof EventMap;

/** What the code needs to know of an event type. */
export interface EventTypeInfo {
  /** The only service that publishes it. */
  owner: ServiceName;
  topic: string;
  /** Field of the data that holds the key; where it is null or absent, the subject is the key. */
  key: string;
  /** JSON Schema 2020-12 of the data. */
  schema: object;
  /** `$id` of the schema, the CloudEvents `dataschema`. */
  dataschema: string;
}

/** The definitions that the schemas refer to. */
export const commonSchema: object = common;

export const eventTypes: Readonly<Record<EventType, EventTypeInfo>> = {
  'fivepoint.planning.account-classified.v1': {
    owner: 'planning',
    topic: topicOf('planning'),
    key: 'accountId',
    schema: accountClassifiedV1,
    dataschema: accountClassifiedV1.$id,
  },
  'fivepoint.planning.account-registered.v1': {
    owner: 'planning',
    topic: topicOf('planning'),
    key: 'accountId',
    schema: accountRegisteredV1,
    dataschema: accountRegisteredV1.$id,
  },
  'fivepoint.planning.account-targeted.v1': {
    owner: 'planning',
    topic: topicOf('planning'),
    key: 'accountId',
    schema: accountTargetedV1,
    dataschema: accountTargetedV1.$id,
  },
  'fivepoint.planning.account-updated.v1': {
    owner: 'planning',
    topic: topicOf('planning'),
    key: 'accountId',
    schema: accountUpdatedV1,
    dataschema: accountUpdatedV1.$id,
  },
  'fivepoint.planning.contact-changed.v1': {
    owner: 'planning',
    topic: topicOf('planning'),
    key: 'accountId',
    schema: contactChangedV1,
    dataschema: contactChangedV1.$id,
  },
  'fivepoint.planning.contact-left.v1': {
    owner: 'planning',
    topic: topicOf('planning'),
    key: 'accountId',
    schema: contactLeftV1,
    dataschema: contactLeftV1.$id,
  },
  'fivepoint.planning.contact-registered.v1': {
    owner: 'planning',
    topic: topicOf('planning'),
    key: 'accountId',
    schema: contactRegisteredV1,
    dataschema: contactRegisteredV1.$id,
  },
  'fivepoint.planning.plan-approved.v1': {
    owner: 'planning',
    topic: topicOf('planning'),
    key: 'planId',
    schema: planApprovedV1,
    dataschema: planApprovedV1.$id,
  },
  'fivepoint.planning.plan-rehearsed.v1': {
    owner: 'planning',
    topic: topicOf('planning'),
    key: 'planId',
    schema: planRehearsedV1,
    dataschema: planRehearsedV1.$id,
  },
  'fivepoint.planning.product-registered.v1': {
    owner: 'planning',
    topic: topicOf('planning'),
    key: 'productId',
    schema: productRegisteredV1,
    dataschema: productRegisteredV1.$id,
  },
  'fivepoint.planning.rep-registered.v1': {
    owner: 'planning',
    topic: topicOf('planning'),
    key: 'repId',
    schema: repRegisteredV1,
    dataschema: repRegisteredV1.$id,
  },
  'fivepoint.planning.step-changed.v1': {
    owner: 'planning',
    topic: topicOf('planning'),
    key: 'accountId',
    schema: planningStepChangedV1,
    dataschema: planningStepChangedV1.$id,
  },
  'fivepoint.planning.step-templates-defined.v1': {
    owner: 'planning',
    topic: topicOf('planning'),
    key: 'tenantId',
    schema: stepTemplatesDefinedV1,
    dataschema: stepTemplatesDefinedV1.$id,
  },
  'fivepoint.planning.target-revised.v1': {
    owner: 'planning',
    topic: topicOf('planning'),
    key: 'accountId',
    schema: targetRevisedV1,
    dataschema: targetRevisedV1.$id,
  },
  'fivepoint.planning.target-withdrawn.v1': {
    owner: 'planning',
    topic: topicOf('planning'),
    key: 'accountId',
    schema: targetWithdrawnV1,
    dataschema: targetWithdrawnV1.$id,
  },
  'fivepoint.planning.targets-rebalanced.v1': {
    owner: 'planning',
    topic: topicOf('planning'),
    key: 'planId',
    schema: targetsRebalancedV1,
    dataschema: targetsRebalancedV1.$id,
  },
  'fivepoint.planning.tenant-registered.v1': {
    owner: 'planning',
    topic: topicOf('planning'),
    key: 'tenantId',
    schema: tenantRegisteredV1,
    dataschema: tenantRegisteredV1.$id,
  },
  'fivepoint.planning.touch-recorded.v1': {
    owner: 'planning',
    topic: topicOf('planning'),
    key: 'accountId',
    schema: planningTouchRecordedV1,
    dataschema: planningTouchRecordedV1.$id,
  },
  'fivepoint.acquisition.lead-captured.v1': {
    owner: 'acquisition',
    topic: topicOf('acquisition'),
    key: 'accountId',
    schema: leadCapturedV1,
    dataschema: leadCapturedV1.$id,
  },
  'fivepoint.acquisition.lead-classified.v1': {
    owner: 'acquisition',
    topic: topicOf('acquisition'),
    key: 'accountId',
    schema: leadClassifiedV1,
    dataschema: leadClassifiedV1.$id,
  },
  'fivepoint.acquisition.lead-disqualified.v1': {
    owner: 'acquisition',
    topic: topicOf('acquisition'),
    key: 'accountId',
    schema: leadDisqualifiedV1,
    dataschema: leadDisqualifiedV1.$id,
  },
  'fivepoint.acquisition.lead-updated.v1': {
    owner: 'acquisition',
    topic: topicOf('acquisition'),
    key: 'accountId',
    schema: leadUpdatedV1,
    dataschema: leadUpdatedV1.$id,
  },
  'fivepoint.acquisition.opportunity-qualified.v1': {
    owner: 'acquisition',
    topic: topicOf('acquisition'),
    key: 'accountId',
    schema: opportunityQualifiedV1,
    dataschema: opportunityQualifiedV1.$id,
  },
  'fivepoint.acquisition.step-changed.v1': {
    owner: 'acquisition',
    topic: topicOf('acquisition'),
    key: 'accountId',
    schema: acquisitionStepChangedV1,
    dataschema: acquisitionStepChangedV1.$id,
  },
  'fivepoint.acquisition.touch-recorded.v1': {
    owner: 'acquisition',
    topic: topicOf('acquisition'),
    key: 'accountId',
    schema: acquisitionTouchRecordedV1,
    dataschema: acquisitionTouchRecordedV1.$id,
  },
  'fivepoint.deal.contract-signed.v1': {
    owner: 'deal',
    topic: topicOf('deal'),
    key: 'accountId',
    schema: contractSignedV1,
    dataschema: contractSignedV1.$id,
  },
  'fivepoint.deal.deal-lost.v1': {
    owner: 'deal',
    topic: topicOf('deal'),
    key: 'accountId',
    schema: dealLostV1,
    dataschema: dealLostV1.$id,
  },
  'fivepoint.deal.deal-opened.v1': {
    owner: 'deal',
    topic: topicOf('deal'),
    key: 'accountId',
    schema: dealOpenedV1,
    dataschema: dealOpenedV1.$id,
  },
  'fivepoint.deal.deal-stage-changed.v1': {
    owner: 'deal',
    topic: topicOf('deal'),
    key: 'accountId',
    schema: dealStageChangedV1,
    dataschema: dealStageChangedV1.$id,
  },
  'fivepoint.deal.deal-updated.v1': {
    owner: 'deal',
    topic: topicOf('deal'),
    key: 'accountId',
    schema: dealUpdatedV1,
    dataschema: dealUpdatedV1.$id,
  },
  'fivepoint.deal.step-changed.v1': {
    owner: 'deal',
    topic: topicOf('deal'),
    key: 'accountId',
    schema: dealStepChangedV1,
    dataschema: dealStepChangedV1.$id,
  },
  'fivepoint.deal.touch-recorded.v1': {
    owner: 'deal',
    topic: topicOf('deal'),
    key: 'accountId',
    schema: dealTouchRecordedV1,
    dataschema: dealTouchRecordedV1.$id,
  },
  'fivepoint.receivables.contract-settled.v1': {
    owner: 'receivables',
    topic: topicOf('receivables'),
    key: 'accountId',
    schema: contractSettledV1,
    dataschema: contractSettledV1.$id,
  },
  'fivepoint.receivables.dispute-opened.v1': {
    owner: 'receivables',
    topic: topicOf('receivables'),
    key: 'accountId',
    schema: disputeOpenedV1,
    dataschema: disputeOpenedV1.$id,
  },
  'fivepoint.receivables.dispute-resolved.v1': {
    owner: 'receivables',
    topic: topicOf('receivables'),
    key: 'accountId',
    schema: disputeResolvedV1,
    dataschema: disputeResolvedV1.$id,
  },
  'fivepoint.receivables.instalment-claimed.v1': {
    owner: 'receivables',
    topic: topicOf('receivables'),
    key: 'accountId',
    schema: instalmentClaimedV1,
    dataschema: instalmentClaimedV1.$id,
  },
  'fivepoint.receivables.instalment-collected.v1': {
    owner: 'receivables',
    topic: topicOf('receivables'),
    key: 'accountId',
    schema: instalmentCollectedV1,
    dataschema: instalmentCollectedV1.$id,
  },
  'fivepoint.receivables.milestone-reached.v1': {
    owner: 'receivables',
    topic: topicOf('receivables'),
    key: 'accountId',
    schema: milestoneReachedV1,
    dataschema: milestoneReachedV1.$id,
  },
  'fivepoint.receivables.payment-received.v1': {
    owner: 'receivables',
    topic: topicOf('receivables'),
    key: 'accountId',
    schema: paymentReceivedV1,
    dataschema: paymentReceivedV1.$id,
  },
  'fivepoint.receivables.step-changed.v1': {
    owner: 'receivables',
    topic: topicOf('receivables'),
    key: 'accountId',
    schema: receivablesStepChangedV1,
    dataschema: receivablesStepChangedV1.$id,
  },
  'fivepoint.receivables.touch-recorded.v1': {
    owner: 'receivables',
    topic: topicOf('receivables'),
    key: 'accountId',
    schema: receivablesTouchRecordedV1,
    dataschema: receivablesTouchRecordedV1.$id,
  },
  'fivepoint.customer-success.drift-detected.v1': {
    owner: 'customer-success',
    topic: topicOf('customer-success'),
    key: 'accountId',
    schema: driftDetectedV1,
    dataschema: driftDetectedV1.$id,
  },
  'fivepoint.customer-success.expansion-identified.v1': {
    owner: 'customer-success',
    topic: topicOf('customer-success'),
    key: 'accountId',
    schema: expansionIdentifiedV1,
    dataschema: expansionIdentifiedV1.$id,
  },
  'fivepoint.customer-success.referral-given.v1': {
    owner: 'customer-success',
    topic: topicOf('customer-success'),
    key: 'referrerAccountId',
    schema: referralGivenV1,
    dataschema: referralGivenV1.$id,
  },
  'fivepoint.customer-success.renewal-identified.v1': {
    owner: 'customer-success',
    topic: topicOf('customer-success'),
    key: 'accountId',
    schema: renewalIdentifiedV1,
    dataschema: renewalIdentifiedV1.$id,
  },
  'fivepoint.customer-success.step-changed.v1': {
    owner: 'customer-success',
    topic: topicOf('customer-success'),
    key: 'accountId',
    schema: customerSuccessStepChangedV1,
    dataschema: customerSuccessStepChangedV1.$id,
  },
  'fivepoint.customer-success.touch-recorded.v1': {
    owner: 'customer-success',
    topic: topicOf('customer-success'),
    key: 'accountId',
    schema: customerSuccessTouchRecordedV1,
    dataschema: customerSuccessTouchRecordedV1.$id,
  },
};
