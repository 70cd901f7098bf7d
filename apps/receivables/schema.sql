-- What the migrations of apps/receivables make. Written by `npm run schemas:sql`: change the migrations, not this file.

create table audit_entry (
  tenant_id uuid not null,
  id uuid not null,
  principal text not null,
  mutation text not null,
  at timestamp with time zone not null,
  request_id text not null,
  result_type text,
  result_id uuid,
  changes jsonb not null,
  constraint audit_entry_pkey PRIMARY KEY (tenant_id, id)
);
CREATE INDEX audit_entry_result ON audit_entry USING btree (tenant_id, result_id, id);
alter table audit_entry enable row level security;
create policy tenant on audit_entry for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant insert, select on audit_entry to receivables_app;

create table contract_account (
  tenant_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamp with time zone not null,
  correlation_id uuid not null,
  origin text not null,
  owner_id uuid not null,
  team text not null,
  deal_id uuid,
  account_id uuid,
  plan_line_id uuid,
  amount_minor bigint not null,
  amount_currency character(3) not null,
  signed_on date not null,
  warranty_months integer not null,
  settled_on date,
  constraint contract_account_amount_minor_check CHECK (amount_minor >= 0),
  constraint contract_account_check CHECK (origin = 'IMPORTED'::text OR account_id IS NOT NULL AND deal_id IS NOT NULL),
  constraint contract_account_origin_check CHECK (origin = ANY (ARRAY['LIVE'::text, 'IMPORTED'::text])),
  constraint contract_account_pkey PRIMARY KEY (tenant_id, id)
);
CREATE INDEX contract_account_account ON contract_account USING btree (tenant_id, account_id, id);
alter table contract_account enable row level security;
create policy tenant on contract_account for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on contract_account to receivables_app;

create table dispute (
  tenant_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamp with time zone not null,
  correlation_id uuid not null,
  origin text not null,
  owner_id uuid not null,
  team text not null,
  contract_id uuid not null,
  account_id uuid not null,
  instalment_id uuid,
  status text not null,
  reason text not null,
  note text,
  amount_minor bigint,
  amount_currency character(3),
  opened_on date not null,
  resolved_on date,
  resolution text,
  constraint dispute_check CHECK ((amount_minor IS NULL) = (amount_currency IS NULL)),
  constraint dispute_check1 CHECK ((status = 'RESOLVED'::text) = (resolved_on IS NOT NULL) AND (resolved_on IS NULL) = (resolution IS NULL)),
  constraint dispute_origin_check CHECK (origin = ANY (ARRAY['LIVE'::text, 'IMPORTED'::text])),
  constraint dispute_pkey PRIMARY KEY (tenant_id, id),
  constraint dispute_reason_check CHECK (reason = ANY (ARRAY['QUALITY'::text, 'DELAY'::text, 'DOCUMENTS'::text, 'PRICE'::text, 'OTHER'::text])),
  constraint dispute_status_check CHECK (status = ANY (ARRAY['OPEN'::text, 'RESOLVED'::text]))
);
CREATE INDEX dispute_account ON dispute USING btree (tenant_id, account_id, id);
CREATE INDEX dispute_by_opened_on ON dispute USING btree (tenant_id, opened_on, id);
CREATE INDEX dispute_contract ON dispute USING btree (tenant_id, contract_id, id);
CREATE INDEX dispute_instalment ON dispute USING btree (tenant_id, instalment_id, id);
alter table dispute enable row level security;
create policy tenant on dispute for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on dispute to receivables_app;

create table event_stream (
  tenant_id uuid not null,
  key text not null,
  last_sequence bigint not null,
  constraint event_stream_pkey PRIMARY KEY (tenant_id, key)
);
alter table event_stream enable row level security;
create policy relay on event_stream for all to receivables_relay using (true);
create policy tenant on event_stream for all to receivables_app using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant insert, select, update on event_stream to receivables_app;
grant select on event_stream to receivables_relay;

