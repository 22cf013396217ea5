-- Areas (区域): city · district · subdistrict · community · grid cell.
create table area (
  city_id uuid not null references city,
  id uuid not null,
  code text not null check (length(code) between 1 and 32),
  name text not null check (length(name) between 1 and 100),
  level text not null check (level in ('city', 'district', 'subdistrict', 'community', 'gridCell')),
  kind text,
  parent_id uuid,
  -- ancestors from the city down, the area itself last
  path uuid[] not null,
  valid_from date not null,
  valid_to date,
  revision integer not null default 1,
  primary key (city_id, id),
  constraint area_code_unique unique (city_id, code, valid_from),
  foreign key (city_id, parent_id) references area (city_id, id),
  check ((level = 'city') = (parent_id is null)),
  constraint area_validity check (valid_to is null or valid_from <= valid_to)
);
create index area_by_parent on area (city_id, parent_id);

create table area_boundary (
  city_id uuid not null,
  area_id uuid not null,
  geometry jsonb not null,
  -- what the file said, when its datum was not WGS84
  raw_geometry jsonb,
  datum text not null check (datum in ('WGS84', 'GCJ-02', 'BD-09', 'CGCS2000')),
  west double precision not null,
  south double precision not null,
  east double precision not null,
  north double precision not null,
  label_longitude double precision not null,
  label_latitude double precision not null,
  square_meters double precision not null check (square_meters > 0),
  primary key (city_id, area_id),
  foreign key (city_id, area_id) references area (city_id, id)
);

-- Splits and merges (拆分、合并) are relations between areas, not edits of them.
create table area_succession (
  city_id uuid not null,
  from_area_id uuid not null,
  to_area_id uuid not null,
  kind text not null check (kind in ('split', 'merge', 'rename')),
  on_day date not null,
  primary key (city_id, from_area_id, to_area_id),
  foreign key (city_id, from_area_id) references area (city_id, id),
  foreign key (city_id, to_area_id) references area (city_id, id),
  check (from_area_id <> to_area_id)
);

-- The city's own map beneath everything: water, parks, roads.
create table base_map (
  city_id uuid not null references city,
  id uuid not null,
  file_id uuid not null,
  attribution text not null default '',
  -- 审图号, where the city has one
  approval_number text not null default '',
  created_at timestamptz not null,
  primary key (city_id, id),
  foreign key (city_id, file_id) references stored_file (city_id, id)
);
