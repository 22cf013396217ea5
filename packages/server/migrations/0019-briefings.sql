-- Briefings (通报): what is reported upwards. The document and its workbook lie in the file store; the figures in it stand here, so that
-- each can be opened and taken again.
create table briefing (
  city_id uuid not null references city,
  id uuid not null,
  title text not null check (length(title) between 1 and 100),
  issuer text not null check (length(issuer) between 1 and 60),
  -- 发文字号; empty = not given yet
  document_number text not null default '' check (length(document_number) <= 40),
  addressee text not null default '' check (length(addressee) <= 200),
  signed_on date not null,
  next_steps text not null default '' check (length(next_steps) <= 4000),
  -- what it was made from; the assessment may choose other rounds later, the briefing does not
  assessment_id uuid,
  version_id uuid not null,
  watermark bigint not null check (watermark >= 0),
  -- {criterionId: planned sites}, as planned when the figures were taken: rounds can be planned anew
  planned jsonb not null,
  document_file_id uuid not null,
  details_file_id uuid not null,
  made_at timestamptz not null,
  made_by uuid,
  primary key (city_id, id),
  foreign key (city_id, version_id) references framework_version (city_id, id),
  foreign key (city_id, document_file_id) references stored_file (city_id, id),
  foreign key (city_id, details_file_id) references stored_file (city_id, id),
  foreign key (city_id, made_by) references user_account (city_id, id)
);
create index briefing_by_making on briefing (city_id, made_at, id);

create table briefing_round (
  city_id uuid not null,
  briefing_id uuid not null,
  round_id uuid not null,
  primary key (city_id, briefing_id, round_id),
  foreign key (city_id, briefing_id) references briefing (city_id, id),
  foreign key (city_id, round_id) references observation_collection (city_id, id)
);
create index briefing_round_by_round on briefing_round (city_id, round_id);

-- A figure (数据): the question, how far the ledger had come, and the answer, exact. Over rows that change (cases) it keeps the rows.
create table figure (
  city_id uuid not null,
  id uuid not null,
  briefing_id uuid not null,
  -- its number in the source annex, from 1
  number integer not null check (number >= 1),
  -- a named query, and what it was asked with
  key text not null,
  params jsonb not null,
  -- the question in words, as printed
  words text not null,
  watermark bigint not null check (watermark >= 0),
  value jsonb not null,
  -- as printed; empty for tables
  shown text not null,
  rows jsonb,
  taken_at timestamptz not null,
  primary key (city_id, id),
  constraint figure_number_once unique (city_id, briefing_id, number),
  foreign key (city_id, briefing_id) references briefing (city_id, id)
);
comment on table figure is 'append-only: a figure stays as it was printed';