create table idempotency_key (
  tenant_id uuid not null,
  principal text not null,
  mutation text not null,
  key text not null,
  input_hash text not null,
  result_type text,
  result_id uuid,
  created_at timestamp with time zone not null,
  constraint idempotency_key_pkey PRIMARY KEY (tenant_id, principal, mutation, key)
);
CREATE INDEX idempotency_key_age ON idempotency_key USING btree (tenant_id, created_at);
alter table idempotency_key enable row level security;
create policy tenant on idempotency_key for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on idempotency_key to receivables_app;

create table in_process_cursor (
  consumer text not null,
  topic text not null,
  log_id uuid not null,
  position bigint not null,
  constraint in_process_cursor_pkey PRIMARY KEY (consumer, topic)
);
alter table in_process_cursor enable row level security;
create policy relay on in_process_cursor for all to receivables_relay using (true) with check (true);
grant insert, select, update on in_process_cursor to receivables_relay;

create table inbox (
  tenant_id uuid not null,
  consumer text not null,
  event_id uuid not null,
  topic text not null,
  key text not null,
  sequence bigint not null,
  type text not null,
  state text not null,
  envelope json not null,
  bytes bytea,
  reason text,
  attempts integer not null default 0,
  interruptions integer not null default 0,
  alone_starts integer not null default 0,
  suspect boolean not null default false,
  received_at timestamp with time zone not null default clock_timestamp(),
  done_at timestamp with time zone,
  constraint inbox_pkey PRIMARY KEY (tenant_id, consumer, event_id),
  constraint inbox_state_check CHECK (state = ANY (ARRAY['RECEIVED'::text, 'WAITING'::text, 'PARKED'::text, 'DONE'::text, 'IGNORED'::text, 'DISCARDED'::text])),
  constraint inbox_tenant_id_consumer_key_topic_sequence_key UNIQUE (tenant_id, consumer, key, topic, sequence)
);
CREATE INDEX inbox_parked ON inbox USING btree (consumer, received_at) WHERE state = 'PARKED'::text;
alter table inbox enable row level security;
create policy relay on inbox for all to receivables_relay using (true) with check (true);
create policy tenant on inbox for all to receivables_app using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, select, update on inbox to receivables_app;
grant delete, insert, select, update on inbox to receivables_relay;

create table inbox_absence (
  consumer text not null,
  instance integer not null,
  since timestamp with time zone not null default clock_timestamp(),
  constraint inbox_absence_pkey PRIMARY KEY (consumer, instance)
);
alter table inbox_absence enable row level security;
create policy relay on inbox_absence for all to receivables_relay using (true) with check (true);
grant delete, insert, select, update on inbox_absence to receivables_relay;

create table inbox_rejected (
  id bigint not null generated always as identity,
  tenant_id uuid,
  consumer text not null,
  topic text not null,
  source_position text not null,
  headers json not null,
  bytes bytea,
  reason text not null,
  received_at timestamp with time zone not null default clock_timestamp(),
  constraint inbox_rejected_consumer_topic_source_position_key UNIQUE (consumer, topic, source_position),
  constraint inbox_rejected_pkey PRIMARY KEY (id)
);
alter table inbox_rejected enable row level security;
create policy relay on inbox_rejected for all to receivables_relay using (true) with check (true);
create policy tenant on inbox_rejected for all to receivables_app using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant select on inbox_rejected to receivables_app;
grant delete, insert, select on inbox_rejected to receivables_relay;

