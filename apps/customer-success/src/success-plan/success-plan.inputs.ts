import { LocalDateScalar, UUID } from '@fivepoint/service';
import { Field, InputType } from 'type-graphql';
import { SuccessPlanStatus } from './success-plan';

@InputType({ description: 'Narrows a list of success plans; all given conditions must hold (筛选).' })
export class SuccessPlanFilter {
  @Field(() => [SuccessPlanStatus], { nullable: true, description: 'In one of these statuses (状态).' })
  statuses?: SuccessPlanStatus[] | null;

  @Field(() => UUID, { nullable: true, description: 'Of this account (客户).' })
  accountId?: string | null;

  @Field(() => UUID, { nullable: true, description: 'Of this owner (责任人).' })
  ownerId?: string | null;

  @Field(() => String, { nullable: true, description: 'Shared by this team (团队).' })
  team?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Signed on this day or after (签约日起).' })
  signedFrom?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Signed on this day or before (签约日止).' })
  signedTo?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only those of contracts that are paid; false: only the others (已结清).',
  })
  settled?: boolean | null;
}
