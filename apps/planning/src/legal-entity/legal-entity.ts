import { Aggregate } from '@fivepoint/service';
import { Directive, Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';

/** Who signs and pays: a company of the commercial register. Several buying units may buy through one (capability C04). */
@Directive('@key(fields: "id")')
@ObjectType({ description: 'A company that buying units sign and pay through; owned by planning (法人主体).' })
@Entity('legal_entity')
export class LegalEntity extends Aggregate {
  @Field(() => String, { nullable: true, description: 'Its registered name (企业名称).' })
  @Column('text')
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Its code of GB 32100, unique in the tenant; null for a foreign company (统一社会信用代码).',
  })
  @Column('text', { nullable: true })
  creditCode!: string | null;
}
