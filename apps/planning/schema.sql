-- What the migrations of apps/planning make. Written by `npm run schemas:sql`: change the migrations, not this file.

create table account (
  tenant_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamp with time zone not null,
  correlation_id uuid not null,
  origin text not null,
  owner_id uuid,
  team text,
  name text not null,
  level text not null,
  parent_id uuid,
  industry text,
  external_id text,
  legal_entity_id uuid,
  purchase_pattern text,
  attainable_basis_points integer,
  current_relationship_type text,
  desired_relationship_type text,
  assessment_currency character(3),
  stage text,
  class text,
  effort_hours integer,
  constraint account_attainable_basis_points_check CHECK (attainable_basis_points >= 0 AND attainable_basis_points <= 10000),
  constraint account_check CHECK (parent_id <> id),
  constraint account_check1 CHECK ((owner_id IS NULL) = (team IS NULL)),
  constraint account_class_check CHECK (class = ANY (ARRAY['CORE'::text, 'TRACTION'::text, 'GROWTH'::text, 'PROBLEM'::text])),
  constraint account_current_relationship_type_check CHECK (current_relationship_type = ANY (ARRAY['TRANSACTIONAL'::text, 'SOLUTION'::text, 'PARTNERSHIP'::text])),
  constraint account_desired_relationship_type_check CHECK (desired_relationship_type = ANY (ARRAY['TRANSACTIONAL'::text, 'SOLUTION'::text, 'PARTNERSHIP'::text])),
  constraint account_effort_hours_check CHECK (effort_hours >= 0 AND effort_hours <= 744),
  constraint account_level_check CHECK (level = ANY (ARRAY['GROUP'::text, 'PROVINCE'::text, 'CITY'::text, 'UNIT'::text])),
  constraint account_origin_check CHECK (origin = ANY (ARRAY['LIVE'::text, 'IMPORTED'::text])),
  constraint account_pkey PRIMARY KEY (tenant_id, id),
  constraint account_purchase_pattern_check CHECK (purchase_pattern = ANY (ARRAY['RECURRING'::text, 'PROJECT'::text])),
  constraint account_stage_check CHECK (stage = ANY (ARRAY['EXPLORATION'::text, 'BUILD_UP'::text, 'MATURITY'::text, 'DECLINE'::text])),
  constraint account_tenant_id_external_id_key UNIQUE (tenant_id, external_id)
);
CREATE INDEX account_by_name ON account USING btree (tenant_id, name COLLATE "zh-x-icu", id);
CREATE INDEX account_class ON account USING btree (tenant_id, class, id);
CREATE INDEX account_legal_entity ON account USING btree (tenant_id, legal_entity_id, id);
CREATE INDEX account_owner ON account USING btree (tenant_id, owner_id, id);
CREATE INDEX account_parent ON account USING btree (tenant_id, parent_id, id);
CREATE INDEX account_stage ON account USING btree (tenant_id, stage, id);
CREATE INDEX account_team ON account USING btree (tenant_id, team, id);
alter table account enable row level security;
create policy tenant on account for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on account to planning_app;

create table account_assessment (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  assessed_on date not null,
  stage text not null,
  class text,
  currency character(3) not null,
  potential_minor bigint,
  attainable_minor bigint,
  own_sales_minor bigint not null,
  whitespace_minor bigint,
  share_of_wallet numeric,
  score integer,
  computed_stage text not null,
  stage_reason text not null,
  purchase_pattern text not null,
  purchase_pattern_source text not null,
  order_count integer not null,
  last_order_on date,
  growth numeric,
  growth_before numeric,
  stage_rule_id uuid not null,
  stage_override_id uuid,
  horizon_months integer not null,
  stage_factor_basis_points integer not null,
  attainable_basis_points integer not null,
  attainable_own boolean not null,
  drivers jsonb not null,
  potential_rule_id uuid not null,
  computed_score integer,
  roles jsonb not null,
  relationship_chain_id uuid not null,
  score_override_id uuid,
  portfolio_rule_id uuid,
  left_out jsonb not null,
  fingerprint text not null,
  constraint account_assessment_class_check CHECK (class = ANY (ARRAY['CORE'::text, 'TRACTION'::text, 'GROWTH'::text, 'PROBLEM'::text])),
  constraint account_assessment_computed_stage_check CHECK (computed_stage = ANY (ARRAY['EXPLORATION'::text, 'BUILD_UP'::text, 'MATURITY'::text, 'DECLINE'::text])),
  constraint account_assessment_pkey PRIMARY KEY (tenant_id, id),
  constraint account_assessment_purchase_pattern_check CHECK (purchase_pattern = ANY (ARRAY['RECURRING'::text, 'PROJECT'::text])),
  constraint account_assessment_purchase_pattern_source_check CHECK (purchase_pattern_source = ANY (ARRAY['OWN'::text, 'LEAD'::text, 'DEFAULT'::text])),
  constraint account_assessment_stage_check CHECK (stage = ANY (ARRAY['EXPLORATION'::text, 'BUILD_UP'::text, 'MATURITY'::text, 'DECLINE'::text])),
  constraint account_assessment_tenant_id_account_id_assessed_on_key UNIQUE (tenant_id, account_id, assessed_on)
);
alter table account_assessment enable row level security;
create policy tenant on account_assessment for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on account_assessment to planning_app;

create table account_position (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  positioned_on date not null,
  purchase_pattern text,
  attainable_basis_points integer,
  constraint account_position_attainable_basis_points_check CHECK (attainable_basis_points >= 0 AND attainable_basis_points <= 10000),
  constraint account_position_pkey PRIMARY KEY (tenant_id, id),
  constraint account_position_purchase_pattern_check CHECK (purchase_pattern = ANY (ARRAY['RECURRING'::text, 'PROJECT'::text]))
);
CREATE INDEX account_position_account ON account_position USING btree (tenant_id, account_id, id);
alter table account_position enable row level security;
create policy tenant on account_position for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on account_position to planning_app;

create table account_seat (
  tenant_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamp with time zone not null,
  correlation_id uuid not null,
  origin text not null,
  seat text not null,
  assigned_on date not null,
  vacated_on date,
  account_id uuid not null,
  rep_id uuid not null,
  constraint account_seat_check CHECK (assigned_on <= vacated_on),
  constraint account_seat_origin_check CHECK (origin = ANY (ARRAY['LIVE'::text, 'IMPORTED'::text])),
  constraint account_seat_pkey PRIMARY KEY (tenant_id, id),
  constraint account_seat_seat_check CHECK (seat = ANY (ARRAY['ACCOUNT_MANAGER'::text, 'SOLUTION'::text, 'DELIVERY'::text]))
);
CREATE INDEX account_seat_account ON account_seat USING btree (tenant_id, account_id, assigned_on, id);
CREATE INDEX account_seat_by_assigned_on ON account_seat USING btree (tenant_id, assigned_on, id);
CREATE UNIQUE INDEX account_seat_held ON account_seat USING btree (tenant_id, account_id, seat) WHERE vacated_on IS NULL;
CREATE INDEX account_seat_rep ON account_seat USING btree (tenant_id, rep_id, assigned_on, id);
alter table account_seat enable row level security;
create policy tenant on account_seat for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on account_seat to planning_app;

create table account_selection (
  tenant_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamp with time zone not null,
  correlation_id uuid not null,
  origin text not null,
  account_id uuid not null,
  plan_id uuid,
  decision text not null,
  reason text not null,
  starts_on date not null,
  ends_on date not null,
  decided_on date not null,
  decider_id uuid,
  class text,
  attainable_minor bigint,
  attainable_currency character(3),
  relationship_score numeric,
  coverage_ratio numeric,
  number integer not null default 0,
  decider_user_id text,
  constraint account_selection_check CHECK (starts_on <= ends_on),
  constraint account_selection_check1 CHECK ((attainable_minor IS NULL) = (attainable_currency IS NULL)),
  constraint account_selection_class_check CHECK (class = ANY (ARRAY['CORE'::text, 'TRACTION'::text, 'GROWTH'::text, 'PROBLEM'::text])),
  constraint account_selection_decision_check CHECK (decision = ANY (ARRAY['SELECTED'::text, 'REJECTED'::text])),
  constraint account_selection_origin_check CHECK (origin = ANY (ARRAY['LIVE'::text, 'IMPORTED'::text])),
  constraint account_selection_pkey PRIMARY KEY (tenant_id, id)
);
CREATE INDEX account_selection_account ON account_selection USING btree (tenant_id, account_id, id);
CREATE INDEX account_selection_by_decided_on ON account_selection USING btree (tenant_id, decided_on, id);
CREATE INDEX account_selection_last ON account_selection USING btree (tenant_id, account_id, number, id);
CREATE INDEX account_selection_plan ON account_selection USING btree (tenant_id, plan_id, id);
alter table account_selection enable row level security;
create policy tenant on account_selection for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on account_selection to planning_app;

create table account_touch (
  tenant_id uuid not null,
  id uuid not null,
  service text not null,
  account_id uuid not null,
  contact_ids uuid[] not null,
  rep_id uuid,
  kind text not null,
  outcome text not null,
  touched_on date not null,
  next_on date,
  event_id uuid not null,
  constraint account_touch_pkey PRIMARY KEY (tenant_id, id)
);
CREATE INDEX account_touch_event ON account_touch USING btree (tenant_id, event_id);
CREATE INDEX account_touch_last ON account_touch USING btree (tenant_id, account_id, touched_on, id) WHERE outcome <> 'NOT_REACHED'::text;
alter table account_touch enable row level security;
create policy tenant on account_touch for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on account_touch to planning_app;

create table attainment_rule (
  tenant_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamp with time zone not null,
  correlation_id uuid not null,
  origin text not null,
  effective_on date not null,
  reason text,
  bookings_basis_points integer not null,
  cash_basis_points integer not null,
  adopter_user_id text,
  constraint attainment_rule_bookings_basis_points_check CHECK (bookings_basis_points >= 0 AND bookings_basis_points <= 10000),
  constraint attainment_rule_check CHECK ((bookings_basis_points + cash_basis_points) = 10000),
  constraint attainment_rule_origin_check CHECK (origin = ANY (ARRAY['LIVE'::text, 'IMPORTED'::text])),
  constraint attainment_rule_pkey PRIMARY KEY (tenant_id, id)
);
CREATE INDEX attainment_rule_by_effective_on ON attainment_rule USING btree (tenant_id, effective_on, id);
alter table attainment_rule enable row level security;
create policy tenant on attainment_rule for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on attainment_rule to planning_app;

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
grant insert, select on audit_entry to planning_app;

create table booked_contract (
  tenant_id uuid not null,
  id uuid not null,
  plan_line_id uuid,
  amount_minor bigint not null,
  amount_currency character(3) not null,
  signed_on date not null,
  account_id uuid,
  product_id uuid,
  owner_id uuid,
  team text,
  kind text,
  constraint booked_contract_kind_check CHECK (kind = ANY (ARRAY['NEW'::text, 'RENEWAL'::text, 'EXPANSION'::text])),
  constraint booked_contract_pkey PRIMARY KEY (tenant_id, id)
);
CREATE INDEX booked_contract_account ON booked_contract USING btree (tenant_id, account_id, signed_on);
CREATE INDEX booked_contract_line ON booked_contract USING btree (tenant_id, plan_line_id);
alter table booked_contract enable row level security;
create policy tenant on booked_contract for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on booked_contract to planning_app;

