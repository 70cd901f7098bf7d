import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { MessagingRoles } from './privileges';

/**
 * What has become different in messaging's tables since they were first made, oldest first. Every service has them without naming them:
 * `defineService` adds them to its migrations, so that a database which is there gets them like a new one.
 */
export function messagingChanges({ app, relay }: MessagingRoles): (new () => MigrationInterface)[] {
  return [
    /** Where each stream ends: what readers have is compared with it. */
    class RelayReadsStreams1000000000010 implements MigrationInterface {
      name = 'RelayReadsStreams1000000000010';

      async up(runner: QueryRunner): Promise<void> {
        await runner.query(`
          grant select on event_stream to ${relay};
          create policy relay on event_stream to ${relay} using (true)`);
      }

      async down(runner: QueryRunner): Promise<void> {
        await runner.query(`drop policy relay on event_stream; revoke select on event_stream from ${relay}`);
      }
    },
    /** What was set aside is looked at, and then forgotten. */
    class RelayPrunesRejected1000000000020 implements MigrationInterface {
      name = 'RelayPrunesRejected1000000000020';

      async up(runner: QueryRunner): Promise<void> {
        await runner.query(`grant delete on inbox_rejected to ${relay}`);
      }

      async down(runner: QueryRunner): Promise<void> {
        await runner.query(`revoke delete on inbox_rejected from ${relay}`);
      }
    },
    /** `past`: all that is to be handled of the stream is recorded history or was sent again, so that it goes after what happens now. */
    class PastAfterPresent1000000000030 implements MigrationInterface {
      name = 'PastAfterPresent1000000000030';

      async up(runner: QueryRunner): Promise<void> {
        await runner.query(`
          alter table inbox_stream add column past boolean not null default false;
          drop index inbox_stream_due;
          create index inbox_stream_due on inbox_stream (past, due_at) where due_at is not null`);
      }

      async down(runner: QueryRunner): Promise<void> {
        await runner.query(`
          drop index inbox_stream_due;
          alter table inbox_stream drop column past;
          create index inbox_stream_due on inbox_stream (due_at) where due_at is not null`);
      }
    },
    /** Since when a holder of claims is missing, so that this is known to who comes after the one that looked. */
    class AbsencesOutliveWhoLooked1000000000040 implements MigrationInterface {
      name = 'AbsencesOutliveWhoLooked1000000000040';

      async up(runner: QueryRunner): Promise<void> {
        await runner.query(`
          create table inbox_absence (
            consumer text not null,
            instance integer not null,
            since timestamptz not null default clock_timestamp(),
            primary key (consumer, instance)
          );
          alter table inbox_absence enable row level security;
          revoke all on inbox_absence from public, ${app}, ${relay};
          grant select, insert, update, delete on inbox_absence to ${relay};
          create policy relay on inbox_absence to ${relay} using (true) with check (true)`);
      }

      async down(runner: QueryRunner): Promise<void> {
        await runner.query(`drop table inbox_absence`);
      }
    },
  ];
}
