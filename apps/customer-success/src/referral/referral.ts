import { type EntityReference, OwnableAggregate, referenceTo } from '@fivepoint/service';
import { Directive, Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Account } from '../account/account';
import { Product, Rep } from '../references/references';

/** A customer that brings another one: the loop closes (capability S02). */
@Directive('@key(fields: "id")')
@ObjectType({ description: 'A customer that brings another one to us; owned by customer-success (转介绍).' })
@Entity('referral')
export class Referral extends OwnableAggregate {
  /** The referrer: whose referral it is. */
  @Column('uuid')
  accountId!: string;

  @Column('uuid', { nullable: true })
  referredAccountId!: string | null;

  @Column('uuid', { nullable: true })
  productId!: string | null;

  @Field(() => String, { nullable: true, description: 'Who was referred to us (被推荐客户).' })
  @Column('text')
  referredName!: string;

  @Field(() => String, { nullable: true, description: 'What they need (需求).' })
  @Column('text', { nullable: true })
  need!: string | null;

  @Field(() => Account, { nullable: true, description: 'The customer that referred them (推荐客户).' })
  get referrer(): EntityReference | null {
    return referenceTo(this.accountId);
  }

  @Field(() => Account, {
    nullable: true,
    description: 'The account that was referred, where it is one of ours already (被推荐客户).',
  })
  get referred(): EntityReference | null {
    return referenceTo(this.referredAccountId);
  }

  @Field(() => Product, { nullable: true, description: 'What they are interested in (产品).' })
  get product(): EntityReference | null {
    return referenceTo(this.productId);
  }

  @Field(() => Rep, { nullable: true, description: 'The one accountable rep (责任人).' })
  get owner(): EntityReference | null {
    return referenceTo(this.ownerId);
  }
}
