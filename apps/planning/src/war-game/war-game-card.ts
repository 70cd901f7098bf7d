import { graphEnum, LocalDateScalar, NextStates, OwnedAggregate } from '@fivepoint/service';
import { Directive, Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { WarGameCardStatus, warGameCardStatuses } from './war-game-card.statuses';

export const WarGameSide = graphEnum('WarGameSide', 'Whose move a war-game card foresees (推演方).', {
  RIVAL: 'A competitor (竞争对手).',
  CUSTOMER: 'The customer (客户).',
});
export type WarGameSide = keyof typeof WarGameSide;

/**
 * A move of a rival or of the customer that we foresee, and our answer to it (capability P39): of a plan line, or of a step. It stands beside the
 * numbers of a rehearsal and changes none of them.
 */
@Directive('@key(fields: "id")')
@ObjectType({ description: 'A foreseen move and our answer to it; owned by planning (推演卡).' })
@Entity('war_game_card')
export class WarGameCard extends OwnedAggregate {
  @Column('uuid')
  accountId!: string;

  @Column('uuid', { nullable: true })
  planId!: string | null;

  @Column('uuid', { nullable: true })
  planLineId!: string | null;

  @Column('uuid', { nullable: true })
  stepId!: string | null;

  @Field(() => WarGameSide, { nullable: true, description: 'Whose move it is (推演方).' })
  @Column('text')
  side!: WarGameSide;

  @Field(() => String, { nullable: true, description: 'What they may do (对方动作).' })
  @Column('text')
  move!: string;

  @Field(() => String, { nullable: true, description: 'What we do then (我方应对).' })
  @Column('text')
  answer!: string;

  @Field(() => String, { nullable: true, description: 'By what we see that it has come (触发条件).' })
  @Column('text')
  trigger!: string;

  @Field(() => WarGameCardStatus, { nullable: true, description: 'Where it stands (状态).' })
  @Column('text')
  status!: WarGameCardStatus;

  @NextStates(() => WarGameCardStatus)
  get nextStatuses(): readonly WarGameCardStatus[] {
    return warGameCardStatuses.next(this.status);
  }

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day on which the trigger was seen; null until then (触发日).',
  })
  @Column('date', { nullable: true })
  triggeredOn!: string | null;

  @Field(() => String, { nullable: true, description: 'What came of it; null until it is closed (结果).' })
  @Column('text', { nullable: true })
  outcome!: string | null;
}