create table inbox_stream (
  tenant_id uuid not null,
  consumer text not null,
  key text not null,
  topic text not null,
  handled bigint not null default 0,
  received bigint not null default 0,
  state text not null,
  due_at timestamp with time zone,
  claimed_by integer,
  waiting_since timestamp with time zone,
  waits_on text,
  past boolean not null default false,
  constraint inbox_stream_check CHECK ((state = 'RUNNING'::text) = (claimed_by IS NOT NULL)),
  constraint inbox_stream_check1 CHECK ((state = ANY (ARRAY['READY'::text, 'WAITING'::text, 'SUSPECT'::text])) = (due_at IS NOT NULL)),
  constraint inbox_stream_pkey PRIMARY KEY (tenant_id, consumer, key, topic),
  constraint inbox_stream_state_check CHECK (state = ANY (ARRAY['IDLE'::text, 'READY'::text, 'RUNNING'::text, 'WAITING'::text, 'SUSPECT'::text, 'MISSING'::text, 'PARKED'::text]))
);
CREATE INDEX inbox_stream_due ON inbox_stream USING btree (past, due_at) WHERE due_at IS NOT NULL;
CREATE INDEX inbox_stream_held ON inbox_stream USING btree (consumer, state) WHERE state = ANY (ARRAY['SUSPECT'::text, 'MISSING'::text, 'PARKED'::text]);
CREATE INDEX inbox_stream_running ON inbox_stream USING btree (claimed_by) WHERE claimed_by IS NOT NULL;
CREATE INDEX inbox_stream_waits_on ON inbox_stream USING btree (tenant_id, consumer, waits_on) WHERE waits_on IS NOT NULL;
alter table inbox_stream enable row level security;
create policy relay on inbox_stream for all to receivables_relay using (true) with check (true);
create policy tenant on inbox_stream for all to receivables_app using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant select, update on inbox_stream to receivables_app;
grant insert, select, update on inbox_stream to receivables_relay;

create table instalment (
  tenant_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamp with time zone not null,
  correlation_id uuid not null,
  origin text not null,
  owner_id uuid not null,
  team text not null,
  contract_id uuid not null,
  account_id uuid not null,
  number integer not null,
  name text not null,
  basis_points integer,
  trigger text not null,
  due_days integer not null,
  amount_minor bigint not null,
  amount_currency character(3) not null,
  triggered_on date,
  due_on date,
  status text not null,
  claimed_on date,
  claimed_minor bigint,
  claimed_currency character(3),
  collected_on date,
  external_id text,
  constraint instalment_amount_minor_check CHECK (amount_minor >= 0),
  constraint instalment_check CHECK ((triggered_on IS NULL) = (due_on IS NULL)),
  constraint instalment_check1 CHECK (status <> 'SCHEDULED'::text OR due_on IS NULL),
  constraint instalment_check2 CHECK ((status <> ALL (ARRAY['DUE'::text, 'CLAIMED'::text])) OR due_on IS NOT NULL),
  constraint instalment_check3 CHECK ((status = 'COLLECTED'::text) = (collected_on IS NOT NULL)),
  constraint instalment_check4 CHECK ((claimed_on IS NULL) = (claimed_minor IS NULL) AND (claimed_minor IS NULL) = (claimed_currency IS NULL)),
  constraint instalment_origin_check CHECK (origin = ANY (ARRAY['LIVE'::text, 'IMPORTED'::text])),
  constraint instalment_pkey PRIMARY KEY (tenant_id, id),
  constraint instalment_status_check CHECK (status = ANY (ARRAY['SCHEDULED'::text, 'DUE'::text, 'CLAIMED'::text, 'COLLECTED'::text])),
  constraint instalment_tenant_id_contract_id_number_key UNIQUE (tenant_id, contract_id, number),
  constraint instalment_tenant_id_external_id_key UNIQUE (tenant_id, external_id),
  constraint instalment_trigger_check CHECK (trigger = ANY (ARRAY['SIGNING'::text, 'DELIVERY'::text, 'ACCEPTANCE'::text, 'WARRANTY_END'::text]))
);
CREATE INDEX instalment_account ON instalment USING btree (tenant_id, account_id, id);
CREATE INDEX instalment_by_amount ON instalment USING btree (tenant_id, amount_currency COLLATE "C", amount_minor, id);
CREATE INDEX instalment_by_due_on_asc ON instalment USING btree (tenant_id, COALESCE(due_on, 'infinity'::date), id);
CREATE INDEX instalment_by_due_on_desc ON instalment USING btree (tenant_id, COALESCE(due_on, '-infinity'::date), id);
CREATE INDEX instalment_due ON instalment USING btree (tenant_id, due_on, id);
CREATE INDEX instalment_owner ON instalment USING btree (tenant_id, owner_id, id);
alter table instalment enable row level security;
create policy tenant on instalment for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on instalment to receivables_app;

