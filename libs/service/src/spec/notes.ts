import { messagingTables, rolesOf } from '@fivepoint/messaging';
import { serviceUnderTest, type ServiceUnderTest } from '@fivepoint/testing';
import { Money } from '@fivepoint/kernel';
import {
  Args,
  Authorized,
  createUnionType,
  Ctx,
  Field,
  FieldResolver,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { Column, Entity, type MigrationInterface, type QueryRunner } from 'typeorm';
import { BulkPayload, recordRows } from '../command/bulk';
import type { Command } from '../command/command';
import { CommandInput } from '../command/command-input';
import { commandTables, MasterDataTable1000000000200 } from '../database/migrations';
import { tenantPolicy } from '../database/tenancy';
import { Aggregate } from '../entity/aggregate';
import { GraphContext } from '../subgraph/context';
import { graphEnum } from '../graph/enum';
import { Input } from '../graph/input';
import { among, contains, from, has, is, to } from '../graph/filter';
import { AtMost, TextField } from '../graph/input-fields';
import { type ListArgs, listOf } from '../graph/list';
import { MoneyInput, MoneyValue, OptionalMoneyValue } from '../graph/money';
import type { Connection } from '../graph/page';
import { IdempotencyKeyReused, InputProblem, InvalidInput } from '../graph/refusals';
import { DateTime, LocalDateScalar, UUID } from '../graph/scalars';
import { defineService } from '../runtime/definition';

const Colour = graphEnum('Colour', 'The colour of a note (颜色).', { RED: 'Red (红).', GREEN: 'Green (绿).' });
type Colour = keyof typeof Colour;

/** A small thing with columns of several types; its title may be there once, in whatever case. */
@ObjectType({ description: 'A note (便笺).' })
@Entity('note')
class Note extends Aggregate {
  @Field({ description: 'Its title; unique in whatever case (标题).' })
  @Column('text')
  title!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Its day (日期).' })
  @Column('date')
  day!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day it is due, if it is (到期日).' })
  @Column('date', { nullable: true })
  dueOn!: string | null;

  @Field(() => Int, { nullable: true, description: 'Its number (数字).' })
  @Column('smallint')
  number!: number;

  @Field(() => MoneyValue, { nullable: true, description: 'What it cost, if it cost anything (价格).' })
  @Column(() => OptionalMoneyValue)
  price!: MoneyValue | null;

  @Field(() => Colour, { nullable: true, description: 'Its colour (颜色).' })
  @Column('text', { nullable: true })
  colour!: Colour | null;

  /** The note that it is stuck to. */
  @Column('uuid', { nullable: true })
  onId!: string | null;
}

@InputType({ description: 'Narrows a list of notes; all given conditions must hold (筛选).' })
class NoteFilter {
  @Field(() => String, { nullable: true, description: 'The title contains this (标题包含).' })
  titleContains?: string | null;

  @Field(() => [Colour], { nullable: true, description: 'Of one of these colours (颜色).' })
  colours?: Colour[] | null;

  @Field(() => UUID, { nullable: true, description: 'Stuck to this note (所贴便笺).' })
  onId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'True: only those with a price (是否有价格).' })
  hasPrice?: boolean | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Due on this day or after (到期日起).' })
  dueFrom?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Due on this day or before (到期日止).' })
  dueTo?: string | null;
}

const NoteList = listOf(Note, 'notes', {
  filter: NoteFilter,
  where: {
    titleContains: contains('title'),
    colours: among('colour'),
    onId: is('onId'),
    hasPrice: has('price.minor'),
    dueFrom: from('dueOn'),
    dueTo: to('dueOn'),
  },
  orders: {
    TITLE: { by: 'title', description: 'Its title (标题).' },
    DAY: { by: 'day', description: 'Its day (日期).' },
    DUE_ON: { by: 'dueOn', description: 'The day it is due (到期日).' },
    NUMBER: { by: 'number', description: 'Its number (数字).' },
    PRICE: { by: 'price', description: 'What it cost, currency by currency (价格).' },
    WRITTEN_AT: { by: 'createdAt', description: 'When it was written (时间).' },
  },
});

@InputType({ description: 'A line of a note (行).' })
class LineInput {
  @TextField('What it says (内容).', { max: 5 })
  text!: string;

  @Field(() => [LineInput], { nullable: true, description: 'Lines below it (下级行).' })
  below?: LineInput[] | null;
}

@InputType({ description: 'Writes a note (写便笺).' })
class WriteNoteInput extends CommandInput {
  @TextField('Its title; unique in whatever case (标题).', { max: 50 })
  title!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Its day (日期).' })
  day?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day it is due (到期日).' })
  dueOn?: string | null;

  @Field(() => MoneyInput, { nullable: true, description: 'What it cost (价格).' })
  price?: MoneyInput | null;

  @Field(() => UUID, { nullable: true, description: 'The note that it is stuck to (所贴便笺).' })
  onId?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When (时间).' })
  at?: Date | null;

  @Field(() => UUID, { nullable: true, description: 'What it is about (对象).' })
  aboutId?: string | null;

