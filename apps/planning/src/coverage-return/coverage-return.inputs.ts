import { UUID } from '@fivepoint/service';
import { Field, InputType } from 'type-graphql';
import { AccountClass } from '../rules/account-class';
import { DecidedFilter } from '../selection/decided-filter';

@InputType({ description: 'Narrows a list of coverage returns; all given conditions must hold (筛选).' })
export class CoverageReturnFilter extends DecidedFilter {
  @Field(() => UUID, { nullable: true, description: 'Of accounts of this owner (责任人).' })
  ownerId?: string | null;

  @Field(() => String, { nullable: true, description: 'Of accounts that this team shares (团队).' })
  team?: string | null;

  @Field(() => [AccountClass], { nullable: true, description: 'Of accounts of one of these classes (客户类型).' })
  classes?: AccountClass[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only those that are known; false: only the others (是否已知).',
  })
  isKnown?: boolean | null;
}
