/**
 * The tables of messaging, the same in every service's database. Who may touch what is in `privileges.ts`.
 *
 * Out: `event_stream` counts each (tenant, key); `outbox` is the log of what this service published; `relay_state` is the log's identity and end;
 * `relay_publication` is how far each transport has it.
 * In: `inbox` holds every event received, `inbox_stream` where each (consumer, topic, tenant, key) stands, `inbox_rejected` what is no event at all,
 * `in_process_cursor` how far the in-process transport has read the owners' logs.
 *
 * A stream's state belongs to the event behind `handled`: RUNNING is the record that this event was started. The partial indexes hang on columns
 * that no statement per event has in its conditions: PostgreSQL takes such an index for tiny, and would read all of it each time.
 */
export const createTables = `
create table event_stream (
  tenant_id uuid not null,
  key text not null,
  last_sequence bigint not null,
  primary key (tenant_id, key)
);

create table outbox (
  tenant_id uuid not null,
  key text not null,
  sequence bigint not null,
  id uuid not null unique,
  entry bigint generated always as identity,
  position bigint unique,
  type text not null,
  envelope json not null,
  created_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, key, sequence)
);
create index outbox_unpositioned on outbox (entry) where position is null;

create table relay_state (
  only_row boolean primary key default true check (only_row),
  log_id uuid not null default gen_random_uuid(),
  last_position bigint not null default 0,
  pruned_until timestamptz
);
insert into relay_state default values;

create table relay_publication (
  transport text primary key,
  published_position bigint not null default 0
);

create table inbox_stream (
  tenant_id uuid not null,
  consumer text not null,
  key text not null,
  topic text not null,
  handled bigint not null default 0,
  received bigint not null default 0,
  state text not null check (state in ('IDLE', 'READY', 'RUNNING', 'WAITING', 'SUSPECT', 'MISSING', 'PARKED')),
  due_at timestamptz,
  claimed_by integer,
  waiting_since timestamptz,
  waits_on text,
  primary key (tenant_id, consumer, key, topic),
  check ((state = 'RUNNING') = (claimed_by is not null)),
  check ((state in ('READY', 'WAITING', 'SUSPECT')) = (due_at is not null))
) with (fillfactor = 70);
create index inbox_stream_due on inbox_stream (due_at) where due_at is not null;
create index inbox_stream_running on inbox_stream (claimed_by) where claimed_by is not null;
create index inbox_stream_held on inbox_stream (consumer, state) where state in ('SUSPECT', 'MISSING', 'PARKED');
create index inbox_stream_waits_on on inbox_stream (tenant_id, consumer, waits_on) where waits_on is not null;

create table inbox (
  tenant_id uuid not null,
  consumer text not null,
  event_id uuid not null,
  topic text not null,
  key text not null,
  sequence bigint not null,
  type text not null,
  state text not null check (state in ('RECEIVED', 'WAITING', 'PARKED', 'DONE', 'IGNORED', 'DISCARDED')),
  envelope json not null,
  bytes bytea,
  reason text,
  attempts integer not null default 0,
  interruptions integer not null default 0,
  alone_starts integer not null default 0,
  suspect boolean not null default false,
  received_at timestamptz not null default clock_timestamp(),
  done_at timestamptz,
  primary key (tenant_id, consumer, event_id),
  unique (tenant_id, consumer, key, topic, sequence)
);
create index inbox_parked on inbox (consumer, received_at) where state = 'PARKED';

create table inbox_rejected (
  id bigint generated always as identity primary key,
  tenant_id uuid,
  consumer text not null,
  topic text not null,
  source_position text not null,
  headers json not null,
  bytes bytea,
  reason text not null,
  received_at timestamptz not null default clock_timestamp(),
  unique (consumer, topic, source_position)
);

create table in_process_cursor (
  consumer text not null,
  topic text not null,
  log_id uuid not null,
  position bigint not null,
  primary key (consumer, topic)
);
`;

/** In the order in which they can be dropped. */
export const tableNames = [
  'in_process_cursor',
  'inbox_rejected',
  'inbox',
  'inbox_stream',
  'relay_publication',
  'relay_state',
  'outbox',
  'event_stream',
] as const;

export type TableName = (typeof tableNames)[number];
