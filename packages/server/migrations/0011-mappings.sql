-- Which checklist item feeds which criterion of a framework version (检查项 ↔ 测评标准).
create table item_criterion (
  city_id uuid not null,
  version_id uuid not null,
  item_id uuid not null,
  criterion_id uuid not null,
  weight numeric(12, 4) not null default 1 check (weight >= 0),
  state text not null check (state in ('guess', 'confirmed', 'rejected')),
  -- how near the texts are, 0–1; null = tied by a person
  likeness double precision check (likeness between 0 and 1),
  primary key (city_id, version_id, item_id, criterion_id),
  foreign key (city_id, version_id) references framework_version (city_id, id) on delete cascade,
  foreign key (city_id, item_id) references checklist_item (city_id, id) on delete cascade,
  foreign key (city_id, criterion_id) references framework_node (city_id, id) on delete cascade
);
create index item_criterion_by_criterion on item_criterion (city_id, criterion_id);
create index item_criterion_by_state on item_criterion (city_id, version_id, state);
