-- Made from the migrated database by `npm run generate`; a check fails when it is out of date.

create table area (
  city_id uuid not null,
  id uuid not null,
  code text not null,
  name text not null,
  level text not null,
  kind text,
  parent_id uuid,
  path uuid[] not null,
  valid_from date not null,
  valid_to date,
  revision integer not null default 1,
  constraint area_pkey PRIMARY KEY (city_id, id),
  constraint area_code_unique UNIQUE (city_id, code, valid_from),
  constraint area_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id),
  constraint area_city_id_parent_id_fkey FOREIGN KEY (city_id, parent_id) REFERENCES area(city_id, id),
  constraint area_check CHECK (((level = 'city'::text) = (parent_id IS NULL))),
  constraint area_code_check CHECK (((length(code) >= 1) AND (length(code) <= 32))),
  constraint area_level_check CHECK ((level = ANY (ARRAY['city'::text, 'district'::text, 'subdistrict'::text, 'community'::text, 'gridCell'::text]))),
  constraint area_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100))),
  constraint area_validity CHECK (((valid_to IS NULL) OR (valid_from <= valid_to)))
);
CREATE INDEX area_by_parent ON area USING btree (city_id, parent_id);

create table area_boundary (
  city_id uuid not null,
  area_id uuid not null,
  geometry jsonb not null,
  raw_geometry jsonb,
  datum text not null,
  west double precision not null,
  south double precision not null,
  east double precision not null,
  north double precision not null,
  label_longitude double precision not null,
  label_latitude double precision not null,
  square_meters double precision not null,
  constraint area_boundary_pkey PRIMARY KEY (city_id, area_id),
  constraint area_boundary_city_id_area_id_fkey FOREIGN KEY (city_id, area_id) REFERENCES area(city_id, id),
  constraint area_boundary_datum_check CHECK ((datum = ANY (ARRAY['WGS84'::text, 'GCJ-02'::text, 'BD-09'::text, 'CGCS2000'::text]))),
  constraint area_boundary_square_meters_check CHECK ((square_meters > (0)::double precision))
);

create table area_succession (
  city_id uuid not null,
  from_area_id uuid not null,
  to_area_id uuid not null,
  kind text not null,
  on_day date not null,
  constraint area_succession_pkey PRIMARY KEY (city_id, from_area_id, to_area_id),
  constraint area_succession_city_id_from_area_id_fkey FOREIGN KEY (city_id, from_area_id) REFERENCES area(city_id, id),
  constraint area_succession_city_id_to_area_id_fkey FOREIGN KEY (city_id, to_area_id) REFERENCES area(city_id, id),
  constraint area_succession_check CHECK ((from_area_id <> to_area_id)),
  constraint area_succession_kind_check CHECK ((kind = ANY (ARRAY['split'::text, 'merge'::text, 'rename'::text])))
);

create table assessment (
  city_id uuid not null,
  id uuid not null,
  version_id uuid not null,
  name text not null,
  kind text not null,
  created_at timestamp with time zone not null,
  revision integer not null default 1,
  constraint assessment_pkey PRIMARY KEY (city_id, id),
  constraint assessment_name_unique UNIQUE (city_id, name),
  constraint assessment_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id),
  constraint assessment_version FOREIGN KEY (city_id, version_id) REFERENCES framework_version(city_id, id),
  constraint assessment_kind_check CHECK ((kind = ANY (ARRAY['official'::text, 'selfCheck'::text, 'mock'::text, 'supplementary'::text, 'recheck'::text]))),
  constraint assessment_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100)))
);

create table assessment_round (
  city_id uuid not null,
  assessment_id uuid not null,
  round_id uuid not null,
  constraint assessment_round_pkey PRIMARY KEY (city_id, assessment_id, round_id),
  constraint assessment_round_city_id_assessment_id_fkey FOREIGN KEY (city_id, assessment_id) REFERENCES assessment(city_id, id) ON DELETE CASCADE,
  constraint assessment_round_known FOREIGN KEY (city_id, round_id) REFERENCES observation_collection(city_id, id)
);
CREATE INDEX assessment_round_by_round ON assessment_round USING btree (city_id, round_id);

-- append-only: hash-chained blocks of audit entries
create table audit_block (
  city_id uuid not null,
  number bigint not null,
  previous_hash text not null,
  hash text not null,
  algorithm text not null,
  sealed_at timestamp with time zone not null,
  entry_ids uuid[] not null,
  constraint audit_block_pkey PRIMARY KEY (city_id, number),
  constraint audit_block_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id),
  constraint audit_block_algorithm_check CHECK ((algorithm = ANY (ARRAY['sha256'::text, 'sm3'::text]))),
  constraint audit_block_entry_ids_check CHECK ((cardinality(entry_ids) > 0)),
  constraint audit_block_number_check CHECK ((number > 0))
);
CREATE INDEX audit_block_by_entry ON audit_block USING gin (entry_ids);

-- append-only: who did what to which record
create table audit_entry (
  city_id uuid not null,
  id uuid not null,
  at timestamp with time zone not null,
  actor_id uuid,
  actor_name text not null,
  action text not null,
  subject_kind text not null,
  subject_id uuid,
  before jsonb,
  after jsonb,
  constraint audit_entry_pkey PRIMARY KEY (city_id, id),
  constraint audit_entry_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id)
);
CREATE INDEX audit_entry_by_actor ON audit_entry USING btree (city_id, actor_id, id DESC);
CREATE INDEX audit_entry_by_subject ON audit_entry USING btree (city_id, subject_id, id DESC);

create table audit_unsealed (
  city_id uuid not null,
  entry_id uuid not null,
  constraint audit_unsealed_pkey PRIMARY KEY (city_id, entry_id),
  constraint audit_unsealed_city_id_entry_id_fkey FOREIGN KEY (city_id, entry_id) REFERENCES audit_entry(city_id, id)
);

create table base_map (
  city_id uuid not null,
  id uuid not null,
  file_id uuid not null,
  attribution text not null default ''::text,
  approval_number text not null default ''::text,
  created_at timestamp with time zone not null,
  constraint base_map_pkey PRIMARY KEY (city_id, id),
  constraint base_map_city_id_file_id_fkey FOREIGN KEY (city_id, file_id) REFERENCES stored_file(city_id, id),
  constraint base_map_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id)
);