create table candidate (
  tenant_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamp with time zone not null,
  correlation_id uuid not null,
  origin text not null,
  name text not null,
  source text not null,
  status text not null,
  target_role text not null,
  expected_start_on date,
  background text,
  hired_on date,
  ramped_on date,
  certified_on date,
  ended_on date,
  end_reason text,
  team_id uuid not null,
  rep_id uuid,
  constraint candidate_check CHECK ((hired_on IS NULL) = (rep_id IS NULL)),
  constraint candidate_check1 CHECK ((hired_on IS NULL) = (status = ANY (ARRAY['CANDIDATE'::text, 'REJECTED'::text]))),
  constraint candidate_check2 CHECK ((ended_on IS NULL) = (status <> ALL (ARRAY['LEFT'::text, 'REJECTED'::text])) AND (ended_on IS NULL) = (end_reason IS NULL)),
  constraint candidate_check3 CHECK (hired_on <= ramped_on AND ramped_on <= certified_on AND hired_on <= ended_on),
  constraint candidate_origin_check CHECK (origin = ANY (ARRAY['LIVE'::text, 'IMPORTED'::text])),
  constraint candidate_pkey PRIMARY KEY (tenant_id, id),
  constraint candidate_source_check CHECK (source = ANY (ARRAY['SELECTED'::text, 'HUNTED'::text, 'DEVELOPED'::text])),
  constraint candidate_status_check CHECK (status = ANY (ARRAY['CANDIDATE'::text, 'HIRED'::text, 'RAMPED'::text, 'CERTIFIED'::text, 'LEFT'::text, 'REJECTED'::text]))
);
CREATE INDEX candidate_by_expected_start_on_asc ON candidate USING btree (tenant_id, COALESCE(expected_start_on, 'infinity'::date), id);
CREATE INDEX candidate_by_expected_start_on_desc ON candidate USING btree (tenant_id, COALESCE(expected_start_on, '-infinity'::date), id);
CREATE INDEX candidate_by_name ON candidate USING btree (tenant_id, name COLLATE "zh-x-icu", id);
CREATE UNIQUE INDEX candidate_here ON candidate USING btree (tenant_id, rep_id) WHERE status <> 'LEFT'::text;
CREATE INDEX candidate_rep ON candidate USING btree (tenant_id, rep_id, id);
CREATE INDEX candidate_team ON candidate USING btree (tenant_id, team_id, id);
alter table candidate enable row level security;
create policy tenant on candidate for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on candidate to planning_app;

create table capacity_statement (
  tenant_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamp with time zone not null,
  correlation_id uuid not null,
  origin text not null,
  effective_on date not null,
  full_capacity_minor bigint not null,
  full_capacity_currency character(3) not null,
  started_on date,
  certified_on date,
  rep_id uuid not null,
  constraint capacity_statement_check CHECK (started_on <= certified_on),
  constraint capacity_statement_full_capacity_minor_check CHECK (full_capacity_minor >= 0),
  constraint capacity_statement_origin_check CHECK (origin = ANY (ARRAY['LIVE'::text, 'IMPORTED'::text])),
  constraint capacity_statement_pkey PRIMARY KEY (tenant_id, id)
);
CREATE INDEX capacity_statement_by_effective_on ON capacity_statement USING btree (tenant_id, effective_on, id);
CREATE INDEX capacity_statement_rep ON capacity_statement USING btree (tenant_id, rep_id, effective_on, id);
alter table capacity_statement enable row level security;
create policy tenant on capacity_statement for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on capacity_statement to planning_app;

create table class_strategy (
  tenant_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamp with time zone not null,
  correlation_id uuid not null,
  origin text not null,
  effective_on date not null,
  reason text,
  class text not null,
  purpose text not null,
  cadence_days integer not null,
  effort_hours integer not null,
  tactics text not null,
  play_ids uuid[] not null default '{}'::uuid[],
  adopter_user_id text,
  constraint class_strategy_cadence_days_check CHECK (cadence_days > 0),
  constraint class_strategy_class_check CHECK (class = ANY (ARRAY['CORE'::text, 'TRACTION'::text, 'GROWTH'::text, 'PROBLEM'::text])),
  constraint class_strategy_effort_hours_check CHECK (effort_hours >= 0),
  constraint class_strategy_origin_check CHECK (origin = ANY (ARRAY['LIVE'::text, 'IMPORTED'::text])),
  constraint class_strategy_pkey PRIMARY KEY (tenant_id, id)
);
CREATE INDEX class_strategy_by_effective_on ON class_strategy USING btree (tenant_id, effective_on, id);
alter table class_strategy enable row level security;
create policy tenant on class_strategy for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on class_strategy to planning_app;

create table coaching_session (
  tenant_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamp with time zone not null,
  correlation_id uuid not null,
  origin text not null,
  coached_on date not null,
  practised text not null,
  outcome text not null,
  next_step text,
  rep_id uuid not null,
  coach_id uuid not null,
  skill_id uuid not null,
  support_action_id uuid,
  constraint coaching_session_check CHECK (rep_id <> coach_id),
  constraint coaching_session_origin_check CHECK (origin = ANY (ARRAY['LIVE'::text, 'IMPORTED'::text])),
  constraint coaching_session_pkey PRIMARY KEY (tenant_id, id)
);
CREATE INDEX coaching_session_by_coached_on ON coaching_session USING btree (tenant_id, coached_on, id);
CREATE INDEX coaching_session_coach ON coaching_session USING btree (tenant_id, coach_id, coached_on, id);
CREATE INDEX coaching_session_rep ON coaching_session USING btree (tenant_id, rep_id, coached_on, id);
CREATE INDEX coaching_session_skill ON coaching_session USING btree (tenant_id, skill_id, coached_on, id);
CREATE INDEX coaching_session_support_action ON coaching_session USING btree (tenant_id, support_action_id, id);
alter table coaching_session enable row level security;
create policy tenant on coaching_session for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on coaching_session to planning_app;

create table collected_payment (
  tenant_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  plan_line_id uuid,
  amount_minor bigint not null,
  amount_currency character(3) not null,
  received_on date not null,
  account_id uuid,
  constraint collected_payment_pkey PRIMARY KEY (tenant_id, id)
);
CREATE INDEX collected_payment_account ON collected_payment USING btree (tenant_id, account_id, received_on);
CREATE INDEX collected_payment_contract ON collected_payment USING btree (tenant_id, contract_id);
CREATE INDEX collected_payment_line ON collected_payment USING btree (tenant_id, plan_line_id);
alter table collected_payment enable row level security;
create policy tenant on collected_payment for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on collected_payment to planning_app;

create table contact (
  tenant_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamp with time zone not null,
  correlation_id uuid not null,
  origin text not null,
  owner_id uuid,
  team text,
  account_id uuid not null,
  name text not null,
  roles text[] not null,
  position text,
  influence integer,
  access text not null,
  support integer,
  privacy text not null,
  left_on date,
  relationship_owner_id uuid,
  background text,
  decision_style text,
  preferences text,
  constraint contact_access_check CHECK (access = ANY (ARRAY['NONE'::text, 'PARTIAL'::text, 'FULL'::text])),
  constraint contact_decision_style_check CHECK (decision_style = ANY (ARRAY['ANALYTICAL'::text, 'DRIVER'::text, 'AMIABLE'::text, 'EXPRESSIVE'::text])),
  constraint contact_influence_check CHECK (influence >= 0 AND influence <= 100),
  constraint contact_origin_check CHECK (origin = ANY (ARRAY['LIVE'::text, 'IMPORTED'::text])),
  constraint contact_pkey PRIMARY KEY (tenant_id, id),
  constraint contact_privacy_check CHECK (privacy = ANY (ARRAY['OPEN'::text, 'TEAM'::text, 'PRIVATE'::text])),
  constraint contact_support_check CHECK (support >= '-2'::integer AND support <= 2)
);
CREATE INDEX contact_account ON contact USING btree (tenant_id, account_id, id);
CREATE INDEX contact_by_name ON contact USING btree (tenant_id, name COLLATE "zh-x-icu", id);
CREATE INDEX contact_relationship_owner ON contact USING btree (tenant_id, relationship_owner_id, id);
alter table contact enable row level security;
create policy tenant on contact for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on contact to planning_app;

create table contact_standing (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  contact_id uuid not null,
  stands_on date not null,
  roles text[] not null,
  access text not null,
  support integer,
  constraint contact_standing_access_check CHECK (access = ANY (ARRAY['NONE'::text, 'PARTIAL'::text, 'FULL'::text])),
  constraint contact_standing_pkey PRIMARY KEY (tenant_id, id),
  constraint contact_standing_support_check CHECK (support >= '-2'::integer AND support <= 2)
);
CREATE INDEX contact_standing_account ON contact_standing USING btree (tenant_id, account_id, id);
CREATE INDEX contact_standing_contact ON contact_standing USING btree (tenant_id, contact_id, id);
alter table contact_standing enable row level security;
create policy tenant on contact_standing for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on contact_standing to planning_app;

create table coverage_rule (
  tenant_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamp with time zone not null,
  correlation_id uuid not null,
  origin text not null,
  effective_on date not null,
  reason text,
  margin_basis_points integer not null,
  hour_cost_minor bigint not null,
  hour_cost_currency character(3) not null,
  adopter_user_id text,
  constraint coverage_rule_hour_cost_minor_check CHECK (hour_cost_minor >= 0),
  constraint coverage_rule_margin_basis_points_check CHECK (margin_basis_points >= 0 AND margin_basis_points <= 10000),
  constraint coverage_rule_origin_check CHECK (origin = ANY (ARRAY['LIVE'::text, 'IMPORTED'::text])),
  constraint coverage_rule_pkey PRIMARY KEY (tenant_id, id)
);
CREATE INDEX coverage_rule_by_effective_on ON coverage_rule USING btree (tenant_id, effective_on, id);
alter table coverage_rule enable row level security;
create policy tenant on coverage_rule for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on coverage_rule to planning_app;

create table demand_driver (
  tenant_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamp with time zone not null,
  correlation_id uuid not null,
  origin text not null,
  name text not null,
  unit text not null,
  constraint demand_driver_origin_check CHECK (origin = ANY (ARRAY['LIVE'::text, 'IMPORTED'::text])),
  constraint demand_driver_pkey PRIMARY KEY (tenant_id, id),
  constraint demand_driver_tenant_id_name_key UNIQUE (tenant_id, name)
);
CREATE INDEX demand_driver_by_name ON demand_driver USING btree (tenant_id, name COLLATE "zh-x-icu", id);
alter table demand_driver enable row level security;
create policy tenant on demand_driver for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on demand_driver to planning_app;

create table dossier_note (
  tenant_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamp with time zone not null,
  correlation_id uuid not null,
  origin text not null,
  account_id uuid not null,
  topic text not null,
  text text not null,
  noted_on date not null,
  source text not null,
  author_id uuid,
  contact_ids uuid[] not null,
  constraint dossier_note_origin_check CHECK (origin = ANY (ARRAY['LIVE'::text, 'IMPORTED'::text])),
  constraint dossier_note_pkey PRIMARY KEY (tenant_id, id),
  constraint dossier_note_topic_check CHECK (topic = ANY (ARRAY['BUYING_WAY'::text, 'BUYING_CYCLE'::text, 'BUDGET'::text, 'DECIDERS'::text, 'THRESHOLDS'::text, 'COMMITTEE'::text]))
);
CREATE INDEX dossier_note_account ON dossier_note USING btree (tenant_id, account_id, noted_on, id);
CREATE INDEX dossier_note_by_noted_on ON dossier_note USING btree (tenant_id, noted_on, id);
CREATE INDEX dossier_note_contact ON dossier_note USING gin (contact_ids);
alter table dossier_note enable row level security;
create policy tenant on dossier_note for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on dossier_note to planning_app;

