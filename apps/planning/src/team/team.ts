import { Aggregate } from '@fivepoint/service';
import { Directive, Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';

/**
 * A team of the sales organisation (capabilities P22, P34). Its name is the word that reps, accounts and tokens carry: who sees what goes by the
 * word, so that it never changes; who leads the team and where it stands may.
 */
@Directive('@key(fields: "id")')
@ObjectType({
  description: 'A team, by the word that its reps, its accounts and tokens carry; owned by planning (团队).',
})
@Entity('team')
export class Team extends Aggregate {
  @Field(() => String, {
    nullable: true,
    description: 'The word for it, unique in the tenant and never changed (团队名称).',
  })
  @Column('text')
  name!: string;

  @Column('uuid', { nullable: true })
  managerId!: string | null;

  @Column('uuid', { nullable: true })
  parentId!: string | null;
}
