import { Aggregate } from '@fivepoint/service';
import { Directive, Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';

/** What makes customers buy, in a unit that can be counted: stations, users, revenue (capability P09). Each is measured account by account. */
@Directive('@key(fields: "id")')
@ObjectType({ description: 'What makes customers buy, in a unit that can be counted; owned by planning (驱动因素).' })
@Entity('demand_driver')
export class DemandDriver extends Aggregate {
  @Field(() => String, { nullable: true, description: 'What drives demand, such as base stations (名称).' })
  @Column('text')
  name!: string;

  @Field(() => String, { nullable: true, description: 'What it is counted in, such as 座 or users (单位).' })
  @Column('text')
  unit!: string;
}