create table briefing (
  city_id uuid not null,
  id uuid not null,
  title text not null,
  issuer text not null,
  document_number text not null default ''::text,
  addressee text not null default ''::text,
  signed_on date not null,
  next_steps text not null default ''::text,
  assessment_id uuid,
  version_id uuid not null,
  watermark bigint not null,
  planned jsonb not null,
  document_file_id uuid not null,
  details_file_id uuid not null,
  made_at timestamp with time zone not null,
  made_by uuid,
  constraint briefing_pkey PRIMARY KEY (city_id, id),
  constraint briefing_city_id_details_file_id_fkey FOREIGN KEY (city_id, details_file_id) REFERENCES stored_file(city_id, id),
  constraint briefing_city_id_document_file_id_fkey FOREIGN KEY (city_id, document_file_id) REFERENCES stored_file(city_id, id),
  constraint briefing_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id),
  constraint briefing_city_id_made_by_fkey FOREIGN KEY (city_id, made_by) REFERENCES user_account(city_id, id),
  constraint briefing_city_id_version_id_fkey FOREIGN KEY (city_id, version_id) REFERENCES framework_version(city_id, id),
  constraint briefing_addressee_check CHECK ((length(addressee) <= 200)),
  constraint briefing_document_number_check CHECK ((length(document_number) <= 40)),
  constraint briefing_issuer_check CHECK (((length(issuer) >= 1) AND (length(issuer) <= 60))),
  constraint briefing_next_steps_check CHECK ((length(next_steps) <= 4000)),
  constraint briefing_title_check CHECK (((length(title) >= 1) AND (length(title) <= 100))),
  constraint briefing_watermark_check CHECK ((watermark >= 0))
);
CREATE INDEX briefing_by_making ON briefing USING btree (city_id, made_at, id);

create table briefing_round (
  city_id uuid not null,
  briefing_id uuid not null,
  round_id uuid not null,
  constraint briefing_round_pkey PRIMARY KEY (city_id, briefing_id, round_id),
  constraint briefing_round_city_id_briefing_id_fkey FOREIGN KEY (city_id, briefing_id) REFERENCES briefing(city_id, id),
  constraint briefing_round_city_id_round_id_fkey FOREIGN KEY (city_id, round_id) REFERENCES observation_collection(city_id, id)
);
CREATE INDEX briefing_round_by_round ON briefing_round USING btree (city_id, round_id);

create table case_file (
  city_id uuid not null,
  id uuid not null,
  number text not null,
  workflow_version integer not null,
  source_kind text not null,
  source_id uuid not null,
  round_id uuid,
  site_id uuid,
  place_name text not null,
  area_id uuid,
  district_id uuid,
  subdistrict_id uuid,
  title text not null,
  description text not null default ''::text,
  category text not null default ''::text,
  criterion_id uuid,
  item_id uuid,
  ground text not null,
  responsible jsonb not null default '[]'::jsonb,
  organization_ids uuid[] not null default '{}'::uuid[],
  photo_required boolean not null,
  state text not null,
  organization_id uuid,
  opened_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  accepted_at timestamp with time zone,
  rectified_at timestamp with time zone,
  closed_at timestamp with time zone,
  handler_ids uuid[] not null default '{}'::uuid[],
  return_count integer not null default 0,
  revision integer not null,
  constraint case_file_pkey PRIMARY KEY (city_id, id),
  constraint case_number_unique UNIQUE (city_id, number),
  constraint case_source_once UNIQUE (city_id, source_kind, source_id),
  constraint case_file_city_id_area_id_fkey FOREIGN KEY (city_id, area_id) REFERENCES area(city_id, id),
  constraint case_file_city_id_site_id_fkey FOREIGN KEY (city_id, site_id) REFERENCES site(city_id, id),
  constraint case_file_city_id_workflow_version_fkey FOREIGN KEY (city_id, workflow_version) REFERENCES case_workflow(city_id, version),
  constraint case_organization_known FOREIGN KEY (city_id, organization_id) REFERENCES organization(city_id, id),
  constraint case_file_check CHECK (((state <> ALL (ARRAY['assigned'::text, 'accepted'::text, 'returned'::text])) OR (organization_id IS NOT NULL))),
  constraint case_file_check1 CHECK (((state = ANY (ARRAY['closed'::text, 'withdrawn'::text])) = (closed_at IS NOT NULL))),
  constraint case_file_ground_check CHECK ((ground = ANY (ARRAY['site'::text, 'areaSiteType'::text, 'category'::text, 'criterion'::text, 'register'::text, 'none'::text]))),
  constraint case_file_number_check CHECK (((length(number) >= 1) AND (length(number) <= 40))),
  constraint case_file_return_count_check CHECK ((return_count >= 0)),
  constraint case_file_revision_check CHECK ((revision >= 1)),
  constraint case_file_source_kind_check CHECK ((source_kind = 'finding'::text)),
  constraint case_file_state_check CHECK ((state = ANY (ARRAY['unassigned'::text, 'assigned'::text, 'accepted'::text, 'rectified'::text, 'returned'::text, 'closed'::text, 'withdrawn'::text]))),
  constraint case_file_title_check CHECK (((length(title) >= 1) AND (length(title) <= 500)))
);
CREATE INDEX case_by_named_organization ON case_file USING gin (organization_ids);
CREATE INDEX case_by_opening ON case_file USING btree (city_id, opened_at, id);
CREATE INDEX case_by_round ON case_file USING btree (city_id, round_id);
CREATE INDEX case_waiting ON case_file USING btree (city_id, due_at, id) WHERE (state <> ALL (ARRAY['closed'::text, 'withdrawn'::text]));

-- append-only: what was done with a case
create table case_step (
  city_id uuid not null,
  case_id uuid not null,
  number integer not null,
  id uuid not null,
  step text not null,
  at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  actor_id uuid,
  organization_id uuid,
  due_at timestamp with time zone,
  reason text not null default ''::text,
  photo_ids uuid[] not null default '{}'::uuid[],
  constraint case_step_pkey PRIMARY KEY (city_id, case_id, number),
  constraint case_step_city_id_actor_id_fkey FOREIGN KEY (city_id, actor_id) REFERENCES user_account(city_id, id),
  constraint case_step_city_id_case_id_fkey FOREIGN KEY (city_id, case_id) REFERENCES case_file(city_id, id),
  constraint case_step_number_check CHECK ((number >= 1)),
  constraint case_step_step_check CHECK ((step = ANY (ARRAY['open'::text, 'fixOnSpot'::text, 'dispatch'::text, 'accept'::text, 'rectify'::text, 'close'::text, 'return'::text, 'decline'::text, 'withdraw'::text])))
);

create table case_workflow (
  city_id uuid not null,
  version integer not null,
  definition jsonb not null,
  constraint case_workflow_pkey PRIMARY KEY (city_id, version),
  constraint case_workflow_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id),
  constraint case_workflow_version_check CHECK ((version >= 1))
);

create table checklist (
  city_id uuid not null,
  id uuid not null,
  code text not null,
  name text not null,
  kind text not null,
  retired boolean not null default false,
  revision integer not null default 1,
  constraint checklist_pkey PRIMARY KEY (city_id, id),
  constraint checklist_code_unique UNIQUE (city_id, code),
  constraint checklist_name_unique UNIQUE (city_id, name),
  constraint checklist_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id),
  constraint checklist_code_check CHECK (((length(code) >= 1) AND (length(code) <= 32))),
  constraint checklist_kind_check CHECK ((kind = ANY (ARRAY['siteType'::text, 'standard'::text]))),
  constraint checklist_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100)))
);

