-- Checklists of site types (点位检查表) and standards. A version's content is one document: it is saved, published and read as a whole.
create table checklist (
  city_id uuid not null references city,
  id uuid not null,
  code text not null check (length(code) between 1 and 32),
  name text not null check (length(name) between 1 and 100),
  kind text not null check (kind in ('siteType', 'standard')),
  retired boolean not null default false,
  revision integer not null default 1,
  primary key (city_id, id),
  constraint checklist_code_unique unique (city_id, code),
  constraint checklist_name_unique unique (city_id, name)
);

create table checklist_site_type (
  city_id uuid not null,
  checklist_id uuid not null,
  site_type_id uuid not null,
  primary key (city_id, checklist_id, site_type_id),
  foreign key (city_id, checklist_id) references checklist (city_id, id) on delete cascade,
  constraint checklist_site_type_known foreign key (city_id, site_type_id) references site_type (city_id, id)
);
create index checklist_site_type_by_type on checklist_site_type (city_id, site_type_id);

create table checklist_version (
  city_id uuid not null,
  id uuid not null,
  checklist_id uuid not null,
  number integer not null check (number >= 1),
  state text not null default 'draft' check (state in ('draft', 'published', 'withdrawn')),
  protocol text not null default '',
  -- ChecklistItem[], in order
  items jsonb not null default '[]',
  published_at timestamptz,
  published_by uuid,
  updated_at timestamptz not null,
  revision integer not null default 1,
  primary key (city_id, id),
  constraint checklist_version_number_unique unique (city_id, checklist_id, number),
  foreign key (city_id, checklist_id) references checklist (city_id, id) on delete cascade,
  foreign key (city_id, published_by) references user_account (city_id, id),
  check ((state = 'draft') = (published_at is null))
);
create unique index checklist_one_draft on checklist_version (city_id, checklist_id) where state = 'draft';
create unique index checklist_one_published on checklist_version (city_id, checklist_id) where state = 'published';

-- Every item that ever stood in a version: its identity, and its words as they stand now, for mappings and search.
create table checklist_item (
  city_id uuid not null,
  id uuid not null,
  checklist_id uuid not null,
  code text not null,
  text text not null,
  dimension text not null,
  position integer not null,
  -- false: no longer in the latest version
  standing boolean not null default true,
  primary key (city_id, id),
  foreign key (city_id, checklist_id) references checklist (city_id, id) on delete cascade
);
create index checklist_item_by_checklist on checklist_item (city_id, checklist_id, position);