create table drift_reading (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  detected_on date not null,
  level text not null,
  risk_basis_points integer not null,
  constraint drift_reading_level_check CHECK (level = ANY (ARRAY['LOW'::text, 'MEDIUM'::text, 'HIGH'::text])),
  constraint drift_reading_pkey PRIMARY KEY (tenant_id, id),
  constraint drift_reading_risk_basis_points_check CHECK (risk_basis_points >= 0 AND risk_basis_points <= 10000)
);
CREATE INDEX drift_reading_account ON drift_reading USING btree (tenant_id, account_id, id);
alter table drift_reading enable row level security;
create policy tenant on drift_reading for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on drift_reading to planning_app;

create table driver_measure (
  tenant_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamp with time zone not null,
  correlation_id uuid not null,
  origin text not null,
  account_id uuid not null,
  demand_driver_id uuid not null,
  product_id uuid,
  measured_on date not null,
  quantity numeric(24,6) not null,
  intensity numeric(24,6) not null,
  unit_price_minor bigint not null,
  unit_price_currency character(3) not null,
  source text not null,
  contact_ids uuid[] not null,
  constraint driver_measure_intensity_check CHECK (intensity >= 0::numeric),
  constraint driver_measure_origin_check CHECK (origin = ANY (ARRAY['LIVE'::text, 'IMPORTED'::text])),
  constraint driver_measure_pkey PRIMARY KEY (tenant_id, id),
  constraint driver_measure_quantity_check CHECK (quantity >= 0::numeric),
  constraint driver_measure_unit_price_minor_check CHECK (unit_price_minor >= 0)
);
CREATE INDEX driver_measure_account ON driver_measure USING btree (tenant_id, account_id, measured_on, id);
CREATE INDEX driver_measure_by_measured_on ON driver_measure USING btree (tenant_id, measured_on, id);
CREATE INDEX driver_measure_driver ON driver_measure USING btree (tenant_id, demand_driver_id, id);
alter table driver_measure enable row level security;
create policy tenant on driver_measure for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on driver_measure to planning_app;

create table due_work (
  tenant_id uuid not null,
  kind text not null,
  subject uuid not null,
  due_at timestamp with time zone not null,
  attempts integer not null default 0,
  problem text,
  constraint due_work_pkey PRIMARY KEY (tenant_id, kind, subject)
);
CREATE INDEX due_work_due ON due_work USING btree (due_at);
alter table due_work enable row level security;
create policy relay on due_work for all to planning_relay using (true) with check (true);
create policy tenant on due_work for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on due_work to planning_app;
grant select, update (due_at, attempts, problem) on due_work to planning_relay;

create table event_stream (
  tenant_id uuid not null,
  key text not null,
  last_sequence bigint not null,
  constraint event_stream_pkey PRIMARY KEY (tenant_id, key)
);
alter table event_stream enable row level security;
create policy relay on event_stream for all to planning_relay using (true);
create policy tenant on event_stream for all to planning_app using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant insert, select, update on event_stream to planning_app;
grant select on event_stream to planning_relay;

create table funnel_template (
  tenant_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamp with time zone not null,
  correlation_id uuid not null,
  origin text not null,
  purchase_pattern text not null,
  effective_on date not null,
  samples_needed_count integer not null,
  stages jsonb not null,
  definer_user_id text,
  constraint funnel_template_origin_check CHECK (origin = ANY (ARRAY['LIVE'::text, 'IMPORTED'::text])),
  constraint funnel_template_pkey PRIMARY KEY (tenant_id, id),
  constraint funnel_template_purchase_pattern_check CHECK (purchase_pattern = ANY (ARRAY['RECURRING'::text, 'PROJECT'::text])),
  constraint funnel_template_samples_needed_count_check CHECK (samples_needed_count > 0)
);
CREATE INDEX funnel_template_by_effective_on ON funnel_template USING btree (tenant_id, effective_on, id);
alter table funnel_template enable row level security;
create policy tenant on funnel_template for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on funnel_template to planning_app;

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
grant delete, insert, select, update on idempotency_key to planning_app;

create table in_process_cursor (
  consumer text not null,
  topic text not null,
  log_id uuid not null,
  position bigint not null,
  constraint in_process_cursor_pkey PRIMARY KEY (consumer, topic)
);
alter table in_process_cursor enable row level security;
create policy relay on in_process_cursor for all to planning_relay using (true) with check (true);
grant insert, select, update on in_process_cursor to planning_relay;

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
create policy relay on inbox for all to planning_relay using (true) with check (true);
create policy tenant on inbox for all to planning_app using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, select, update on inbox to planning_app;
grant delete, insert, select, update on inbox to planning_relay;

create table inbox_absence (
  consumer text not null,
  instance integer not null,
  since timestamp with time zone not null default clock_timestamp(),
  constraint inbox_absence_pkey PRIMARY KEY (consumer, instance)
);
alter table inbox_absence enable row level security;
create policy relay on inbox_absence for all to planning_relay using (true) with check (true);
grant delete, insert, select, update on inbox_absence to planning_relay;

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
create policy relay on inbox_rejected for all to planning_relay using (true) with check (true);
create policy tenant on inbox_rejected for all to planning_app using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant select on inbox_rejected to planning_app;
grant delete, insert, select on inbox_rejected to planning_relay;

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
create policy relay on inbox_stream for all to planning_relay using (true) with check (true);
create policy tenant on inbox_stream for all to planning_app using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant select, update on inbox_stream to planning_app;
grant insert, select, update on inbox_stream to planning_relay;

create table incentive_rule (
  tenant_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamp with time zone not null,
  correlation_id uuid not null,
  origin text not null,
  effective_on date not null,
  reason text,
  floor_basis_points integer not null,
  cap_basis_points integer,
  tier_from_basis_points integer[] not null,
  tier_payout_basis_points integer[] not null,
  adopter_user_id text,
  constraint incentive_rule_cap_basis_points_check CHECK (cap_basis_points > 0),
  constraint incentive_rule_check CHECK (cap_basis_points >= floor_basis_points),
  constraint incentive_rule_check1 CHECK (cardinality(tier_from_basis_points) = cardinality(tier_payout_basis_points)),
  constraint incentive_rule_floor_basis_points_check CHECK (floor_basis_points >= 0),
  constraint incentive_rule_origin_check CHECK (origin = ANY (ARRAY['LIVE'::text, 'IMPORTED'::text])),
  constraint incentive_rule_pkey PRIMARY KEY (tenant_id, id)
);
CREATE INDEX incentive_rule_by_effective_on ON incentive_rule USING btree (tenant_id, effective_on, id);
alter table incentive_rule enable row level security;
create policy tenant on incentive_rule for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on incentive_rule to planning_app;

create table lead_classification (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  classified_on date not null,
  purchase_pattern text not null,
  constraint lead_classification_pkey PRIMARY KEY (tenant_id, id),
  constraint lead_classification_purchase_pattern_check CHECK (purchase_pattern = ANY (ARRAY['RECURRING'::text, 'PROJECT'::text]))
);
CREATE INDEX lead_classification_account ON lead_classification USING btree (tenant_id, account_id, id);
alter table lead_classification enable row level security;
create policy tenant on lead_classification for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on lead_classification to planning_app;

create table leaving_risk (
  tenant_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamp with time zone not null,
  correlation_id uuid not null,
  origin text not null,
  level text not null,
  assessed_on date not null,
  reason text not null,
  measure text,
  rep_id uuid not null,
  assessor_id uuid,
  constraint leaving_risk_check CHECK (measure IS NOT NULL OR level = 'LOW'::text),
  constraint leaving_risk_level_check CHECK (level = ANY (ARRAY['LOW'::text, 'MEDIUM'::text, 'HIGH'::text])),
  constraint leaving_risk_origin_check CHECK (origin = ANY (ARRAY['LIVE'::text, 'IMPORTED'::text])),
  constraint leaving_risk_pkey PRIMARY KEY (tenant_id, id)
);
CREATE INDEX leaving_risk_by_assessed_on ON leaving_risk USING btree (tenant_id, assessed_on, id);
CREATE INDEX leaving_risk_rep ON leaving_risk USING btree (tenant_id, rep_id, assessed_on, id);
alter table leaving_risk enable row level security;
create policy tenant on leaving_risk for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on leaving_risk to planning_app;

create table legal_entity (
  tenant_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamp with time zone not null,
  correlation_id uuid not null,
  origin text not null,
  name text not null,
  credit_code text,
  constraint legal_entity_origin_check CHECK (origin = ANY (ARRAY['LIVE'::text, 'IMPORTED'::text])),
  constraint legal_entity_pkey PRIMARY KEY (tenant_id, id),
  constraint legal_entity_tenant_id_credit_code_key UNIQUE (tenant_id, credit_code)
);
CREATE INDEX legal_entity_by_name ON legal_entity USING btree (tenant_id, name COLLATE "zh-x-icu", id);
alter table legal_entity enable row level security;
create policy tenant on legal_entity for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on legal_entity to planning_app;

create table line_outlook (
  tenant_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamp with time zone not null,
  correlation_id uuid not null,
  origin text not null,
  plan_line_id uuid not null,
  probability_basis_points integer not null,
  closes_on date not null,
  slip_basis_points integer[] not null,
  correlation_group text,
  payments jsonb not null,
  constraint line_outlook_origin_check CHECK (origin = ANY (ARRAY['LIVE'::text, 'IMPORTED'::text])),
  constraint line_outlook_pkey PRIMARY KEY (tenant_id, id),
  constraint line_outlook_probability_basis_points_check CHECK (probability_basis_points >= 0 AND probability_basis_points <= 10000),
  constraint line_outlook_tenant_id_plan_line_id_key UNIQUE (tenant_id, plan_line_id)
);
alter table line_outlook enable row level security;
create policy tenant on line_outlook for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on line_outlook to planning_app;

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
create policy relay on outbox for all to planning_relay using (true) with check (true);
create policy tenant on outbox for all to planning_app using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant insert, select on outbox to planning_app;
grant delete, select, update (position) on outbox to planning_relay;

create table pipeline_case (
  tenant_id uuid not null,
  id uuid not null,
  correlation_id uuid not null,
  origin text not null,
  lead_id uuid,
  deal_id uuid,
  account_id uuid,
  product_id uuid,
  plan_line_id uuid,
  owner_id uuid,
  team text,
  purchase_pattern text,
  first_stage text not null,
  stage text not null,
  stages jsonb not null,
  ends_only boolean not null,
  outcome text not null,
  began_on date not null,
  opened_on date,
  closed_on date,
  expected_close_on date,
  amount_minor bigint,
  amount_currency character(3),
  constraint pipeline_case_origin_check CHECK (origin = ANY (ARRAY['LIVE'::text, 'IMPORTED'::text])),
  constraint pipeline_case_outcome_check CHECK (outcome = ANY (ARRAY['OPEN'::text, 'WON'::text, 'LOST'::text])),
  constraint pipeline_case_pkey PRIMARY KEY (tenant_id, id),
  constraint pipeline_case_purchase_pattern_check CHECK (purchase_pattern = ANY (ARRAY['RECURRING'::text, 'PROJECT'::text])),
  constraint pipeline_case_stage_check CHECK (stage = ANY (ARRAY['CAPTURED'::text, 'CLASSIFIED'::text, 'VERIFY'::text, 'PRE_BID'::text, 'BID'::text, 'NEGOTIATE'::text, 'SIGNED'::text]))
);
CREATE INDEX pipeline_case_account ON pipeline_case USING btree (tenant_id, account_id, began_on, id);
CREATE INDEX pipeline_case_by_began_on ON pipeline_case USING btree (tenant_id, began_on, id);
CREATE INDEX pipeline_case_closed ON pipeline_case USING btree (tenant_id, closed_on) WHERE outcome <> 'OPEN'::text;
CREATE INDEX pipeline_case_owner ON pipeline_case USING btree (tenant_id, owner_id, outcome);
CREATE INDEX pipeline_case_plan_line ON pipeline_case USING btree (tenant_id, plan_line_id) WHERE plan_line_id IS NOT NULL;
alter table pipeline_case enable row level security;
create policy tenant on pipeline_case for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on pipeline_case to planning_app;

