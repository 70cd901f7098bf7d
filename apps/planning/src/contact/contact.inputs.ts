import { AtMost, CommandInput, TextField, UUID } from '@fivepoint/service';
import { Field, InputType } from 'type-graphql';
import { DecisionRole } from './contact';

@InputType({ description: 'Registers a person at an account (登记联系人).' })
export class RegisterContactInput extends CommandInput {
  @Field(() => UUID, { description: 'The account where the person works (客户).' })
  accountId!: string;

  @TextField('Name of the person (姓名).', { max: 200 })
  name!: string;

  @Field(() => [DecisionRole], {
    defaultValue: [],
    description: 'Roles in the decision chain, at most 8; none while they are not known (角色).',
  })
  @AtMost(8, 'name each role once')
  roles!: DecisionRole[];
}

@InputType({ description: 'Narrows a list of contacts; all given conditions must hold (筛选).' })
export class ContactFilter {
  @Field(() => String, { nullable: true, description: 'The name contains this, in upper or lower case (姓名包含).' })
  nameContains?: string | null;

  @Field(() => [DecisionRole], { nullable: true, description: 'In one of these roles (角色).' })
  roles?: DecisionRole[] | null;

  @Field(() => UUID, { nullable: true, description: 'At this account (客户).' })
  accountId?: string | null;

  @Field(() => UUID, { nullable: true, description: 'Of this owner (责任人).' })
  ownerId?: string | null;

  @Field(() => String, { nullable: true, description: 'Shared by this team (团队).' })
  team?: string | null;
}
