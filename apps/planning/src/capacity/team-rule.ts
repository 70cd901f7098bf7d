import type { LocalDate } from '@fivepoint/kernel';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { DatedRule } from '../rules/dated-rule';
import { ruleOn } from '../rules/in-force';

/** By what a team is judged. */
export interface TeamRuleTerms {
  /** Above this Herfindahl index of a plan's target, in basis points, the plan hangs on too few people. */
  keyPersonBasisPoints: number;
  /** What of the full capacity somebody has in each month since the start, the first one first; the last one stays. */
  rampBasisPoints: number[];
  /** What of it somebody has who is not certified yet. */
  uncertifiedBasisPoints: number;
}

/** What a tenant begins with. */
export const shippedTeamRule: TeamRuleTerms = {
  keyPersonBasisPoints: 2_500,
  rampBasisPoints: [1_000, 2_500, 5_000, 7_500, 10_000],
  uncertifiedBasisPoints: 8_000,
};

/** The tenant's rules for its teams (capabilities P35, P37). */
@Directive('@key(fields: "id")')
@ObjectType({ description: 'By what teams are judged from a day on; owned by planning (团队规则).' })
@Entity('team_rule')
export class TeamRule extends DatedRule implements TeamRuleTerms {
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

/** The rules of a day; who has none, such as a tenant that is not registered, goes by the shipped ones. Pure. */
export const teamTermsOn = (rules: readonly TeamRule[], day: LocalDate): TeamRuleTerms =>
  ruleOn(rules, day) ?? shippedTeamRule;