create table pipeline_fact (
  tenant_id uuid not null,
  id uuid not null,
  lead_id uuid,
  deal_id uuid,
  occurred_at timestamp with time zone not null,
  origin text not null,
  correlation_id uuid not null,
  says jsonb not null,
  constraint pipeline_fact_origin_check CHECK (origin = ANY (ARRAY['LIVE'::text, 'IMPORTED'::text])),
  constraint pipeline_fact_pkey PRIMARY KEY (tenant_id, id)
);
CREATE INDEX pipeline_fact_deal ON pipeline_fact USING btree (tenant_id, deal_id);
CREATE INDEX pipeline_fact_lead ON pipeline_fact USING btree (tenant_id, lead_id);
alter table pipeline_fact enable row level security;
create policy tenant on pipeline_fact for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on pipeline_fact to planning_app;

create table plan (
  tenant_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamp with time zone not null,
  correlation_id uuid not null,
  origin text not null,
  owner_id uuid,
  team text,
  name text not null,
  starts_on date not null,
  ends_on date not null,
  currency character(3) not null,
  status text not null,
  approved_at timestamp with time zone,
  approved_as text,
  approver_id uuid,
  return_reason text,
  current_version_id uuid not null,
  open_version_id uuid,
  approver_user_id text,
  constraint plan_check CHECK (starts_on <= ends_on),
  constraint plan_check1 CHECK ((approved_at IS NULL) = (status = ANY (ARRAY['DRAFT'::text, 'SUBMITTED'::text]))),
  constraint plan_check2 CHECK (return_reason IS NULL OR status = 'DRAFT'::text),
  constraint plan_origin_check CHECK (origin = ANY (ARRAY['LIVE'::text, 'IMPORTED'::text])),
  constraint plan_pkey PRIMARY KEY (tenant_id, id),
  constraint plan_status_check CHECK (status = ANY (ARRAY['DRAFT'::text, 'SUBMITTED'::text, 'APPROVED'::text, 'IN_FORCE'::text, 'CLOSED'::text]))
);
CREATE INDEX plan_by_name ON plan USING btree (tenant_id, name COLLATE "zh-x-icu", id);
CREATE INDEX plan_by_starts_on ON plan USING btree (tenant_id, starts_on, id);
CREATE INDEX plan_owner ON plan USING btree (tenant_id, owner_id, id);
CREATE INDEX plan_team ON plan USING btree (tenant_id, team, id);
alter table plan enable row level security;
create policy tenant on plan for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on plan to planning_app;

create table plan_line (
  tenant_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamp with time zone not null,
  correlation_id uuid not null,
  origin text not null,
  owner_id uuid not null,
  team text not null,
  plan_id uuid not null,
  account_id uuid not null,
  product_id uuid not null,
  target_minor bigint not null,
  target_currency character(3) not null,
  floor_minor bigint not null,
  floor_currency character(3) not null,
  stretch_minor bigint,
  stretch_currency character(3),
  standing text not null default 'PLANNED'::text,
  play_ids uuid[] not null default '{}'::uuid[],
  constraint plan_line_check CHECK ((stretch_minor IS NULL) = (stretch_currency IS NULL)),
  constraint plan_line_check1 CHECK (floor_minor >= 0 AND floor_minor <= target_minor AND floor_currency = target_currency),
  constraint plan_line_check2 CHECK (stretch_minor >= target_minor AND stretch_currency = target_currency),
  constraint plan_line_origin_check CHECK (origin = ANY (ARRAY['LIVE'::text, 'IMPORTED'::text])),
  constraint plan_line_pkey PRIMARY KEY (tenant_id, id),
  constraint plan_line_standing_check CHECK (standing = ANY (ARRAY['PLANNED'::text, 'PROPOSED'::text, 'WITHDRAWN'::text])),
  constraint plan_line_tenant_id_plan_id_account_id_product_id_key UNIQUE (tenant_id, plan_id, account_id, product_id)
);
CREATE INDEX plan_line_account ON plan_line USING btree (tenant_id, account_id, id);
CREATE INDEX plan_line_by_target ON plan_line USING btree (tenant_id, target_currency COLLATE "C", target_minor, id);
CREATE INDEX plan_line_owner ON plan_line USING btree (tenant_id, owner_id, id);
CREATE INDEX plan_line_place ON plan_line USING btree (tenant_id, account_id, product_id) WHERE standing = 'PLANNED'::text;
alter table plan_line enable row level security;
create policy tenant on plan_line for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on plan_line to planning_app;

create table plan_line_version (
  tenant_id uuid not null,
  id uuid not null,
  plan_version_id uuid not null,
  plan_line_id uuid not null,
  account_id uuid not null,
  product_id uuid not null,
  owner_id uuid not null,
  team text not null,
  target_minor bigint not null,
  target_currency character(3) not null,
  floor_minor bigint not null,
  floor_currency character(3) not null,
  stretch_minor bigint,
  stretch_currency character(3),
  play_ids uuid[] not null,
  constraint plan_line_version_check CHECK ((stretch_minor IS NULL) = (stretch_currency IS NULL)),
  constraint plan_line_version_check1 CHECK (floor_minor >= 0 AND floor_minor <= target_minor AND floor_currency = target_currency),
  constraint plan_line_version_check2 CHECK (stretch_minor >= target_minor AND stretch_currency = target_currency),
  constraint plan_line_version_pkey PRIMARY KEY (tenant_id, id),
  constraint plan_line_version_tenant_id_plan_version_id_account_id_prod_key UNIQUE (tenant_id, plan_version_id, account_id, product_id),
  constraint plan_line_version_tenant_id_plan_version_id_plan_line_id_key UNIQUE (tenant_id, plan_version_id, plan_line_id)
);
CREATE INDEX plan_line_version_by_target ON plan_line_version USING btree (tenant_id, target_currency COLLATE "C", target_minor, id);
CREATE INDEX plan_line_version_line ON plan_line_version USING btree (tenant_id, plan_line_id, id);
alter table plan_line_version enable row level security;
create policy tenant on plan_line_version for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on plan_line_version to planning_app;

create table plan_product_target (
  tenant_id uuid not null,
  id uuid not null,
  plan_version_id uuid not null,
  product_id uuid not null,
  target_minor bigint not null,
  target_currency character(3) not null,
  constraint plan_product_target_pkey PRIMARY KEY (tenant_id, id),
  constraint plan_product_target_target_minor_check CHECK (target_minor > 0),
  constraint plan_product_target_tenant_id_plan_version_id_product_id_key UNIQUE (tenant_id, plan_version_id, product_id)
);
alter table plan_product_target enable row level security;
create policy tenant on plan_product_target for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on plan_product_target to planning_app;

create table plan_rules (
  tenant_id uuid not null,
  id uuid not null,
  version integer not null,
  most_rehearsal_count integer not null default 10,
  changer_user_id text,
  constraint plan_rules_most_rehearsal_count_check CHECK (most_rehearsal_count >= 1 AND most_rehearsal_count <= 100),
  constraint plan_rules_pkey PRIMARY KEY (tenant_id, id)
);
alter table plan_rules enable row level security;
create policy tenant on plan_rules for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on plan_rules to planning_app;

create table plan_version (
  tenant_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  basis_id uuid,
  number integer not null,
  status text not null,
  revision_reason text,
  created_at timestamp with time zone not null,
  author_id uuid,
  submitted_at timestamp with time zone,
  submitter_id uuid,
  returned_at timestamp with time zone,
  returner_id uuid,
  return_reason text,
  approved_at timestamp with time zone,
  approved_as text,
  approver_id uuid,
  approval_reason text,
  in_force_at timestamp with time zone,
  closed_at timestamp with time zone,
  closer_id uuid,
  discard_reason text,
  author_user_id text,
  submitter_user_id text,
  returner_user_id text,
  approver_user_id text,
  closer_user_id text,
  constraint plan_version_check CHECK ((number = 1) = (revision_reason IS NULL)),
  constraint plan_version_check1 CHECK ((status = 'DISCARDED'::text) = (discard_reason IS NOT NULL)),
  constraint plan_version_number_check CHECK (number > 0),
  constraint plan_version_pkey PRIMARY KEY (tenant_id, id),
  constraint plan_version_status_check CHECK (status = ANY (ARRAY['DRAFT'::text, 'SUBMITTED'::text, 'APPROVED'::text, 'IN_FORCE'::text, 'SUPERSEDED'::text, 'CLOSED'::text, 'DISCARDED'::text])),
  constraint plan_version_tenant_id_plan_id_number_key UNIQUE (tenant_id, plan_id, number)
);
CREATE UNIQUE INDEX plan_version_counting ON plan_version USING btree (tenant_id, plan_id) WHERE status = ANY (ARRAY['APPROVED'::text, 'IN_FORCE'::text, 'CLOSED'::text]);
CREATE UNIQUE INDEX plan_version_open ON plan_version USING btree (tenant_id, plan_id) WHERE status = ANY (ARRAY['DRAFT'::text, 'SUBMITTED'::text]);
alter table plan_version enable row level security;
create policy tenant on plan_version for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on plan_version to planning_app;

create table play (
  tenant_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamp with time zone not null,
  correlation_id uuid not null,
  origin text not null,
  name text not null,
  action text not null,
  constraint play_origin_check CHECK (origin = ANY (ARRAY['LIVE'::text, 'IMPORTED'::text])),
  constraint play_pkey PRIMARY KEY (tenant_id, id),
  constraint play_tenant_id_name_key UNIQUE (tenant_id, name)
);
CREATE INDEX play_by_name ON play USING btree (tenant_id, name COLLATE "zh-x-icu", id);
alter table play enable row level security;
create policy tenant on play for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on play to planning_app;

create table portfolio_rule (
  tenant_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamp with time zone not null,
  correlation_id uuid not null,
  origin text not null,
  effective_on date not null,
  reason text,
  potential_threshold_minor bigint not null,
  potential_threshold_currency character(3) not null,
  score_threshold integer not null,
  high_high text not null,
  high_low text not null,
  low_high text not null,
  low_low text not null,
  adopter_user_id text,
  constraint portfolio_rule_high_high_check CHECK (high_high = ANY (ARRAY['CORE'::text, 'TRACTION'::text, 'GROWTH'::text, 'PROBLEM'::text])),
  constraint portfolio_rule_high_low_check CHECK (high_low = ANY (ARRAY['CORE'::text, 'TRACTION'::text, 'GROWTH'::text, 'PROBLEM'::text])),
  constraint portfolio_rule_low_high_check CHECK (low_high = ANY (ARRAY['CORE'::text, 'TRACTION'::text, 'GROWTH'::text, 'PROBLEM'::text])),
  constraint portfolio_rule_low_low_check CHECK (low_low = ANY (ARRAY['CORE'::text, 'TRACTION'::text, 'GROWTH'::text, 'PROBLEM'::text])),
  constraint portfolio_rule_origin_check CHECK (origin = ANY (ARRAY['LIVE'::text, 'IMPORTED'::text])),
  constraint portfolio_rule_pkey PRIMARY KEY (tenant_id, id),
  constraint portfolio_rule_potential_threshold_minor_check CHECK (potential_threshold_minor >= 0),
  constraint portfolio_rule_score_threshold_check CHECK (score_threshold >= 0 AND score_threshold <= 100)
);
CREATE INDEX portfolio_rule_by_effective_on ON portfolio_rule USING btree (tenant_id, effective_on, id);
alter table portfolio_rule enable row level security;
create policy tenant on portfolio_rule for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on portfolio_rule to planning_app;

