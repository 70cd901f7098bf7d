import { Money } from '@fivepoint/kernel';
import { type Command, earliestPastDay, MoneyValue } from '@fivepoint/service';
import { shippedTeamRule, TeamRule } from '../capacity/team-rule';
import { shippedLabels } from '../portfolio/portfolio-class';
import { RebalancingRule, shippedRebalancingRule } from '../rebalancing/rebalancing-rule';
import { shippedStageRules } from '../relationship/lifecycle-stage';
import { shippedSellSide } from '../relationship/relationship-score';
import { shippedTrustRules } from '../relationship/trust';
import type { DecisionRole } from '../contact/contact';
import { AttainmentRule } from './attainment-rule';
import { ClassStrategy } from './class-strategy';
import { CoverageRule } from './coverage-rule';
import type { DatedRule } from './dated-rule';
import { IncentiveRule } from './incentive-rule';
import { PortfolioRule } from './portfolio-rule';
import { PotentialRule } from './potential-rule';
import { RelationshipChain } from './relationship-chain';
import { StageRule } from './stage-rule';
import { StageStrategy } from './stage-strategy';
import { TrustRule } from './trust-rule';

/** What a tenant begins with (rules §1–3): rows like any other, in force for whatever history is recorded. Whoever knows better adopts other ones. */
export async function shipRules(command: Command, currency: string): Promise<void> {
  const ship = <T extends DatedRule>(Rule: new () => T, content: Partial<T>) => {
    const dated = { effectiveOn: earliestPastDay, reason: null, adopterUserId: null };
    return command.add(Object.assign(new Rule(), { ...command.newAggregate(), ...dated, ...content }));
  };
  await ship(PotentialRule, {
    ...{ horizonMonths: 12, attainableBasisPoints: 3_000 },
    ...{ explorationBasisPoints: 10_000, buildUpBasisPoints: 10_000 },
    ...{ maturityBasisPoints: 10_000, declineBasisPoints: 10_000 },
  });
  const { months, growthBasisPoints, lossBasisPoints, matureOrderCount } = shippedStageRules;
  await ship(StageRule, {
    ...{ recurringMonths: months.RECURRING, projectMonths: months.PROJECT },
    ...{ growthBasisPoints, lossBasisPoints, matureOrderCount },
    driftBasisPoints: 4_500,
  });
  const rolesOf = (chain: typeof shippedSellSide) => chain.map(({ role }) => role as DecisionRole);
  await ship(RelationshipChain, {
    roleNames: rolesOf(shippedSellSide),
    roleBasisPoints: shippedSellSide.map(({ weight }) => weight),
    vetoRoles: rolesOf(shippedSellSide.filter(({ veto }) => veto)),
  });
  const { floor, steps } = shippedTrustRules;
  await ship(TrustRule, {
    ...{ floor, keptPromise: steps.KEPT_PROMISE, goodContact: steps.GOOD_CONTACT },
    brokenPromise: -steps.BROKEN_PROMISE,
  });
  await ship(PortfolioRule, {
    potentialThreshold: MoneyValue.of(wholeUnits(3_000_000n, currency)),
    scoreThreshold: 60,
    ...shippedLabels,
  });
  await ship(AttainmentRule, { bookingsBasisPoints: 7_000, cashBasisPoints: 3_000 });
  await ship(IncentiveRule, {
    ...{ floorBasisPoints: 5_000, capBasisPoints: 20_000 },
    ...{ tierFromBasisPoints: [0, 10_000], tierPayoutBasisPoints: [100, 150] },
  });
  await ship(CoverageRule, {
    marginBasisPoints: 3_000,
    hourCost: MoneyValue.of(wholeUnits(300n, currency)),
  });
  await ship(TeamRule, shippedTeamRule);
  await ship(RebalancingRule, shippedRebalancingRule);
  for (const strategy of shippedClassStrategies) await ship(ClassStrategy, strategy);
  for (const strategy of shippedStageStrategies) await ship(StageStrategy, strategy);
}

const wholeUnits = (units: bigint, currency: string): Money => {
  const one = Money.parse('1', currency);
  return Money.of(one.minor * units, currency);
};

const shippedClassStrategies = [
  {
    class: 'CORE',
    purpose: '守住份额,深度合作',
    cadenceDays: 7,
    effortHours: 40,
    tactics: '高层互访,联合规划,铁三角驻点,提前锁定下一周期需求',
  },
  {
    class: 'TRACTION',
    purpose: '把有需求的客户牵引过来',
    cadenceDays: 14,
    effortHours: 24,
    tactics: '补齐决策链关键人,标杆样品与示范项目,入围与标前引导',
  },
  {
    class: 'GROWTH',
    purpose: '以少量投入培育需求',
    cadenceDays: 30,
    effortHours: 8,
    tactics: '推荐产品与新应用,邀请参观标杆客户,定期回访',
  },
  {
    class: 'PROBLEM',
    purpose: '控制投入,等待变化',
    cadenceDays: 90,
    effortHours: 2,
    tactics: '线上维护,关注人事与业务变动,条件变化后重新评估',
  },
] as const;

const shippedStageStrategies = [
  { stage: 'EXPLORATION', purpose: '建立第一次信任', tactics: '弄清驱动因素与决策链,以小额首单证明能力' },
  { stage: 'BUILD_UP', purpose: '增强信任', tactics: '兑现每一个承诺,扩大接触面,从单一产品走向方案' },
  { stage: 'MATURITY', purpose: '巩固并扩大份额', tactics: '联合规划,交叉销售,建立定期评审机制' },
  { stage: 'DECLINE', purpose: '重新审视关系', tactics: '找出漂移原因,重建关键人信任,决定挽回还是收缩' },
] as const;
