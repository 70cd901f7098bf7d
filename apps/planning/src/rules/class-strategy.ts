import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { AccountClass } from './account-class';
import { DatedRule } from './dated-rule';

/** How accounts of a class are covered (capability P19). */
@Directive('@key(fields: "id")')
@ObjectType({ description: 'How accounts of a class are covered, from a day on; owned by planning (客户跟踪策略).' })
@Entity('class_strategy')
export class ClassStrategy extends DatedRule {
  @Field(() => AccountClass, { nullable: true, description: 'Of which class (客户类型).' })
  @Column('text')
  class!: AccountClass;

  @Field(() => String, { nullable: true, description: 'What is to be reached with such accounts (目的).' })
  @Column('text')
  purpose!: string;

  @Field(() => Int, { nullable: true, description: 'At most so many days between two contacts (联系周期).' })
  @Column('int')
  cadenceDays!: number;

  @Field(() => Int, { nullable: true, description: 'Hours of work on such an account in a month (每月投入).' })
  @Column('int')
  effortHours!: number;

  @Field(() => String, { nullable: true, description: 'What is done, with which plays (战术与打法).' })
  @Column('text')
  tactics!: string;

  @Column('uuid', { array: true })
  playIds!: string[];
}
