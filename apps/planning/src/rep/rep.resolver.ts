import {
  type Connection,
  GraphContext,
  IdempotencyKeyReused,
  Input,
  InvalidInput,
  NotFound,
  type ListArgs,
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
import { Account } from '../account/account';
import type { AccountFilter } from '../account/account.inputs';
import { AccountList } from '../account/account.list';
import { registerRep } from './register-rep';
import { Rep } from './rep';
import { RegisterRepInput, RepFilter } from './rep.inputs';
import { RepList } from './rep.list';

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
  @Query(() => RepList.Connection, { nullable: true, description: 'The reps (销售代表列表).' })
  reps(@Ctx() context: GraphContext, @Args(() => RepList.Args) args: ListArgs<RepFilter>): Promise<Connection<Rep>> {
    return context.reads.page(RepList, args);
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
    nullable: true,
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

  @FieldResolver(() => AccountList.Connection, {
    nullable: true,
    description: 'The accounts it owns (客户).',
  })
  accounts(
    @Ctx() context: GraphContext,
    @Root() rep: Rep,
    @Args(() => AccountList.Args) args: ListArgs<AccountFilter>,
  ): Promise<Connection<Account>> {
    return context.reads.pageBy(AccountList, 'ownerId', rep.id, args);
  }
}
