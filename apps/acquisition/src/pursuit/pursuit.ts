import { type EntityReference, LocalDateScalar, MoneyValue, OwnedAggregate, referenceTo } from '@fivepoint/service';
import { Directive, Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Account } from '../account/account';
import { PurchasePattern } from './purchase-pattern';
import { PlanLine, Product, Rep } from '../references/references';
import { PursuitStatus } from './pursuit.statuses';

/** What an approved plan line asks of acquisition: win this account for this product. One per plan line. */
@Directive('@key(fields: "id")')
@ObjectType({
  description:
    'The pursuit of one targeted account for one product, as a plan line asks it; owned by acquisition (跟踪任务).',
})
@Entity('pursuit')
export class Pursuit extends OwnedAggregate {
  @Field(() => PursuitStatus, { nullable: true, description: 'How far it has come (状态).' })
  @Column('text')
  status!: PursuitStatus;

  @Column('uuid')
  accountId!: string;

  @Column('uuid')
  productId!: string;

  @Column('uuid')
  planLineId!: string;

  @Field(() => MoneyValue, { nullable: true, description: "The plan line's target for its period (目标)." })
  @Column(() => MoneyValue)
  target!: MoneyValue;

  @Field(() => PurchasePattern, {
    nullable: true,
    description: 'How this customer buys; null until classified, which comes before any other step (购买类型).',
  })
  @Column('text', { nullable: true })
  purchasePattern!: PurchasePattern | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'When its first contract was signed (赢单日).' })
  @Column('date', { nullable: true })
  wonOn!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why its line was taken out of the plan; null while it is in it (撤销原因).',
  })
  @Column('text', { nullable: true })
  withdrawalReason!: string | null;

  /** Of which version of the plan the last word on its line was. */
  @Column('int')
  planVersionNumber!: number;

  @Field(() => Account, { nullable: true, description: 'Who is to be won (客户).' })
  get account(): Account | null {
    return referenceTo(this.accountId);
  }

  @Field(() => Product, { nullable: true, description: 'What is to be sold (产品).' })
  get product(): EntityReference | null {
    return referenceTo(this.productId);
  }

  @Field(() => Rep, { nullable: true, description: 'The one accountable rep (责任人).' })
  get owner(): EntityReference | null {
    return referenceTo(this.ownerId);
  }

  @Field(() => PlanLine, { nullable: true, description: 'The plan line it counts for (计划行).' })
  get planLine(): EntityReference | null {
    return referenceTo(this.planLineId);
  }
}
