import {
  type Connection,
  GraphContext,
  IdempotencyKeyReused,
  Input,
  InvalidInput,
  type ListOptions,
  NotFound,
  PageArgs,
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
import { Account, AccountConnection } from '../account/account';
import { registerRep } from './register-rep';
import { Rep, RepConnection } from './rep';
import { RegisterRepInput, RepFilter } from './rep.inputs';

const RegisterRepResult = createUnionType({
  name: 'RegisterRepResult',
  description: 'The registered rep, or why there is none (登记结果).',
  types: () => [Rep, NotFound, InvalidInput, IdempotencyKeyReused] as const,
});

@Resolver(() => Rep)
export class RepResolver {
  @Authorized()
  @Query(() => Rep, { nullable: true, description: 'One rep; null when there is none (销售代表).' })
  rep(
    @Ctx() context: GraphContext,
    @Arg('id', () => UUID, { description: 'Its id (标识).' }) id: string,
  ): Promise<Rep | null> {
    return context.reads.one(Rep, id);
  }

  @Authorized()
  @Query(() => RepConnection, { nullable: true, description: 'The reps, newest first (销售代表列表).' })
  reps(
    @Ctx() context: GraphContext,
    @Args() page: PageArgs,
    @Arg('filter', () => RepFilter, { nullable: true, description: 'Narrows the list (筛选).' })
    filter?: RepFilter | null,
  ): Promise<Connection<Rep>> {
    return context.reads.page(Rep, page, filter ? { filter: narrowed(filter) } : {});
  }

  @Authorized()
  @Query(() => Rep, {
    nullable: true,
    description: 'You, as a rep: by the rep your token names, else by its `sub`; null when you are none (本人).',
  })
  async me(@Ctx() context: GraphContext): Promise<Rep | null> {
    const { repId, userId } = context.caller;
    const named = repId === null ? null : await context.reads.one(Rep, repId);
    return named ?? context.reads.oneBy(Rep, 'userId', userId);
  }

  @Authorized('MANAGER')
  @Mutation(() => RegisterRepResult, {
    description: 'Registers a member of the sales team; a manager for own teams only (登记销售代表).',
  })
  registerRep(
    @Ctx() context: GraphContext,
    @Input(() => RegisterRepInput) input: RegisterRepInput,
  ): Promise<typeof RegisterRepResult> {
    return context.command('registerRep', input, (command) => registerRep(command, input));
  }

  @FieldResolver(() => Rep, { nullable: true, description: 'Who leads this rep (上级).' })
  manager(@Ctx() context: GraphContext, @Root() rep: Rep): Promise<Rep | null> | null {
    return rep.managerId === null ? null : context.reads.one(Rep, rep.managerId);
  }

  @FieldResolver(() => AccountConnection, { nullable: true, description: 'The accounts it owns, newest first (客户).' })
  accounts(@Ctx() context: GraphContext, @Root() rep: Rep, @Args() page: PageArgs): Promise<Connection<Account>> {
    return context.reads.pageBy(Account, 'ownerId', rep.id, page);
  }
}

function narrowed(filter: RepFilter): NonNullable<ListOptions<Rep>['filter']> {
  return {
    key: JSON.stringify(filter),
    where(query) {
      if (filter.team) query.andWhere('e.team = :team', { team: filter.team });
      if (filter.managerId) query.andWhere('e.manager_id = :managerId', { managerId: filter.managerId });
    },
  };
}
