import { messagingTables, rolesOf } from '@fivepoint/messaging';
import { serviceUnderTest, type ServiceUnderTest } from '@fivepoint/testing';
import { Length, MaxLength } from 'class-validator';
import {
  Arg,
  Args,
  Authorized,
  createUnionType,
  Ctx,
  Field,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
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
import { type Connection, connectionOf, PageArgs } from '../graph/page';
import { IdempotencyKeyReused, InvalidInput } from '../graph/refusals';
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

  @Field(() => Int, { nullable: true, description: 'Its number (数字).' })
  @Column('smallint')
  number!: number;
}

const NoteConnection = connectionOf(Note);

@InputType({ description: 'A line of a note (行).' })
class LineInput {
  @Field({ description: 'What it says (内容).' })
  @MaxLength(5, { message: 'text may have at most 5 characters' })
  text!: string;

  @Field(() => [LineInput], { nullable: true, description: 'Lines below it (下级行).' })
  below?: LineInput[] | null;
}

@InputType({ description: 'Writes a note (写便笺).' })
class WriteNoteInput extends CommandInput {
  @Field({ description: 'Its title; unique in whatever case (标题).' })
  @Length(1, 50, { message: 'title must have 1 to 50 characters' })
  title!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Its day (日期).' })
  day?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When (时间).' })
  at?: Date | null;

  @Field(() => UUID, { nullable: true, description: 'What it is about (对象).' })
  aboutId?: string | null;

  @Field(() => Colour, { nullable: true, description: 'Its colour (颜色).' })
  colour?: Colour | null;

  @Field(() => Int, { defaultValue: 1, description: 'Its number (数字).' })
  number!: number;

  @Field(() => [LineInput], { nullable: true, description: 'What it says (内容).' })
  lines?: LineInput[] | null;

  @Field(() => LineInput, { nullable: true, description: 'How it ends (结尾).' })
  end?: LineInput | null;
}

@InputType({ description: 'A recorded note (便笺行).' })
class PastNoteRow {
  @Field({ description: 'Its id elsewhere, and its title here (外部标识).' })
  @MaxLength(5, { message: 'externalId may have at most 5 characters' })
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

async function writeNote(command: Command, { title, day, number }: WriteNoteInput): Promise<Note> {
  await between.looking();
  return command.add(
    Object.assign(new Note(), {
      ...command.newAggregate(),
      version: 1,
      title,
      day: day ?? '2026-01-01',
      number,
    }),
  );
}

@Resolver()
class NoteResolver {
  @Authorized()
  @Query(() => NoteConnection, { nullable: true, description: 'Notes by number (便笺列表).' })
  notes(
    @Ctx() context: GraphContext,
    @Args() page: PageArgs,
    @Arg('by', { defaultValue: 'id', description: 'Sorted by (排序).' }) by: string,
  ): Promise<Connection<Note>> {
    return context.reads.page(Note, page, { sort: { by: by as 'id', direction: 'ASC' } });
  }

  @Authorized()
  @Query(() => String, { nullable: true, description: 'Breaks (故障).' })
  async broken(@Ctx() context: GraphContext): Promise<string> {
    return context.inTransaction((manager) => manager.query('select secret from no_such_table'));
  }

  @Authorized()
  @Mutation(() => WriteNoteResult, { description: 'Writes a note (写便笺).' })
  writeNote(
    @Ctx() context: GraphContext,
    @Input(() => WriteNoteInput) input: WriteNoteInput,
  ): Promise<typeof WriteNoteResult> {
    return context.command('writeNote', input, async (command) => {
      const there = await command.manager.findOneBy(Note, { tenantId: command.tenantId, title: input.title });
      return there ? new InvalidInput([{ path: 'title', message: 'is taken' }]) : writeNote(command, input);
    });
  }

  @Authorized()
  @Mutation(() => BulkPayload, { description: 'Records notes (记录便笺).' })
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
        number smallint not null,
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
