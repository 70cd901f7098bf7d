import { CommandInput, ExpectedVersion, UUID } from '@fivepoint/service';
import { Field, InputType } from 'type-graphql';
import { PurchasePattern } from './purchase-pattern';
import { PursuitStatus } from './pursuit.statuses';

@InputType({ description: 'Says how the customer of a pursuit buys (客户分类).' })
export class ClassifyPursuitInput extends CommandInput {
  @Field(() => UUID, { description: 'The pursuit (跟踪任务).' })
  pursuitId!: string;

  @Field(() => PurchasePattern, { description: 'How the customer buys (购买类型).' })
  purchasePattern!: PurchasePattern;

  @ExpectedVersion('pursuit')
  expectedVersion?: number | null;
}

@InputType({ description: 'Narrows a list of pursuits; all given conditions must hold (筛选).' })
export class PursuitFilter {
  @Field(() => [PursuitStatus], { nullable: true, description: 'In one of these statuses (状态).' })
  statuses?: PursuitStatus[] | null;

  @Field(() => UUID, { nullable: true, description: 'Of this account (客户).' })
  accountId?: string | null;

  @Field(() => UUID, { nullable: true, description: 'For this product (产品).' })
  productId?: string | null;

  @Field(() => UUID, { nullable: true, description: 'Of this owner (责任人).' })
  ownerId?: string | null;

  @Field(() => String, { nullable: true, description: 'Shared by this team (团队).' })
  team?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only those already classified; false: only those still to classify (是否已分类).',
  })
  classified?: boolean | null;
}
