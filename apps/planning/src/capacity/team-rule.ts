import { Aggregate, LocalDateScalar } from '@fivepoint/service';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, type EntityManager } from 'typeorm';

/** By what a team is judged: the tenant's own words from a day on, and until then those that are shipped. */
export interface TeamRuleTerms {
  /** Above this Herfindahl index of a plan's target, in basis points, the plan hangs on too few people. */
  keyPersonBasisPoints: number;
  /** What of the full capacity somebody has in each month since the start, the first one first; the last one stays. */
  rampBasisPoints: number[];
  /** What of it somebody has who is not certified yet. */
  uncertifiedBasisPoints: number;
}

/** What holds until the tenant says something else. */
export const shippedTeamRule: TeamRuleTerms = {
  keyPersonBasisPoints: 2_500,
  rampBasisPoints: [1_000, 2_500, 5_000, 7_500, 10_000],
  uncertifiedBasisPoints: 8_000,
};

/** The tenant's rules for its teams, from a day on; never changed, and of one day the one adopted last. */
@Directive('@key(fields: "id")')
@ObjectType({ description: 'By what teams are judged from a day on; owned by planning (团队规则).' })
@Entity('team_rule')
export class TeamRule extends Aggregate implements TeamRuleTerms {
  @Field(() => LocalDateScalar, { nullable: true, description: 'The first day on which it holds (生效日).' })
  @Column('date')
  effectiveOn!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      "Above this Herfindahl index of a plan's target, 10000 = one person has it all, it warns (个人依赖上限).",
  })
  @Column('int')
  keyPersonBasisPoints!: number;

  @Field(() => [Int], {
    nullable: true,
    description:
      'What of the full capacity a rep has in each month since the start, the first month first; the last one stays (爬坡曲线).',
  })
  @Column('int', { array: true })
  rampBasisPoints!: number[];

  @Field(() => Int, {
    nullable: true,
    description: 'What of it a rep has who is not certified, 10000 = all (未认证折扣).',
  })
  @Column('int')
  uncertifiedBasisPoints!: number;
}

/** The tenant's rules, in the order in which they take effect; they are few. */
export const teamRules = (manager: EntityManager, tenantId: string): Promise<TeamRule[]> =>
  manager.find(TeamRule, { where: { tenantId }, order: { effectiveOn: 'ASC', id: 'ASC' } });

/** What is in force on a day of what takes effect one after the other; null before the first. Pure. */
export const inForceOn = <T extends { effectiveOn: string }>(inOrder: readonly T[], day: string): T | null =>
  inOrder.findLast(({ effectiveOn }) => effectiveOn <= day) ?? null;

/** The rules of a day, as shipped before the tenant's own begin. Pure. */
export const ruleOn = (inOrder: readonly TeamRule[], day: string): TeamRuleTerms =>
  inForceOn(inOrder, day) ?? shippedTeamRule;
