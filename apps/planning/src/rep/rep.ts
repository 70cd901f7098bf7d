import { Aggregate } from '@fivepoint/service';
import { Directive, Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';

/** Somebody who can be accountable: owns accounts, plan lines, leads, deals. The name stays here; events carry the id. */
@Directive('@key(fields: "id")')
@ObjectType({ description: 'A member of the sales team; owned by planning (销售代表).' })
@Entity('rep')
export class Rep extends Aggregate {
  @Field(() => String, { nullable: true, description: 'Name of the person (姓名).' })
  @Column('text')
  name!: string;

  @Field(() => String, { nullable: true, description: 'Work address (邮箱).' })
  @Column('text', { nullable: true })
  email!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Who that is at the identity provider: the token's `sub`; unique in the tenant (登录标识).",
  })
  @Column('text', { nullable: true })
  userId!: string | null;

  @Field(() => String, { nullable: true, description: 'The team; what the rep owns is shared with it (团队).' })
  @Column('text')
  team!: string;

  @Column('uuid', { nullable: true })
  managerId!: string | null;

  @Field(() => String, { nullable: true, description: 'Its id in the system it was recorded from (外部标识).' })
  @Column('text', { nullable: true })
  externalId!: string | null;
}
