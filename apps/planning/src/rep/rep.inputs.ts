import { check, CommandInput, TextField, UUID } from '@fivepoint/service';
import { isEmail } from 'class-validator';
import { Field, InputType } from 'type-graphql';

@InputType({ description: 'Registers a member of the sales team (登记销售代表).' })
export class RegisterRepInput extends CommandInput {
  @TextField('Name of the person (姓名).', { max: 200 })
  name!: string;

  @TextField('Work address (邮箱).', { max: 200, optional: true })
  @check('must be an address such as li.na@example.com', (value) => isEmail(value))
  email?: string | null;

  @TextField("Who that is at the identity provider: the token's `sub`, unique in the tenant (登录标识).", {
    max: 200,
    optional: true,
  })
  userId?: string | null;

  @TextField('The team; a manager registers for own teams only (团队).', { max: 200 })
  team!: string;

  @Field(() => UUID, { nullable: true, description: "The rep's manager, a rep too (上级)." })
  managerId?: string | null;

  @TextField('Its id in another system, never the name, unique in the tenant (外部标识).', { max: 200, optional: true })
  externalId?: string | null;
}

@InputType({ description: 'Narrows a list of reps; all given conditions must hold (筛选).' })
export class RepFilter {
  @Field(() => String, { nullable: true, description: 'The name contains this, in upper or lower case (姓名包含).' })
  nameContains?: string | null;

  @Field(() => String, { nullable: true, description: 'Of this team (团队).' })
  team?: string | null;

  @Field(() => UUID, { nullable: true, description: 'Led by this rep (上级).' })
  managerId?: string | null;
}
