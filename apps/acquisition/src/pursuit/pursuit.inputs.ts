import { CommandInput, UUID } from '@fivepoint/service';
import { Field, InputType, Int } from 'type-graphql';
import { PurchasePattern } from './purchase-pattern';
import { PursuitStatus } from './pursuit.statuses';

@InputType({ description: 'Says how the customer of a pursuit buys (客户分类).' })
export class ClassifyPursuitInput extends CommandInput {
  @Field(() => UUID, { description: 'The pursuit (跟踪任务).' })
  pursuitId!: string;

  @Field(() => PurchasePattern, { description: 'How the customer buys (购买类型).' })
  purchasePattern!: PurchasePattern;

  @Field(() => Int, { nullable: true, description: 'The version you read; refused when it changed since (期望版本).' })
  expectedVersion?: number | null;
}

@InputType({ description: 'Narrows a list of pursuits; all given conditions must hold (筛选).' })
export class PursuitFilter {
  @Field(() => [PursuitStatus], { nullable: true, description: 'In one of these states (状态).' })
  statuses?: PursuitStatus[] | null;

  @Field(() => UUID, { nullable: true, description: 'Of this account (客户).' })
  accountId?: string | null;

  @Field(() => UUID, { nullable: true, description: 'Of this owner (责任人).' })
  ownerId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only those still to classify; false: only those already classified (是否待分类).',
  })
  unclassified?: boolean | null;
}