create table checklist_item (
  city_id uuid not null,
  id uuid not null,
  checklist_id uuid not null,
  code text not null,
  text text not null,
  dimension text not null,
  position integer not null,
  standing boolean not null default true,
  constraint checklist_item_pkey PRIMARY KEY (city_id, id),
  constraint checklist_item_city_id_checklist_id_fkey FOREIGN KEY (city_id, checklist_id) REFERENCES checklist(city_id, id) ON DELETE CASCADE
);
CREATE INDEX checklist_item_by_checklist ON checklist_item USING btree (city_id, checklist_id, "position");

create table checklist_site_type (
  city_id uuid not null,
  checklist_id uuid not null,
  site_type_id uuid not null,
  constraint checklist_site_type_pkey PRIMARY KEY (city_id, checklist_id, site_type_id),
  constraint checklist_site_type_city_id_checklist_id_fkey FOREIGN KEY (city_id, checklist_id) REFERENCES checklist(city_id, id) ON DELETE CASCADE,
  constraint checklist_site_type_known FOREIGN KEY (city_id, site_type_id) REFERENCES site_type(city_id, id)
);
CREATE INDEX checklist_site_type_by_type ON checklist_site_type USING btree (city_id, site_type_id);

create table checklist_version (
  city_id uuid not null,
  id uuid not null,
  checklist_id uuid not null,
  number integer not null,
  state text not null default 'draft'::text,
  protocol text not null default ''::text,
  items jsonb not null default '[]'::jsonb,
  published_at timestamp with time zone,
  published_by uuid,
  updated_at timestamp with time zone not null,
  revision integer not null default 1,
  constraint checklist_version_pkey PRIMARY KEY (city_id, id),
  constraint checklist_version_number_unique UNIQUE (city_id, checklist_id, number),
  constraint checklist_version_city_id_checklist_id_fkey FOREIGN KEY (city_id, checklist_id) REFERENCES checklist(city_id, id) ON DELETE CASCADE,
  constraint checklist_version_city_id_published_by_fkey FOREIGN KEY (city_id, published_by) REFERENCES user_account(city_id, id),
  constraint checklist_version_check CHECK (((state = 'draft'::text) = (published_at IS NULL))),
  constraint checklist_version_number_check CHECK ((number >= 1)),
  constraint checklist_version_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'published'::text, 'withdrawn'::text])))
);
CREATE UNIQUE INDEX checklist_one_draft ON checklist_version USING btree (city_id, checklist_id) WHERE (state = 'draft'::text);
CREATE UNIQUE INDEX checklist_one_published ON checklist_version USING btree (city_id, checklist_id) WHERE (state = 'published'::text);

create table city (
  city_id uuid not null,
  code text not null,
  name text not null,
  settings jsonb not null default '{}'::jsonb,
  created_at timestamp with time zone not null,
  constraint city_pkey PRIMARY KEY (city_id),
  constraint city_code_check CHECK ((code ~ '^[0-9A-Za-z-]{1,32}$'::text)),
  constraint city_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100)))
);

create table duty (
  city_id uuid not null,
  id uuid not null,
  target text not null,
  site_id uuid,
  area_id uuid,
  site_type_id uuid,
  category text,
  criterion_id uuid,
  organization_id uuid not null,
  role text not null,
  share numeric(12,4),
  valid_from date not null,
  valid_to date,
  revision integer not null default 1,
  constraint duty_pkey PRIMARY KEY (city_id, id),
  constraint duty_area_known FOREIGN KEY (city_id, area_id) REFERENCES area(city_id, id),
  constraint duty_criterion_known FOREIGN KEY (city_id, criterion_id) REFERENCES framework_node(city_id, id) ON DELETE CASCADE,
  constraint duty_organization_known FOREIGN KEY (city_id, organization_id) REFERENCES organization(city_id, id),
  constraint duty_site_known FOREIGN KEY (city_id, site_id) REFERENCES site(city_id, id),
  constraint duty_site_type_known FOREIGN KEY (city_id, site_type_id) REFERENCES site_type(city_id, id),
  constraint duty_category_check CHECK (((length(category) >= 1) AND (length(category) <= 60))),
  constraint duty_role_check CHECK ((role = ANY (ARRAY['lead'::text, 'competent'::text, 'supporting'::text]))),
  constraint duty_share_check CHECK ((share >= (0)::numeric)),
  constraint duty_target_check CHECK ((target = ANY (ARRAY['site'::text, 'areaSiteType'::text, 'category'::text, 'criterion'::text]))),
  constraint duty_target_complete CHECK (
CASE target
    WHEN 'site'::text THEN ((site_id IS NOT NULL) AND (num_nonnulls(area_id, site_type_id, category, criterion_id) = 0))
    WHEN 'areaSiteType'::text THEN ((area_id IS NOT NULL) AND (num_nonnulls(site_id, category, criterion_id) = 0))
    WHEN 'category'::text THEN ((category IS NOT NULL) AND (num_nonnulls(site_id, area_id, site_type_id, criterion_id) = 0))
    ELSE ((criterion_id IS NOT NULL) AND (num_nonnulls(site_id, area_id, site_type_id, category) = 0))
END),
  constraint duty_validity CHECK (((valid_to IS NULL) OR (valid_from <= valid_to)))
);
CREATE INDEX duty_by_area_and_type ON duty USING btree (city_id, area_id, site_type_id) WHERE (area_id IS NOT NULL);
CREATE INDEX duty_by_category ON duty USING btree (city_id, category) WHERE (category IS NOT NULL);
CREATE INDEX duty_by_criterion ON duty USING btree (city_id, criterion_id) WHERE (criterion_id IS NOT NULL);
CREATE INDEX duty_by_organization ON duty USING btree (city_id, organization_id);
CREATE INDEX duty_by_site ON duty USING btree (city_id, site_id) WHERE (site_id IS NOT NULL);

-- append-only: a figure stays as it was printed
create table figure (
  city_id uuid not null,
  id uuid not null,
  briefing_id uuid not null,
  number integer not null,
  key text not null,
  params jsonb not null,
  words text not null,
  watermark bigint not null,
  value jsonb not null,
  shown text not null,
  rows jsonb,
  taken_at timestamp with time zone not null,
  constraint figure_pkey PRIMARY KEY (city_id, id),
  constraint figure_number_once UNIQUE (city_id, briefing_id, number),
  constraint figure_city_id_briefing_id_fkey FOREIGN KEY (city_id, briefing_id) REFERENCES briefing(city_id, id),
  constraint figure_number_check CHECK ((number >= 1)),
  constraint figure_watermark_check CHECK ((watermark >= 0))
);

