-- What the migrations of apps/customer-success make. Written by `npm run schemas:sql`: change the migrations, not this file.

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
grant insert, select on audit_entry to customer_success_app;

create table event_stream (
  tenant_id uuid not null,
  key text not null,
  last_sequence bigint not null,
  constraint event_stream_pkey PRIMARY KEY (tenant_id, key)
);
alter table event_stream enable row level security;
create policy relay on event_stream for all to customer_success_relay using (true);
create policy tenant on event_stream for all to customer_success_app using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant insert, select, update on event_stream to customer_success_app;
grant select on event_stream to customer_success_relay;

create table expansion (
  tenant_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamp with time zone not null,
  correlation_id uuid not null,
  origin text not null,
  owner_id uuid not null,
  team text not null,
  account_id uuid not null,
  contract_id uuid,
  product_id uuid,
  deal_id uuid,
  status text not null,
  due_on date not null,
  amount_minor bigint not null,
  amount_currency character(3) not null,
  need text not null,
  fit integer not null,
  new_product_required boolean not null,
  constraint expansion_fit_check CHECK (fit >= 0 AND fit <= 100),
  constraint expansion_origin_check CHECK (origin = ANY (ARRAY['LIVE'::text, 'IMPORTED'::text])),
  constraint expansion_pkey PRIMARY KEY (tenant_id, id),
  constraint expansion_status_check CHECK (status = ANY (ARRAY['IDENTIFIED'::text, 'WON'::text, 'LOST'::text]))
);
CREATE INDEX expansion_account ON expansion USING btree (tenant_id, account_id, id);
CREATE INDEX expansion_by_amount ON expansion USING btree (tenant_id, amount_currency COLLATE "C", amount_minor, id);
CREATE INDEX expansion_by_due_on ON expansion USING btree (tenant_id, due_on, id);
CREATE UNIQUE INDEX expansion_deal ON expansion USING btree (tenant_id, deal_id);
alter table expansion enable row level security;
create policy tenant on expansion for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on expansion to customer_success_app;

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
grant delete, insert, select, update on idempotency_key to customer_success_app;

create table in_process_cursor (
  consumer text not null,
  topic text not null,
  log_id uuid not null,
  position bigint not null,
  constraint in_process_cursor_pkey PRIMARY KEY (consumer, topic)
);
alter table in_process_cursor enable row level security;
create policy relay on in_process_cursor for all to customer_success_relay using (true) with check (true);
grant insert, select, update on in_process_cursor to customer_success_relay;

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
create policy relay on inbox for all to customer_success_relay using (true) with check (true);
create policy tenant on inbox for all to customer_success_app using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, select, update on inbox to customer_success_app;
grant delete, insert, select, update on inbox to customer_success_relay;

create table inbox_absence (
  consumer text not null,
  instance integer not null,
  since timestamp with time zone not null default clock_timestamp(),
  constraint inbox_absence_pkey PRIMARY KEY (consumer, instance)
);
alter table inbox_absence enable row level security;
create policy relay on inbox_absence for all to customer_success_relay using (true) with check (true);
grant delete, insert, select, update on inbox_absence to customer_success_relay;

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
create policy relay on inbox_rejected for all to customer_success_relay using (true) with check (true);
create policy tenant on inbox_rejected for all to customer_success_app using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant select on inbox_rejected to customer_success_app;
grant delete, insert, select on inbox_rejected to customer_success_relay;

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
create policy relay on inbox_stream for all to customer_success_relay using (true) with check (true);
create policy tenant on inbox_stream for all to customer_success_app using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant select, update on inbox_stream to customer_success_app;
grant insert, select, update on inbox_stream to customer_success_relay;

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
grant delete, insert, select, update on master_data to customer_success_app;

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
create policy relay on outbox for all to customer_success_relay using (true) with check (true);
create policy tenant on outbox for all to customer_success_app using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant insert, select on outbox to customer_success_app;
grant delete, select, update (position) on outbox to customer_success_relay;

create table referral (
  tenant_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamp with time zone not null,
  correlation_id uuid not null,
  origin text not null,
  owner_id uuid,
  team text,
  account_id uuid not null,
  referred_account_id uuid,
  product_id uuid,
  referred_name text not null,
  need text,
  constraint referral_origin_check CHECK (origin = ANY (ARRAY['LIVE'::text, 'IMPORTED'::text])),
  constraint referral_pkey PRIMARY KEY (tenant_id, id)
);
CREATE INDEX referral_account ON referral USING btree (tenant_id, account_id, id);
alter table referral enable row level security;
create policy tenant on referral for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on referral to customer_success_app;

