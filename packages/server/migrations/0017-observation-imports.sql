-- Sheets of third parties (外部观测表) that were taken into a round: one row for each sheet of each upload. Its observations are the batches
-- whose source it is; they say which of them still stand.
create table observation_sheet (
  city_id uuid not null references city,
  id uuid not null,
  collection_id uuid not null,
  file_id uuid not null,
  file_name text not null,
  -- of the bytes: the very same file again takes the place of itself, serial numbers or not
  file_hash text not null,
  -- of a workbook; '' = the file has no sheets
  sheet text not null default '',
  lists text not null check (lists in ('everyCheck', 'problemsOnly')),
  -- whose serial numbers these are: two assessors may both count from 1
  series text not null default '' check (length(series) <= 40),
  observation_count integer not null check (observation_count >= 0),
  imported_by uuid,
  imported_at timestamptz not null,
  primary key (city_id, id),
  foreign key (city_id, collection_id) references observation_collection (city_id, id),
  foreign key (city_id, file_id) references stored_file (city_id, id),
  foreign key (city_id, imported_by) references user_account (city_id, id)
);
create index observation_sheet_by_collection on observation_sheet (city_id, collection_id);

-- What a name in a sheet meant the last time (名称对照): whoever gets such a sheet every quarter says it once.
create table said_name (
  city_id uuid not null references city,
  kind text not null check (kind in ('district', 'street', 'organization', 'item')),
  -- items mean something under a framework version; nil uuid for the others
  version_id uuid not null,
  said text not null check (length(said) between 1 and 2000),
  target_id uuid not null,
  used_at timestamptz not null,
  primary key (city_id, kind, version_id, said)
);