create table finding (
  city_id uuid not null,
  visit_id uuid not null,
  item_id uuid not null,
  id uuid not null,
  case_id uuid,
  because text not null,
  duty_name text not null default ''::text,
  responsible jsonb not null,
  constraint finding_pkey PRIMARY KEY (city_id, visit_id, item_id),
  constraint finding_city_id_item_id_fkey FOREIGN KEY (city_id, item_id) REFERENCES checklist_item(city_id, id),
  constraint finding_city_id_visit_id_fkey FOREIGN KEY (city_id, visit_id) REFERENCES site_visit(city_id, id),
  constraint finding_because_check CHECK ((because = ANY (ARRAY['site'::text, 'areaSiteType'::text, 'category'::text, 'criterion'::text, 'register'::text, 'none'::text])))
);
CREATE INDEX finding_by_id ON finding USING btree (city_id, id);

create table framework (
  city_id uuid not null,
  id uuid not null,
  name text not null,
  campaign text not null,
  created_at timestamp with time zone not null,
  revision integer not null default 1,
  constraint framework_pkey PRIMARY KEY (city_id, id),
  constraint framework_name_unique UNIQUE (city_id, name),
  constraint framework_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id),
  constraint framework_campaign_check CHECK ((campaign = ANY (ARRAY['national'::text, 'provincial'::text, 'healthCity'::text, 'other'::text]))),
  constraint framework_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100)))
);

create table framework_node (
  city_id uuid not null,
  id uuid not null,
  version_id uuid not null,
  parent_id uuid,
  position integer not null,
  kind text not null,
  code text not null,
  text text not null,
  points numeric(12,4),
  role text not null default 'ordinary'::text,
  origin text not null default 'core'::text,
  methods text[] not null default '{}'::text[],
  rule jsonb,
  site_type_ids uuid[] not null default '{}'::uuid[],
  note text not null default ''::text,
  lead_hint text not null default ''::text,
  guesses text[] not null default '{}'::text[],
  carried_from_id uuid,
  settled boolean not null default true,
  revision integer not null default 1,
  constraint framework_node_pkey PRIMARY KEY (city_id, id),
  constraint framework_node_code_unique UNIQUE (city_id, version_id, code) DEFERRABLE INITIALLY DEFERRED,
  constraint framework_node_city_id_version_id_fkey FOREIGN KEY (city_id, version_id) REFERENCES framework_version(city_id, id) ON DELETE CASCADE,
  constraint framework_node_parent FOREIGN KEY (city_id, parent_id) REFERENCES framework_node(city_id, id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  constraint framework_node_code_check CHECK (((length(code) >= 1) AND (length(code) <= 40))),
  constraint framework_node_kind_check CHECK ((kind = ANY (ARRAY['indicator'::text, 'criterion'::text]))),
  constraint framework_node_origin_check CHECK ((origin = ANY (ARRAY['core'::text, 'raised'::text, 'local'::text]))),
  constraint framework_node_points_check CHECK ((points >= (0)::numeric)),
  constraint framework_node_position_check CHECK (("position" >= 0)),
  constraint framework_node_role_check CHECK ((role = ANY (ARRAY['ordinary'::text, 'bonus'::text, 'gate'::text, 'veto'::text]))),
  constraint framework_node_text_check CHECK (((length(text) >= 1) AND (length(text) <= 2000)))
);
CREATE INDEX framework_node_by_parent ON framework_node USING btree (city_id, parent_id) WHERE (parent_id IS NOT NULL);
CREATE INDEX framework_node_by_predecessor ON framework_node USING btree (city_id, carried_from_id) WHERE (carried_from_id IS NOT NULL);

create table framework_version (
  city_id uuid not null,
  id uuid not null,
  framework_id uuid not null,
  label text not null,
  year integer not null,
  state text not null default 'draft'::text,
  level_names text[] not null,
  total_points numeric(12,4),
  made_from_id uuid,
  published_at timestamp with time zone,
  published_by uuid,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  revision integer not null default 1,
  constraint framework_version_pkey PRIMARY KEY (city_id, id),
  constraint framework_version_label_unique UNIQUE (city_id, framework_id, label),
  constraint framework_version_city_id_framework_id_fkey FOREIGN KEY (city_id, framework_id) REFERENCES framework(city_id, id),
  constraint framework_version_city_id_published_by_fkey FOREIGN KEY (city_id, published_by) REFERENCES user_account(city_id, id),
  constraint framework_version_made_from FOREIGN KEY (city_id, made_from_id) REFERENCES framework_version(city_id, id),
  constraint framework_version_check CHECK (((state = 'draft'::text) = (published_at IS NULL))),
  constraint framework_version_label_check CHECK (((length(label) >= 1) AND (length(label) <= 60))),
  constraint framework_version_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'published'::text, 'withdrawn'::text])))
);

create table import_mapping (
  city_id uuid not null,
  kind text not null,
  signature text not null,
  columns jsonb not null,
  options jsonb not null default '{}'::jsonb,
  used_at timestamp with time zone not null,
  constraint import_mapping_pkey PRIMARY KEY (city_id, kind, signature),
  constraint import_mapping_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id)
);

create table import_run (
  city_id uuid not null,
  id uuid not null,
  kind text not null,
  file_id uuid not null,
  row_count integer not null,
  created_count integer not null,
  changed_count integer not null,
  warning_count integer not null,
  imported_by uuid,
  imported_at timestamp with time zone not null,
  constraint import_run_pkey PRIMARY KEY (city_id, id),
  constraint import_run_city_id_file_id_fkey FOREIGN KEY (city_id, file_id) REFERENCES stored_file(city_id, id),
  constraint import_run_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id)
);

create table inspection_round (
  city_id uuid not null,
  id uuid not null,
  name text not null,
  kind text not null,
  version_id uuid not null,
  starts_on date not null,
  ends_on date not null,
  rectify_days integer not null,
  site_type_ids uuid[] not null default '{}'::uuid[],
  published_at timestamp with time zone,
  finished_at timestamp with time zone,
  created_at timestamp with time zone not null,
  created_by uuid,
  revision integer not null default 1,
  constraint inspection_round_pkey PRIMARY KEY (city_id, id),
  constraint inspection_round_name_unique UNIQUE (city_id, name),
  constraint inspection_round_city_id_created_by_fkey FOREIGN KEY (city_id, created_by) REFERENCES user_account(city_id, id),
  constraint inspection_round_city_id_id_fkey FOREIGN KEY (city_id, id) REFERENCES observation_collection(city_id, id),
  constraint inspection_round_version FOREIGN KEY (city_id, version_id) REFERENCES framework_version(city_id, id),
  constraint inspection_round_kind_check CHECK ((kind = ANY (ARRAY['daily'::text, 'special'::text, 'streetSweeping'::text, 'mock'::text, 'thirdParty'::text, 'covert'::text, 'supplementary'::text, 'recheck'::text]))),
  constraint inspection_round_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100))),
  constraint inspection_round_period CHECK ((starts_on <= ends_on)),
  constraint inspection_round_rectify_days_check CHECK (((rectify_days >= 0) AND (rectify_days <= 365)))
);
CREATE INDEX inspection_round_by_start ON inspection_round USING btree (city_id, starts_on, id);

