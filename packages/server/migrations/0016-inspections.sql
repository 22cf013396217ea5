-- Inspections (督查): rounds with their planned sites, teams and assignments; visits, and what was found there.

-- Rises with every change of what a memory of the rule book is made of: duties, ties between items and criteria, areas, organizations'
-- names, criteria. Whoever keeps the rule book in memory compares this number before using it.
create table rule_book_revision (
  city_id uuid not null references city,
  revision bigint not null,
  primary key (city_id)
);

create table inspection_round (
  city_id uuid not null,
  -- also the id of its collection of observations
  id uuid not null,
  name text not null check (length(name) between 1 and 100),
  kind text not null check (kind in ('daily', 'special', 'streetSweeping', 'mock', 'thirdParty', 'covert', 'supplementary', 'recheck')),
  version_id uuid not null,
  starts_on date not null,
  ends_on date not null,
  rectify_days integer not null check (rectify_days between 0 and 365),
  site_type_ids uuid[] not null default '{}',
  -- a covert round is seen by its team and the office only, until then
  published_at timestamptz,
  finished_at timestamptz,
  created_at timestamptz not null,
  created_by uuid,
  -- rises with every change of the plan: its fields, teams, sites and who goes where
  revision integer not null default 1,
  primary key (city_id, id),
  constraint inspection_round_name_unique unique (city_id, name),
  constraint inspection_round_period check (starts_on <= ends_on),
  constraint inspection_round_version foreign key (city_id, version_id) references framework_version (city_id, id),
  foreign key (city_id, id) references observation_collection (city_id, id),
  foreign key (city_id, created_by) references user_account (city_id, id)
);
create index inspection_round_by_start on inspection_round (city_id, starts_on, id);

-- What was drawn by lot (抽样), with all that is needed to draw it again: the seed, how many of which type, and from which sites.
create table round_draw (
  city_id uuid not null,
  round_id uuid not null,
  number integer not null check (number >= 1),
  seed text not null check (length(seed) between 1 and 64),
  -- of each type: SiteQuota with the sites it was drawn from, in the order of their codes
  frame jsonb not null,
  drawn_at timestamptz not null,
  drawn_by uuid,
  primary key (city_id, round_id, number),
  foreign key (city_id, round_id) references inspection_round (city_id, id),
  foreign key (city_id, drawn_by) references user_account (city_id, id)
);
comment on table round_draw is 'append-only: what was drawn stays as it was drawn';

create table round_team (
  city_id uuid not null,
  round_id uuid not null,
  id uuid not null,
  name text not null check (length(name) between 1 and 60),
  position integer not null check (position >= 0),
  primary key (city_id, round_id, id),
  constraint round_team_name_unique unique (city_id, round_id, name) deferrable initially deferred,
  foreign key (city_id, round_id) references inspection_round (city_id, id)
);

-- Somebody is in one team of a round.
create table round_team_member (
  city_id uuid not null,
  round_id uuid not null,
  user_id uuid not null,
  team_id uuid not null,
  primary key (city_id, round_id, user_id),
  foreign key (city_id, round_id, team_id) references round_team (city_id, round_id, id) on delete cascade,
  constraint round_team_member_known foreign key (city_id, user_id) references user_account (city_id, id)
);
create index round_team_member_by_user on round_team_member (city_id, user_id);
create index round_team_member_by_team on round_team_member (city_id, round_id, team_id);

create table round_site (
  city_id uuid not null,
  round_id uuid not null,
  site_id uuid not null,
  -- as it was when the site was planned
  site_type_id uuid not null,
  origin text not null check (origin in ('drawn', 'chosen')),
  -- who goes there
  team_id uuid,
  primary key (city_id, round_id, site_id),
  foreign key (city_id, round_id) references inspection_round (city_id, id),
  constraint round_site_known foreign key (city_id, site_id) references site (city_id, id),
  foreign key (city_id, site_type_id) references site_type (city_id, id),
  constraint round_site_team foreign key (city_id, round_id, team_id) references round_team (city_id, round_id, id)
);
create index round_site_by_site on round_site (city_id, site_id);
create index round_site_by_team on round_site (city_id, round_id, team_id) where team_id is not null;

-- One visit to one site under one version of a checklist (现场督查). The answers are one document, written once.
create table site_visit (
  city_id uuid not null,
  -- made by the inspector's device
  id uuid not null,
  round_id uuid not null,
  site_id uuid not null,
  checklist_id uuid not null,
  checklist_version_id uuid not null,
  -- where the site lay at that moment
  area_id uuid,
  inspector_id uuid not null,
  -- corrected by how far the device's clock was off when it sent the visit
  started_at timestamptz not null,
  finished_at timestamptz not null,
  -- server's time minus device's: the device said finished_at minus this
  clock_offset_ms bigint not null,
  recorded_at timestamptz not null,
  -- WGS84 degrees and metres; null = the device did not say. One position with the visit, never a track.
  longitude double precision check (longitude between -180 and 180),
  latitude double precision check (latitude between -90 and 90),
  accuracy real check (accuracy >= 0),
  -- AnsweredItem[], in the order of the checklist
  answers jsonb not null,
  -- of everything that was sent, but when: the same visit sent again is known by it
  content_hash text not null check (length(content_hash) = 43),
  item_count integer not null check (item_count >= 1),
  failed_count integer not null check (failed_count between 0 and item_count),
  state text not null default 'standing' check (state in ('standing', 'corrected', 'voided')),
  corrects_id uuid,
  -- why it corrects the earlier one
  reason text not null default '' check (length(reason) <= 500),
  voided_at timestamptz,
  voided_by uuid,
  void_reason text not null default '' check (length(void_reason) <= 500),
  primary key (city_id, id),
  -- a site is visited once in a round for each of its checklists, whatever was corrected or voided beside it
  foreign key (city_id, round_id, site_id) references round_site (city_id, round_id, site_id),
  foreign key (city_id, checklist_version_id) references checklist_version (city_id, id),
  foreign key (city_id, inspector_id) references user_account (city_id, id),
  foreign key (city_id, corrects_id) references site_visit (city_id, id),
  foreign key (city_id, voided_by) references user_account (city_id, id),
  check (started_at <= finished_at),
  check ((longitude is null) = (latitude is null)),
  check (corrects_id is null or reason <> ''),
  check ((state = 'voided') = (voided_at is not null)),
  check (voided_at is null or void_reason <> '')
);
create unique index site_visit_standing on site_visit (city_id, round_id, site_id, checklist_id) where state = 'standing';
create unique index site_visit_corrected_once on site_visit (city_id, corrects_id) where corrects_id is not null;
create index site_visit_by_round on site_visit (city_id, round_id, finished_at, id);
create index site_visit_by_site on site_visit (city_id, site_id, finished_at);

-- What a visit found wrong (发现的问题), and to whom it went. A correction that finds the same again keeps the finding's id and its case.
create table finding (
  city_id uuid not null,
  visit_id uuid not null,
  item_id uuid not null,
  id uuid not null,
  -- the case it opened, where the item is one to hand over
  case_id uuid,
  -- which sort of duty named the organizations
  because text not null check (because in ('site', 'areaSiteType', 'category', 'criterion', 'register', 'none')),
  -- what the deciding duty is for, in words, at that moment
  duty_name text not null default '',
  -- Answerable[], as it was at that moment
  responsible jsonb not null,
  primary key (city_id, visit_id, item_id),
  foreign key (city_id, visit_id) references site_visit (city_id, id),
  foreign key (city_id, item_id) references checklist_item (city_id, id)
);
create index finding_by_id on finding (city_id, id);
