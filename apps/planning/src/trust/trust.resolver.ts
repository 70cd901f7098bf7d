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
import { Contact } from '../contact/contact';
import { ContactStanding } from '../contact/contact-standing';
import { ruleOn } from '../rules/in-force';
import { TrustRule } from '../rules/trust-rule';
import { ContactTrust, trustOf } from './contact-trust';
import { recordTrustOutcome } from './record-trust-outcome';
import { RecordTrustOutcomeInput, type TrustOutcomeFilter } from './trust.inputs';
import { TrustOutcome } from './trust-outcome';
import { TrustOutcomeList } from './trust-outcome.list';

const RecordTrustOutcomeResult = createUnionType({
  name: 'RecordTrustOutcomeResult',
  description: 'What was recorded, or why it was not (登记结果).',
  types: () => [TrustOutcome, NotFound, InvalidInput, IdempotencyKeyReused] as const,
});

@Resolver(() => TrustOutcome)
export class TrustOutcomeResolver {
  @Authorized()
  @Query(() => TrustOutcome, {
    nullable: true,
    description: 'What came of one contact; null when there is none that you may see (信任记录).',
  })
  trustOutcome(
    @Ctx() context: GraphContext,
    @Arg('id', () => UUID, { description: 'Its id (标识).' }) id: string,
  ): Promise<TrustOutcome | null> {
    return context.reads.one(TrustOutcome, id);
  }

  @Authorized()
  @Query(() => TrustOutcomeList.Connection, {
    nullable: true,
    description: 'What came of contacts at accounts that you may see (信任记录列表).',
  })
  trustOutcomes(
    @Ctx() context: GraphContext,
    @Args(() => TrustOutcomeList.Args) args: ListArgs<TrustOutcomeFilter>,
  ): Promise<Connection<TrustOutcome>> {
    return context.reads.page(TrustOutcomeList, args);
  }

  @Authorized('REP', 'MANAGER', 'PRESALES', 'CSM', 'DELIVERY')
  @Mutation(() => RecordTrustOutcomeResult, {
    nullable: true,
    description: 'Records what came of a contact with a person, which moves trust (登记信任记录).',
  })
  recordTrustOutcome(
    @Ctx() context: GraphContext,
    @Input(() => RecordTrustOutcomeInput) input: RecordTrustOutcomeInput,
  ): Promise<typeof RecordTrustOutcomeResult> {
    return context.command('recordTrustOutcome', input, (command) => recordTrustOutcome(command, input));
  }

  @FieldResolver(() => Account, { nullable: true, description: 'At which account (客户).' })
  account(@Ctx() context: GraphContext, @Root() outcome: TrustOutcome): Promise<Account | null> {
    return context.reads.one(Account, outcome.accountId);
  }

  @FieldResolver(() => Contact, { nullable: true, description: 'With whom (联系人).' })
  contact(@Ctx() context: GraphContext, @Root() outcome: TrustOutcome): Promise<Contact | null> {
    return context.reads.one(Contact, outcome.contactId);
  }
}

/** How far a person trusts us. */
@Resolver(() => Contact)
export class ContactTrustResolver {
  @FieldResolver(() => ContactTrust, {
    nullable: true,
    description: 'How far the person trusts us, by the rule of today; null for a person who has left (信任度).',
  })
  async trust(@Ctx() context: GraphContext, @Root() contact: Contact): Promise<ContactTrust | null> {
    if (contact.leftOn !== null) return null;
    const standings = await context.reads.many(ContactStanding, 'contactId', contact.id);
    const recorded = await context.reads.many(TrustOutcome, 'contactId', contact.id, {
      by: 'happenedOn',
      direction: 'ASC',
    });
    const rules = await context.reads.many(TrustRule, 'tenantId', contact.tenantId);
    const today = await context.today();
    // Other services tell of days, too: what is said to come has moved nobody yet.
    const outcomes = recorded.filter(({ happenedOn }) => happenedOn <= today);
    const rule = ruleOn(rules, today);
    return standings.length > 0 && rule ? trustOf(standings, outcomes, rule.rules) : null;
  }

  @FieldResolver(() => TrustOutcomeList.Connection, {
    nullable: true,
    description: 'What came of contacts with the person (信任记录).',
  })
  trustOutcomes(
    @Ctx() context: GraphContext,
    @Root() contact: Contact,
    @Args(() => TrustOutcomeList.Args) args: ListArgs<TrustOutcomeFilter>,
  ): Promise<Connection<TrustOutcome>> {
    return context.reads.pageBy(TrustOutcomeList, 'contactId', contact.id, args);
  }
}
