import { CommandInput, ExpectedVersion, TextField, UUID } from '@fivepoint/service';
import { Field, InputType } from 'type-graphql';

@InputType({ description: 'Sets up a team (组建团队).' })
export class RegisterTeamInput extends CommandInput {
  @TextField('The word that its reps, accounts and tokens carry, unique in the tenant (团队名称).', { max: 200 })
  name!: string;

  @Field(() => UUID, { nullable: true, description: 'The rep who leads it, of any team (负责人).' })
  managerId?: string | null;

  @Field(() => UUID, { nullable: true, description: 'The team above it (上级团队).' })
  parentId?: string | null;
}

@InputType({ description: 'Changes who leads a team or where it stands; what is left out stays as it is (调整团队).' })
export class UpdateTeamInput extends CommandInput {
  @Field(() => UUID, { description: 'The team (团队).' })
  teamId!: string;

  @Field(() => UUID, { nullable: true, description: 'The rep who leads it now; null: nobody any more (负责人).' })
  managerId?: string | null;

  @Field(() => UUID, {
    nullable: true,
    description: 'The team above it now, which does not stand below it; null: none any more (上级团队).',
  })
  parentId?: string | null;

  @ExpectedVersion('team')
  expectedVersion?: number | null;
}

@InputType({ description: 'Narrows a list of teams; all given conditions must hold (筛选).' })
export class TeamFilter {
  @Field(() => String, { nullable: true, description: 'The name contains this, in upper or lower case (名称包含).' })
  nameContains?: string | null;

  @Field(() => UUID, { nullable: true, description: 'Led by this rep (负责人).' })
  managerId?: string | null;

  @Field(() => UUID, { nullable: true, description: 'Directly under this team (上级团队).' })
  parentId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only those that somebody leads; false: only those without (有无负责人).',
  })
  hasManager?: boolean | null;
}
