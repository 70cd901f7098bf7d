import { Aggregate, MoneyValue, OptionalMoneyValue } from '@fivepoint/service';
import { Directive, Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';

/** What can be planned and sold. */
@Directive('@key(fields: "id")')
@ObjectType({ description: 'A product of the catalogue; owned by planning (产品).' })
@Entity('product')
export class Product extends Aggregate {
  @Field(() => String, { nullable: true, description: 'Name of the product (名称).' })
  @Column('text')
  name!: string;

  @Field(() => String, { nullable: true, description: 'The series it belongs to (系列).' })
  @Column('text', { nullable: true })
  series!: string | null;

  @Field(() => MoneyValue, {
    nullable: true,
    description: 'List price of one unit; null where there is none (目录价).',
  })
  @Column(() => OptionalMoneyValue)
  listPrice!: MoneyValue | null;

  @Field(() => String, { nullable: true, description: 'Its id in the system it was recorded from (外部标识).' })
  @Column('text', { nullable: true })
  externalId!: string | null;
}
