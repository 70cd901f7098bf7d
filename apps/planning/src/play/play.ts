import { Aggregate } from '@fivepoint/service';
import { Directive, Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';

/** A way in which a line is won (capability P24). Some are shipped with every tenant, which adds its own. */
@Directive('@key(fields: "id")')
@ObjectType({ description: 'A way in which a plan line is to be won; owned by planning (打法).' })
@Entity('play')
export class Play extends Aggregate {
  @Field(() => String, { nullable: true, description: 'What it is called (名称).' })
  @Column('text')
  name!: string;

  @Field(() => String, { nullable: true, description: 'What is done, in a sentence (说明).' })
  @Column('text')
  action!: string;
}
