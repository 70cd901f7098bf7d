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
import { Rep } from '../rep/rep';
import { type DossierNoteFilter, RecordDossierNoteInput } from './dossier.inputs';
import { DossierNote, latestOfEachTopic } from './dossier-note';
import { DossierNoteList } from './dossier-note.list';
import { recordDossierNote } from './record-dossier-note';

const RecordDossierNoteResult = createUnionType({
  name: 'RecordDossierNoteResult',
  description: 'The recorded note, or why there is none (登记结果).',
  types: () => [DossierNote, NotFound, InvalidInput, IdempotencyKeyReused] as const,
});

@Resolver(() => DossierNote)
export class DossierNoteResolver {
  @Authorized()
  @Query(() => DossierNote, {
    nullable: true,
    description: 'One note of a dossier; null when there is none that you may see (客户情报).',
  })
  dossierNote(
    @Ctx() context: GraphContext,
    @Arg('id', () => UUID, { description: 'Its id (标识).' }) id: string,
  ): Promise<DossierNote | null> {
    return context.reads.one(DossierNote, id);
  }

  @Authorized()
  @Query(() => DossierNoteList.Connection, {
    nullable: true,
    description: 'The notes on accounts that you may see (客户情报列表).',
  })
  dossierNotes(
    @Ctx() context: GraphContext,
    @Args(() => DossierNoteList.Args) args: ListArgs<DossierNoteFilter>,
  ): Promise<Connection<DossierNote>> {
    return context.reads.page(DossierNoteList, args);
  }

  @Authorized('REP', 'MANAGER', 'PRESALES', 'CSM')
  @Mutation(() => RecordDossierNoteResult, {
    nullable: true,
    description: 'Records what was found out about how an account buys and decides (登记客户情报).',
  })
  recordDossierNote(
    @Ctx() context: GraphContext,
    @Input(() => RecordDossierNoteInput) input: RecordDossierNoteInput,
  ): Promise<typeof RecordDossierNoteResult> {
    return context.command('recordDossierNote', input, (command) => recordDossierNote(command, input));
  }

  @FieldResolver(() => Account, { nullable: true, description: 'Of which account (客户).' })
  account(@Ctx() context: GraphContext, @Root() note: DossierNote): Promise<Account | null> {
    return context.reads.one(Account, note.accountId);
  }

  @FieldResolver(() => Rep, {
    nullable: true,
    description: 'Who recorded it; null where it was nobody of the reps (记录人).',
  })
  author(@Ctx() context: GraphContext, @Root() { authorId }: DossierNote): Promise<Rep | null> | null {
    return authorId === null ? null : context.reads.one(Rep, authorId);
  }

  @FieldResolver(() => [Contact], { nullable: true, description: 'The people whom it is about (相关联系人).' })
  async contacts(@Ctx() context: GraphContext, @Root() note: DossierNote): Promise<Contact[]> {
    const contacts = await Promise.all(note.contactIds.map((id) => context.reads.one(Contact, id)));
    return contacts.filter((contact) => contact !== null);
  }
}

/** What is known of how an account buys and decides. */
@Resolver(() => Account)
export class AccountDossierResolver {
  @FieldResolver(() => [DossierNote], {
    nullable: true,
    description: 'What holds now of how it buys and decides: the latest note of each topic (客户情报档案).',
  })
  async dossier(@Ctx() context: GraphContext, @Root() account: Account): Promise<DossierNote[]> {
    const notes = await context.reads.many(DossierNote, 'accountId', account.id, { by: 'notedOn', direction: 'ASC' });
    return latestOfEachTopic(notes);
  }

  @FieldResolver(() => DossierNoteList.Connection, {
    nullable: true,
    description: 'What was found out of how it buys and decides, over time (客户情报历史).',
  })
  dossierNotes(
    @Ctx() context: GraphContext,
    @Root() account: Account,
    @Args(() => DossierNoteList.Args) args: ListArgs<DossierNoteFilter>,
  ): Promise<Connection<DossierNote>> {
    return context.reads.pageBy(DossierNoteList, 'accountId', account.id, args);
  }
}
