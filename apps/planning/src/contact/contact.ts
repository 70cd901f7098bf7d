import { graphEnum, LocalDateScalar, OwnableAggregate } from '@fivepoint/service';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';

export const DecisionRole = graphEnum('DecisionRole', 'Role in the decision chain (决策链角色).', {
  ECONOMIC_BUYER: 'Decides about the money (拍板人).',
  TECHNICAL: 'Technical gatekeeper (技术把关人).',
  USER: 'Works with what is bought (使用人).',
  PROCUREMENT: 'Buys (采购).',
  FINANCE: 'Pays (财务).',
  QUALITY: 'Checks the quality (质量).',
  SUPPLY_CHAIN: 'Takes the delivery (供应链).',
  SUPERVISOR: 'Supervisor or third party (监理/第三方).',
});
export type DecisionRole = keyof typeof DecisionRole;

export const ContactAccess = graphEnum('ContactAccess', 'How far we reach a person (接触程度).', {
  NONE: 'Not at all; counts 0 (未接触).',
  PARTIAL: 'Through others, or now and then; counts a half (间接接触).',
  FULL: 'In person, whenever it matters; counts 1 (直接接触).',
});
export type ContactAccess = keyof typeof ContactAccess;

export const ContactDecisionStyle = graphEnum('ContactDecisionStyle', 'How a person decides (决策风格).', {
  ANALYTICAL: 'Wants facts and time (分析型).',
  DRIVER: 'Wants results, fast (控制型).',
  AMIABLE: 'Wants agreement and no risk (亲和型).',
  EXPRESSIVE: 'Wants vision and recognition (表达型).',
});
export type ContactDecisionStyle = keyof typeof ContactDecisionStyle;

export const ContactPrivacy = graphEnum(
  'ContactPrivacy',
  "Who reads a person's background, style and preferences (保密级别).",
  {
    OPEN: 'Whoever sees the contact (公开).',
    TEAM: "The account's owner and team, and who looks after the relationship (团队内).",
    PRIVATE: 'Who looks after the relationship, and the managers of the team (仅关系负责人).',
  },
);
export type ContactPrivacy = keyof typeof ContactPrivacy;

/**
 * A person at an account. Personal data stays here; events carry id and roles. Who sees the account sees its people; what kind of person it is
 * (background, style, preferences) is for those whom the privacy names (`privacy.ts`), and no field of the row: the resolver gives it out.
 */
@Directive('@key(fields: "id")')
@ObjectType({ description: 'A person at an account; owned by planning (联系人).' })
@Entity('contact')
export class Contact extends OwnableAggregate {
  @Column('uuid')
  accountId!: string;

  @Field(() => String, { nullable: true, description: 'Name of the person (姓名).' })
  @Column('text')
  name!: string;

  @Field(() => String, { nullable: true, description: 'What the person is there; null while unknown (职务).' })
  @Column('text', { nullable: true })
  position!: string | null;

  @Field(() => [DecisionRole], {
    nullable: true,
    description: 'Roles in the decision chain, none while unknown (角色).',
  })
  @Column('text', { array: true })
  roles!: DecisionRole[];

  @Field(() => Int, {
    nullable: true,
    description: 'How much weight the word of the person has there, 0–100; null while unknown (影响力).',
  })
  @Column('int', { nullable: true })
  influence!: number | null;

  @Field(() => ContactAccess, { nullable: true, description: 'How far we reach the person (接触程度).' })
  @Column('text')
  access!: ContactAccess;

  @Field(() => Int, {
    nullable: true,
    description: 'From -2, works against us, to 2, works for us; null while unknown, which counts 0 (支持度).',
  })
  @Column('int', { nullable: true })
  support!: number | null;

  @Field(() => ContactPrivacy, {
    nullable: true,
    description: 'Who reads background, style and preferences (保密级别).',
  })
  @Column('text')
  privacy!: ContactPrivacy;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day on which the person left the account; null for who is there (离任日).',
  })
  @Column('date', { nullable: true })
  leftOn!: string | null;

  @Column('uuid', { nullable: true })
  relationshipOwnerId!: string | null;

  @Column('text', { nullable: true })
  background!: string | null;

  @Column('text', { nullable: true })
  decisionStyle!: ContactDecisionStyle | null;

  @Column('text', { nullable: true })
  preferences!: string | null;
}
