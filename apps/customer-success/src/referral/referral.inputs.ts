import { CommandInput, TextField, UUID } from '@fivepoint/service';
import { Field, InputType } from 'type-graphql';

@InputType({ description: 'Records that a customer brings another one to us (登记转介绍).' })
export class GiveReferralInput extends CommandInput {
  @Field(() => UUID, { description: 'The customer that refers (推荐客户).' })
  referrerId!: string;

  @Field(() => UUID, {
    nullable: true,
    description: 'The account that is referred, where it is one of ours already (被推荐客户).',
  })
  referredId?: string | null;

  @TextField('The name of who is referred; given where it is no account of ours, and only there (被推荐客户名称).', {
    max: 200,
    optional: true,
  })
  referredName?: string | null;

  @Field(() => UUID, { nullable: true, description: 'What they are interested in (产品).' })
  productId?: string | null;

  @TextField('What they need (需求).', { max: 2000, optional: true })
  need?: string | null;
}

@InputType({ description: 'Narrows a list of referrals; all given conditions must hold (筛选).' })
export class ReferralFilter {
  @Field(() => String, {
    nullable: true,
    description: 'The name of who was referred contains this, in upper or lower case (被推荐客户名称包含).',
  })
  referredNameContains?: string | null;

  @Field(() => UUID, { nullable: true, description: 'Given by this account (推荐客户).' })
  referrerId?: string | null;

  @Field(() => UUID, { nullable: true, description: 'Of this owner (责任人).' })
  ownerId?: string | null;

  @Field(() => String, { nullable: true, description: 'Shared by this team (团队).' })
  team?: string | null;
}
