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
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { Account } from '../account/account';
import { Rep } from '../rep/rep';
import { Contact, ContactDecisionStyle } from './contact';
import { type ContactFilter, MarkContactLeftInput, RegisterContactInput, UpdateContactInput } from './contact.inputs';
import { ContactList } from './contact.list';
import { markContactLeft } from './mark-contact-left';
import { readsPerson } from './privacy';
import { registerContact } from './register-contact';
import { updateContact } from './update-contact';

const RegisterContactResult = createUnionType({
  name: 'RegisterContactResult',
  description: 'The registered contact, or why there is none (登记结果).',
  types: () => [Contact, NotFound, InvalidInput, IdempotencyKeyReused] as const,
});

const UpdateContactResult = createUnionType({
  name: 'UpdateContactResult',
  description: 'The changed contact, or why it could not be changed (变更结果).',
  types: () => [Contact, NotFound, VersionConflict, InvalidInput, IdempotencyKeyReused] as const,
});

const MarkContactLeftResult = createUnionType({
  name: 'MarkContactLeftResult',
  description: 'The contact who has left, or why it could not be said (离任结果).',
  types: () => [Contact, NotFound, VersionConflict, InvalidInput, IdempotencyKeyReused] as const,
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

  @Authorized('REP', 'MANAGER', 'PRESALES', 'CSM')
  @Mutation(() => UpdateContactResult, {
    nullable: true,
    description: 'Changes what is known of a person; new roles are told to all services (变更联系人).',
  })
  updateContact(
    @Ctx() context: GraphContext,
    @Input(() => UpdateContactInput) input: UpdateContactInput,
  ): Promise<typeof UpdateContactResult> {
    return context.command('updateContact', input, (command) => updateContact(command, input));
  }

  @Authorized('REP', 'MANAGER', 'PRESALES', 'CSM')
  @Mutation(() => MarkContactLeftResult, {
    nullable: true,
    description: 'Says that a person has left the account: the roles are open again (联系人离任).',
  })
  markContactLeft(
    @Ctx() context: GraphContext,
    @Input(() => MarkContactLeftInput) input: MarkContactLeftInput,
  ): Promise<typeof MarkContactLeftResult> {
    return context.command('markContactLeft', input, (command) => markContactLeft(command, input));
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Where the person comes from; null while unknown, and for whom the privacy does not let read it (背景).',
  })
  background(@Ctx() context: GraphContext, @Root() contact: Contact): string | null {
    return readsPerson(context.caller, contact) ? contact.background : null;
  }

  @FieldResolver(() => ContactDecisionStyle, {
    nullable: true,
    description:
      'How the person decides; null while unknown, and for whom the privacy does not let read it (决策风格).',
  })
  decisionStyle(@Ctx() context: GraphContext, @Root() contact: Contact): ContactDecisionStyle | null {
    return readsPerson(context.caller, contact) ? contact.decisionStyle : null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'What the person likes and minds; null while unknown, and for whom the privacy does not let read it (偏好).',
  })
  preferences(@Ctx() context: GraphContext, @Root() contact: Contact): string | null {
    return readsPerson(context.caller, contact) ? contact.preferences : null;
  }

  @FieldResolver(() => Rep, { nullable: true, description: 'The rep who looks after the relationship (关系负责人).' })
  relationshipOwner(@Ctx() context: GraphContext, @Root() contact: Contact): Promise<Rep | null> | null {
    return contact.relationshipOwnerId === null ? null : context.reads.one(Rep, contact.relationshipOwnerId);
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
