import { localDateOf } from '@fivepoint/kernel';
import {
  type Connection,
  GraphContext,
  IdempotencyKeyReused,
  Input,
  InvalidInput,
  type ListArgs,
  NotFound,
  seesAllIn,
  UUID,
} from '@fivepoint/service';
import {
  Arg,
  Args,
  Authorized,
  createUnionType,
  Ctx,
  FieldResolver,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { Rep } from '../rep/rep';
import { Tenant } from '../tenant/tenant';
import { adoptTeamRule } from './adopt-team-rule';
import { Capacity } from './capacity-answer';
import { CapacityStatement } from './capacity-statement';
import {
  AdoptTeamRuleInput,
  CapacityArgs,
  CapacityStatementFilter,
  StateCapacityInput,
  TeamRuleFilter,
} from './capacity.inputs';
import { CapacityStatementList, TeamRuleList } from './capacity.lists';
import { periodOf } from './period';
import { repCapacities } from './rep-capacities';
import { stateCapacity } from './state-capacity';
import { TeamRule } from './team-rule';

const AdoptTeamRuleResult = createUnionType({
  name: 'AdoptTeamRuleResult',
  description: 'The adopted rules, or why there are none (采用结果).',
  types: () => [TeamRule, InvalidInput, IdempotencyKeyReused] as const,
});

const StateCapacityResult = createUnionType({
  name: 'StateCapacityResult',
  description: 'What was stated, or why it was not (设定结果).',
  types: () => [CapacityStatement, NotFound, InvalidInput, IdempotencyKeyReused] as const,
});

@Resolver(() => TeamRule)
export class TeamRuleResolver {
  @Authorized()
  @Query(() => TeamRule, { nullable: true, description: 'Rules for teams; null when there are none (团队规则).' })
  teamRule(
    @Ctx() context: GraphContext,
    @Arg('id', () => UUID, { description: 'Its id (标识).' }) id: string,
  ): Promise<TeamRule | null> {
    return context.reads.one(TeamRule, id);
  }

  @Authorized()
  @Query(() => TeamRuleList.Connection, {
    nullable: true,
    description:
      'The rules for teams, one after the other; the first are as shipped, a warning above 2500 and a ramp of five months (团队规则列表).',
  })
  teamRules(
    @Ctx() context: GraphContext,
    @Args(() => TeamRuleList.Args) args: ListArgs<TeamRuleFilter>,
  ): Promise<Connection<TeamRule>> {
    return context.reads.page(TeamRuleList, args);
  }

  @Authorized('EXECUTIVE')
  @Mutation(() => AdoptTeamRuleResult, {
    nullable: true,
    description:
      'Adopts rules for teams from a day on: the limit of key-person risk, the ramp, readiness (采用团队规则).',
  })
  adoptTeamRule(
    @Ctx() context: GraphContext,
    @Input(() => AdoptTeamRuleInput) input: AdoptTeamRuleInput,
  ): Promise<typeof AdoptTeamRuleResult> {
    return context.command('adoptTeamRule', input, (command) => adoptTeamRule(command, input));
  }
}

@Resolver(() => CapacityStatement)
export class CapacityStatementResolver {
  @Authorized()
  @Query(() => CapacityStatement, {
    nullable: true,
    description: 'One stated capacity; null when there is none that you may see (产能设定).',
  })
  capacityStatement(
    @Ctx() context: GraphContext,
    @Arg('id', () => UUID, { description: 'Its id (标识).' }) id: string,
  ): Promise<CapacityStatement | null> {
    return context.reads.one(CapacityStatement, id);
  }

  @Authorized()
  @Query(() => CapacityStatementList.Connection, {
    nullable: true,
    description: 'The stated capacities of the reps whom you lead, and your own (产能设定列表).',
  })
  capacityStatements(
    @Ctx() context: GraphContext,
    @Args(() => CapacityStatementList.Args) args: ListArgs<CapacityStatementFilter>,
  ): Promise<Connection<CapacityStatement>> {
    return context.reads.page(CapacityStatementList, args);
  }

  @Authorized('MANAGER', 'EXECUTIVE')
  @Mutation(() => StateCapacityResult, {
    nullable: true,
    description: 'States what a rep can sell in a year from a day on; a manager for led teams only (设定产能).',
  })
  stateCapacity(
    @Ctx() context: GraphContext,
    @Input(() => StateCapacityInput) input: StateCapacityInput,
  ): Promise<typeof StateCapacityResult> {
    return context.command('stateCapacity', input, (command) => stateCapacity(command, input));
  }

  @FieldResolver(() => Rep, { nullable: true, description: 'Whose it is (销售代表).' })
  rep(@Ctx() context: GraphContext, @Root() statement: CapacityStatement): Promise<Rep | null> {
    return context.reads.one(Rep, statement.repId);
  }
}

/** What a rep can deliver. */
@Resolver(() => Rep)
export class RepCapacityResolver {
  @FieldResolver(() => Capacity, {
    nullable: true,
    description:
      'What the rep can deliver in a period; null where on some day of it no full capacity is known in the currency, and for who neither is the rep nor leads the team (产能).',
  })
  async capacity(
    @Ctx() context: GraphContext,
    @Root() rep: Rep,
    @Args() { currency: asked, ...period }: CapacityArgs,
  ): Promise<Capacity | null> {
    const identity = context.caller;
    const viewer = { identity, seesAll: seesAllIn.planning };
    // What is left out is looked up with the rest, so that all reps of a level are read together.
    const name = `capacity ${JSON.stringify({ asked, ...period })}`;
    return context.reads.batched<Capacity | null>(name, rep.id, async (manager, repIds) => {
      const tenant = await manager.findOneBy(Tenant, { tenantId: identity.tenantId, id: identity.tenantId });
      const { from, to } = periodOf(period, localDateOf(context.now(), tenant?.timeZone ?? 'UTC'));
      const currency = asked ?? tenant?.currency;
      if (!currency) return repIds.map(() => null);
      const found = await repCapacities(manager, viewer, repIds, { from, to, currency });
      return found.map((one) => one && Capacity.of(one, currency));
    });
  }

  @FieldResolver(() => CapacityStatementList.Connection, {
    nullable: true,
    description: 'What was stated of it over time, where you are the rep or lead the team (产能设定).',
  })
  capacityStatements(
    @Ctx() context: GraphContext,
    @Root() rep: Rep,
    @Args(() => CapacityStatementList.Args) args: ListArgs<CapacityStatementFilter>,
  ): Promise<Connection<CapacityStatement>> {
    return context.reads.pageBy(CapacityStatementList, 'repId', rep.id, args);
  }
}