create table potential_rule (
  tenant_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamp with time zone not null,
  correlation_id uuid not null,
  origin text not null,
  effective_on date not null,
  reason text,
  horizon_months integer not null,
  attainable_basis_points integer not null,
  exploration_basis_points integer not null,
  build_up_basis_points integer not null,
  maturity_basis_points integer not null,
  decline_basis_points integer not null,
  adopter_user_id text,
  constraint potential_rule_attainable_basis_points_check CHECK (attainable_basis_points >= 0 AND attainable_basis_points <= 10000),
  constraint potential_rule_build_up_basis_points_check CHECK (build_up_basis_points >= 0),
  constraint potential_rule_decline_basis_points_check CHECK (decline_basis_points >= 0),
  constraint potential_rule_exploration_basis_points_check CHECK (exploration_basis_points >= 0),
  constraint potential_rule_horizon_months_check CHECK (horizon_months >= 1 AND horizon_months <= 60),
  constraint potential_rule_maturity_basis_points_check CHECK (maturity_basis_points >= 0),
  constraint potential_rule_origin_check CHECK (origin = ANY (ARRAY['LIVE'::text, 'IMPORTED'::text])),
  constraint potential_rule_pkey PRIMARY KEY (tenant_id, id)
);
CREATE INDEX potential_rule_by_effective_on ON potential_rule USING btree (tenant_id, effective_on, id);
alter table potential_rule enable row level security;
create policy tenant on potential_rule for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on potential_rule to planning_app;

create table product (
  tenant_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamp with time zone not null,
  correlation_id uuid not null,
  origin text not null,
  name text not null,
  series text,
  list_price_minor bigint,
  list_price_currency character(3),
  external_id text,
  constraint product_check CHECK ((list_price_minor IS NULL) = (list_price_currency IS NULL)),
  constraint product_list_price_minor_check CHECK (list_price_minor >= 0),
  constraint product_origin_check CHECK (origin = ANY (ARRAY['LIVE'::text, 'IMPORTED'::text])),
  constraint product_pkey PRIMARY KEY (tenant_id, id),
  constraint product_tenant_id_external_id_key UNIQUE (tenant_id, external_id)
);
CREATE INDEX product_by_name ON product USING btree (tenant_id, name COLLATE "zh-x-icu", id);
alter table product enable row level security;
create policy tenant on product for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on product to planning_app;

create table rebalanced_target (
  tenant_id uuid not null,
  id uuid not null,
  rebalancing_id uuid not null,
  plan_id uuid not null,
  rep_id uuid not null,
  role text not null,
  original_minor bigint not null,
  original_currency character(3) not null,
  planned_minor bigint not null,
  planned_currency character(3) not null,
  increased_before_minor bigint not null,
  increased_before_currency character(3) not null,
  before_minor bigint not null,
  before_currency character(3) not null,
  actual_minor bigint not null,
  actual_currency character(3) not null,
  capacity_minor bigint not null,
  capacity_currency character(3) not null,
  head_room_minor bigint not null,
  head_room_currency character(3) not null,
  change_minor bigint not null,
  change_currency character(3) not null,
  after_minor bigint not null,
  after_currency character(3) not null,
  increase_limit text,
  constraint rebalanced_target_check CHECK ((before_minor + change_minor) = after_minor),
  constraint rebalanced_target_increase_limit_check CHECK (increase_limit = ANY (ARRAY['HEAD_ROOM'::text, 'CAP'::text])),
  constraint rebalanced_target_pkey PRIMARY KEY (tenant_id, id),
  constraint rebalanced_target_role_check CHECK (role = ANY (ARRAY['DONOR'::text, 'RECEIVER'::text])),
  constraint rebalanced_target_tenant_id_rebalancing_id_rep_id_key UNIQUE (tenant_id, rebalancing_id, rep_id)
);
CREATE INDEX rebalanced_target_plan ON rebalanced_target USING btree (tenant_id, plan_id, id);
CREATE INDEX rebalanced_target_rep ON rebalanced_target USING btree (tenant_id, rep_id, id);
alter table rebalanced_target enable row level security;
create policy tenant on rebalanced_target for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on rebalanced_target to planning_app;

create table rebalancing (
  tenant_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamp with time zone not null,
  correlation_id uuid not null,
  origin text not null,
  owner_id uuid,
  team text,
  plan_id uuid not null,
  plan_version_id uuid not null,
  status text not null,
  as_of date not null,
  reason text not null,
  proposer_id uuid,
  decided_at timestamp with time zone,
  decided_as text,
  decider_id uuid,
  decision_reason text,
  cap_basis_points integer not null,
  stretch_basis_points integer not null,
  reserve_minor bigint not null,
  reserve_currency character(3) not null,
  pool_minor bigint not null,
  pool_currency character(3) not null,
  reserve_used_minor bigint not null,
  reserve_used_currency character(3) not null,
  receivers_original_minor bigint not null,
  receivers_original_currency character(3) not null,
  target_before_minor bigint not null,
  target_before_currency character(3) not null,
  target_after_minor bigint not null,
  target_after_currency character(3) not null,
  unallocated_gap_minor bigint not null,
  unallocated_gap_currency character(3) not null,
  rate numeric(5,4),
  fairness_before numeric(5,4),
  fairness_after numeric(5,4),
  proposer_user_id text,
  decider_user_id text,
  constraint rebalancing_cap_basis_points_check CHECK (cap_basis_points >= 0 AND cap_basis_points <= 10000),
  constraint rebalancing_check CHECK ((status = 'PROPOSED'::text) = (decided_at IS NULL)),
  constraint rebalancing_check1 CHECK (status <> 'REJECTED'::text OR decision_reason IS NOT NULL),
  constraint rebalancing_check2 CHECK ((target_after_minor + unallocated_gap_minor + reserve_used_minor) = target_before_minor),
  constraint rebalancing_origin_check CHECK (origin = ANY (ARRAY['LIVE'::text, 'IMPORTED'::text])),
  constraint rebalancing_pkey PRIMARY KEY (tenant_id, id),
  constraint rebalancing_status_check CHECK (status = ANY (ARRAY['PROPOSED'::text, 'APPROVED'::text, 'REJECTED'::text]))
);
CREATE UNIQUE INDEX rebalancing_open ON rebalancing USING btree (tenant_id, plan_id) WHERE status = 'PROPOSED'::text;
CREATE INDEX rebalancing_plan ON rebalancing USING btree (tenant_id, plan_id, id);
alter table rebalancing enable row level security;
create policy tenant on rebalancing for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on rebalancing to planning_app;

create table rebalancing_rule (
  tenant_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamp with time zone not null,
  correlation_id uuid not null,
  origin text not null,
  effective_on date not null,
  stretch_basis_points integer not null,
  reserve_basis_points integer not null,
  support_days integer not null,
  support_kind text not null,
  reason text,
  least_hidden_count integer not null default 3,
  proposal_days integer not null default 14,
  adopter_user_id text,
  increase_cap_basis_points integer not null default 1000,
  constraint rebalancing_rule_increase_cap_basis_points_check CHECK (increase_cap_basis_points >= 0 AND increase_cap_basis_points <= 10000),
  constraint rebalancing_rule_least_hidden_count_check CHECK (least_hidden_count >= 2 AND least_hidden_count <= 1000),
  constraint rebalancing_rule_origin_check CHECK (origin = ANY (ARRAY['LIVE'::text, 'IMPORTED'::text])),
  constraint rebalancing_rule_pkey PRIMARY KEY (tenant_id, id),
  constraint rebalancing_rule_proposal_days_check CHECK (proposal_days >= 0 AND proposal_days <= 365),
  constraint rebalancing_rule_reserve_basis_points_check CHECK (reserve_basis_points >= 0 AND reserve_basis_points <= 10000),
  constraint rebalancing_rule_stretch_basis_points_check CHECK (stretch_basis_points >= 1 AND stretch_basis_points <= 30000),
  constraint rebalancing_rule_support_days_check CHECK (support_days >= 0 AND support_days <= 365),
  constraint rebalancing_rule_support_kind_check CHECK (support_kind = ANY (ARRAY['COACHING'::text, 'LEADS'::text, 'PRESALES'::text, 'EXECUTIVE'::text, 'TRAINING'::text, 'OTHER'::text]))
);
CREATE INDEX rebalancing_rule_by_effective_on ON rebalancing_rule USING btree (tenant_id, effective_on, id);
alter table rebalancing_rule enable row level security;
create policy tenant on rebalancing_rule for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on rebalancing_rule to planning_app;

create table rehearsal (
  tenant_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamp with time zone not null,
  correlation_id uuid not null,
  origin text not null,
  plan_id uuid not null,
  plan_version_id uuid not null,
  owner_id uuid,
  team text,
  status text not null,
  seed bigint not null,
  trial_count integer not null,
  done_trial_count integer not null,
  target_minor bigint not null,
  target_currency character(3) not null,
  correlations jsonb not null,
  started_at timestamp with time zone,
  finished_at timestamp with time zone,
  failure_reason text,
  starts_on date not null,
  ends_on date not null,
  figures jsonb,
  constraint rehearsal_check CHECK ((status = 'DONE'::text) = (figures IS NOT NULL)),
  constraint rehearsal_origin_check CHECK (origin = ANY (ARRAY['LIVE'::text, 'IMPORTED'::text])),
  constraint rehearsal_pkey PRIMARY KEY (tenant_id, id),
  constraint rehearsal_seed_check CHECK (seed >= 0 AND seed <= '9007199254740991'::bigint),
  constraint rehearsal_status_check CHECK (status = ANY (ARRAY['QUEUED'::text, 'RUNNING'::text, 'DONE'::text, 'CANCELLED'::text, 'FAILED'::text])),
  constraint rehearsal_trial_count_check CHECK (trial_count > 0)
);
CREATE INDEX rehearsal_open ON rehearsal USING btree (tenant_id, id) WHERE status = ANY (ARRAY['QUEUED'::text, 'RUNNING'::text]);
CREATE INDEX rehearsal_plan ON rehearsal USING btree (tenant_id, plan_id, id);
CREATE INDEX rehearsal_plan_version ON rehearsal USING btree (tenant_id, plan_version_id, id);
alter table rehearsal enable row level security;
create policy tenant on rehearsal for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on rehearsal to planning_app;

create table rehearsal_work (
  tenant_id uuid not null,
  rehearsal_id uuid not null,
  due_at timestamp with time zone not null default clock_timestamp(),
  token integer not null default 0,
  attempts integer not null default 0,
  constraint rehearsal_work_pkey PRIMARY KEY (tenant_id, rehearsal_id)
);
CREATE INDEX rehearsal_work_due ON rehearsal_work USING btree (due_at);
alter table rehearsal_work enable row level security;
create policy relay on rehearsal_work for all to planning_relay using (true) with check (true);
create policy tenant on rehearsal_work for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on rehearsal_work to planning_app;
grant select, update (due_at, token, attempts) on rehearsal_work to planning_relay;

