-- Duties (责任): who answers for a site, an area × site type, a category of problems or a criterion, as what, with what share, and when.
create table duty (
  -- every duty has an organization, whose key says that the city is known
  city_id uuid not null,
  id uuid not null,
  target text not null check (target in ('site', 'areaSiteType', 'category', 'criterion')),
  site_id uuid,
  area_id uuid,
  site_type_id uuid,
  category text check (length(category) between 1 and 60),
  criterion_id uuid,
  organization_id uuid not null,
  role text not null check (role in ('lead', 'competent', 'supporting')),
  -- part of the whole, in percent
  share numeric(12, 4) check (share >= 0),
  valid_from date not null,
  valid_to date,
  revision integer not null default 1,
  primary key (city_id, id),
  constraint duty_site_known foreign key (city_id, site_id) references site (city_id, id),
  constraint duty_area_known foreign key (city_id, area_id) references area (city_id, id),
  constraint duty_site_type_known foreign key (city_id, site_type_id) references site_type (city_id, id),
  constraint duty_criterion_known foreign key (city_id, criterion_id) references framework_node (city_id, id) on delete cascade,
  constraint duty_organization_known foreign key (city_id, organization_id) references organization (city_id, id),
  constraint duty_validity check (valid_to is null or valid_from <= valid_to),
  constraint duty_target_complete check (
    case target
      when 'site' then site_id is not null and num_nonnulls(area_id, site_type_id, category, criterion_id) = 0
      when 'areaSiteType' then area_id is not null and num_nonnulls(site_id, category, criterion_id) = 0
      when 'category' then category is not null and num_nonnulls(site_id, area_id, site_type_id, criterion_id) = 0
      else criterion_id is not null and num_nonnulls(site_id, area_id, site_type_id, category) = 0
    end)
);
create index duty_by_site on duty (city_id, site_id) where site_id is not null;
create index duty_by_area_and_type on duty (city_id, area_id, site_type_id) where area_id is not null;
create index duty_by_category on duty (city_id, category) where category is not null;
create index duty_by_criterion on duty (city_id, criterion_id) where criterion_id is not null;
create index duty_by_organization on duty (city_id, organization_id);
