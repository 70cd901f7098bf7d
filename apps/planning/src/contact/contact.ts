import { graphEnum, OwnableAggregate } from '@fivepoint/service';
import { Directive, Field, ObjectType } from 'type-graphql';
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

/** A person at an account. Personal data stays here; events carry id and roles. Who sees the account sees its people. */
@Directive('@key(fields: "id")')
@ObjectType({ description: 'A person at an account; owned by planning (联系人).' })
@Entity('contact')
export class Contact extends OwnableAggregate {
  @Column('uuid')
  accountId!: string;

  @Field(() => String, { nullable: true, description: 'Name of the person (姓名).' })
  @Column('text')
  name!: string;

  @Field(() => [DecisionRole], {
    nullable: true,
    description: 'Roles in the decision chain, none while unknown (角色).',
  })
  @Column('text', { array: true })
  roles!: DecisionRole[];
}
