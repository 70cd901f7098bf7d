-- What the migrations of apps/acquisition make. Written by `npm run schemas:sql`: change the migrations, not this file.

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
grant insert, select on audit_entry to acquisition_app;

create table bant_finding (
  tenant_id uuid not null,
  id uuid not null,
  lead_id uuid not null,
  letter text not null,
  finding text not null,
  evidence text,
  met boolean not null,
  recorded_at timestamp with time zone not null,
  constraint bant_finding_letter_check CHECK (letter = ANY (ARRAY['BUDGET'::text, 'AUTHORITY'::text, 'NEED'::text, 'TIMING'::text])),
  constraint bant_finding_pkey PRIMARY KEY (tenant_id, id),
  constraint bant_finding_tenant_id_lead_id_letter_key UNIQUE (tenant_id, lead_id, letter)
);
alter table bant_finding enable row level security;
create policy tenant on bant_finding for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on bant_finding to acquisition_app;

create table event_stream (
  tenant_id uuid not null,
  key text not null,
  last_sequence bigint not null,
  constraint event_stream_pkey PRIMARY KEY (tenant_id, key)
);
alter table event_stream enable row level security;
create policy relay on event_stream for all to acquisition_relay using (true);
create policy tenant on event_stream for all to acquisition_app using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant insert, select, update on event_stream to acquisition_app;
grant select on event_stream to acquisition_relay;

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
grant delete, insert, select, update on idempotency_key to acquisition_app;

create table in_process_cursor (
  consumer text not null,
  topic text not null,
  log_id uuid not null,
  position bigint not null,
  constraint in_process_cursor_pkey PRIMARY KEY (consumer, topic)
);
alter table in_process_cursor enable row level security;
create policy relay on in_process_cursor for all to acquisition_relay using (true) with check (true);
grant insert, select, update on in_process_cursor to acquisition_relay;

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
create policy relay on inbox for all to acquisition_relay using (true) with check (true);
create policy tenant on inbox for all to acquisition_app using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, select, update on inbox to acquisition_app;
grant delete, insert, select, update on inbox to acquisition_relay;

create table inbox_absence (
  consumer text not null,
  instance integer not null,
  since timestamp with time zone not null default clock_timestamp(),
  constraint inbox_absence_pkey PRIMARY KEY (consumer, instance)
);
alter table inbox_absence enable row level security;
create policy relay on inbox_absence for all to acquisition_relay using (true) with check (true);
grant delete, insert, select, update on inbox_absence to acquisition_relay;

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
create policy relay on inbox_rejected for all to acquisition_relay using (true) with check (true);
create policy tenant on inbox_rejected for all to acquisition_app using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant select on inbox_rejected to acquisition_app;
grant delete, insert, select on inbox_rejected to acquisition_relay;

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
create policy relay on inbox_stream for all to acquisition_relay using (true) with check (true);
create policy tenant on inbox_stream for all to acquisition_app using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant select, update on inbox_stream to acquisition_app;
grant insert, select, update on inbox_stream to acquisition_relay;

create table lead (
  tenant_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamp with time zone not null,
  correlation_id uuid not null,
  origin text not null,
  owner_id uuid,
  team text,
  status text not null,
  source text not null,
  title text not null,
  organisation text,
  account_id uuid,
  product_id uuid,
  pursuit_id uuid,
  plan_line_id uuid,
  referral_id uuid,
  contact_ids uuid[] not null,
  purchase_pattern text,
  expected_amount_minor bigint,
  expected_amount_currency character(3),
  expected_close_on date,
  captured_on date not null,
  disqualification_reason text,
  deal_id uuid,
  deal_outcome text,
  deal_closed_on date,
  parent_correlation_id uuid,
  external_id text,
  constraint lead_check CHECK ((expected_amount_minor IS NULL) = (expected_amount_currency IS NULL)),
  constraint lead_check1 CHECK (owner_id IS NULL OR team IS NOT NULL),
  constraint lead_check2 CHECK (
CASE status
    WHEN 'CAPTURED'::text THEN purchase_pattern IS NULL
    WHEN 'DISQUALIFIED'::text THEN true
    ELSE purchase_pattern IS NOT NULL
END),
  constraint lead_check3 CHECK ((status = 'DISQUALIFIED'::text) = (disqualification_reason IS NOT NULL)),
  constraint lead_check4 CHECK ((deal_outcome IS NULL) = (deal_closed_on IS NULL)),
  constraint lead_deal_outcome_check CHECK (deal_outcome = ANY (ARRAY['WON'::text, 'LOST'::text])),
  constraint lead_origin_check CHECK (origin = ANY (ARRAY['LIVE'::text, 'IMPORTED'::text])),
  constraint lead_pkey PRIMARY KEY (tenant_id, id),
  constraint lead_purchase_pattern_check CHECK (purchase_pattern = ANY (ARRAY['RECURRING'::text, 'PROJECT'::text])),
  constraint lead_source_check CHECK (source = ANY (ARRAY['REFERRAL'::text, 'INTRODUCTION'::text, 'EVENT'::text, 'OUTREACH'::text, 'INBOUND'::text, 'PARTNER'::text, 'OTHER'::text])),
  constraint lead_status_check CHECK (status = ANY (ARRAY['CAPTURED'::text, 'CLASSIFIED'::text, 'QUALIFIED'::text, 'DISQUALIFIED'::text])),
  constraint lead_tenant_id_deal_id_key UNIQUE (tenant_id, deal_id),
  constraint lead_tenant_id_external_id_key UNIQUE (tenant_id, external_id),
  constraint lead_tenant_id_referral_id_key UNIQUE (tenant_id, referral_id)
);
CREATE INDEX lead_account ON lead USING btree (tenant_id, account_id, id);
CREATE INDEX lead_by_captured_on ON lead USING btree (tenant_id, captured_on, id);
CREATE INDEX lead_by_expected_amount_asc ON lead USING btree (tenant_id, COALESCE(expected_amount_currency, '~'::bpchar) COLLATE "C", COALESCE(expected_amount_minor, '9223372036854775807'::bigint), id);
CREATE INDEX lead_by_expected_amount_desc ON lead USING btree (tenant_id, COALESCE(expected_amount_currency, ''::bpchar) COLLATE "C", COALESCE(expected_amount_minor, '-9223372036854775808'::bigint), id);
CREATE INDEX lead_by_expected_close_on_asc ON lead USING btree (tenant_id, COALESCE(expected_close_on, 'infinity'::date), id);
CREATE INDEX lead_by_expected_close_on_desc ON lead USING btree (tenant_id, COALESCE(expected_close_on, '-infinity'::date), id);
CREATE INDEX lead_owner ON lead USING btree (tenant_id, owner_id, id);
CREATE INDEX lead_pursuit ON lead USING btree (tenant_id, pursuit_id, id);
alter table lead enable row level security;
create policy tenant on lead for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on lead to acquisition_app;