create table rehearsed_line (
  tenant_id uuid not null,
  id uuid not null,
  rehearsal_id uuid not null,
  plan_line_id uuid not null,
  place integer not null,
  target_minor bigint not null,
  target_currency character(3) not null,
  probability_basis_points integer not null,
  closes_on date not null,
  slip_basis_points integer[] not null,
  correlation_group text,
  payments jsonb not null,
  closed_count integer,
  sensitivity numeric(5,4),
  constraint rehearsed_line_pkey PRIMARY KEY (tenant_id, id),
  constraint rehearsed_line_tenant_id_rehearsal_id_plan_line_id_key UNIQUE (tenant_id, rehearsal_id, plan_line_id)
);
CREATE INDEX rehearsed_line_place ON rehearsed_line USING btree (tenant_id, rehearsal_id, place, id);
alter table rehearsed_line enable row level security;
create policy tenant on rehearsed_line for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on rehearsed_line to planning_app;

create table relationship_chain (
  tenant_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamp with time zone not null,
  correlation_id uuid not null,
  origin text not null,
  effective_on date not null,
  reason text,
  role_names text[] not null,
  role_basis_points integer[] not null,
  veto_roles text[] not null,
  adopter_user_id text,
  constraint relationship_chain_check CHECK (cardinality(role_names) = cardinality(role_basis_points)),
  constraint relationship_chain_check1 CHECK (veto_roles <@ role_names),
  constraint relationship_chain_origin_check CHECK (origin = ANY (ARRAY['LIVE'::text, 'IMPORTED'::text])),
  constraint relationship_chain_pkey PRIMARY KEY (tenant_id, id)
);
CREATE INDEX relationship_chain_by_effective_on ON relationship_chain USING btree (tenant_id, effective_on, id);
alter table relationship_chain enable row level security;
create policy tenant on relationship_chain for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on relationship_chain to planning_app;

create table relationship_override (
  tenant_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamp with time zone not null,
  correlation_id uuid not null,
  origin text not null,
  account_id uuid not null,
  stage text,
  score integer,
  reason text not null,
  set_on date not null,
  expires_on date not null,
  ended_on date,
  setter_user_id text,
  ender_user_id text,
  constraint relationship_override_check CHECK ((stage IS NULL) <> (score IS NULL)),
  constraint relationship_override_check1 CHECK (set_on <= expires_on),
  constraint relationship_override_origin_check CHECK (origin = ANY (ARRAY['LIVE'::text, 'IMPORTED'::text])),
  constraint relationship_override_pkey PRIMARY KEY (tenant_id, id),
  constraint relationship_override_score_check CHECK (score >= 0 AND score <= 100),
  constraint relationship_override_stage_check CHECK (stage = ANY (ARRAY['EXPLORATION'::text, 'BUILD_UP'::text, 'MATURITY'::text, 'DECLINE'::text]))
);
CREATE INDEX relationship_override_account ON relationship_override USING btree (tenant_id, account_id, id);
CREATE INDEX relationship_override_by_expires_on ON relationship_override USING btree (tenant_id, expires_on, id);
alter table relationship_override enable row level security;
create policy tenant on relationship_override for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on relationship_override to planning_app;

create table relay_publication (
  transport text not null,
  published_position bigint not null default 0,
  constraint relay_publication_pkey PRIMARY KEY (transport)
);
alter table relay_publication enable row level security;
create policy relay on relay_publication for all to planning_relay using (true) with check (true);
grant insert, select, update on relay_publication to planning_relay;

create table relay_state (
  only_row boolean not null default true,
  log_id uuid not null default gen_random_uuid(),
  last_position bigint not null default 0,
  pruned_until timestamp with time zone,
  constraint relay_state_only_row_check CHECK (only_row),
  constraint relay_state_pkey PRIMARY KEY (only_row)
);
alter table relay_state enable row level security;
create policy relay on relay_state for all to planning_relay using (true) with check (true);
grant select, update (last_position, pruned_until) on relay_state to planning_relay;

create table rep (
  tenant_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamp with time zone not null,
  correlation_id uuid not null,
  origin text not null,
  name text not null,
  email text,
  user_id text,
  team text not null,
  manager_id uuid,
  external_id text,
  constraint rep_origin_check CHECK (origin = ANY (ARRAY['LIVE'::text, 'IMPORTED'::text])),
  constraint rep_pkey PRIMARY KEY (tenant_id, id),
  constraint rep_tenant_id_external_id_key UNIQUE (tenant_id, external_id),
  constraint rep_tenant_id_user_id_key UNIQUE (tenant_id, user_id)
);
CREATE INDEX rep_by_name ON rep USING btree (tenant_id, name COLLATE "zh-x-icu", id);
CREATE INDEX rep_manager ON rep USING btree (tenant_id, manager_id, id);
CREATE INDEX rep_team ON rep USING btree (tenant_id, team, id);
alter table rep enable row level security;
create policy tenant on rep for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on rep to planning_app;

create table skill (
  tenant_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamp with time zone not null,
  correlation_id uuid not null,
  origin text not null,
  name text not null,
  description text,
  constraint skill_origin_check CHECK (origin = ANY (ARRAY['LIVE'::text, 'IMPORTED'::text])),
  constraint skill_pkey PRIMARY KEY (tenant_id, id),
  constraint skill_tenant_id_name_key UNIQUE (tenant_id, name)
);
CREATE INDEX skill_by_name ON skill USING btree (tenant_id, name COLLATE "zh-x-icu", id);
alter table skill enable row level security;
create policy tenant on skill for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on skill to planning_app;

create table skill_assessment (
  tenant_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamp with time zone not null,
  correlation_id uuid not null,
  origin text not null,
  level integer not null,
  assessed_on date not null,
  note text,
  rep_id uuid not null,
  skill_id uuid not null,
  assessor_id uuid,
  constraint skill_assessment_level_check CHECK (level >= 0 AND level <= 4),
  constraint skill_assessment_origin_check CHECK (origin = ANY (ARRAY['LIVE'::text, 'IMPORTED'::text])),
  constraint skill_assessment_pkey PRIMARY KEY (tenant_id, id)
);
CREATE INDEX skill_assessment_by_assessed_on ON skill_assessment USING btree (tenant_id, assessed_on, id);
CREATE INDEX skill_assessment_rep ON skill_assessment USING btree (tenant_id, rep_id, assessed_on, id);
CREATE INDEX skill_assessment_skill ON skill_assessment USING btree (tenant_id, skill_id, assessed_on, id);
alter table skill_assessment enable row level security;
create policy tenant on skill_assessment for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on skill_assessment to planning_app;

create table stage_rule (
  tenant_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamp with time zone not null,
  correlation_id uuid not null,
  origin text not null,
  effective_on date not null,
  reason text,
  recurring_months integer not null,
  project_months integer not null,
  growth_basis_points integer not null,
  loss_basis_points integer not null,
  mature_order_count integer not null,
  drift_basis_points integer not null,
  adopter_user_id text,
  constraint stage_rule_drift_basis_points_check CHECK (drift_basis_points >= 0),
  constraint stage_rule_growth_basis_points_check CHECK (growth_basis_points >= 0),
  constraint stage_rule_loss_basis_points_check CHECK (loss_basis_points > 0),
  constraint stage_rule_mature_order_count_check CHECK (mature_order_count > 0),
  constraint stage_rule_origin_check CHECK (origin = ANY (ARRAY['LIVE'::text, 'IMPORTED'::text])),
  constraint stage_rule_pkey PRIMARY KEY (tenant_id, id),
  constraint stage_rule_project_months_check CHECK (project_months > 0),
  constraint stage_rule_recurring_months_check CHECK (recurring_months > 0)
);
CREATE INDEX stage_rule_by_effective_on ON stage_rule USING btree (tenant_id, effective_on, id);
alter table stage_rule enable row level security;
create policy tenant on stage_rule for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on stage_rule to planning_app;

create table stage_strategy (
  tenant_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamp with time zone not null,
  correlation_id uuid not null,
  origin text not null,
  effective_on date not null,
  reason text,
  stage text not null,
  purpose text not null,
  tactics text not null,
  adopter_user_id text,
  constraint stage_strategy_origin_check CHECK (origin = ANY (ARRAY['LIVE'::text, 'IMPORTED'::text])),
  constraint stage_strategy_pkey PRIMARY KEY (tenant_id, id),
  constraint stage_strategy_stage_check CHECK (stage = ANY (ARRAY['EXPLORATION'::text, 'BUILD_UP'::text, 'MATURITY'::text, 'DECLINE'::text]))
);
CREATE INDEX stage_strategy_by_effective_on ON stage_strategy USING btree (tenant_id, effective_on, id);
alter table stage_strategy enable row level security;
create policy tenant on stage_strategy for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on stage_strategy to planning_app;

create table step (
  tenant_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamp with time zone not null,
  correlation_id uuid not null,
  origin text not null,
  owner_id uuid not null,
  team text not null,
  step_template_id uuid not null,
  account_id uuid not null,
  plan_line_id uuid,
  task text,
  status text not null,
  degree integer not null,
  planned_on date not null,
  due_on date not null,
  floor_minor bigint,
  floor_currency character(3),
  done_at timestamp with time zone,
  cancel_reason text,
  input_ticks jsonb not null,
  output_ticks jsonb not null,
  constraint step_check CHECK (due_on >= planned_on),
  constraint step_check1 CHECK ((floor_minor IS NULL) = (floor_currency IS NULL)),
  constraint step_check2 CHECK ((status = 'DONE'::text) = (done_at IS NOT NULL)),
  constraint step_check3 CHECK ((status = 'CANCELLED'::text) = (cancel_reason IS NOT NULL)),
  constraint step_degree_check CHECK (degree >= 0 AND degree <= 100),
  constraint step_floor_minor_check CHECK (floor_minor >= 0),
  constraint step_origin_check CHECK (origin = ANY (ARRAY['LIVE'::text, 'IMPORTED'::text])),
  constraint step_pkey PRIMARY KEY (tenant_id, id),
  constraint step_status_check CHECK (status = ANY (ARRAY['PLANNED'::text, 'STARTED'::text, 'DONE'::text, 'CANCELLED'::text]))
);
CREATE INDEX step_account ON step USING btree (tenant_id, account_id, due_on, id);
CREATE INDEX step_by_due_on ON step USING btree (tenant_id, due_on, id);
CREATE INDEX step_owner ON step USING btree (tenant_id, owner_id, due_on, id);
CREATE INDEX step_plan_line ON step USING btree (tenant_id, plan_line_id, due_on, id);
alter table step enable row level security;
create policy tenant on step for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on step to planning_app;

create table step_gap (
  tenant_id uuid not null,
  id uuid not null,
  service text not null,
  point text not null,
  step_key text not null,
  action text not null,
  status text not null,
  degree integer not null,
  planned_on date not null,
  due_on date not null,
  owner_id uuid not null,
  team text not null,
  account_id uuid,
  plan_line_id uuid,
  required boolean not null,
  done boolean not null,
  event_id uuid not null,
  event_key text not null,
  event_sequence bigint not null,
  told_at timestamp with time zone not null,
  constraint step_gap_pkey PRIMARY KEY (tenant_id, id)
);
CREATE INDEX step_gap_account ON step_gap USING btree (tenant_id, account_id, due_on, id) WHERE required AND NOT done;
CREATE INDEX step_gap_event ON step_gap USING btree (tenant_id, event_id);
CREATE INDEX step_gap_late ON step_gap USING btree (tenant_id, due_on, id) WHERE required AND NOT done;
CREATE INDEX step_gap_owner ON step_gap USING btree (tenant_id, owner_id, due_on, id) WHERE required AND NOT done;
alter table step_gap enable row level security;
create policy tenant on step_gap for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on step_gap to planning_app;

