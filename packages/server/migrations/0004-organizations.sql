-- Organizations (单位): a tree of kinds with validity.
create table organization (
  city_id uuid not null references city,
  id uuid not null,
  code text not null check (length(code) between 1 and 32),
  name text not null check (length(name) between 1 and 100),
  short_name text,
  kind text not null check (kind in ('leadingGroup', 'campaignOffice', 'bureau', 'district', 'subdistrict', 'community',
    'assessor', 'enterprise', 'other')),
  parent_id uuid,
  path uuid[] not null,
  area_id uuid,
  valid_from date not null,
  valid_to date,
  revision integer not null default 1,
  primary key (city_id, id),
  constraint organization_code_unique unique (city_id, code),
  foreign key (city_id, parent_id) references organization (city_id, id),
  foreign key (city_id, area_id) references area (city_id, id),
  constraint organization_validity check (valid_to is null or valid_from <= valid_to)
);
create index organization_by_parent on organization (city_id, parent_id);
create index organization_by_area on organization (city_id, area_id);
