import { CommandInput, UUID } from '@fivepoint/service';
import { Matches, MaxLength } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { DecisionRole } from './contact';

@InputType({ description: 'Registers a person at an account (登记联系人).' })
export class RegisterContactInput extends CommandInput {
  @Field(() => UUID, { description: 'The account where the person works (客户).' })
  accountId!: string;

  @Field({ description: 'Name of the person (姓名).' })
  @Matches(/\S/, { message: 'name must not be empty' })
  @MaxLength(200, { message: 'name may have at most 200 characters' })
  name!: string;

  @Field(() => [DecisionRole], {
    defaultValue: [],
    description: 'Roles in the decision chain; none while they are not known (角色).',
  })
  roles!: DecisionRole[];
}