create table ledger_entry (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null,
  receipt_id uuid not null,
  account_id uuid,
  contract_id uuid,
  instalment_id uuid,
  amount_minor bigint not null,
  amount_currency character(3) not null,
  effective_on date not null,
  recorded_at timestamp with time zone not null,
  constraint ledger_entry_amount_minor_check CHECK (amount_minor > 0),
  constraint ledger_entry_check CHECK (account_id IS NOT NULL OR kind = 'RECEIPT'::text),
  constraint ledger_entry_check1 CHECK ((kind = 'ALLOCATION'::text) = (instalment_id IS NOT NULL) AND (instalment_id IS NULL) = (contract_id IS NULL)),
  constraint ledger_entry_kind_check CHECK (kind = ANY (ARRAY['RECEIPT'::text, 'IDENTIFICATION'::text, 'ALLOCATION'::text])),
  constraint ledger_entry_pkey PRIMARY KEY (tenant_id, id)
);
CREATE INDEX ledger_entry_account ON ledger_entry USING btree (tenant_id, account_id, id);
CREATE INDEX ledger_entry_instalment ON ledger_entry USING btree (tenant_id, instalment_id, id) WHERE instalment_id IS NOT NULL;
CREATE INDEX ledger_entry_receipt ON ledger_entry USING btree (tenant_id, receipt_id, id);
CREATE UNIQUE INDEX ledger_entry_receipt_once ON ledger_entry USING btree (tenant_id, receipt_id, kind) WHERE kind <> 'ALLOCATION'::text;
alter table ledger_entry enable row level security;
create policy tenant on ledger_entry for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant insert, select on ledger_entry to receivables_app;

create table master_data (
  tenant_id uuid not null,
  kind text not null,
  id uuid not null,
  name text not null,
  owner_id uuid,
  team text,
  attributes jsonb not null,
  constraint master_data_pkey PRIMARY KEY (tenant_id, kind, id)
);
alter table master_data enable row level security;
create policy tenant on master_data for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on master_data to receivables_app;

create table milestone (
  tenant_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamp with time zone not null,
  correlation_id uuid not null,
  origin text not null,
  owner_id uuid not null,
  team text not null,
  contract_id uuid not null,
  account_id uuid not null,
  kind text not null,
  reached_on date not null,
  signer text,
  constraint milestone_kind_check CHECK (kind = ANY (ARRAY['DELIVERY'::text, 'ACCEPTANCE'::text, 'WARRANTY_END'::text])),
  constraint milestone_origin_check CHECK (origin = ANY (ARRAY['LIVE'::text, 'IMPORTED'::text])),
  constraint milestone_pkey PRIMARY KEY (tenant_id, id),
  constraint milestone_tenant_id_contract_id_kind_key UNIQUE (tenant_id, contract_id, kind)
);
alter table milestone enable row level security;
create policy tenant on milestone for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on milestone to receivables_app;

create table outbox (
  tenant_id uuid not null,
  key text not null,
  sequence bigint not null,
  id uuid not null,
  entry bigint not null generated always as identity,
  position bigint,
  type text not null,
  envelope json not null,
  created_at timestamp with time zone not null default clock_timestamp(),
  constraint outbox_id_key UNIQUE (id),
  constraint outbox_pkey PRIMARY KEY (tenant_id, key, sequence),
  constraint outbox_position_key UNIQUE ("position")
);
CREATE INDEX outbox_unpositioned ON outbox USING btree (entry) WHERE "position" IS NULL;
alter table outbox enable row level security;
create policy relay on outbox for all to receivables_relay using (true) with check (true);
create policy tenant on outbox for all to receivables_app using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant insert, select on outbox to receivables_app;
grant delete, select, update (position) on outbox to receivables_relay;

