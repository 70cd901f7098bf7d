import { CommandInput, UUID } from '@fivepoint/service';
import { IsEmail, Matches, MaxLength } from 'class-validator';
import { Field, InputType } from 'type-graphql';

@InputType({ description: 'Registers a member of the sales team (登记销售代表).' })
export class RegisterRepInput extends CommandInput {
  @Field({ description: 'Name of the person (姓名).' })
  @Matches(/\S/, { message: 'name must not be empty' })
  @MaxLength(200, { message: 'name may have at most 200 characters' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Work address (邮箱).' })
  @IsEmail({}, { message: 'email must be an address such as li.na@example.com' })
  email?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Who that is at the identity provider: the token's `sub`; unique in the tenant (登录标识).",
  })
  @Matches(/\S/, { message: 'userId must not be empty; leave it out while it is not known' })
  @MaxLength(200, { message: 'userId may have at most 200 characters' })
  userId?: string | null;

  @Field({ description: 'The team; a manager registers for own teams only (团队).' })
  @Matches(/\S/, { message: 'team must not be empty' })
  @MaxLength(200, { message: 'team may have at most 200 characters' })
  team!: string;

  @Field(() => UUID, { nullable: true, description: "The rep's manager, a rep too (上级)." })
  managerId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Its id in another system, never the name; unique in the tenant (外部标识).',
  })
  @Matches(/\S/, { message: 'externalId must not be empty; leave it out where there is none' })
  @MaxLength(200, { message: 'externalId may have at most 200 characters' })
  externalId?: string | null;
}

@InputType({ description: 'Narrows a list of reps; all given conditions must hold (筛选).' })
export class RepFilter {
  @Field(() => String, { nullable: true, description: 'Of this team (团队).' })
  team?: string | null;

  @Field(() => UUID, { nullable: true, description: 'Led by this rep (上级).' })
  managerId?: string | null;
}