create table item_criterion (
  city_id uuid not null,
  version_id uuid not null,
  item_id uuid not null,
  criterion_id uuid not null,
  weight numeric(12,4) not null default 1,
  state text not null,
  likeness double precision,
  constraint item_criterion_pkey PRIMARY KEY (city_id, version_id, item_id, criterion_id),
  constraint item_criterion_city_id_criterion_id_fkey FOREIGN KEY (city_id, criterion_id) REFERENCES framework_node(city_id, id) ON DELETE CASCADE,
  constraint item_criterion_city_id_item_id_fkey FOREIGN KEY (city_id, item_id) REFERENCES checklist_item(city_id, id) ON DELETE CASCADE,
  constraint item_criterion_city_id_version_id_fkey FOREIGN KEY (city_id, version_id) REFERENCES framework_version(city_id, id) ON DELETE CASCADE,
  constraint item_criterion_likeness_check CHECK (((likeness >= (0)::double precision) AND (likeness <= (1)::double precision))),
  constraint item_criterion_state_check CHECK ((state = ANY (ARRAY['guess'::text, 'confirmed'::text, 'rejected'::text]))),
  constraint item_criterion_weight_check CHECK ((weight >= (0)::numeric))
);
CREATE INDEX item_criterion_by_criterion ON item_criterion USING btree (city_id, criterion_id);
CREATE INDEX item_criterion_by_state ON item_criterion USING btree (city_id, version_id, state);

create table observation (
  city_id uuid not null,
  batch_id uuid not null,
  number integer not null,
  collection_id uuid not null,
  criterion_id uuid,
  site_id uuid,
  place_name text not null default ''::text,
  subject_key text not null,
  site_type_id uuid,
  area_id uuid,
  district_id uuid,
  subdistrict_id uuid,
  outcome text not null,
  share_numerator numeric(40,0),
  share_denominator numeric(40,0),
  alongside integer not null default 1,
  violation_count integer not null default 0,
  value numeric(18,4),
  stake_points numeric(12,4),
  deduction_points numeric(12,4),
  responsible jsonb not null default '[]'::jsonb,
  note text not null default ''::text,
  serial text,
  observed_at timestamp with time zone not null,
  removed_by uuid,
  constraint observation_pkey PRIMARY KEY (city_id, batch_id, number),
  constraint observation_city_id_batch_id_fkey FOREIGN KEY (city_id, batch_id) REFERENCES observation_batch(city_id, id),
  constraint observation_city_id_criterion_id_fkey FOREIGN KEY (city_id, criterion_id) REFERENCES framework_node(city_id, id),
  constraint observation_alongside_check CHECK ((alongside >= 1)),
  constraint observation_check CHECK (((outcome = 'share'::text) = (share_numerator IS NOT NULL))),
  constraint observation_check1 CHECK (((share_numerator IS NULL) = (share_denominator IS NULL))),
  constraint observation_check2 CHECK (((share_numerator >= (0)::numeric) AND (share_numerator <= share_denominator))),
  constraint observation_check3 CHECK (((outcome = 'problem'::text) = (deduction_points IS NOT NULL))),
  constraint observation_number_check CHECK ((number >= 0)),
  constraint observation_outcome_check CHECK ((outcome = ANY (ARRAY['share'::text, 'notApplicable'::text, 'problem'::text]))),
  constraint observation_violation_count_check CHECK ((violation_count >= 0))
);
CREATE INDEX observation_by_criterion ON observation USING btree (city_id, collection_id, criterion_id, batch_id);
CREATE INDEX observation_by_serial ON observation USING btree (city_id, collection_id, serial) WHERE (serial IS NOT NULL);
CREATE INDEX observation_removed ON observation USING btree (city_id, removed_by) WHERE (removed_by IS NOT NULL);

create table observation_batch (
  city_id uuid not null,
  id uuid not null,
  collection_id uuid not null,
  source text not null,
  source_id uuid not null,
  recorded_at timestamp with time zone not null,
  position bigint,
  constraint observation_batch_pkey PRIMARY KEY (city_id, id),
  constraint observation_batch_position_once UNIQUE (city_id, "position"),
  constraint observation_batch_collection FOREIGN KEY (city_id, collection_id) REFERENCES observation_collection(city_id, id),
  constraint observation_batch_position_check CHECK (("position" > 0)),
  constraint observation_batch_source_check CHECK ((source = ANY (ARRAY['visit'::text, 'sheet'::text])))
);
CREATE INDEX observation_batch_by_collection ON observation_batch USING btree (city_id, collection_id);
CREATE INDEX observation_batch_by_source ON observation_batch USING btree (city_id, source_id);
CREATE INDEX observation_batch_of_sheets ON observation_batch USING btree (city_id, collection_id) WHERE (source = 'sheet'::text);
CREATE INDEX observation_batch_unfolded ON observation_batch USING btree (city_id, collection_id) WHERE ("position" IS NULL);

create table observation_collection (
  city_id uuid not null,
  id uuid not null,
  version_id uuid not null,
  kind text not null,
  name text not null,
  constraint observation_collection_pkey PRIMARY KEY (city_id, id),
  constraint observation_collection_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id),
  constraint observation_collection_city_id_version_id_fkey FOREIGN KEY (city_id, version_id) REFERENCES framework_version(city_id, id),
  constraint observation_collection_kind_check CHECK ((kind = 'round'::text)),
  constraint observation_collection_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100)))
);

create table observation_sheet (
  city_id uuid not null,
  id uuid not null,
  collection_id uuid not null,
  file_id uuid not null,
  file_name text not null,
  file_hash text not null,
  sheet text not null default ''::text,
  lists text not null,
  series text not null default ''::text,
  observation_count integer not null,
  imported_by uuid,
  imported_at timestamp with time zone not null,
  constraint observation_sheet_pkey PRIMARY KEY (city_id, id),
  constraint observation_sheet_city_id_collection_id_fkey FOREIGN KEY (city_id, collection_id) REFERENCES observation_collection(city_id, id),
  constraint observation_sheet_city_id_file_id_fkey FOREIGN KEY (city_id, file_id) REFERENCES stored_file(city_id, id),
  constraint observation_sheet_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id),
  constraint observation_sheet_city_id_imported_by_fkey FOREIGN KEY (city_id, imported_by) REFERENCES user_account(city_id, id),
  constraint observation_sheet_lists_check CHECK ((lists = ANY (ARRAY['everyCheck'::text, 'problemsOnly'::text]))),
  constraint observation_sheet_observation_count_check CHECK ((observation_count >= 0)),
  constraint observation_sheet_series_check CHECK ((length(series) <= 40))
);
CREATE INDEX observation_sheet_by_collection ON observation_sheet USING btree (city_id, collection_id);