  @Field(() => Colour, { nullable: true, description: 'Its colour (颜色).' })
  colour?: Colour | null;

  @Field(() => Int, { defaultValue: 1, description: 'Its number (数字).' })
  number!: number;

  @Field(() => [LineInput], { nullable: true, description: 'What it says (内容).' })
  @AtMost(3, 'write the rest on another note', { min: 1 })
  lines?: LineInput[] | null;

  @Field(() => LineInput, { nullable: true, description: 'How it ends (结尾).' })
  end?: LineInput | null;
}

@InputType({ description: 'A recorded note (便笺行).' })
class PastNoteRow {
  @TextField('Its id elsewhere, and its title here (外部标识).', { max: 5 })
  externalId!: string;
}

@InputType({ description: 'Records notes (记录便笺).' })
class RecordPastNotesInput {
  @Field(() => [PastNoteRow], { description: 'The rows (各行).' })
  rows!: PastNoteRow[];
}

const WriteNoteResult = createUnionType({
  name: 'WriteNoteResult',
  description: 'The note, or why not (结果).',
  types: () => [Note, InvalidInput, IdempotencyKeyReused] as const,
});

/** What commands do between looking whether a title is taken, which is careless of its case, and writing the note. */
export const between: { looking: () => Promise<unknown> } = { looking: async () => undefined };

async function writeNote(command: Command, input: WriteNoteInput): Promise<Note> {
  await between.looking();
  return command.add(
    Object.assign(new Note(), {
      ...command.newAggregate(),
      version: 1,
      title: input.title,
      day: input.day ?? '2026-01-01',
      dueOn: input.dueOn ?? null,
      number: input.number,
      price: input.price ? MoneyValue.of(Money.from(input.price)) : null,
      colour: input.colour ?? null,
      onId: input.onId ?? null,
    }),
  );
}

@Resolver(() => Note)
class NoteResolver {
  @Authorized()
  @Query(() => NoteList.Connection, { nullable: true, description: 'The notes (便笺列表).' })
  notes(
    @Ctx() context: GraphContext,
    @Args(() => NoteList.Args) args: ListArgs<NoteFilter>,
  ): Promise<Connection<Note>> {
    return context.reads.page(NoteList, args);
  }

  @FieldResolver(() => NoteList.Connection, { nullable: true, description: 'The notes stuck to it (所贴便笺).' })
  notesOnIt(
    @Ctx() context: GraphContext,
    @Root() note: Note,
    @Args(() => NoteList.Args) args: ListArgs<NoteFilter>,
  ): Promise<Connection<Note>> {
    return context.reads.pageBy(NoteList, 'onId', note.id, args);
  }

  @Authorized()
  @Query(() => String, { nullable: true, description: 'Breaks (故障).' })
  async broken(@Ctx() context: GraphContext): Promise<string> {
    return context.inTransaction((manager) => manager.query('select secret from no_such_table'));
  }

  @Authorized()
  @Mutation(() => WriteNoteResult, { nullable: true, description: 'Writes a note (写便笺).' })
  writeNote(
    @Ctx() context: GraphContext,
    @Input(() => WriteNoteInput) input: WriteNoteInput,
  ): Promise<typeof WriteNoteResult> {
    return context.command('writeNote', input, async (command) => {
      const there = await command.manager.findOneBy(Note, { tenantId: command.tenantId, title: input.title });
      return there ? new InvalidInput([new InputProblem('title', 'is taken')]) : writeNote(command, input);
    });
  }

  @Authorized()
  @Mutation(() => BulkPayload, { nullable: true, description: 'Records notes (记录便笺).' })
  recordPastNotes(
    @Ctx() context: GraphContext,
    @Input(() => RecordPastNotesInput) input: RecordPastNotesInput,
  ): Promise<BulkPayload> {
    return context.history('recordPastNotes', input, (command) =>
      recordRows(
        command,
        input.rows,
        async () => new Map(),
        ({ externalId }) => writeNote(command, Object.assign(new WriteNoteInput(), { title: externalId, number: 1 })),
      ),
    );
  }
}

class Notes1000000001000 implements MigrationInterface {
  name = 'Notes1000000001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table note (
        tenant_id uuid not null,
        id uuid not null,
        version integer not null,
        created_at timestamptz not null,
        correlation_id uuid not null,
        origin text not null,
        title text not null,
        day date not null,
        due_on date,
        number smallint not null,
        price_minor bigint,
        price_currency char(3),
        colour text,
        on_id uuid,
        primary key (tenant_id, id)
      );
      create unique index note_title on note (tenant_id, lower(title));
      ${tenantPolicy('note')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table note');
  }
}

/** A service that keeps notes: what every service gets from here, without a business of its own. */
export const notes = defineService({
  name: 'deal',
  entities: [Note],
  migrations: [
    messagingTables(rolesOf('deal')),
    commandTables(rolesOf('deal')),
    MasterDataTable1000000000200,
    Notes1000000001000,
  ],
  resolvers: [NoteResolver],
  consumers: [{ name: 'deal', handlers: [] }],
});

export const notesUnderTest = (): Promise<ServiceUnderTest> => serviceUnderTest(notes, undefined, 'notes');
