import { OwnableAggregate } from '@fivepoint/service';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { AccountClass } from '../rules/account-class';
import { LifecycleStage } from '../rules/lifecycle-stages';
import { AccountLevel } from './account.levels';
import { PurchasePattern } from './purchase-pattern';
import { relationshipGap, RelationshipType } from './relationship-types';

/** One named buying unit, never a region or an industry (P04). Its owner is accountable; its team follows from the owner. */
@Directive('@key(fields: "id")')
@ObjectType({ description: 'A named buying unit; owned by planning (客户).' })
@Entity('account')
export class Account extends OwnableAggregate {
  @Field(() => String, { nullable: true, description: 'Name of the organisation (名称).' })
  @Column('text')
  name!: string;

  @Field(() => AccountLevel, { nullable: true, description: 'Where it stands in its hierarchy (层级).' })
  @Column('text')
  level!: AccountLevel;

  @Column('uuid', { nullable: true })
  parentId!: string | null;

  @Column('uuid', { nullable: true })
  legalEntityId!: string | null;

  @Field(() => String, { nullable: true, description: 'What business it is in; a note, never a target (行业).' })
  @Column('text', { nullable: true })
  industry!: string | null;

  @Field(() => String, { nullable: true, description: 'Its id in the system it was recorded from (外部标识).' })
  @Column('text', { nullable: true })
  externalId!: string | null;

  @Field(() => PurchasePattern, {
    nullable: true,
    description: 'How it buys, by its own word; null while it goes by its last lead that was classified (购买类型).',
  })
  @Column('text', { nullable: true })
  purchasePattern!: PurchasePattern | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Which share of its potential can be won; null where the rule says it (可获取比例).',
  })
  @Column('int', { nullable: true })
  attainableBasisPoints!: number | null;

  @Field(() => RelationshipType, {
    nullable: true,
    description: 'The relationship as it is; null while unknown (当前关系类型).',
  })
  @Column('text', { nullable: true })
  currentRelationshipType!: RelationshipType | null;

  @Field(() => RelationshipType, {
    nullable: true,
    description: 'The relationship that we want; null while open (期望关系类型).',
  })
  @Column('text', { nullable: true })
  desiredRelationshipType!: RelationshipType | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Hours of work on it in a month, by its own word; null where its class says it (每月投入).',
  })
  @Column('int', { nullable: true })
  effortHours!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'How many types the wanted relationship is above the one that is there, below zero where it is less; null while one is unknown (关系差距).',
  })
  get relationshipGapCount(): number | null {
    return relationshipGap(this.currentRelationshipType, this.desiredRelationshipType);
  }

  @Field(() => String, {
    nullable: true,
    description: "ISO 4217 code in which it is assessed; null where it is the company's currency (评估币种).",
  })
  @Column({ type: 'char', length: 3, nullable: true })
  assessmentCurrency!: string | null;

  /** What the last assessment says, so that lists are narrowed by it at once; the version does not grow with it. */
  @Field(() => LifecycleStage, { nullable: true, description: 'Stage of the relationship today (关系阶段).' })
  @Column('text', { nullable: true })
  stage!: LifecycleStage | null;

  @Field(() => AccountClass, {
    nullable: true,
    description: 'Class in the portfolio matrix today; null while potential or score is not known (客户类型).',
  })
  @Column('text', { nullable: true })
  class!: AccountClass | null;
}