create table organization (
  city_id uuid not null,
  id uuid not null,
  code text not null,
  name text not null,
  short_name text,
  kind text not null,
  parent_id uuid,
  path uuid[] not null,
  area_id uuid,
  valid_from date not null,
  valid_to date,
  revision integer not null default 1,
  constraint organization_pkey PRIMARY KEY (city_id, id),
  constraint organization_code_unique UNIQUE (city_id, code),
  constraint organization_city_id_area_id_fkey FOREIGN KEY (city_id, area_id) REFERENCES area(city_id, id),
  constraint organization_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id),
  constraint organization_city_id_parent_id_fkey FOREIGN KEY (city_id, parent_id) REFERENCES organization(city_id, id),
  constraint organization_code_check CHECK (((length(code) >= 1) AND (length(code) <= 32))),
  constraint organization_kind_check CHECK ((kind = ANY (ARRAY['leadingGroup'::text, 'campaignOffice'::text, 'bureau'::text, 'district'::text, 'subdistrict'::text, 'community'::text, 'assessor'::text, 'enterprise'::text, 'other'::text]))),
  constraint organization_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100))),
  constraint organization_validity CHECK (((valid_to IS NULL) OR (valid_from <= valid_to)))
);
CREATE INDEX organization_by_area ON organization USING btree (city_id, area_id);
CREATE INDEX organization_by_parent ON organization USING btree (city_id, parent_id);

create table password_link (
  city_id uuid not null,
  token_hash text not null,
  user_id uuid not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint password_link_pkey PRIMARY KEY (city_id, token_hash),
  constraint password_link_city_id_user_id_fkey FOREIGN KEY (city_id, user_id) REFERENCES user_account(city_id, id)
);
CREATE INDEX password_link_by_user ON password_link USING btree (city_id, user_id);

create table role (
  city_id uuid not null,
  key text not null,
  name text not null,
  permissions text[] not null,
  constraint role_pkey PRIMARY KEY (city_id, key),
  constraint role_name_unique UNIQUE (city_id, name),
  constraint role_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id),
  constraint role_key_check CHECK (((length(key) >= 1) AND (length(key) <= 64)))
);

create table role_grant (
  city_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  role_key text not null,
  organization_id uuid,
  area_id uuid,
  valid_until date,
  constraint role_grant_pkey PRIMARY KEY (city_id, id),
  constraint role_grant_city_id_area_id_fkey FOREIGN KEY (city_id, area_id) REFERENCES area(city_id, id),
  constraint role_grant_city_id_organization_id_fkey FOREIGN KEY (city_id, organization_id) REFERENCES organization(city_id, id),
  constraint role_grant_city_id_role_key_fkey FOREIGN KEY (city_id, role_key) REFERENCES role(city_id, key),
  constraint role_grant_city_id_user_id_fkey FOREIGN KEY (city_id, user_id) REFERENCES user_account(city_id, id),
  constraint role_grant_check CHECK (((organization_id IS NULL) OR (area_id IS NULL)))
);
CREATE INDEX role_grant_by_user ON role_grant USING btree (city_id, user_id);

-- append-only: what was drawn stays as it was drawn
create table round_draw (
  city_id uuid not null,
  round_id uuid not null,
  number integer not null,
  seed text not null,
  frame jsonb not null,
  drawn_at timestamp with time zone not null,
  drawn_by uuid,
  constraint round_draw_pkey PRIMARY KEY (city_id, round_id, number),
  constraint round_draw_city_id_drawn_by_fkey FOREIGN KEY (city_id, drawn_by) REFERENCES user_account(city_id, id),
  constraint round_draw_city_id_round_id_fkey FOREIGN KEY (city_id, round_id) REFERENCES inspection_round(city_id, id),
  constraint round_draw_number_check CHECK ((number >= 1)),
  constraint round_draw_seed_check CHECK (((length(seed) >= 1) AND (length(seed) <= 64)))
);

create table round_site (
  city_id uuid not null,
  round_id uuid not null,
  site_id uuid not null,
  site_type_id uuid not null,
  origin text not null,
  team_id uuid,
  constraint round_site_pkey PRIMARY KEY (city_id, round_id, site_id),
  constraint round_site_city_id_round_id_fkey FOREIGN KEY (city_id, round_id) REFERENCES inspection_round(city_id, id),
  constraint round_site_city_id_site_type_id_fkey FOREIGN KEY (city_id, site_type_id) REFERENCES site_type(city_id, id),
  constraint round_site_known FOREIGN KEY (city_id, site_id) REFERENCES site(city_id, id),
  constraint round_site_team FOREIGN KEY (city_id, round_id, team_id) REFERENCES round_team(city_id, round_id, id),
  constraint round_site_origin_check CHECK ((origin = ANY (ARRAY['drawn'::text, 'chosen'::text])))
);
CREATE INDEX round_site_by_site ON round_site USING btree (city_id, site_id);
CREATE INDEX round_site_by_team ON round_site USING btree (city_id, round_id, team_id) WHERE (team_id IS NOT NULL);

create table round_team (
  city_id uuid not null,
  round_id uuid not null,
  id uuid not null,
  name text not null,
  position integer not null,
  constraint round_team_pkey PRIMARY KEY (city_id, round_id, id),
  constraint round_team_name_unique UNIQUE (city_id, round_id, name) DEFERRABLE INITIALLY DEFERRED,
  constraint round_team_city_id_round_id_fkey FOREIGN KEY (city_id, round_id) REFERENCES inspection_round(city_id, id),
  constraint round_team_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60))),
  constraint round_team_position_check CHECK (("position" >= 0))
);

create table round_team_member (
  city_id uuid not null,
  round_id uuid not null,
  user_id uuid not null,
  team_id uuid not null,
  constraint round_team_member_pkey PRIMARY KEY (city_id, round_id, user_id),
  constraint round_team_member_city_id_round_id_team_id_fkey FOREIGN KEY (city_id, round_id, team_id) REFERENCES round_team(city_id, round_id, id) ON DELETE CASCADE,
  constraint round_team_member_known FOREIGN KEY (city_id, user_id) REFERENCES user_account(city_id, id)
);
CREATE INDEX round_team_member_by_team ON round_team_member USING btree (city_id, round_id, team_id);
CREATE INDEX round_team_member_by_user ON round_team_member USING btree (city_id, user_id);

