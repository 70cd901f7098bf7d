import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import type { StageRules } from '../relationship/lifecycle-stage';
import { DatedRule } from './dated-rule';

/** When a relationship is in which stage (rules §2, capability P14). */
@Directive('@key(fields: "id")')
@ObjectType({ description: 'When a relationship is in which stage, from a day on; owned by planning (生命周期规则).' })
@Entity('stage_rule')
export class StageRule extends DatedRule {
  @Field(() => Int, {
    nullable: true,
    description: 'Over how many months customers who buy again and again are judged (持续购买考察期).',
  })
  @Column('int')
  recurringMonths!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Over how many months customers who buy for projects are judged (偶发购买考察期).',
  })
  @Column('int')
  projectMonths!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Growth from which a relationship builds up; 1000 is +10 % (增长阈值).',
  })
  @Column('int')
  growthBasisPoints!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Loss from which it declines, at two quarter ends in a row; 1000 is -10 % (下降阈值).',
  })
  @Column('int')
  lossBasisPoints!: number;

  @Field(() => Int, { nullable: true, description: 'Orders from which it may be mature (成熟订单数).' })
  @Column('int')
  matureOrderCount!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Risk below which a drift that was high is over, so that DECLINE ends; 4500 is .45 (漂移解除阈值).',
  })
  @Column('int')
  driftBasisPoints!: number;

  get rules(): StageRules {
    const { recurringMonths, projectMonths, growthBasisPoints, lossBasisPoints, matureOrderCount } = this;
    return {
      months: { RECURRING: recurringMonths, PROJECT: projectMonths },
      ...{ growthBasisPoints, lossBasisPoints, matureOrderCount },
    };
  }
}
