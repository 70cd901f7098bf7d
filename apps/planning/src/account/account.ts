import { OwnableAggregate } from '@fivepoint/service';
import { Directive, Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { AccountLevel } from './account.levels';

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
}
