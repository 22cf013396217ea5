-- The register of sites (点位台账) and their types.
create table site_type (
  city_id uuid not null references city,
  id uuid not null,
  code text not null check (length(code) between 1 and 32),
  name text not null check (length(name) between 1 and 60),
  category text not null default '',
  description text not null default '',
  retired boolean not null default false,
  revision integer not null default 1,
  primary key (city_id, id),
  constraint site_type_code_unique unique (city_id, code),
  constraint site_type_name_unique unique (city_id, name)
);

create table site (
  city_id uuid not null references city,
  id uuid not null,
  code text not null check (length(code) between 1 and 32),
  name text not null check (length(name) between 1 and 120),
  type_id uuid not null,
  address text not null default '',
  -- WGS84 degrees; null while nobody knows where it is
  longitude double precision check (longitude between -180 and 180),
  latitude double precision check (latitude between -90 and 90),
  -- what the file or the person said: datum and the two numbers as given
  raw_position jsonb,
  h3_cell bigint,
  area_id uuid,
  holder_id uuid,
  supervisor_id uuid,
  state text not null default 'active' check (state in ('active', 'paused', 'retired')),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  revision integer not null default 1,
  primary key (city_id, id),
  constraint site_code_unique unique (city_id, code),
  constraint site_type_known foreign key (city_id, type_id) references site_type (city_id, id),
  foreign key (city_id, area_id) references area (city_id, id),
  constraint site_holder_known foreign key (city_id, holder_id) references organization (city_id, id),
  constraint site_supervisor_known foreign key (city_id, supervisor_id) references organization (city_id, id),
  check ((longitude is null) = (latitude is null))
);
create index site_by_area on site (city_id, area_id, code);
create index site_by_type on site (city_id, type_id, code);
create index site_by_holder on site (city_id, holder_id, code);
create index site_by_supervisor on site (city_id, supervisor_id, code);
create index site_by_cell on site (city_id, h3_cell);
-- States other than the usual one are rare; a walk along the codes would read the whole register to find them.
create index site_by_rare_state on site (city_id, state, code) where state <> 'active';
-- What somebody still has to fill in (待补全): few rows, counted on every workbench.
create index site_without_area on site (city_id, code) where area_id is null and state <> 'retired';
create index site_without_position on site (city_id, code) where longitude is null and state <> 'retired';
create index site_without_holder on site (city_id, code) where holder_id is null and state <> 'retired';
create index site_without_supervisor on site (city_id, code) where supervisor_id is null and state <> 'retired';
