import {
  type Connection,
  GraphContext,
  IdempotencyKeyReused,
  Input,
  InvalidInput,
  type ListArgs,
  NotFound,
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
import { Rep } from '../rep/rep';
import { Contact } from './contact';
import { type ContactFilter, RegisterContactInput } from './contact.inputs';
import { ContactList } from './contact.list';
import { registerContact } from './register-contact';

const RegisterContactResult = createUnionType({
  name: 'RegisterContactResult',
  description: 'The registered contact, or why there is none (登记结果).',
  types: () => [Contact, NotFound, InvalidInput, IdempotencyKeyReused] as const,
});

@Resolver(() => Contact)
export class ContactResolver {
  @Authorized()
  @Query(() => Contact, {
    nullable: true,
    description: 'One person at an account; null when there is none that you may see (联系人).',
  })
  contact(
    @Ctx() context: GraphContext,
    @Arg('id', () => UUID, { description: 'Its id (标识).' }) id: string,
  ): Promise<Contact | null> {
    return context.reads.one(Contact, id);
  }

  @Authorized()
  @Query(() => ContactList.Connection, {
    nullable: true,
    description: 'The people at accounts that you may see (联系人列表).',
  })
  contacts(
    @Ctx() context: GraphContext,
    @Args(() => ContactList.Args) args: ListArgs<ContactFilter>,
  ): Promise<Connection<Contact>> {
    return context.reads.page(ContactList, args);
  }

  @Authorized('REP', 'MANAGER', 'PRESALES', 'CSM')
  @Mutation(() => RegisterContactResult, {
    nullable: true,
    description: 'Registers a person at an account (登记联系人).',
  })
  registerContact(
    @Ctx() context: GraphContext,
    @Input(() => RegisterContactInput) input: RegisterContactInput,
  ): Promise<typeof RegisterContactResult> {
    return context.command('registerContact', input, (command) => registerContact(command, input));
  }

  @FieldResolver(() => Account, { nullable: true, description: 'Where the person works (客户).' })
  account(@Ctx() context: GraphContext, @Root() contact: Contact): Promise<Account | null> {
    return context.reads.one(Account, contact.accountId);
  }

  @FieldResolver(() => Rep, { nullable: true, description: "The one accountable rep: the account's (责任人)." })
  owner(@Ctx() context: GraphContext, @Root() contact: Contact): Promise<Rep | null> | null {
    return contact.ownerId === null ? null : context.reads.one(Rep, contact.ownerId);
  }
}
