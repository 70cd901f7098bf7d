import { uuidv7 } from '@fivepoint/kernel';
import { describeLists, type ListCase } from '@fivepoint/testing';
import { AccountList } from '../account/account.list';
import { AccountSelectionList } from '../selection/account-selection.list';
import { CapacityStatementList, TeamRuleList } from '../capacity/capacity.lists';
import { ContactList } from '../contact/contact.list';
import { DossierNoteList } from '../dossier/dossier-note.list';
import { DemandDriverList, DriverMeasureList } from '../driver/driver.lists';
import { FunnelTemplateList } from '../funnel/funnel-template.list';
import { LegalEntityList } from '../legal-entity/legal-entity.list';
import { PlanLineList } from '../plan-line/plan-line.list';
import { PlanList } from '../plan/plan.list';
import { PlanLineVersionList, PlanVersionList } from '../plan-version/plan-version.lists';
import { PlayList } from '../play/play.list';
import { ProductList } from '../product/product.list';
import { RebalancedTargetList, RebalancingList, RebalancingRuleList } from '../rebalancing/rebalancing.lists';
import { RehearsalList } from '../rehearsal/rehearsal.lists';
import { RepList } from '../rep/rep.list';
import { AccountSeatList } from '../seat/account-seat.list';
import { RelationshipOverrideList } from '../override/relationship-override.list';
import {
  AttainmentRuleList,
  ClassStrategyList,
  IncentiveRuleList,
  CoverageRuleList,
  PortfolioRuleList,
  PotentialRuleList,
  RelationshipChainList,
  StageRuleList,
  StageStrategyList,
  TrustRuleList,
} from '../rules/rules.lists';
import { planning } from '../service';
import { StepTemplateList } from '../step-template/step-template.list';
import { StepList } from '../step/step.list';
import { WarGameCardList } from '../war-game/war-game-card.list';
import { CoachingSessionList, SkillAssessmentList, SkillList } from '../skill/skill.lists';
import { SupportActionList } from '../support/support-action.list';
import { CandidateList, LeavingRiskList } from '../talent/talent.lists';
import { TeamList } from '../team/team.list';
import { TouchRecordList } from '../touch/touch-record.list';
import { TrustOutcomeList } from '../trust/trust-outcome.list';

const [account, owner, plan, product] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()];
const [manager, driver, team, skill] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()];
const [rebalancing, support] = [uuidv7(), uuidv7()];
const [version, line, planLine, step, stepTemplate] = [uuidv7(), uuidv7(), uuidv7(), uuidv7(), uuidv7()];

/** Each version of a plan has its own, and the first is no revision. */
const versionNumbers = Array.from({ length: 48 }, (_, index) => index + 2);

/** No two editions of a step have one number. */
let edition = 0;

/** A rep is one candidate at most. */
const repsHired = [owner, uuidv7(), uuidv7()];

/** A plan has one proposal that is open, and a rebalancing says of each rep one thing. */
const rebalancedReps = [owner, owner];
const supportedReps = [owner, owner];

/** An account with two people in two seats, which no other row gives it. */
const seated = uuidv7();
const seatsOfIt = ['SOLUTION', 'DELIVERY'];

/** Accounts about which something was decided for 2026, by the last word, as the selections below are planted: the later id counts. */
const decided = { selected: uuidv7(), rejected: uuidv7() };
const decidedAccounts = [decided.selected, decided.rejected];
const decisions = [
  { account_id: decided.selected, decision: 'REJECTED' },
  { account_id: decided.selected, decision: 'SELECTED' },
  { account_id: decided.rejected, decision: 'SELECTED' },
  { account_id: decided.rejected, decision: 'REJECTED' },
];

/** Each company has its own. */
const codes = ['9144030071526726XG', '91330100799655058B'];

const effective: ListCase['filters'] = {
  effectiveFrom: ['2025-01-01', ({ effective_on }) => String(effective_on) >= '2025-01-01'],
  effectiveTo: ['2025-01-01', ({ effective_on }) => String(effective_on) <= '2025-01-01'],
};

