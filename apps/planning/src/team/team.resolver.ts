import {
  type Connection,
  GraphContext,
  IdempotencyKeyReused,
  Input,
  InvalidInput,
  type ListArgs,
  NotFound,
  UUID,
  VersionConflict,
} from '@fivepoint/service';
import {
  Arg,
  Args,
  Authorized,
  createUnionType,
  Ctx,
  FieldResolver,
  Int,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { Account } from '../account/account';
import type { AccountFilter } from '../account/account.inputs';
import { AccountList } from '../account/account.list';
import { Rep } from '../rep/rep';
import type { RepFilter } from '../rep/rep.inputs';
import { RepList } from '../rep/rep.list';
import { registerTeam } from './register-team';
import { Team } from './team';
import { ownedAccounts, type TeamFigures, teamFigures } from './team-figures';
import { TeamExists } from './team.errors';
import { RegisterTeamInput, TeamFilter, UpdateTeamInput } from './team.inputs';
import { TeamList } from './team.list';
import { updateTeam } from './update-team';

const RegisterTeamResult = createUnionType({
  name: 'RegisterTeamResult',
  description: 'The new team, or why there is none (组建结果).',
  types: () => [Team, NotFound, TeamExists, InvalidInput, IdempotencyKeyReused] as const,
});

const UpdateTeamResult = createUnionType({
  name: 'UpdateTeamResult',
  description: 'The changed team, or why it could not be changed (调整结果).',
  types: () => [Team, NotFound, VersionConflict, InvalidInput, IdempotencyKeyReused] as const,
});

@Resolver(() => Team)
export class TeamResolver {
  @Authorized()
  @Query(() => Team, { nullable: true, description: 'One team; null when there is none (团队).' })
  team(
    @Ctx() context: GraphContext,
    @Arg('id', () => UUID, { description: 'Its id (标识).' }) id: string,
  ): Promise<Team | null> {
    return context.reads.one(Team, id);
  }

  @Authorized()
  @Query(() => TeamList.Connection, { nullable: true, description: 'The teams (团队列表).' })
  teams(
    @Ctx() context: GraphContext,
    @Args(() => TeamList.Args) args: ListArgs<TeamFilter>,
  ): Promise<Connection<Team>> {
    return context.reads.page(TeamList, args);
  }

  @Authorized('EXECUTIVE')
  @Mutation(() => RegisterTeamResult, {
    nullable: true,
    description: 'Sets up a team before it has its first rep (组建团队).',
  })
  registerTeam(
    @Ctx() context: GraphContext,
    @Input(() => RegisterTeamInput) input: RegisterTeamInput,
  ): Promise<typeof RegisterTeamResult> {
    return context.command('registerTeam', input, (command) => registerTeam(command, input));
  }

  @Authorized('EXECUTIVE')
  @Mutation(() => UpdateTeamResult, {
    nullable: true,
    description: 'Changes who leads a team or under which one it stands (调整团队).',
  })
  updateTeam(
    @Ctx() context: GraphContext,
    @Input(() => UpdateTeamInput) input: UpdateTeamInput,
  ): Promise<typeof UpdateTeamResult> {
    return context.command('updateTeam', input, (command) => updateTeam(command, input));
  }

  @FieldResolver(() => Rep, { nullable: true, description: 'The rep who leads it; null while nobody does (负责人).' })
  manager(@Ctx() context: GraphContext, @Root() team: Team): Promise<Rep | null> | null {
    return team.managerId === null ? null : context.reads.one(Rep, team.managerId);
  }

  @FieldResolver(() => Team, { nullable: true, description: 'The team above it (上级团队).' })
  parent(@Ctx() context: GraphContext, @Root() team: Team): Promise<Team | null> | null {
    return team.parentId === null ? null : context.reads.one(Team, team.parentId);
  }

  @FieldResolver(() => TeamList.Connection, { nullable: true, description: 'The teams directly under it (下级团队).' })
  children(
    @Ctx() context: GraphContext,
    @Root() team: Team,
    @Args(() => TeamList.Args) args: ListArgs<TeamFilter>,
  ): Promise<Connection<Team>> {
    return context.reads.pageBy(TeamList, 'parentId', team.id, args);
  }

  @FieldResolver(() => RepList.Connection, { nullable: true, description: 'The reps who carry its name (成员).' })
  members(
    @Ctx() context: GraphContext,
    @Root() team: Team,
    @Args(() => RepList.Args) args: ListArgs<RepFilter>,
  ): Promise<Connection<Rep>> {
    return context.reads.pageBy(RepList, 'team', team.name, args);
  }

  @FieldResolver(() => AccountList.Connection, {
    nullable: true,
    description: 'The accounts that are shared with it and that you may see (覆盖客户).',
  })
  accounts(
    @Ctx() context: GraphContext,
    @Root() team: Team,
    @Args(() => AccountList.Args) args: ListArgs<AccountFilter>,
  ): Promise<Connection<Account>> {
    return context.reads.pageBy(AccountList, 'team', team.name, args);
  }

  @FieldResolver(() => Int, { nullable: true, description: 'How many reps carry its name (成员数).' })
  async memberCount(@Ctx() context: GraphContext, @Root() team: Team): Promise<number | null> {
    return (await figuresOf(context, team)).memberCount;
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'How many accounts are shared with it, also those that you may not see (覆盖客户数).',
  })
  async accountCount(@Ctx() context: GraphContext, @Root() team: Team): Promise<number | null> {
    return (await figuresOf(context, team)).accountCount;
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'Span of control: how many its manager leads directly, its other members and who leads the teams under it; null while nobody leads it (管理幅度).',
  })
  async spanCount(@Ctx() context: GraphContext, @Root() team: Team): Promise<number | null> {
    return (await figuresOf(context, team)).spanCount;
  }
}

function figuresOf(context: GraphContext, team: Team): Promise<TeamFigures> {
  const { tenantId } = context.caller;
  return context.reads.batched('team figures', team.id, async (manager, teamIds) => {
    const found = new Map((await teamFigures(manager, tenantId, teamIds)).map((figures) => [figures.id, figures]));
    return teamIds.map((id) => found.get(id) ?? { id, memberCount: 0, accountCount: 0, spanCount: null });
  });
}

@Resolver(() => TeamExists)
export class TeamExistsResolver {
  @FieldResolver(() => Team, { nullable: true, description: 'The team that is there (已有团队).' })
  team(@Ctx() context: GraphContext, @Root() { teamId }: TeamExists): Promise<Team | null> {
    return context.reads.one(Team, teamId);
  }
}

/** Where a rep stands in the organisation. */
@Resolver(() => Rep)
export class RepTeamResolver {
  @FieldResolver(() => Team, {
    nullable: true,
    description: 'The team as a thing of its own, with who leads it and where it stands (所属团队).',
  })
  memberOf(@Ctx() context: GraphContext, @Root() rep: Rep): Promise<Team | null> {
    return context.reads.oneBy(Team, 'name', rep.team);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'How many accounts the rep owns, also those that you may not see (负责客户数).',
  })
  accountCount(@Ctx() context: GraphContext, @Root() rep: Rep): Promise<number> {
    const { tenantId } = context.caller;
    return context.reads.batched('owned accounts', rep.id, async (manager, repIds) => {
      const counts = await ownedAccounts(manager, tenantId, repIds);
      return repIds.map((id) => counts.get(id) ?? 0);
    });
  }
}