create table receipt (
  tenant_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamp with time zone not null,
  correlation_id uuid not null,
  origin text not null,
  owner_id uuid,
  team text,
  account_id uuid,
  own_account text not null,
  bank_serial text not null,
  payer text,
  amount_minor bigint not null,
  amount_currency character(3) not null,
  received_on date not null,
  status text not null,
  constraint receipt_amount_minor_check CHECK (amount_minor > 0),
  constraint receipt_check CHECK ((status = 'SUSPENSE'::text) = (account_id IS NULL)),
  constraint receipt_origin_check CHECK (origin = ANY (ARRAY['LIVE'::text, 'IMPORTED'::text])),
  constraint receipt_pkey PRIMARY KEY (tenant_id, id),
  constraint receipt_status_check CHECK (status = ANY (ARRAY['SUSPENSE'::text, 'UNAPPLIED'::text, 'APPLIED'::text])),
  constraint receipt_tenant_id_own_account_bank_serial_key UNIQUE (tenant_id, own_account, bank_serial)
);
CREATE INDEX receipt_account ON receipt USING btree (tenant_id, account_id, id);
CREATE INDEX receipt_by_amount ON receipt USING btree (tenant_id, amount_currency COLLATE "C", amount_minor, id);
CREATE INDEX receipt_by_received_on ON receipt USING btree (tenant_id, received_on, id);
CREATE INDEX receipt_waiting ON receipt USING btree (tenant_id, status, id) WHERE status <> 'APPLIED'::text;
alter table receipt enable row level security;
create policy tenant on receipt for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on receipt to receivables_app;

create table relay_publication (
  transport text not null,
  published_position bigint not null default 0,
  constraint relay_publication_pkey PRIMARY KEY (transport)
);
alter table relay_publication enable row level security;
create policy relay on relay_publication for all to receivables_relay using (true) with check (true);
grant insert, select, update on relay_publication to receivables_relay;

create table relay_state (
  only_row boolean not null default true,
  log_id uuid not null default gen_random_uuid(),
  last_position bigint not null default 0,
  pruned_until timestamp with time zone,
  constraint relay_state_only_row_check CHECK (only_row),
  constraint relay_state_pkey PRIMARY KEY (only_row)
);
alter table relay_state enable row level security;
create policy relay on relay_state for all to receivables_relay using (true) with check (true);
grant select, update (last_position, pruned_until) on relay_state to receivables_relay;

alter table dispute add constraint dispute_tenant_id_contract_id_fkey FOREIGN KEY (tenant_id, contract_id) REFERENCES contract_account(tenant_id, id);
alter table dispute add constraint dispute_tenant_id_instalment_id_fkey FOREIGN KEY (tenant_id, instalment_id) REFERENCES instalment(tenant_id, id);
alter table instalment add constraint instalment_tenant_id_contract_id_fkey FOREIGN KEY (tenant_id, contract_id) REFERENCES contract_account(tenant_id, id);
alter table ledger_entry add constraint ledger_entry_tenant_id_contract_id_fkey FOREIGN KEY (tenant_id, contract_id) REFERENCES contract_account(tenant_id, id);
alter table ledger_entry add constraint ledger_entry_tenant_id_instalment_id_fkey FOREIGN KEY (tenant_id, instalment_id) REFERENCES instalment(tenant_id, id);
alter table ledger_entry add constraint ledger_entry_tenant_id_receipt_id_fkey FOREIGN KEY (tenant_id, receipt_id) REFERENCES receipt(tenant_id, id);
alter table milestone add constraint milestone_tenant_id_contract_id_fkey FOREIGN KEY (tenant_id, contract_id) REFERENCES contract_account(tenant_id, id);