const lists: ListCase[] = [
  {
    list: 'accounts',
    table: 'account',
    row: (pick) => {
      const team = pick('north', 'south', null);
      const type = () => pick('TRANSACTIONAL', 'SOLUTION', 'PARTNERSHIP', null);
      return {
        ...(decidedAccounts.length > 0 && { id: decidedAccounts.shift() }),
        current_relationship_type: type(),
        desired_relationship_type: type(),
        name: pick('acme east', 'acme west', 'betacom', 'cargo'),
        level: pick('GROUP', 'PROVINCE', 'CITY', 'UNIT'),
        parent_id: pick(account, uuidv7(), null),
        owner_id: team && pick(owner, uuidv7()),
        team,
        stage: pick('EXPLORATION', 'BUILD_UP', 'DECLINE', null),
        class: pick('CORE', 'TRACTION', 'PROBLEM', null),
      };
    },
    filters: {
      nameContains: ['ACME', ({ name }) => name === 'acme east' || name === 'acme west'],
      levels: [['GROUP', 'CITY'], ({ level }) => level === 'GROUP' || level === 'CITY'],
      parentId: [account, ({ parent_id }) => parent_id === account],
      ownerId: [owner, ({ owner_id }) => owner_id === owner],
      team: ['south', ({ team }) => team === 'south'],
      hasOwner: [true, ({ owner_id }) => owner_id !== null],
      stages: [['BUILD_UP', 'DECLINE'], ({ stage }) => stage === 'BUILD_UP' || stage === 'DECLINE'],
      classes: [['CORE', 'TRACTION'], ({ class: of }) => of === 'CORE' || of === 'TRACTION'],
      hasRelationshipGap: [
        true,
        ({ current_relationship_type: is, desired_relationship_type: wanted }) =>
          (is === 'TRANSACTIONAL' && (wanted === 'SOLUTION' || wanted === 'PARTNERSHIP')) ||
          (is === 'SOLUTION' && wanted === 'PARTNERSHIP'),
      ],
      selectedOn: ['2026-06-15', ({ id }) => id === decided.selected],
      rejectedOn: ['2026-12-31', ({ id }) => id === decided.rejected],
      undecidedOn: ['2026-01-01', ({ id }) => id !== decided.selected && id !== decided.rejected],
    },
    orders: { NAME: ['name'] },
  },
  {
    list: 'contacts',
    table: 'contact',
    row: (pick) => ({
      name: pick('li na', 'li qiang', 'wang', 'zhao'),
      roles: pick([], ['TECHNICAL'], ['FINANCE', 'USER'], ['USER']),
      access: 'NONE',
      privacy: 'TEAM',
      left_on: pick('2026-05-01', null, null),
      relationship_owner_id: pick(owner, uuidv7(), null),
      account_id: pick(account, uuidv7()),
      owner_id: pick(owner, uuidv7()),
      team: pick('north', 'south'),
    }),
    filters: {
      nameContains: ['LI ', ({ name }) => name === 'li na' || name === 'li qiang'],
      hasLeft: [true, ({ left_on }) => left_on !== null],
      relationshipOwnerId: [owner, ({ relationship_owner_id }) => relationship_owner_id === owner],
      roles: [['TECHNICAL', 'FINANCE'], ({ roles }) => /TECHNICAL|FINANCE/.test(String(roles))],
      accountId: [account, ({ account_id }) => account_id === account],
      ownerId: [owner, ({ owner_id }) => owner_id === owner],
      team: ['south', ({ team }) => team === 'south'],
    },
    orders: { NAME: ['name'] },
  },
  {
    list: 'demandDrivers',
    table: 'demand_driver',
    row: (pick) => ({ name: `${pick('base stations', 'basins', 'users')} ${uuidv7()}`, unit: '座' }),
    filters: { nameContains: ['BAS', ({ name }) => String(name).startsWith('bas')] },
    orders: { NAME: ['name'] },
  },
  {
    list: 'driverMeasures',
    table: 'driver_measure',
    row: (pick) => ({
      account_id: pick(account, uuidv7()),
      demand_driver_id: pick(driver, uuidv7()),
      product_id: pick(product, uuidv7(), null),
      measured_on: pick('2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01'),
      contact_ids: [],
    }),
    filters: {
      accountId: [account, ({ account_id }) => account_id === account],
      demandDriverId: [driver, ({ demand_driver_id }) => demand_driver_id === driver],
      productId: [product, ({ product_id }) => product_id === product],
      measuredFrom: ['2026-03-01', ({ measured_on }) => String(measured_on) >= '2026-03-01'],
      measuredTo: ['2026-01-01', ({ measured_on }) => String(measured_on) <= '2026-01-01'],
    },
    orders: { MEASURED_ON: ['measured_on'] },
  },
  {
    list: 'funnelTemplates',
    table: 'funnel_template',
    row: (pick) => ({
      purchase_pattern: pick('RECURRING', 'PROJECT', 'PROJECT'),
      effective_on: pick('2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01'),
    }),
    filters: {
      purchasePatterns: [['RECURRING'], ({ purchase_pattern }) => purchase_pattern === 'RECURRING'],
      effectiveFrom: ['2026-03-01', ({ effective_on }) => String(effective_on) >= '2026-03-01'],
      effectiveTo: ['2026-01-01', ({ effective_on }) => String(effective_on) <= '2026-01-01'],
    },
    orders: { EFFECTIVE_ON: ['effective_on'] },
  },
  {
    list: 'legalEntities',
    table: 'legal_entity',
    row: (pick) => ({ name: pick('acme east', 'acme west', 'betacom', 'cargo'), credit_code: codes.pop() ?? null }),
    filters: {
      creditCode: ['9144 0300 7152 6726xg', ({ credit_code }) => credit_code === '9144030071526726XG'],
      nameContains: ['ACME', ({ name }) => name === 'acme east' || name === 'acme west'],
    },
    orders: { NAME: ['name'] },
  },
  {
    list: 'planLines',
    table: 'plan_line',
    row: (pick) => {
      const currency = pick('CNY', 'USD');
      const mostly = (one: string) => pick(one, uuidv7(), uuidv7(), uuidv7(), uuidv7());
      return {
        plan_id: mostly(plan),
        standing: pick('PLANNED', 'PROPOSED', 'WITHDRAWN'),
        account_id: pick(account, seated, uuidv7(), uuidv7(), uuidv7()),
        product_id: mostly(product),
        owner_id: pick(owner, uuidv7()),
        team: pick('north', 'south'),
        target_minor: pick(100, 900, 5_000),
        target_currency: currency,
        floor_currency: currency,
      };
    },
    filters: {
      planId: [plan, ({ plan_id }) => plan_id === plan],
      standings: [['PLANNED', 'PROPOSED'], ({ standing }) => standing !== 'WITHDRAWN'],
      accountId: [account, ({ account_id }) => account_id === account],
      productId: [product, ({ product_id }) => product_id === product],
      ownerId: [owner, ({ owner_id }) => owner_id === owner],
      team: ['south', ({ team }) => team === 'south'],
      hasSecondSeat: [true, ({ account_id }) => account_id === seated],
    },
    orders: { TARGET: ['target_currency', 'target_minor'] },
  },
  {
    list: 'planLineVersions',
    table: 'plan_line_version',
    row: (pick) => {
      const currency = pick('CNY', 'USD');
      const mostly = (one: string) => pick(one, uuidv7(), uuidv7(), uuidv7(), uuidv7());
      const versionId = mostly(version);
      return {
        plan_version_id: versionId,
        plan_line_id: versionId === version ? uuidv7() : mostly(line),
        account_id: mostly(account),
        product_id: mostly(product),
        owner_id: pick(owner, uuidv7()),
        team: pick('north', 'south'),
        target_minor: pick(100, 900, 5_000),
        target_currency: currency,
        floor_currency: currency,
        play_ids: [],
      };
    },
    filters: {
      planVersionId: [version, ({ plan_version_id }) => plan_version_id === version],
      planLineId: [line, ({ plan_line_id }) => plan_line_id === line],
      accountId: [account, ({ account_id }) => account_id === account],
      productId: [product, ({ product_id }) => product_id === product],
      ownerId: [owner, ({ owner_id }) => owner_id === owner],
      team: ['south', ({ team }) => team === 'south'],
    },
    orders: { TARGET: ['target_currency', 'target_minor'] },
  },
  {
    list: 'planVersions',
    table: 'plan_version',
    row: (pick) => {
      const planId = pick(plan, null, null) ?? uuidv7();
      const status = planId === plan ? 'SUPERSEDED' : pick('DRAFT', 'APPROVED', 'SUPERSEDED', 'DISCARDED');
      return {
        plan_id: planId,
        number: versionNumbers.pop() ?? 0,
        status,
        revision_reason: 'more',
        discard_reason: status === 'DISCARDED' ? 'no more' : null,
      };
    },
    filters: {
      planId: [plan, ({ plan_id }) => plan_id === plan],
      statuses: [['DRAFT', 'DISCARDED'], ({ status }) => status === 'DRAFT' || status === 'DISCARDED'],
    },
    orders: {},
  },
  {
    list: 'plans',
    table: 'plan',
    row: (pick) => {
      const status = pick('DRAFT', 'SUBMITTED', 'APPROVED', 'CLOSED');
      return {
        status,
        approved_at: status === 'DRAFT' || status === 'SUBMITTED' ? null : '2026-01-01T00:00:00Z',
        name: pick('Annual', 'Bids', 'Campaign', 'Drive'),
        starts_on: pick('2026-01-01', '2026-02-01', '2026-03-01'),
        ends_on: pick('2026-03-01', '2026-06-30', '2026-12-31'),
        owner_id: pick(owner, uuidv7(), null),
        team: pick('north', 'south', null),
      };
    },
    filters: {
      statuses: [['DRAFT', 'CLOSED'], ({ status }) => status === 'DRAFT' || status === 'CLOSED'],
      ownerId: [owner, ({ owner_id }) => owner_id === owner],
      team: ['south', ({ team }) => team === 'south'],
      on: ['2026-02-01', ({ starts_on }) => starts_on !== '2026-03-01'],
    },
    orders: { NAME: ['name'], STARTS_ON: ['starts_on'] },
  },
  {
    list: 'plays',
    table: 'play',
    row: (pick) => ({ name: `${pick('demo', 'demonstration', 'sample', 'visit')} ${uuidv7()}` }),
    filters: { nameContains: ['DEMO', ({ name }) => String(name).startsWith('demo')] },
    orders: { NAME: ['name'] },
  },
  {
    list: 'products',
    table: 'product',
    row: (pick) => ({ name: pick('gate', 'gateway', 'hub', 'switch'), series: pick('GTX', 'MG', null) }),
    filters: {
      nameContains: ['GATE', ({ name }) => name === 'gate' || name === 'gateway'],
      series: ['GTX', ({ series }) => series === 'GTX'],
    },
    orders: { NAME: ['name'] },
  },
  {
    list: 'rehearsals',
    table: 'rehearsal',
    row: (pick) => ({
      plan_id: pick(plan, uuidv7(), uuidv7()),
      plan_version_id: pick(version, uuidv7(), uuidv7()),
      status: pick('QUEUED', 'RUNNING', 'CANCELLED', 'FAILED'),
      owner_id: pick(owner, uuidv7(), null),
      team: pick('north', 'south', null),
    }),
    filters: {
      planId: [plan, ({ plan_id }) => plan_id === plan],
      planVersionId: [version, ({ plan_version_id }) => plan_version_id === version],
      statuses: [['QUEUED', 'FAILED'], ({ status }) => status === 'QUEUED' || status === 'FAILED'],
      ownerId: [owner, ({ owner_id }) => owner_id === owner],
      team: ['south', ({ team }) => team === 'south'],
    },
    orders: {},
  },
  {
    list: 'reps',
    table: 'rep',
    row: (pick) => ({
      name: pick('li na', 'li qiang', 'wang', 'zhao'),
      team: pick('north', 'south'),
      manager_id: pick(manager, uuidv7(), null),
    }),
    filters: {
      nameContains: ['LI ', ({ name }) => name === 'li na' || name === 'li qiang'],
      team: ['south', ({ team }) => team === 'south'],
      managerId: [manager, ({ manager_id }) => manager_id === manager],
    },
    orders: { NAME: ['name'] },
  },
  {
    list: 'steps',
    table: 'step',
    row: (pick) => {
      const status = pick('PLANNED', 'STARTED', 'DONE', 'CANCELLED');
      return {
        status,
        done_at: status === 'DONE' ? '2026-01-01T00:00:00Z' : null,
        cancel_reason: status === 'CANCELLED' ? 'off' : null,
        planned_on: '2026-01-01',
        due_on: pick('2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01'),
        step_template_id: pick(stepTemplate, uuidv7(), uuidv7()),
        account_id: pick(account, uuidv7()),
        plan_line_id: pick(planLine, uuidv7(), null),
        owner_id: pick(owner, uuidv7()),
        team: pick('north', 'south'),
      };
    },
    filters: {
      statuses: [['PLANNED', 'DONE'], ({ status }) => status === 'PLANNED' || status === 'DONE'],
      stepTemplateId: [stepTemplate, ({ step_template_id }) => step_template_id === stepTemplate],
      accountId: [account, ({ account_id }) => account_id === account],
      planLineId: [planLine, ({ plan_line_id }) => plan_line_id === planLine],
      ownerId: [owner, ({ owner_id }) => owner_id === owner],
      team: ['south', ({ team }) => team === 'south'],
      dueFrom: ['2026-03-01', ({ due_on }) => String(due_on) >= '2026-03-01'],
      dueTo: ['2026-01-01', ({ due_on }) => String(due_on) <= '2026-01-01'],
    },
    orders: { DUE_ON: ['due_on'] },
  },
  {
    list: 'stepTemplates',
    table: 'step_template',
    row: (pick) => ({
      point: pick('PLAN', 'ACQUIRE', 'WIN', 'COLLECT', 'RENEW'),
      step_key: pick('bid', `step-${uuidv7()}`, `step-${uuidv7()}`),
      edition: (edition += 1),
      place: pick(1, 2, 3, 4),
      owner_role: 'REP',
      retired_at: '2026-01-01T00:00:00Z',
      ...(edition % 3 === 0 && { step_key: `step-${uuidv7()}`, retired_at: null }),
    }),
    filters: {
      points: [['WIN', 'RENEW'], ({ point }) => point === 'WIN' || point === 'RENEW'],
      stepKey: ['bid', ({ step_key }) => step_key === 'bid'],
      isRetired: [true, ({ retired_at }) => retired_at !== null],
    },
    orders: { PLACE: ['place'] },
  },
  {
    list: 'warGameCards',
    table: 'war_game_card',
    row: (pick) => {
      const status = pick('OPEN', 'TRIGGERED', 'CLOSED');
      return {
        status,
        side: pick('RIVAL', 'CUSTOMER'),
        triggered_on: status === 'TRIGGERED' ? '2026-01-01' : null,
        outcome: status === 'CLOSED' ? 'won' : null,
        account_id: pick(account, uuidv7()),
        plan_id: pick(plan, uuidv7(), uuidv7()),
        plan_line_id: pick(planLine, uuidv7(), uuidv7()),
        step_id: pick(step, uuidv7(), null),
        owner_id: pick(owner, uuidv7()),
        team: pick('north', 'south'),
      };
    },
    filters: {
      statuses: [['OPEN', 'CLOSED'], ({ status }) => status === 'OPEN' || status === 'CLOSED'],
      sides: [['RIVAL'], ({ side }) => side === 'RIVAL'],
      accountId: [account, ({ account_id }) => account_id === account],
      planId: [plan, ({ plan_id }) => plan_id === plan],
      planLineId: [planLine, ({ plan_line_id }) => plan_line_id === planLine],
      stepId: [step, ({ step_id }) => step_id === step],
      ownerId: [owner, ({ owner_id }) => owner_id === owner],
      team: ['south', ({ team }) => team === 'south'],
    },
    orders: {},
  },
  {
    list: 'teams',
    table: 'team',
    row: (pick) => ({
      name: `${pick('north', 'northern sea', 'south')} ${uuidv7()}`,
      manager_id: pick(manager, uuidv7(), null),
      parent_id: pick(team, uuidv7(), uuidv7(), null),
    }),
    filters: {
      nameContains: ['NORTH', ({ name }) => String(name).startsWith('north')],
      managerId: [manager, ({ manager_id }) => manager_id === manager],
      parentId: [team, ({ parent_id }) => parent_id === team],
      hasManager: [true, ({ manager_id }) => manager_id !== null],
    },
    orders: { NAME: ['name'] },
  },
  {
    list: 'accountSeats',
    table: 'account_seat',
    row: (pick) => {
      const seat = seatsOfIt.pop();
      return {
        account_id: seat ? seated : pick(account, uuidv7()),
        seat: seat ?? pick('ACCOUNT_MANAGER', 'SOLUTION', 'DELIVERY'),
        assigned_on: pick('2026-01-01', '2026-02-01', '2026-03-01'),
        vacated_on: seat ? null : '2026-05-01',
        rep_id: pick(owner, uuidv7(), uuidv7()),
      };
    },
    filters: {
      accountId: [account, ({ account_id }) => account_id === account],
      repId: [owner, ({ rep_id }) => rep_id === owner],
      seats: [['SOLUTION', 'DELIVERY'], ({ seat }) => seat !== 'ACCOUNT_MANAGER'],
      isHeld: [true, ({ vacated_on }) => vacated_on === null],
    },
    orders: { ASSIGNED_ON: ['assigned_on'] },
  },
  {
    list: 'teamRules',
    table: 'team_rule',
    row: (pick) => ({
      effective_on: pick('2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01'),
      ramp_basis_points: [10_000],
    }),
    filters: {
      effectiveFrom: ['2026-03-01', ({ effective_on }) => String(effective_on) >= '2026-03-01'],
      effectiveTo: ['2026-01-01', ({ effective_on }) => String(effective_on) <= '2026-01-01'],
    },
    orders: { EFFECTIVE_ON: ['effective_on'] },
  },
  {
    list: 'capacityStatements',
    table: 'capacity_statement',
    row: (pick) => ({
      effective_on: pick('2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01'),
      rep_id: pick(owner, uuidv7()),
    }),
    filters: {
      repId: [owner, ({ rep_id }) => rep_id === owner],
      effectiveFrom: ['2026-03-01', ({ effective_on }) => String(effective_on) >= '2026-03-01'],
      effectiveTo: ['2026-01-01', ({ effective_on }) => String(effective_on) <= '2026-01-01'],
    },
    orders: { EFFECTIVE_ON: ['effective_on'] },
  },
  {
    list: 'skills',
    table: 'skill',
    row: (pick) => ({ name: `${pick('bidding', 'biding', 'closing')} ${uuidv7()}` }),
    filters: { nameContains: ['BID', ({ name }) => String(name).startsWith('bid')] },
    orders: { NAME: ['name'] },
  },
  {
    list: 'skillAssessments',
    table: 'skill_assessment',
    row: (pick) => ({
      rep_id: pick(owner, uuidv7(), uuidv7()),
      skill_id: pick(skill, uuidv7()),
      assessed_on: pick('2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01'),
    }),
    filters: {
      repId: [owner, ({ rep_id }) => rep_id === owner],
      skillId: [skill, ({ skill_id }) => skill_id === skill],
      assessedFrom: ['2026-03-01', ({ assessed_on }) => String(assessed_on) >= '2026-03-01'],
      assessedTo: ['2026-01-01', ({ assessed_on }) => String(assessed_on) <= '2026-01-01'],
    },
    orders: { ASSESSED_ON: ['assessed_on'] },
  },
  {
    list: 'coachingSessions',
    table: 'coaching_session',
    row: (pick) => ({
      rep_id: pick(owner, uuidv7(), uuidv7()),
      coach_id: pick(manager, uuidv7()),
      skill_id: pick(skill, uuidv7()),
      support_action_id: pick(support, uuidv7(), null),
      coached_on: pick('2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01'),
    }),
    filters: {
      repId: [owner, ({ rep_id }) => rep_id === owner],
      coachId: [manager, ({ coach_id }) => coach_id === manager],
      skillId: [skill, ({ skill_id }) => skill_id === skill],
      supportActionId: [support, ({ support_action_id }) => support_action_id === support],
      coachedFrom: ['2026-03-01', ({ coached_on }) => String(coached_on) >= '2026-03-01'],
      coachedTo: ['2026-01-01', ({ coached_on }) => String(coached_on) <= '2026-01-01'],
    },
    orders: { COACHED_ON: ['coached_on'] },
  },
  {
    list: 'candidates',
    table: 'candidate',
    row: (pick) => {
      const hired = repsHired.pop();
      return {
        name: pick('li na', 'li qiang', 'wang', 'zhao'),
        source: pick('SELECTED', 'HUNTED', 'DEVELOPED'),
        status: hired ? 'HIRED' : 'CANDIDATE',
        expected_start_on: pick('2026-07-01', '2026-08-01', null),
        hired_on: hired ? '2026-06-01' : null,
        rep_id: hired ?? null,
        team_id: pick(team, uuidv7()),
      };
    },
    filters: {
      nameContains: ['LI ', ({ name }) => name === 'li na' || name === 'li qiang'],
      statuses: [['HIRED', 'LEFT'], ({ status }) => status === 'HIRED'],
      sources: [['HUNTED'], ({ source }) => source === 'HUNTED'],
      targetTeamId: [team, ({ team_id }) => team_id === team],
      repId: [owner, ({ rep_id }) => rep_id === owner],
    },
    orders: { NAME: ['name'], EXPECTED_START_ON: ['expected_start_on'] },
  },
  {
    list: 'leavingRisks',
    table: 'leaving_risk',
    row: (pick) => ({
      rep_id: pick(owner, uuidv7(), uuidv7()),
      level: pick('LOW', 'MEDIUM', 'HIGH'),
      measure: '晋升',
      assessed_on: pick('2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01'),
    }),
    filters: {
      repId: [owner, ({ rep_id }) => rep_id === owner],
      levels: [['HIGH'], ({ level }) => level === 'HIGH'],
      assessedFrom: ['2026-03-01', ({ assessed_on }) => String(assessed_on) >= '2026-03-01'],
      assessedTo: ['2026-01-01', ({ assessed_on }) => String(assessed_on) <= '2026-01-01'],
    },
    orders: { ASSESSED_ON: ['assessed_on'] },
  },
  {
    list: 'rebalancingRules',
    table: 'rebalancing_rule',
    row: (pick) => ({
      effective_on: pick('2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01'),
      stretch_basis_points: 12_000,
      support_kind: 'COACHING',
    }),
    filters: {
      effectiveFrom: ['2026-03-01', ({ effective_on }) => String(effective_on) >= '2026-03-01'],
      effectiveTo: ['2026-01-01', ({ effective_on }) => String(effective_on) <= '2026-01-01'],
    },
    orders: { EFFECTIVE_ON: ['effective_on'] },
  },
  {
    list: 'rebalancings',
    table: 'rebalancing',
    row: (pick) => {
      const status = pick('APPROVED', 'REJECTED', 'PROPOSED');
      return {
        status,
        decided_at: status === 'PROPOSED' ? null : '2026-06-15T00:00:00Z',
        decision_reason: 'later',
        plan_id: status === 'PROPOSED' ? uuidv7() : pick(plan, uuidv7()),
        target_before_minor: 0,
        target_after_minor: 0,
        unallocated_gap_minor: 0,
        reserve_used_minor: 0,
        owner_id: pick(owner, uuidv7(), null),
        team: pick('north', 'south', null),
      };
    },
    filters: {
      planId: [plan, ({ plan_id }) => plan_id === plan],
      statuses: [['PROPOSED', 'REJECTED'], ({ status }) => status !== 'APPROVED'],
      ownerId: [owner, ({ owner_id }) => owner_id === owner],
      team: ['south', ({ team }) => team === 'south'],
    },
    orders: {},
  },
  {
    list: 'rebalancedTargets',
    table: 'rebalanced_target',
    row: (pick) => ({
      rebalancing_id: rebalancedReps.length > 0 ? uuidv7() : pick(rebalancing, uuidv7()),
      plan_id: pick(plan, uuidv7()),
      rep_id: rebalancedReps.pop() ?? uuidv7(),
      role: pick('DONOR', 'RECEIVER', 'RECEIVER'),
      increase_limit: pick('CAP', null),
      before_minor: 100,
      change_minor: 0,
      after_minor: 100,
    }),
    filters: {
      rebalancingId: [rebalancing, ({ rebalancing_id }) => rebalancing_id === rebalancing],
      planId: [plan, ({ plan_id }) => plan_id === plan],
      repId: [owner, ({ rep_id }) => rep_id === owner],
      roles: [['DONOR'], ({ role }) => role === 'DONOR'],
    },
    orders: {},
  },
  {
    list: 'supportActions',
    table: 'support_action',
    row: (pick) => {
      const status = pick('OPEN', 'STARTED', 'DONE', 'CANCELLED');
      return {
        status,
        kind: pick('COACHING', 'LEADS', 'TRAINING'),
        outcome: status === 'DONE' ? 'won' : null,
        cancel_reason: status === 'CANCELLED' ? 'off' : null,
        due_on: pick('2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01'),
        rebalancing_id: supportedReps.length > 0 ? uuidv7() : pick(rebalancing, uuidv7()),
        plan_id: pick(plan, uuidv7()),
        rep_id: supportedReps.pop() ?? uuidv7(),
        owner_id: pick(manager, uuidv7()),
      };
    },
    filters: {
      statuses: [['OPEN', 'DONE'], ({ status }) => status === 'OPEN' || status === 'DONE'],
      kinds: [['LEADS'], ({ kind }) => kind === 'LEADS'],
      repId: [owner, ({ rep_id }) => rep_id === owner],
      ownerId: [manager, ({ owner_id }) => owner_id === manager],
      planId: [plan, ({ plan_id }) => plan_id === plan],
      rebalancingId: [rebalancing, ({ rebalancing_id }) => rebalancing_id === rebalancing],
      dueFrom: ['2026-03-01', ({ due_on }) => String(due_on) >= '2026-03-01'],
      dueTo: ['2026-01-01', ({ due_on }) => String(due_on) <= '2026-01-01'],
    },
    orders: { DUE_ON: ['due_on'] },
  },
  {
    list: 'potentialRules',
    table: 'potential_rule',
    row: (pick) => ({ effective_on: pick('2024-01-01', '2025-01-01', '2026-01-01'), horizon_months: 12 }),
    filters: { ...effective },
    orders: { EFFECTIVE_ON: ['effective_on'] },
  },
  {
    list: 'stageRules',
    table: 'stage_rule',
    row: (pick) => ({ effective_on: pick('2024-01-01', '2025-01-01', '2026-01-01'), recurring_months: 12 }),
    filters: { ...effective },
    orders: { EFFECTIVE_ON: ['effective_on'] },
  },
  {
    list: 'relationshipChains',
    table: 'relationship_chain',
    row: (pick) => ({
      effective_on: pick('2024-01-01', '2025-01-01', '2026-01-01'),
      role_names: ['USER'],
      role_basis_points: [10_000],
    }),
    filters: { ...effective },
    orders: { EFFECTIVE_ON: ['effective_on'] },
  },
  {
    list: 'attainmentRules',
    table: 'attainment_rule',
    row: (pick) => ({
      effective_on: pick('2024-01-01', '2025-01-01', '2026-01-01'),
      bookings_basis_points: 4_000,
      cash_basis_points: 6_000,
    }),
    filters: { ...effective },
    orders: { EFFECTIVE_ON: ['effective_on'] },
  },
  {
    list: 'incentiveRules',
    table: 'incentive_rule',
    row: (pick) => ({
      effective_on: pick('2024-01-01', '2025-01-01', '2026-01-01'),
      floor_basis_points: 0,
      tier_from_basis_points: [0],
      tier_payout_basis_points: [100],
    }),
    filters: { ...effective },
    orders: { EFFECTIVE_ON: ['effective_on'] },
  },
  {
    list: 'trustRules',
    table: 'trust_rule',
    row: (pick) => ({ effective_on: pick('2024-01-01', '2025-01-01', '2026-01-01'), floor: 20 }),
    filters: { ...effective },
    orders: { EFFECTIVE_ON: ['effective_on'] },
  },
  {
    list: 'portfolioRules',
    table: 'portfolio_rule',
    row: (pick) => ({
      effective_on: pick('2024-01-01', '2025-01-01', '2026-01-01'),
      potential_threshold_currency: pick('CNY', 'USD'),
      high_high: 'CORE',
      high_low: 'CORE',
      low_high: 'CORE',
      low_low: 'CORE',
    }),
    filters: {
      ...effective,
      currency: ['USD', ({ potential_threshold_currency }) => potential_threshold_currency === 'USD'],
    },
    orders: { EFFECTIVE_ON: ['effective_on'] },
  },
  {
    list: 'classStrategies',
    table: 'class_strategy',
    row: (pick) => ({
      effective_on: pick('2024-01-01', '2025-01-01', '2026-01-01'),
      class: pick('CORE', 'TRACTION', 'GROWTH', 'PROBLEM'),
    }),
    filters: { ...effective, classes: [['CORE', 'GROWTH'], ({ class: of }) => of === 'CORE' || of === 'GROWTH'] },
    orders: { EFFECTIVE_ON: ['effective_on'] },
  },
  {
    list: 'coverageRules',
    table: 'coverage_rule',
    row: (pick) => ({
      effective_on: pick('2024-01-01', '2025-01-01', '2026-01-01'),
      margin_basis_points: 3_000,
      hour_cost_currency: pick('CNY', 'USD'),
    }),
    filters: { ...effective, currency: ['USD', ({ hour_cost_currency }) => hour_cost_currency === 'USD'] },
    orders: { EFFECTIVE_ON: ['effective_on'] },
  },
  {
    list: 'accountSelections',
    table: 'account_selection',
    row: (pick) => {
      const of2026 = decisions.shift();
      return {
        account_id: of2026?.account_id ?? pick(account, uuidv7()),
        plan_id: pick(plan, uuidv7(), null),
        decision: of2026?.decision ?? pick('SELECTED', 'REJECTED'),
        starts_on: of2026 ? '2026-01-01' : pick('2024-01-01', '2025-01-01'),
        ends_on: of2026 ? '2026-12-31' : '2025-06-30',
        decided_on: pick('2025-02-01', '2025-03-01', '2025-04-01'),
      };
    },
    filters: {
      accountId: [account, ({ account_id }) => account_id === account],
      planId: [plan, ({ plan_id }) => plan_id === plan],
      decisions: [['SELECTED'], ({ decision }) => decision === 'SELECTED'],
      decidedFrom: ['2025-03-01', ({ decided_on }) => String(decided_on) >= '2025-03-01'],
      decidedTo: ['2025-03-01', ({ decided_on }) => String(decided_on) <= '2025-03-01'],
      on: ['2024-12-31', ({ starts_on }) => starts_on === '2024-01-01'],
    },
    orders: { DECIDED_ON: ['decided_on'] },
  },
  {
    list: 'dossierNotes',
    table: 'dossier_note',
    row: (pick) => ({
      account_id: pick(account, uuidv7()),
      topic: pick('BUDGET', 'DECIDERS', 'COMMITTEE'),
      text: pick('Tender in May', 'tender in June', 'no budget'),
      noted_on: pick('2026-01-31', '2026-02-28', '2026-03-31'),
      author_id: pick(owner, uuidv7(), null),
      contact_ids: pick([], [manager], [uuidv7(), manager], [uuidv7()]),
    }),
    filters: {
      textContains: ['TENDER', ({ text }) => text !== 'no budget'],
      topics: [['DECIDERS', 'COMMITTEE'], ({ topic }) => topic !== 'BUDGET'],
      accountId: [account, ({ account_id }) => account_id === account],
      contactId: [manager, ({ contact_ids }) => String(contact_ids).includes(manager)],
      authorId: [owner, ({ author_id }) => author_id === owner],
      notedFrom: ['2026-02-28', ({ noted_on }) => String(noted_on) >= '2026-02-28'],
      notedTo: ['2026-02-28', ({ noted_on }) => String(noted_on) <= '2026-02-28'],
    },
    orders: { NOTED_ON: ['noted_on'] },
  },
  {
    list: 'touchRecords',
    table: 'touch_record',
    row: (pick) => ({
      account_id: pick(account, uuidv7()),
      contact_ids: pick([], [manager], [uuidv7(), manager], [uuidv7()]),
      rep_id: pick(owner, uuidv7(), null),
      kind: pick('VISIT', 'CALL', 'MESSAGE'),
      outcome: pick('GOOD_CONTACT', 'NEUTRAL', 'NOT_REACHED'),
      touched_on: pick('2026-01-31', '2026-02-28', '2026-03-31'),
    }),
    filters: {
      accountId: [account, ({ account_id }) => account_id === account],
      contactId: [manager, ({ contact_ids }) => String(contact_ids).includes(manager)],
      repId: [owner, ({ rep_id }) => rep_id === owner],
      kinds: [['VISIT', 'CALL'], ({ kind }) => kind !== 'MESSAGE'],
      outcomes: [['NEUTRAL'], ({ outcome }) => outcome === 'NEUTRAL'],
      touchedFrom: ['2026-02-28', ({ touched_on }) => String(touched_on) >= '2026-02-28'],
      touchedTo: ['2026-02-28', ({ touched_on }) => String(touched_on) <= '2026-02-28'],
    },
    orders: { TOUCHED_ON: ['touched_on'] },
  },
  {
    list: 'stageStrategies',
    table: 'stage_strategy',
    row: (pick) => ({
      effective_on: pick('2024-01-01', '2025-01-01', '2026-01-01'),
      stage: pick('EXPLORATION', 'BUILD_UP', 'MATURITY', 'DECLINE'),
    }),
    filters: { ...effective, stages: [['MATURITY'], ({ stage }) => stage === 'MATURITY'] },
    orders: { EFFECTIVE_ON: ['effective_on'] },
  },
  {
    list: 'relationshipOverrides',
    table: 'relationship_override',
    row: (pick) => ({
      account_id: pick(account, uuidv7()),
      stage: 'MATURITY',
      set_on: '2025-01-01',
      expires_on: pick('2026-01-31', '2026-02-28', '2026-03-31'),
      ended_on: pick('2025-06-01', null),
    }),
    filters: {
      accountId: [account, ({ account_id }) => account_id === account],
      expiresFrom: ['2026-02-28', ({ expires_on }) => String(expires_on) >= '2026-02-28'],
      expiresTo: ['2026-02-28', ({ expires_on }) => String(expires_on) <= '2026-02-28'],
      hasEnded: [true, ({ ended_on }) => ended_on !== null],
    },
    orders: { EXPIRES_ON: ['expires_on'] },
  },
  {
    list: 'trustOutcomes',
    table: 'trust_outcome',
    row: (pick) => ({
      account_id: pick(account, uuidv7()),
      contact_id: pick(owner, uuidv7()),
      kind: pick('KEPT_PROMISE', 'GOOD_CONTACT', 'BROKEN_PROMISE'),
      happened_on: pick('2026-01-31', '2026-02-28', '2026-03-31'),
    }),
    filters: {
      accountId: [account, ({ account_id }) => account_id === account],
      contactId: [owner, ({ contact_id }) => contact_id === owner],
      kinds: [['GOOD_CONTACT', 'BROKEN_PROMISE'], ({ kind }) => kind !== 'KEPT_PROMISE'],
      happenedFrom: ['2026-02-28', ({ happened_on }) => String(happened_on) >= '2026-02-28'],
      happenedTo: ['2026-02-28', ({ happened_on }) => String(happened_on) <= '2026-02-28'],
    },
    orders: { HAPPENED_ON: ['happened_on'] },
  },
];

describeLists(planning, lists, [
  AccountList,
  AccountSelectionList,
  CoverageRuleList,
  DossierNoteList,
  AccountSeatList,
  AttainmentRuleList,
  IncentiveRuleList,
  CandidateList,
  CapacityStatementList,
  CoachingSessionList,
  LeavingRiskList,
  SkillAssessmentList,
  SkillList,
  TeamList,
  TeamRuleList,
  ClassStrategyList,
  ContactList,
  DemandDriverList,
  DriverMeasureList,
  FunnelTemplateList,
  LegalEntityList,
  PlanLineList,
  PlanLineVersionList,
  PlanList,
  PlanVersionList,
  PlayList,
  PortfolioRuleList,
  PotentialRuleList,
  ProductList,
  RebalancedTargetList,
  RebalancingList,
  RebalancingRuleList,
  RehearsalList,
  RelationshipChainList,
  RelationshipOverrideList,
  RepList,
  StepList,
  StepTemplateList,
  WarGameCardList,
  StageRuleList,
  StageStrategyList,
  SupportActionList,
  TouchRecordList,
  TrustOutcomeList,
  TrustRuleList,
]);
