import { type Connection, GraphContext, type ListArgs, UUID } from '@fivepoint/service';
import { Arg, Args, Authorized, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Account } from '../account/account';
import { ofEachAccount, pageOfAccounts } from '../account/accounts-in-sight';
import { Contact } from '../contact/contact';
import { Rep } from '../rep/rep';
import { AccountTouch } from './account-touch';
import { ContactCadence } from './contact-cadence';
import type { ContactCadenceFilter } from './contact-cadence.inputs';
import { ContactCadenceList } from './contact-cadence.list';
import { contactCadencesOf } from './contact-cadences-of';
import { dueKey } from './due-key';

@Resolver(() => ContactCadence)
export class ContactCadenceResolver {
  @Authorized()
  @Query(() => ContactCadence, {
    nullable: true,
    description: 'The cadence of one account; null when there is none that you may see (联系节奏).',
  })
  async contactCadence(
    @Ctx() context: GraphContext,
    @Arg('id', () => UUID, { description: 'The id of the account (标识).' }) id: string,
  ): Promise<ContactCadence | null> {
    const account = await context.reads.one(Account, id);
    return account && cadenceOf(context, account.id);
  }

  @Authorized()
  @Query(() => ContactCadenceList.Connection, {
    nullable: true,
    description:
      "When accounts that you may see are to be met next, the one due first at the top; today in the tenant's time zone (联系节奏列表).",
  })
  async contactCadences(
    @Ctx() context: GraphContext,
    @Args(() => ContactCadenceList.Args) args: ListArgs<ContactCadenceFilter>,
  ): Promise<Connection<ContactCadence>> {
    const today = await context.today();
    const { tenantId } = context.caller;
    return pageOfAccounts(
      context,
      {
        name: 'contact cadences',
        where: ContactCadenceList.where,
        keyOf: (manager, wanted) => dueKey(manager, tenantId, today, wanted),
        work: (manager, accounts) => contactCadencesOf(manager, tenantId, accounts, today),
      },
      args,
    );
  }

  @FieldResolver(() => Account, { nullable: true, description: 'Of which account (客户).' })
  account(@Ctx() context: GraphContext, @Root() { id }: ContactCadence): Promise<Account | null> {
    return context.reads.one(Account, id);
  }

  @FieldResolver(() => AccountTouch, {
    nullable: true,
    description: 'The last contact that reached somebody, in whatever service; null while there is none (最近接触).',
  })
  lastTouch(@Root() { lastTouch }: ContactCadence): AccountTouch | null {
    return lastTouch;
  }
}

@Resolver(() => AccountTouch)
export class AccountTouchToldResolver {
  @FieldResolver(() => Rep, {
    nullable: true,
    description: 'Who met them; null where it was nobody of the reps (接触人).',
  })
  rep(@Ctx() context: GraphContext, @Root() { repId }: AccountTouch): Promise<Rep | null> | null {
    return repId === null ? null : context.reads.one(Rep, repId);
  }

  @FieldResolver(() => [Contact], { nullable: true, description: 'The people who were met (相关联系人).' })
  async contacts(@Ctx() context: GraphContext, @Root() { contactIds }: AccountTouch): Promise<Contact[]> {
    const contacts = await Promise.all(contactIds.map((id) => context.reads.one(Contact, id)));
    return contacts.filter((contact) => contact !== null);
  }
}

/** When an account is to be met next. */
@Resolver(() => Account)
export class AccountCadenceResolver {
  @FieldResolver(() => ContactCadence, {
    nullable: true,
    description: 'When its people are to be met next, as it is today (联系节奏).',
  })
  contactCadence(@Ctx() context: GraphContext, @Root() account: Account): Promise<ContactCadence> {
    return cadenceOf(context, account.id);
  }
}

async function cadenceOf(context: GraphContext, accountId: string): Promise<ContactCadence> {
  const today = await context.today();
  return ofEachAccount(context, 'contact cadence', accountId, (manager, accounts) =>
    contactCadencesOf(manager, context.caller.tenantId, accounts, today),
  );
}