create table rule_book_revision (
  city_id uuid not null,
  revision bigint not null,
  constraint rule_book_revision_pkey PRIMARY KEY (city_id),
  constraint rule_book_revision_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id)
);

create table said_name (
  city_id uuid not null,
  kind text not null,
  version_id uuid not null,
  said text not null,
  target_id uuid not null,
  used_at timestamp with time zone not null,
  constraint said_name_pkey PRIMARY KEY (city_id, kind, version_id, said),
  constraint said_name_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id),
  constraint said_name_kind_check CHECK ((kind = ANY (ARRAY['district'::text, 'street'::text, 'organization'::text, 'item'::text]))),
  constraint said_name_said_check CHECK (((length(said) >= 1) AND (length(said) <= 2000)))
);

create table search_entry (
  city_id uuid not null,
  kind text not null,
  id uuid not null,
  title text not null,
  detail text not null,
  words tsvector not null,
  area_id uuid,
  organization_ids uuid[] not null,
  constraint search_entry_pkey PRIMARY KEY (city_id, kind, id),
  constraint search_entry_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id)
);
CREATE INDEX search_entry_by_words ON search_entry USING gin (words);

create table self_check (
  city_id uuid not null,
  id uuid not null,
  version_id uuid not null,
  name text not null,
  due_on date not null,
  opened_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  revision integer not null default 1,
  constraint self_check_pkey PRIMARY KEY (city_id, id),
  constraint self_check_name_unique UNIQUE (city_id, name),
  constraint self_check_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id),
  constraint self_check_version FOREIGN KEY (city_id, version_id) REFERENCES framework_version(city_id, id),
  constraint self_check_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100)))
);

create table self_check_answer (
  city_id uuid not null,
  self_check_id uuid not null,
  organization_id uuid not null,
  criterion_id uuid not null,
  standing text not null,
  reason text not null default ''::text,
  plan text not null default ''::text,
  plan_on date,
  answered_by uuid,
  answered_at timestamp with time zone not null,
  first_on date not null,
  revision integer not null default 1,
  constraint self_check_answer_pkey PRIMARY KEY (city_id, self_check_id, organization_id, criterion_id),
  constraint self_check_answer_city_id_answered_by_fkey FOREIGN KEY (city_id, answered_by) REFERENCES user_account(city_id, id),
  constraint self_check_answer_city_id_criterion_id_fkey FOREIGN KEY (city_id, criterion_id) REFERENCES framework_node(city_id, id),
  constraint self_check_answer_city_id_organization_id_fkey FOREIGN KEY (city_id, organization_id) REFERENCES organization(city_id, id),
  constraint self_check_answer_city_id_self_check_id_fkey FOREIGN KEY (city_id, self_check_id) REFERENCES self_check(city_id, id),
  constraint self_check_answer_standing_check CHECK ((standing = ANY (ARRAY['met'::text, 'mostlyMet'::text, 'unmet'::text])))
);
CREATE INDEX self_check_answer_by_criterion ON self_check_answer USING btree (city_id, criterion_id);

create table sign_in_failure (
  city_id uuid not null,
  user_name text not null,
  failure_count integer not null,
  locked_until timestamp with time zone,
  last_at timestamp with time zone not null,
  constraint sign_in_failure_pkey PRIMARY KEY (city_id, user_name),
  constraint sign_in_failure_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id),
  constraint sign_in_failure_user_name_check CHECK ((length(user_name) <= 64))
);

create table site (
  city_id uuid not null,
  id uuid not null,
  code text not null,
  name text not null,
  type_id uuid not null,
  address text not null default ''::text,
  longitude double precision,
  latitude double precision,
  raw_position jsonb,
  h3_cell bigint,
  area_id uuid,
  holder_id uuid,
  supervisor_id uuid,
  state text not null default 'active'::text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  revision integer not null default 1,
  constraint site_pkey PRIMARY KEY (city_id, id),
  constraint site_code_unique UNIQUE (city_id, code),
  constraint site_city_id_area_id_fkey FOREIGN KEY (city_id, area_id) REFERENCES area(city_id, id),
  constraint site_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id),
  constraint site_holder_known FOREIGN KEY (city_id, holder_id) REFERENCES organization(city_id, id),
  constraint site_supervisor_known FOREIGN KEY (city_id, supervisor_id) REFERENCES organization(city_id, id),
  constraint site_type_known FOREIGN KEY (city_id, type_id) REFERENCES site_type(city_id, id),
  constraint site_check CHECK (((longitude IS NULL) = (latitude IS NULL))),
  constraint site_code_check CHECK (((length(code) >= 1) AND (length(code) <= 32))),
  constraint site_latitude_check CHECK (((latitude >= ('-90'::integer)::double precision) AND (latitude <= (90)::double precision))),
  constraint site_longitude_check CHECK (((longitude >= ('-180'::integer)::double precision) AND (longitude <= (180)::double precision))),
  constraint site_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120))),
  constraint site_state_check CHECK ((state = ANY (ARRAY['active'::text, 'paused'::text, 'retired'::text])))
);
CREATE INDEX site_by_area ON site USING btree (city_id, area_id, code);
CREATE INDEX site_by_cell ON site USING btree (city_id, h3_cell);
CREATE INDEX site_by_holder ON site USING btree (city_id, holder_id, code);
CREATE INDEX site_by_rare_state ON site USING btree (city_id, state, code) WHERE (state <> 'active'::text);
CREATE INDEX site_by_supervisor ON site USING btree (city_id, supervisor_id, code);
CREATE INDEX site_by_type ON site USING btree (city_id, type_id, code);
CREATE INDEX site_without_area ON site USING btree (city_id, code) WHERE ((area_id IS NULL) AND (state <> 'retired'::text));
CREATE INDEX site_without_holder ON site USING btree (city_id, code) WHERE ((holder_id IS NULL) AND (state <> 'retired'::text));
CREATE INDEX site_without_position ON site USING btree (city_id, code) WHERE ((longitude IS NULL) AND (state <> 'retired'::text));
CREATE INDEX site_without_supervisor ON site USING btree (city_id, code) WHERE ((supervisor_id IS NULL) AND (state <> 'retired'::text));

create table site_type (
  city_id uuid not null,
  id uuid not null,
  code text not null,
  name text not null,
  category text not null default ''::text,
  description text not null default ''::text,
  retired boolean not null default false,
  revision integer not null default 1,
  constraint site_type_pkey PRIMARY KEY (city_id, id),
  constraint site_type_code_unique UNIQUE (city_id, code),
  constraint site_type_name_unique UNIQUE (city_id, name),
  constraint site_type_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id),
  constraint site_type_code_check CHECK (((length(code) >= 1) AND (length(code) <= 32))),
  constraint site_type_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60)))
);

