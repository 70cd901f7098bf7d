import { Aggregate } from '@fivepoint/service';
import { Directive, Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';

/** What a team must be able to do (capability P35): one row of its capability matrix. */
@Directive('@key(fields: "id")')
@ObjectType({ description: 'What a sales team must be able to do; owned by planning (技能).' })
@Entity('skill')
export class Skill extends Aggregate {
  @Field(() => String, { nullable: true, description: 'Name of the skill, unique in the tenant (名称).' })
  @Column('text')
  name!: string;

  @Field(() => String, { nullable: true, description: 'What somebody does who has it (说明).' })
  @Column('text', { nullable: true })
  description!: string | null;
}

/** What a new company's catalogue begins with. */
export const shippedSkills: readonly Pick<Skill, 'name' | 'description'>[] = [
  { name: '客户情报', description: '摸清决策链、驱动因素和采购机制' },
  { name: 'SPIN 需求挖掘', description: '用背景、难点、暗示、需求-效益问题引导客户' },
  { name: '方案呈现', description: '把需求翻译成客户认可的方案' },
  { name: '商务谈判', description: '守住价格、首付比例和付款条件' },
  { name: '回款推动', description: '按节点取得证据并推动签字付款' },
];
