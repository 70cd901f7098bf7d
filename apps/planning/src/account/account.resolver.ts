import {
  type Connection,
  containing,
  GraphContext,
  IdempotencyKeyReused,
  Input,
  InvalidInput,
  type ListOptions,
  NotFound,
  PageArgs,
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
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { Contact, ContactConnection } from '../contact/contact';
import { Rep } from '../rep/rep';
import { Account, AccountConnection } from './account';
import { AccountFilter, RegisterAccountInput, UpdateAccountInput } from './account.inputs';
import { registerAccount } from './register-account';
import { updateAccount } from './update-account';

const RegisterAccountResult = createUnionType({
  name: 'RegisterAccountResult',
  description: 'The registered account, or why there is none (建档结果).',
  types: () => [Account, NotFound, InvalidInput, IdempotencyKeyReused] as const,
});

const UpdateAccountResult = createUnionType({
  name: 'UpdateAccountResult',
  description: 'The changed account, or why it could not be changed (变更结果).',
  types: () => [Account, NotFound, VersionConflict, InvalidInput, IdempotencyKeyReused] as const,
});

@Resolver(() => Account)
export class AccountResolver {
  @Authorized()
  @Query(() => Account, {
    nullable: true,
    description: 'One account; null when there is none that you may see (客户).',
  })
  account(
    @Ctx() context: GraphContext,
    @Arg('id', () => UUID, { description: 'Its id (标识).' }) id: string,
  ): Promise<Account | null> {
    return context.reads.one(Account, id);
  }

  @Authorized()
  @Query(() => AccountConnection, {
    nullable: true,
    description: 'The accounts that you may see, newest first (客户列表).',
  })
  accounts(
    @Ctx() context: GraphContext,
    @Args() page: PageArgs,
    @Arg('filter', () => AccountFilter, { nullable: true, description: 'Narrows the list (筛选).' })
    filter?: AccountFilter | null,
  ): Promise<Connection<Account>> {
    return context.reads.page(Account, page, filter ? { filter: narrowed(filter) } : {});
  }

  @Authorized('REP', 'MANAGER')
  @Mutation(() => RegisterAccountResult, {
    description: 'Registers a named buying unit; every service knows it from then on (客户建档).',
  })
  registerAccount(
    @Ctx() context: GraphContext,
    @Input(() => RegisterAccountInput) input: RegisterAccountInput,
  ): Promise<typeof RegisterAccountResult> {
    return context.command('registerAccount', input, (command) => registerAccount(command, input));
  }

  @Authorized('REP', 'MANAGER')
  @Mutation(() => UpdateAccountResult, {
    description: 'Changes an account, or hands it over: its team follows the new owner (客户变更).',
  })
  updateAccount(
    @Ctx() context: GraphContext,
    @Input(() => UpdateAccountInput) input: UpdateAccountInput,
  ): Promise<typeof UpdateAccountResult> {
    return context.command('updateAccount', input, (command) => updateAccount(command, input));
  }

  @FieldResolver(() => Rep, { nullable: true, description: 'The one accountable rep (责任人).' })
  owner(@Ctx() context: GraphContext, @Root() account: Account): Promise<Rep | null> | null {
    return account.ownerId === null ? null : context.reads.one(Rep, account.ownerId);
  }

  @FieldResolver(() => Account, {
    nullable: true,
    description: 'The account above it; null when there is none that you may see (上级客户).',
  })
  parent(@Ctx() context: GraphContext, @Root() account: Account): Promise<Account | null> | null {
    return account.parentId === null ? null : context.reads.one(Account, account.parentId);
  }

  @FieldResolver(() => AccountConnection, {
    nullable: true,
    description: 'The accounts under it that you may see, newest first (下级客户).',
  })
  children(
    @Ctx() context: GraphContext,
    @Root() account: Account,
    @Args() page: PageArgs,
  ): Promise<Connection<Account>> {
    return context.reads.pageBy(Account, 'parentId', account.id, page);
  }

  @FieldResolver(() => ContactConnection, { nullable: true, description: 'Its people, newest first (联系人).' })
  contacts(
    @Ctx() context: GraphContext,
    @Root() account: Account,
    @Args() page: PageArgs,
  ): Promise<Connection<Contact>> {
    return context.reads.pageBy(Contact, 'accountId', account.id, page);
  }
}

function narrowed(filter: AccountFilter): NonNullable<ListOptions<Account>['filter']> {
  return {
    key: JSON.stringify(filter),
    where(query) {
      if (filter.nameContains) query.andWhere('e.name ilike :name', { name: containing(filter.nameContains) });
      if (filter.ownerId) query.andWhere('e.owner_id = :ownerId', { ownerId: filter.ownerId });
      if (filter.team) query.andWhere('e.team = :team', { team: filter.team });
      if (filter.level) query.andWhere('e.level = :level', { level: filter.level });
    },
  };
}