create table site_visit (
  city_id uuid not null,
  id uuid not null,
  round_id uuid not null,
  site_id uuid not null,
  checklist_id uuid not null,
  checklist_version_id uuid not null,
  area_id uuid,
  inspector_id uuid not null,
  started_at timestamp with time zone not null,
  finished_at timestamp with time zone not null,
  clock_offset_ms bigint not null,
  recorded_at timestamp with time zone not null,
  longitude double precision,
  latitude double precision,
  accuracy real,
  answers jsonb not null,
  content_hash text not null,
  item_count integer not null,
  failed_count integer not null,
  state text not null default 'standing'::text,
  corrects_id uuid,
  reason text not null default ''::text,
  voided_at timestamp with time zone,
  voided_by uuid,
  void_reason text not null default ''::text,
  constraint site_visit_pkey PRIMARY KEY (city_id, id),
  constraint site_visit_city_id_checklist_version_id_fkey FOREIGN KEY (city_id, checklist_version_id) REFERENCES checklist_version(city_id, id),
  constraint site_visit_city_id_corrects_id_fkey FOREIGN KEY (city_id, corrects_id) REFERENCES site_visit(city_id, id),
  constraint site_visit_city_id_inspector_id_fkey FOREIGN KEY (city_id, inspector_id) REFERENCES user_account(city_id, id),
  constraint site_visit_city_id_round_id_site_id_fkey FOREIGN KEY (city_id, round_id, site_id) REFERENCES round_site(city_id, round_id, site_id),
  constraint site_visit_city_id_voided_by_fkey FOREIGN KEY (city_id, voided_by) REFERENCES user_account(city_id, id),
  constraint site_visit_accuracy_check CHECK ((accuracy >= (0)::double precision)),
  constraint site_visit_check CHECK (((failed_count >= 0) AND (failed_count <= item_count))),
  constraint site_visit_check1 CHECK ((started_at <= finished_at)),
  constraint site_visit_check2 CHECK (((longitude IS NULL) = (latitude IS NULL))),
  constraint site_visit_check3 CHECK (((corrects_id IS NULL) OR (reason <> ''::text))),
  constraint site_visit_check4 CHECK (((state = 'voided'::text) = (voided_at IS NOT NULL))),
  constraint site_visit_check5 CHECK (((voided_at IS NULL) OR (void_reason <> ''::text))),
  constraint site_visit_content_hash_check CHECK ((length(content_hash) = 43)),
  constraint site_visit_item_count_check CHECK ((item_count >= 1)),
  constraint site_visit_latitude_check CHECK (((latitude >= ('-90'::integer)::double precision) AND (latitude <= (90)::double precision))),
  constraint site_visit_longitude_check CHECK (((longitude >= ('-180'::integer)::double precision) AND (longitude <= (180)::double precision))),
  constraint site_visit_reason_check CHECK ((length(reason) <= 500)),
  constraint site_visit_state_check CHECK ((state = ANY (ARRAY['standing'::text, 'corrected'::text, 'voided'::text]))),
  constraint site_visit_void_reason_check CHECK ((length(void_reason) <= 500))
);
CREATE INDEX site_visit_by_round ON site_visit USING btree (city_id, round_id, finished_at, id);
CREATE INDEX site_visit_by_site ON site_visit USING btree (city_id, site_id, finished_at);
CREATE UNIQUE INDEX site_visit_corrected_once ON site_visit USING btree (city_id, corrects_id) WHERE (corrects_id IS NOT NULL);
CREATE UNIQUE INDEX site_visit_standing ON site_visit USING btree (city_id, round_id, site_id, checklist_id) WHERE (state = 'standing'::text);

create table stored_file (
  city_id uuid not null,
  id uuid not null,
  hash text not null,
  byte_count bigint not null,
  media_type text not null,
  original_name text not null,
  uploaded_by uuid,
  uploaded_at timestamp with time zone not null,
  constraint stored_file_pkey PRIMARY KEY (city_id, id),
  constraint stored_file_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id),
  constraint stored_file_byte_count_check CHECK ((byte_count > 0)),
  constraint stored_file_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text))
);
CREATE INDEX stored_file_by_hash ON stored_file USING btree (city_id, hash);

create table subject_key (
  city_id uuid not null,
  subject_id uuid not null,
  wrapped_key text not null,
  constraint subject_key_pkey PRIMARY KEY (city_id, subject_id),
  constraint subject_key_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id),
  constraint subject_key_wrapped_key_check CHECK ((wrapped_key ~~ 'v1.%'::text))
);

create table tally (
  city_id uuid not null,
  collection_id uuid not null,
  criterion_id uuid not null,
  totals jsonb not null,
  districts jsonb not null,
  subdistricts jsonb not null,
  site_types jsonb not null,
  organizations jsonb not null,
  constraint tally_pkey PRIMARY KEY (city_id, collection_id, criterion_id),
  constraint tally_city_id_collection_id_fkey FOREIGN KEY (city_id, collection_id) REFERENCES observation_collection(city_id, id)
);

create table user_account (
  city_id uuid not null,
  id uuid not null,
  user_name text not null,
  name text not null,
  sealed_phone text,
  organization_id uuid,
  locale text not null default 'zh-CN'::text,
  state text not null default 'active'::text,
  password_hash text,
  created_at timestamp with time zone not null,
  revision integer not null default 1,
  constraint user_account_pkey PRIMARY KEY (city_id, id),
  constraint user_name_unique UNIQUE (city_id, user_name),
  constraint user_account_city_id_fkey FOREIGN KEY (city_id) REFERENCES city(city_id),
  constraint user_account_city_id_organization_id_fkey FOREIGN KEY (city_id, organization_id) REFERENCES organization(city_id, id),
  constraint user_account_locale_check CHECK ((locale = ANY (ARRAY['zh-CN'::text, 'en'::text]))),
  constraint user_account_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60))),
  constraint user_account_sealed_phone_check CHECK ((sealed_phone ~~ 'v1.%'::text)),
  constraint user_account_state_check CHECK ((state = ANY (ARRAY['active'::text, 'disabled'::text]))),
  constraint user_account_user_name_check CHECK ((user_name ~ '^[a-z0-9][a-z0-9._-]{1,63}$'::text))
);
CREATE INDEX user_account_by_organization ON user_account USING btree (city_id, organization_id);

create table user_session (
  city_id uuid not null,
  token_hash text not null,
  id uuid not null,
  user_id uuid not null,
  user_agent text not null default ''::text,
  created_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint user_session_pkey PRIMARY KEY (city_id, token_hash),
  constraint user_session_city_id_user_id_fkey FOREIGN KEY (city_id, user_id) REFERENCES user_account(city_id, id)
);
CREATE INDEX user_session_by_expiry ON user_session USING btree (city_id, expires_at);
CREATE INDEX user_session_by_user ON user_session USING btree (city_id, user_id);