create table step_template (
  tenant_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamp with time zone not null,
  correlation_id uuid not null,
  origin text not null,
  point text not null,
  step_key text not null,
  edition integer not null,
  place integer not null,
  action text not null,
  required_inputs text[] not null,
  required_outputs text[] not null,
  least_degree integer not null,
  start_days integer not null,
  due_days integer not null,
  owner_role text not null,
  required boolean not null,
  retired_at timestamp with time zone,
  constraint step_template_check CHECK (due_days >= start_days),
  constraint step_template_edition_check CHECK (edition > 0),
  constraint step_template_least_degree_check CHECK (least_degree >= 0 AND least_degree <= 100),
  constraint step_template_origin_check CHECK (origin = ANY (ARRAY['LIVE'::text, 'IMPORTED'::text])),
  constraint step_template_owner_role_check CHECK (owner_role = ANY (ARRAY['REP'::text, 'MANAGER'::text, 'EXECUTIVE'::text, 'FINANCE'::text, 'DELIVERY'::text, 'PRESALES'::text, 'CSM'::text])),
  constraint step_template_pkey PRIMARY KEY (tenant_id, id),
  constraint step_template_point_check CHECK (point = ANY (ARRAY['PLAN'::text, 'ACQUIRE'::text, 'WIN'::text, 'COLLECT'::text, 'RENEW'::text])),
  constraint step_template_start_days_check CHECK (start_days >= 0),
  constraint step_template_tenant_id_point_step_key_edition_key UNIQUE (tenant_id, point, step_key, edition)
);
CREATE INDEX step_template_by_place ON step_template USING btree (tenant_id, place, id);
CREATE UNIQUE INDEX step_template_in_use ON step_template USING btree (tenant_id, point, step_key) WHERE retired_at IS NULL;
alter table step_template enable row level security;
create policy tenant on step_template for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on step_template to planning_app;

create table support_action (
  tenant_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamp with time zone not null,
  correlation_id uuid not null,
  origin text not null,
  kind text not null,
  task text,
  due_on date not null,
  status text not null,
  outcome text,
  cancel_reason text,
  rep_id uuid not null,
  owner_id uuid,
  plan_id uuid not null,
  rebalancing_id uuid,
  plan_version_id uuid,
  ender_user_id text,
  constraint support_action_check CHECK (rep_id <> owner_id),
  constraint support_action_check1 CHECK ((status = 'DONE'::text) = (outcome IS NOT NULL)),
  constraint support_action_check2 CHECK ((status = 'CANCELLED'::text) = (cancel_reason IS NOT NULL)),
  constraint support_action_check3 CHECK (num_nonnulls(rebalancing_id, plan_version_id) = 1),
  constraint support_action_kind_check CHECK (kind = ANY (ARRAY['COACHING'::text, 'LEADS'::text, 'PRESALES'::text, 'EXECUTIVE'::text, 'TRAINING'::text, 'OTHER'::text])),
  constraint support_action_origin_check CHECK (origin = ANY (ARRAY['LIVE'::text, 'IMPORTED'::text])),
  constraint support_action_pkey PRIMARY KEY (tenant_id, id),
  constraint support_action_status_check CHECK (status = ANY (ARRAY['OPEN'::text, 'STARTED'::text, 'DONE'::text, 'CANCELLED'::text])),
  constraint support_action_tenant_id_plan_version_id_rep_id_key UNIQUE (tenant_id, plan_version_id, rep_id),
  constraint support_action_tenant_id_rebalancing_id_rep_id_key UNIQUE (tenant_id, rebalancing_id, rep_id)
);
CREATE INDEX support_action_by_due_on ON support_action USING btree (tenant_id, due_on, id);
CREATE INDEX support_action_owner ON support_action USING btree (tenant_id, owner_id, id);
CREATE INDEX support_action_plan ON support_action USING btree (tenant_id, plan_id, id);
CREATE INDEX support_action_rep ON support_action USING btree (tenant_id, rep_id, id);
alter table support_action enable row level security;
create policy tenant on support_action for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on support_action to planning_app;

create table team (
  tenant_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamp with time zone not null,
  correlation_id uuid not null,
  origin text not null,
  name text not null,
  manager_id uuid,
  parent_id uuid,
  constraint team_check CHECK (parent_id <> id),
  constraint team_origin_check CHECK (origin = ANY (ARRAY['LIVE'::text, 'IMPORTED'::text])),
  constraint team_pkey PRIMARY KEY (tenant_id, id),
  constraint team_tenant_id_name_key UNIQUE (tenant_id, name)
);
CREATE INDEX team_by_name ON team USING btree (tenant_id, name COLLATE "zh-x-icu", id);
CREATE INDEX team_manager ON team USING btree (tenant_id, manager_id, id);
CREATE INDEX team_parent ON team USING btree (tenant_id, parent_id, id);
alter table team enable row level security;
create policy tenant on team for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on team to planning_app;

create table team_rule (
  tenant_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamp with time zone not null,
  correlation_id uuid not null,
  origin text not null,
  effective_on date not null,
  key_person_basis_points integer not null,
  ramp_basis_points integer[] not null,
  uncertified_basis_points integer not null,
  reason text,
  adopter_user_id text,
  constraint team_rule_key_person_basis_points_check CHECK (key_person_basis_points >= 1 AND key_person_basis_points <= 10000),
  constraint team_rule_origin_check CHECK (origin = ANY (ARRAY['LIVE'::text, 'IMPORTED'::text])),
  constraint team_rule_pkey PRIMARY KEY (tenant_id, id),
  constraint team_rule_uncertified_basis_points_check CHECK (uncertified_basis_points >= 0 AND uncertified_basis_points <= 10000)
);
CREATE INDEX team_rule_by_effective_on ON team_rule USING btree (tenant_id, effective_on, id);
alter table team_rule enable row level security;
create policy tenant on team_rule for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on team_rule to planning_app;

create table tenant (
  tenant_id uuid not null,
  id uuid not null,
  name text not null,
  time_zone text not null,
  currency character(3) not null,
  created_at timestamp with time zone not null,
  constraint tenant_check CHECK (id = tenant_id),
  constraint tenant_pkey PRIMARY KEY (tenant_id, id)
);
alter table tenant enable row level security;
create policy tenant on tenant for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on tenant to planning_app;

create table timeline_entry (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid,
  occurred_at timestamp with time zone not null,
  type text not null,
  service text not null,
  correlation_id uuid not null,
  parent_correlation_id uuid,
  subject_id uuid not null,
  about uuid not null,
  owner_id uuid,
  team text,
  origin text not null,
  details jsonb not null,
  constraint timeline_entry_origin_check CHECK (origin = ANY (ARRAY['LIVE'::text, 'IMPORTED'::text])),
  constraint timeline_entry_pkey PRIMARY KEY (tenant_id, id)
);
CREATE INDEX timeline_entry_about ON timeline_entry USING btree (tenant_id, about, occurred_at, id);
CREATE INDEX timeline_entry_account ON timeline_entry USING btree (tenant_id, account_id, occurred_at, id);
CREATE INDEX timeline_entry_by_time ON timeline_entry USING btree (tenant_id, occurred_at, id);
CREATE INDEX timeline_entry_parent ON timeline_entry USING btree (tenant_id, parent_correlation_id);
CREATE INDEX timeline_entry_turn ON timeline_entry USING btree (tenant_id, correlation_id);
alter table timeline_entry enable row level security;
create policy tenant on timeline_entry for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on timeline_entry to planning_app;

create table touch_record (
  tenant_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamp with time zone not null,
  correlation_id uuid not null,
  origin text not null,
  account_id uuid not null,
  contact_ids uuid[] not null,
  rep_id uuid,
  kind text not null,
  outcome text not null,
  touched_on date not null,
  summary text,
  next_step text,
  next_on date,
  constraint touch_record_check CHECK (next_on IS NULL OR next_on >= touched_on),
  constraint touch_record_kind_check CHECK (kind = ANY (ARRAY['VISIT'::text, 'MEETING'::text, 'CALL'::text, 'MESSAGE'::text, 'EVENT'::text, 'OTHER'::text])),
  constraint touch_record_origin_check CHECK (origin = ANY (ARRAY['LIVE'::text, 'IMPORTED'::text])),
  constraint touch_record_outcome_check CHECK (outcome = ANY (ARRAY['KEPT_PROMISE'::text, 'GOOD_CONTACT'::text, 'NEUTRAL'::text, 'BROKEN_PROMISE'::text, 'NOT_REACHED'::text])),
  constraint touch_record_pkey PRIMARY KEY (tenant_id, id)
);
CREATE INDEX touch_record_account ON touch_record USING btree (tenant_id, account_id, touched_on, id);
CREATE INDEX touch_record_by_touched_on ON touch_record USING btree (tenant_id, touched_on, id);
CREATE INDEX touch_record_rep ON touch_record USING btree (tenant_id, rep_id, touched_on, id);
alter table touch_record enable row level security;
create policy tenant on touch_record for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on touch_record to planning_app;

create table trust_outcome (
  tenant_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamp with time zone not null,
  correlation_id uuid not null,
  origin text not null,
  account_id uuid not null,
  contact_id uuid not null,
  kind text not null,
  happened_on date not null,
  note text,
  touch_id uuid,
  constraint trust_outcome_kind_check CHECK (kind = ANY (ARRAY['KEPT_PROMISE'::text, 'GOOD_CONTACT'::text, 'BROKEN_PROMISE'::text])),
  constraint trust_outcome_origin_check CHECK (origin = ANY (ARRAY['LIVE'::text, 'IMPORTED'::text])),
  constraint trust_outcome_pkey PRIMARY KEY (tenant_id, id)
);
CREATE INDEX trust_outcome_account ON trust_outcome USING btree (tenant_id, account_id, id);
CREATE INDEX trust_outcome_by_happened_on ON trust_outcome USING btree (tenant_id, happened_on, id);
CREATE INDEX trust_outcome_contact ON trust_outcome USING btree (tenant_id, contact_id, happened_on, id);
CREATE UNIQUE INDEX trust_outcome_touch ON trust_outcome USING btree (tenant_id, touch_id, contact_id) WHERE touch_id IS NOT NULL;
alter table trust_outcome enable row level security;
create policy tenant on trust_outcome for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on trust_outcome to planning_app;

create table trust_rule (
  tenant_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamp with time zone not null,
  correlation_id uuid not null,
  origin text not null,
  effective_on date not null,
  reason text,
  floor integer not null,
  kept_promise integer not null,
  good_contact integer not null,
  broken_promise integer not null,
  adopter_user_id text,
  constraint trust_rule_broken_promise_check CHECK (broken_promise >= 0),
  constraint trust_rule_floor_check CHECK (floor >= 0 AND floor <= 100),
  constraint trust_rule_good_contact_check CHECK (good_contact >= 0),
  constraint trust_rule_kept_promise_check CHECK (kept_promise >= 0),
  constraint trust_rule_origin_check CHECK (origin = ANY (ARRAY['LIVE'::text, 'IMPORTED'::text])),
  constraint trust_rule_pkey PRIMARY KEY (tenant_id, id)
);
CREATE INDEX trust_rule_by_effective_on ON trust_rule USING btree (tenant_id, effective_on, id);
alter table trust_rule enable row level security;
create policy tenant on trust_rule for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on trust_rule to planning_app;

