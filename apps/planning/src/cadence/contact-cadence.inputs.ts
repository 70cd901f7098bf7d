import { UUID, WholeField } from '@fivepoint/service';
import { Field, InputType } from 'type-graphql';
import { AccountClass } from '../rules/account-class';

@InputType({ description: 'Narrows a list of cadences; all given conditions must hold (筛选).' })
export class ContactCadenceFilter {
  @Field(() => UUID, { nullable: true, description: 'Of this account (客户).' })
  accountId?: string | null;

  @Field(() => UUID, { nullable: true, description: 'Of accounts of this owner (责任人).' })
  ownerId?: string | null;

  @Field(() => String, { nullable: true, description: 'Of accounts that this team shares (团队).' })
  team?: string | null;

  @Field(() => [AccountClass], { nullable: true, description: 'Of accounts of one of these classes (客户类型).' })
  classes?: AccountClass[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only those whose cadence is broken today; false: only the others (是否逾期).',
  })
  isOverdue?: boolean | null;

  @WholeField('Overdue by so many days at least (至少逾期天数).', { min: 1, max: 36_500, optional: true })
  leastOverdueDays?: number | null;
}
