import { GraphContext, IdempotencyKeyReused, Input, NotFound, UUID } from '@fivepoint/service';
import { Arg, Authorized, createUnionType, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Account } from '../account/account';
import { Contact } from './contact';
import { RegisterContactInput } from './contact.inputs';
import { registerContact } from './register-contact';

const RegisterContactResult = createUnionType({
  name: 'RegisterContactResult',
  description: 'The registered contact, or why there is none (登记结果).',
  types: () => [Contact, NotFound, IdempotencyKeyReused] as const,
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

  @Authorized('REP', 'MANAGER', 'PRESALES', 'CSM')
  @Mutation(() => RegisterContactResult, { description: 'Registers a person at an account (登记联系人).' })
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
}