create table war_game_card (
  tenant_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamp with time zone not null,
  correlation_id uuid not null,
  origin text not null,
  owner_id uuid not null,
  team text not null,
  account_id uuid not null,
  plan_id uuid,
  plan_line_id uuid,
  step_id uuid,
  side text not null,
  move text not null,
  answer text not null,
  trigger text not null,
  status text not null,
  triggered_on date,
  outcome text,
  constraint war_game_card_check CHECK (plan_line_id IS NOT NULL OR step_id IS NOT NULL),
  constraint war_game_card_check1 CHECK ((plan_line_id IS NULL) = (plan_id IS NULL)),
  constraint war_game_card_check2 CHECK ((status = 'CLOSED'::text) = (outcome IS NOT NULL)),
  constraint war_game_card_check3 CHECK (status <> 'OPEN'::text OR triggered_on IS NULL),
  constraint war_game_card_check4 CHECK (status <> 'TRIGGERED'::text OR triggered_on IS NOT NULL),
  constraint war_game_card_origin_check CHECK (origin = ANY (ARRAY['LIVE'::text, 'IMPORTED'::text])),
  constraint war_game_card_pkey PRIMARY KEY (tenant_id, id),
  constraint war_game_card_side_check CHECK (side = ANY (ARRAY['RIVAL'::text, 'CUSTOMER'::text])),
  constraint war_game_card_status_check CHECK (status = ANY (ARRAY['OPEN'::text, 'TRIGGERED'::text, 'CLOSED'::text]))
);
CREATE INDEX war_game_card_owner ON war_game_card USING btree (tenant_id, owner_id, id);
CREATE INDEX war_game_card_plan ON war_game_card USING btree (tenant_id, plan_id, id);
CREATE INDEX war_game_card_plan_line ON war_game_card USING btree (tenant_id, plan_line_id, id);
CREATE INDEX war_game_card_step ON war_game_card USING btree (tenant_id, step_id, id);
alter table war_game_card enable row level security;
create policy tenant on war_game_card for all to public using (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid) with check (tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text)::uuid);
grant delete, insert, select, update on war_game_card to planning_app;

alter table account add constraint account_tenant_id_legal_entity_id_fkey FOREIGN KEY (tenant_id, legal_entity_id) REFERENCES legal_entity(tenant_id, id);
alter table account add constraint account_tenant_id_owner_id_fkey FOREIGN KEY (tenant_id, owner_id) REFERENCES rep(tenant_id, id);
alter table account add constraint account_tenant_id_parent_id_fkey FOREIGN KEY (tenant_id, parent_id) REFERENCES account(tenant_id, id);
alter table account_seat add constraint account_seat_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES account(tenant_id, id);
alter table account_seat add constraint account_seat_tenant_id_rep_id_fkey FOREIGN KEY (tenant_id, rep_id) REFERENCES rep(tenant_id, id);
alter table account_selection add constraint account_selection_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES account(tenant_id, id);
alter table account_selection add constraint account_selection_tenant_id_plan_id_fkey FOREIGN KEY (tenant_id, plan_id) REFERENCES plan(tenant_id, id);
alter table candidate add constraint candidate_tenant_id_rep_id_fkey FOREIGN KEY (tenant_id, rep_id) REFERENCES rep(tenant_id, id);
alter table candidate add constraint candidate_tenant_id_team_id_fkey FOREIGN KEY (tenant_id, team_id) REFERENCES team(tenant_id, id);
alter table capacity_statement add constraint capacity_statement_tenant_id_rep_id_fkey FOREIGN KEY (tenant_id, rep_id) REFERENCES rep(tenant_id, id);
alter table coaching_session add constraint coaching_session_tenant_id_coach_id_fkey FOREIGN KEY (tenant_id, coach_id) REFERENCES rep(tenant_id, id);
alter table coaching_session add constraint coaching_session_tenant_id_rep_id_fkey FOREIGN KEY (tenant_id, rep_id) REFERENCES rep(tenant_id, id);
alter table coaching_session add constraint coaching_session_tenant_id_skill_id_fkey FOREIGN KEY (tenant_id, skill_id) REFERENCES skill(tenant_id, id);
alter table coaching_session add constraint coaching_session_tenant_id_support_action_id_fkey FOREIGN KEY (tenant_id, support_action_id) REFERENCES support_action(tenant_id, id);
alter table contact add constraint contact_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES account(tenant_id, id);
alter table contact add constraint contact_tenant_id_relationship_owner_id_fkey FOREIGN KEY (tenant_id, relationship_owner_id) REFERENCES rep(tenant_id, id);
alter table dossier_note add constraint dossier_note_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES account(tenant_id, id);
alter table driver_measure add constraint driver_measure_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES account(tenant_id, id);
alter table driver_measure add constraint driver_measure_tenant_id_demand_driver_id_fkey FOREIGN KEY (tenant_id, demand_driver_id) REFERENCES demand_driver(tenant_id, id);
alter table driver_measure add constraint driver_measure_tenant_id_product_id_fkey FOREIGN KEY (tenant_id, product_id) REFERENCES product(tenant_id, id);
alter table leaving_risk add constraint leaving_risk_tenant_id_assessor_id_fkey FOREIGN KEY (tenant_id, assessor_id) REFERENCES rep(tenant_id, id);
alter table leaving_risk add constraint leaving_risk_tenant_id_rep_id_fkey FOREIGN KEY (tenant_id, rep_id) REFERENCES rep(tenant_id, id);
alter table line_outlook add constraint line_outlook_tenant_id_plan_line_id_fkey FOREIGN KEY (tenant_id, plan_line_id) REFERENCES plan_line(tenant_id, id);
alter table plan add constraint plan_tenant_id_current_version_id_fkey FOREIGN KEY (tenant_id, current_version_id) REFERENCES plan_version(tenant_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table plan add constraint plan_tenant_id_open_version_id_fkey FOREIGN KEY (tenant_id, open_version_id) REFERENCES plan_version(tenant_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table plan_line add constraint plan_line_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES account(tenant_id, id);
alter table plan_line add constraint plan_line_tenant_id_owner_id_fkey FOREIGN KEY (tenant_id, owner_id) REFERENCES rep(tenant_id, id);
alter table plan_line add constraint plan_line_tenant_id_plan_id_fkey FOREIGN KEY (tenant_id, plan_id) REFERENCES plan(tenant_id, id);
alter table plan_line add constraint plan_line_tenant_id_product_id_fkey FOREIGN KEY (tenant_id, product_id) REFERENCES product(tenant_id, id);
alter table plan_line_version add constraint plan_line_version_tenant_id_owner_id_fkey FOREIGN KEY (tenant_id, owner_id) REFERENCES rep(tenant_id, id);
alter table plan_line_version add constraint plan_line_version_tenant_id_plan_line_id_fkey FOREIGN KEY (tenant_id, plan_line_id) REFERENCES plan_line(tenant_id, id);
alter table plan_line_version add constraint plan_line_version_tenant_id_plan_version_id_fkey FOREIGN KEY (tenant_id, plan_version_id) REFERENCES plan_version(tenant_id, id);
alter table plan_product_target add constraint plan_product_target_tenant_id_plan_version_id_fkey FOREIGN KEY (tenant_id, plan_version_id) REFERENCES plan_version(tenant_id, id);
alter table plan_product_target add constraint plan_product_target_tenant_id_product_id_fkey FOREIGN KEY (tenant_id, product_id) REFERENCES product(tenant_id, id);
alter table plan_version add constraint plan_version_tenant_id_basis_id_fkey FOREIGN KEY (tenant_id, basis_id) REFERENCES plan_version(tenant_id, id);
alter table plan_version add constraint plan_version_tenant_id_plan_id_fkey FOREIGN KEY (tenant_id, plan_id) REFERENCES plan(tenant_id, id);
alter table rebalanced_target add constraint rebalanced_target_tenant_id_rebalancing_id_fkey FOREIGN KEY (tenant_id, rebalancing_id) REFERENCES rebalancing(tenant_id, id);
alter table rebalanced_target add constraint rebalanced_target_tenant_id_rep_id_fkey FOREIGN KEY (tenant_id, rep_id) REFERENCES rep(tenant_id, id);
alter table rebalancing add constraint rebalancing_tenant_id_plan_id_fkey FOREIGN KEY (tenant_id, plan_id) REFERENCES plan(tenant_id, id);
alter table rebalancing add constraint rebalancing_tenant_id_plan_version_id_fkey FOREIGN KEY (tenant_id, plan_version_id) REFERENCES plan_version(tenant_id, id);
alter table rehearsal add constraint rehearsal_tenant_id_plan_id_fkey FOREIGN KEY (tenant_id, plan_id) REFERENCES plan(tenant_id, id);
alter table rehearsal add constraint rehearsal_tenant_id_plan_version_id_fkey FOREIGN KEY (tenant_id, plan_version_id) REFERENCES plan_version(tenant_id, id);
alter table rehearsal_work add constraint rehearsal_work_tenant_id_rehearsal_id_fkey FOREIGN KEY (tenant_id, rehearsal_id) REFERENCES rehearsal(tenant_id, id);
alter table rehearsed_line add constraint rehearsed_line_tenant_id_plan_line_id_fkey FOREIGN KEY (tenant_id, plan_line_id) REFERENCES plan_line(tenant_id, id);
alter table rehearsed_line add constraint rehearsed_line_tenant_id_rehearsal_id_fkey FOREIGN KEY (tenant_id, rehearsal_id) REFERENCES rehearsal(tenant_id, id);
alter table rep add constraint rep_tenant_id_manager_id_fkey FOREIGN KEY (tenant_id, manager_id) REFERENCES rep(tenant_id, id);
alter table skill_assessment add constraint skill_assessment_tenant_id_assessor_id_fkey FOREIGN KEY (tenant_id, assessor_id) REFERENCES rep(tenant_id, id);
alter table skill_assessment add constraint skill_assessment_tenant_id_rep_id_fkey FOREIGN KEY (tenant_id, rep_id) REFERENCES rep(tenant_id, id);
alter table skill_assessment add constraint skill_assessment_tenant_id_skill_id_fkey FOREIGN KEY (tenant_id, skill_id) REFERENCES skill(tenant_id, id);
alter table step add constraint step_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES account(tenant_id, id);
alter table step add constraint step_tenant_id_plan_line_id_fkey FOREIGN KEY (tenant_id, plan_line_id) REFERENCES plan_line(tenant_id, id);
alter table step add constraint step_tenant_id_step_template_id_fkey FOREIGN KEY (tenant_id, step_template_id) REFERENCES step_template(tenant_id, id);
alter table support_action add constraint support_action_tenant_id_owner_id_fkey FOREIGN KEY (tenant_id, owner_id) REFERENCES rep(tenant_id, id);
alter table support_action add constraint support_action_tenant_id_plan_id_fkey FOREIGN KEY (tenant_id, plan_id) REFERENCES plan(tenant_id, id);
alter table support_action add constraint support_action_tenant_id_plan_version_id_fkey FOREIGN KEY (tenant_id, plan_version_id) REFERENCES plan_version(tenant_id, id);
alter table support_action add constraint support_action_tenant_id_rebalancing_id_fkey FOREIGN KEY (tenant_id, rebalancing_id) REFERENCES rebalancing(tenant_id, id);
alter table support_action add constraint support_action_tenant_id_rep_id_fkey FOREIGN KEY (tenant_id, rep_id) REFERENCES rep(tenant_id, id);
alter table team add constraint team_tenant_id_manager_id_fkey FOREIGN KEY (tenant_id, manager_id) REFERENCES rep(tenant_id, id);
alter table team add constraint team_tenant_id_parent_id_fkey FOREIGN KEY (tenant_id, parent_id) REFERENCES team(tenant_id, id);
alter table touch_record add constraint touch_record_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES account(tenant_id, id);
alter table war_game_card add constraint war_game_card_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES account(tenant_id, id);
alter table war_game_card add constraint war_game_card_tenant_id_plan_line_id_fkey FOREIGN KEY (tenant_id, plan_line_id) REFERENCES plan_line(tenant_id, id);
alter table war_game_card add constraint war_game_card_tenant_id_step_id_fkey FOREIGN KEY (tenant_id, step_id) REFERENCES step(tenant_id, id);