create table relay_publication (
  transport text not null,
  published_position bigint not null default 0,
  constraint relay_publication_pkey PRIMARY KEY (transport)
);
alter table relay_publication enable row level security;
create policy relay on relay_publication for all to customer_success_relay using (true) with check (true);
grant insert, select, update on relay_publication to customer_success_relay;

create table relay_state (
  only_row boolean not null default true,
  log_id uuid not null default gen_random_uuid(),
  last_position bigint not null default 0,
  pruned_until timestamp with time zone,
  constraint relay_state_only_row_check CHECK (only_row),
  constraint relay_state_pkey PRIMARY KEY (only_row)
);
alter table relay_state enable row level security;
create policy relay on relay_state for all to customer_success_relay using (true) with check (true);
grant select, update (last_position, pruned_until) on relay_state to customer_success_relay;

create table renewal (
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
  product_id uuid,
  deal_id uuid,
  status text not null,
  due_on date not null,
  amount_minor bigint,
  amount_currency character(3),
  need text,
  fit integer,
  new_product_required boolean,
  constraint renewal_check CHECK ((amount_minor IS NULL) = (amount_currency IS NULL)),
  constraint renewal_check1 CHECK (status = 'PLANNED'::text OR amount_minor IS NOT NULL AND need IS NOT NULL AND fit IS NOT NULL),
  constraint renewal_fit_check CHECK (fit >= 0 AND fit <= 100),
  constraint renewal_origin_check CHECK (origin = ANY (ARRAY['LIVE'::text, 'IMPORTED'::text])),
  constraint renewal_pkey PRIMARY KEY (tenant_id, id),
  constraint renewal_status_check CHECK (status = ANY (ARRAY['PLANNED'::text, 'IDENTIFIED'::text, 'WON'::text, 'LOST'::text])),
  constraint renewal_tenant_id_contract_id_key UNIQUE (tenant_id, contract_id)
);
CREATE INDEX renewal_account ON renewal USING btree (tenant_id, account_id, due_on, id);
CREATE INDEX renewal_by_amount_asc ON renewal USING btree (tenant_id, COALESCE(amount_currency, '~'::bpchar) COLLATE "C", COALESCE(amount_minor, '9223372036854775807'::bigint), id);
CREATE INDEX renewal_by_amount_desc ON renewal USING btree (tenant_id, COALESCE(amount_currency, ''::bpchar) COLLATE "C", COALESCE(amount_minor, '-9223372036854775808'::bigint), id);
CREATE INDEX renewal_by_due_on ON renewal USING btree (tenant_id, due_on, id);
CREATE UNIQUE INDEX renewal_deal ON renewal USING btree (tenant_id, deal_id);
alter table renewal enable row level security;
create policy tenant on renewal for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on renewal to customer_success_app;

create table success_plan (
  tenant_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamp with time zone not null,
  correlation_id uuid not null,
  origin text not null,
  owner_id uuid not null,
  team text not null,
  contract_id uuid not null,
  account_id uuid,
  product_id uuid,
  status text not null,
  contracted_minor bigint not null,
  contracted_currency character(3) not null,
  collected_minor bigint not null,
  collected_currency character(3) not null,
  signed_on date not null,
  settled_on date,
  constraint success_plan_check CHECK (status = 'RECORDED'::text OR account_id IS NOT NULL),
  constraint success_plan_origin_check CHECK (origin = ANY (ARRAY['LIVE'::text, 'IMPORTED'::text])),
  constraint success_plan_pkey PRIMARY KEY (tenant_id, id),
  constraint success_plan_status_check CHECK (status = ANY (ARRAY['ACTIVE'::text, 'RECORDED'::text])),
  constraint success_plan_tenant_id_contract_id_key UNIQUE (tenant_id, contract_id)
);
CREATE INDEX success_plan_account ON success_plan USING btree (tenant_id, account_id, id);
CREATE INDEX success_plan_by_contracted ON success_plan USING btree (tenant_id, contracted_currency COLLATE "C", contracted_minor, id);
CREATE INDEX success_plan_by_signed_on ON success_plan USING btree (tenant_id, signed_on, id);
alter table success_plan enable row level security;
create policy tenant on success_plan for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on success_plan to customer_success_app;

alter table renewal add constraint renewal_tenant_id_contract_id_fkey FOREIGN KEY (tenant_id, contract_id) REFERENCES success_plan(tenant_id, contract_id);
