-- The city, and the log of everything done in it. Every primary and unique key begins with city_id (ADR 0003).
create table city (
  city_id uuid primary key,
  code text not null check (code ~ '^[0-9A-Za-z-]{1,32}$'),
  name text not null check (length(name) between 1 and 100),
  settings jsonb not null default '{}',
  created_at timestamptz not null
);

create table audit_entry (
  city_id uuid not null references city,
  id uuid not null,
  at timestamptz not null,
  actor_id uuid,
  actor_name text not null,
  action text not null,
  subject_kind text not null,
  subject_id uuid,
  before jsonb,
  after jsonb,
  primary key (city_id, id)
);
comment on table audit_entry is 'append-only: who did what to which record';
create index audit_entry_by_subject on audit_entry (city_id, subject_id, id desc);
create index audit_entry_by_actor on audit_entry (city_id, actor_id, id desc);

-- What is not sealed yet. A row leaves when a block takes its entry in, so sealing never scans the log.
create table audit_unsealed (
  city_id uuid not null,
  entry_id uuid not null,
  primary key (city_id, entry_id),
  foreign key (city_id, entry_id) references audit_entry (city_id, id)
);

create table audit_block (
  city_id uuid not null references city,
  number bigint not null check (number > 0),
  previous_hash text not null,
  hash text not null,
  algorithm text not null check (algorithm in ('sha256', 'sm3')),
  sealed_at timestamptz not null,
  entry_ids uuid[] not null check (cardinality(entry_ids) > 0),
  primary key (city_id, number)
);
comment on table audit_block is 'append-only: hash-chained blocks of audit entries';
create index audit_block_by_entry on audit_block using gin (entry_ids);
