import { CommandInput, UUID } from '@fivepoint/service';
import { MaxLength } from 'class-validator';
import { Field, InputType } from 'type-graphql';

@InputType({ description: 'Records that a customer brings another one to us (登记转介绍).' })
export class GiveReferralInput extends CommandInput {
  @Field(() => UUID, { description: 'The customer that refers (推荐客户).' })
  referrerAccountId!: string;

  @Field(() => UUID, {
    nullable: true,
    description: 'The account that is referred, where it is one of ours already (被推荐客户).',
  })
  referredAccountId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The name of who is referred; required where it is no account of ours (被推荐客户名称).',
  })
  @MaxLength(300, { message: 'referredName may have at most 300 characters' })
  referredName?: string | null;

  @Field(() => UUID, { nullable: true, description: 'What they are interested in (产品).' })
  productId?: string | null;

  @Field(() => String, { nullable: true, description: 'What they need (需求).' })
  @MaxLength(2000, { message: 'need may have at most 2000 characters' })
  need?: string | null;
}