create table lead_need (
  tenant_id uuid not null,
  id uuid not null,
  lead_id uuid not null,
  kind text not null,
  statement text not null,
  recorded_at timestamp with time zone not null,
  constraint lead_need_kind_check CHECK (kind = ANY (ARRAY['SITUATION'::text, 'PROBLEM'::text, 'IMPLICATION'::text, 'NEED_PAYOFF'::text])),
  constraint lead_need_pkey PRIMARY KEY (tenant_id, id)
);
CREATE INDEX lead_need_lead ON lead_need USING btree (tenant_id, lead_id, id);
alter table lead_need enable row level security;
create policy tenant on lead_need for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on lead_need to acquisition_app;

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
grant delete, insert, select, update on master_data to acquisition_app;

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
create policy relay on outbox for all to acquisition_relay using (true) with check (true);
create policy tenant on outbox for all to acquisition_app using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant insert, select on outbox to acquisition_app;
grant delete, select, update (position) on outbox to acquisition_relay;

create table pursuit (
  tenant_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamp with time zone not null,
  correlation_id uuid not null,
  origin text not null,
  owner_id uuid not null,
  team text not null,
  status text not null,
  account_id uuid not null,
  product_id uuid not null,
  plan_line_id uuid not null,
  target_minor bigint not null,
  target_currency character(3) not null,
  purchase_pattern text,
  won_on date,
  plan_version_number integer not null default 1,
  withdrawal_reason text,
  constraint pursuit_check CHECK ((status = 'WON'::text) = (won_on IS NOT NULL)),
  constraint pursuit_check1 CHECK (withdrawal_reason IS NULL OR status = 'WITHDRAWN'::text),
  constraint pursuit_origin_check CHECK (origin = ANY (ARRAY['LIVE'::text, 'IMPORTED'::text])),
  constraint pursuit_pkey PRIMARY KEY (tenant_id, id),
  constraint pursuit_plan_version_number_check CHECK (plan_version_number > 0),
  constraint pursuit_purchase_pattern_check CHECK (purchase_pattern = ANY (ARRAY['RECURRING'::text, 'PROJECT'::text])),
  constraint pursuit_status_check CHECK (status = ANY (ARRAY['OPEN'::text, 'QUALIFIED'::text, 'WON'::text, 'WITHDRAWN'::text])),
  constraint pursuit_tenant_id_plan_line_id_key UNIQUE (tenant_id, plan_line_id)
);
CREATE INDEX pursuit_account ON pursuit USING btree (tenant_id, account_id, id);
CREATE INDEX pursuit_by_target ON pursuit USING btree (tenant_id, target_currency COLLATE "C", target_minor, id);
CREATE INDEX pursuit_owner ON pursuit USING btree (tenant_id, owner_id, id);
alter table pursuit enable row level security;
create policy tenant on pursuit for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on pursuit to acquisition_app;

create table relay_publication (
  transport text not null,
  published_position bigint not null default 0,
  constraint relay_publication_pkey PRIMARY KEY (transport)
);
alter table relay_publication enable row level security;
create policy relay on relay_publication for all to acquisition_relay using (true) with check (true);
grant insert, select, update on relay_publication to acquisition_relay;

create table relay_state (
  only_row boolean not null default true,
  log_id uuid not null default gen_random_uuid(),
  last_position bigint not null default 0,
  pruned_until timestamp with time zone,
  constraint relay_state_only_row_check CHECK (only_row),
  constraint relay_state_pkey PRIMARY KEY (only_row)
);
alter table relay_state enable row level security;
create policy relay on relay_state for all to acquisition_relay using (true) with check (true);
grant select, update (last_position, pruned_until) on relay_state to acquisition_relay;

create table won_plan_line (
  tenant_id uuid not null,
  id uuid not null,
  won_on date not null,
  constraint won_plan_line_pkey PRIMARY KEY (tenant_id, id)
);
alter table won_plan_line enable row level security;
create policy tenant on won_plan_line for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on won_plan_line to acquisition_app;

alter table bant_finding add constraint bant_finding_tenant_id_lead_id_fkey FOREIGN KEY (tenant_id, lead_id) REFERENCES lead(tenant_id, id);
alter table lead add constraint lead_tenant_id_pursuit_id_fkey FOREIGN KEY (tenant_id, pursuit_id) REFERENCES pursuit(tenant_id, id);
alter table lead_need add constraint lead_need_tenant_id_lead_id_fkey FOREIGN KEY (tenant_id, lead_id) REFERENCES lead(tenant_id, id);
