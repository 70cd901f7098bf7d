import { Directive, Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { DatedRule } from './dated-rule';
import { LifecycleStage } from './lifecycle-stages';

/** What is done about a relationship in a stage (capability P16). */
@Directive('@key(fields: "id")')
@ObjectType({
  description: 'What is done about a relationship in a stage, from a day on; owned by planning (阶段策略).',
})
@Entity('stage_strategy')
export class StageStrategy extends DatedRule {
  @Field(() => LifecycleStage, { nullable: true, description: 'Of which stage (关系阶段).' })
  @Column('text')
  stage!: LifecycleStage;

  @Field(() => String, { nullable: true, description: 'What is to be reached in this stage (目的).' })
  @Column('text')
  purpose!: string;

  @Field(() => String, { nullable: true, description: 'What is done, with which plays (战术与打法).' })
  @Column('text')
  tactics!: string;
}
