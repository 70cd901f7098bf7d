import {
  type Connection,
  GraphContext,
  IdempotencyKeyReused,
  Input,
  InvalidInput,
  NotFound,
  type ListArgs,
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
import { Contact } from '../contact/contact';
import type { ContactFilter } from '../contact/contact.inputs';
import { ContactList } from '../contact/contact.list';
import { LegalEntity } from '../legal-entity/legal-entity';
import { Rep } from '../rep/rep';
import { Account } from './account';
import { AccountFilter, PositionAccountInput, RegisterAccountInput, UpdateAccountInput } from './account.inputs';
import { AccountList } from './account.list';
import { positionAccount } from './position-account';
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

const PositionAccountResult = createUnionType({
  name: 'PositionAccountResult',
  description: 'The account as it is judged from now on, or why it is not (定位结果).',
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
  @Query(() => AccountList.Connection, {
    nullable: true,
    description: 'The accounts that you may see (客户列表).',
  })
  accounts(
    @Ctx() context: GraphContext,
    @Args(() => AccountList.Args) args: ListArgs<AccountFilter>,
  ): Promise<Connection<Account>> {
    return context.reads.page(AccountList, args);
  }

  @Authorized('REP', 'MANAGER')
  @Mutation(() => RegisterAccountResult, {
    nullable: true,
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
    nullable: true,
    description: 'Changes an account, or hands it over: its team follows the new owner (客户变更).',
  })
  updateAccount(
    @Ctx() context: GraphContext,
    @Input(() => UpdateAccountInput) input: UpdateAccountInput,
  ): Promise<typeof UpdateAccountResult> {
    return context.command('updateAccount', input, (command) => updateAccount(command, input));
  }

  @Authorized('REP', 'MANAGER')
  @Mutation(() => PositionAccountResult, {
    nullable: true,
    description: 'Says how an account buys, what of it can be won and which relationship is wanted (客户定位).',
  })
  positionAccount(
    @Ctx() context: GraphContext,
    @Input(() => PositionAccountInput) input: PositionAccountInput,
  ): Promise<typeof PositionAccountResult> {
    return context.command('positionAccount', input, (command) => positionAccount(command, input));
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

  @FieldResolver(() => LegalEntity, {
    nullable: true,
    description: 'The company that it signs and pays through; null while it is not known (法人主体).',
  })
  legalEntity(@Ctx() context: GraphContext, @Root() account: Account): Promise<LegalEntity | null> | null {
    return account.legalEntityId === null ? null : context.reads.one(LegalEntity, account.legalEntityId);
  }

  @FieldResolver(() => AccountList.Connection, {
    nullable: true,
    description: 'The accounts under it that you may see (下级客户).',
  })
  children(
    @Ctx() context: GraphContext,
    @Root() account: Account,
    @Args(() => AccountList.Args) args: ListArgs<AccountFilter>,
  ): Promise<Connection<Account>> {
    return context.reads.pageBy(AccountList, 'parentId', account.id, args);
  }

  @FieldResolver(() => ContactList.Connection, { nullable: true, description: 'Its people (联系人).' })
  contacts(
    @Ctx() context: GraphContext,
    @Root() account: Account,
    @Args(() => ContactList.Args) args: ListArgs<ContactFilter>,
  ): Promise<Connection<Contact>> {
    return context.reads.pageBy(ContactList, 'accountId', account.id, args);
  }
}
