-- Assessments (测评): which rounds are scored together, under one version of a framework. The score itself is no table: it is made from
-- the tallies of the rounds whenever somebody looks.
create table assessment (
  city_id uuid not null references city,
  id uuid not null,
  version_id uuid not null,
  name text not null check (length(name) between 1 and 100),
  kind text not null check (kind in ('official', 'selfCheck', 'mock', 'supplementary', 'recheck')),
  created_at timestamptz not null,
  revision integer not null default 1,
  primary key (city_id, id),
  constraint assessment_name_unique unique (city_id, name),
  constraint assessment_version foreign key (city_id, version_id) references framework_version (city_id, id)
);

-- A round counts once in an assessment, and may count in several assessments.
create table assessment_round (
  city_id uuid not null,
  assessment_id uuid not null,
  round_id uuid not null,
  primary key (city_id, assessment_id, round_id),
  foreign key (city_id, assessment_id) references assessment (city_id, id) on delete cascade,
  constraint assessment_round_known foreign key (city_id, round_id) references observation_collection (city_id, id)
);
create index assessment_round_by_round on assessment_round (city_id, round_id);
