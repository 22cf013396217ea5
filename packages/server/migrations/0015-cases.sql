-- Cases (案卷): everything wrong that somebody has to put right. How they go is versioned data; what was done is a row a step that
-- nobody changes; the case's own row is what the steps fold to.
create table case_workflow (
  city_id uuid not null references city,
  version integer not null check (version >= 1),
  definition jsonb not null,
  primary key (city_id, version)
);

create table case_file (
  city_id uuid not null,
  id uuid not null,
  number text not null check (length(number) between 1 and 40),
  workflow_version integer not null,
  -- what it was opened from: a failed item of a visit
  source_kind text not null check (source_kind in ('finding')),
  source_id uuid not null,
  round_id uuid,
  site_id uuid,
  place_name text not null,
  area_id uuid,
  -- as the tree of areas was at that moment
  district_id uuid,
  subdistrict_id uuid,
  title text not null check (length(title) between 1 and 500),
  description text not null default '',
  -- the item's dimension
  category text not null default '',
  criterion_id uuid,
  item_id uuid,
  -- why it went where it went
  ground text not null check (ground in ('site', 'areaSiteType', 'category', 'criterion', 'register', 'none')),
  -- [{organizationId, role, share}], who was named when it was handed over
  responsible jsonb not null default '[]',
  -- everybody who was named or whose it ever was: they see it
  organization_ids uuid[] not null default '{}',
  photo_required boolean not null,
  state text not null check (state in ('unassigned', 'assigned', 'accepted', 'rectified', 'returned', 'closed', 'withdrawn')),
  -- whose it is to put right
  organization_id uuid,
  opened_at timestamptz not null,
  due_at timestamptz not null,
  accepted_at timestamptz,
  rectified_at timestamptz,
  closed_at timestamptz,
  -- everybody who took it up or reported it: none of them verifies it
  handler_ids uuid[] not null default '{}',
  return_count integer not null default 0 check (return_count >= 0),
  -- how many steps it took
  revision integer not null check (revision >= 1),
  primary key (city_id, id),
  constraint case_number_unique unique (city_id, number),
  constraint case_source_once unique (city_id, source_kind, source_id),
  foreign key (city_id, workflow_version) references case_workflow (city_id, version),
  foreign key (city_id, site_id) references site (city_id, id),
  foreign key (city_id, area_id) references area (city_id, id),
  constraint case_organization_known foreign key (city_id, organization_id) references organization (city_id, id),
  check (state not in ('assigned', 'accepted', 'returned') or organization_id is not null),
  check ((state in ('closed', 'withdrawn')) = (closed_at is not null))
);
create index case_by_opening on case_file (city_id, opened_at, id);
create index case_by_round on case_file (city_id, round_id);
create index case_by_named_organization on case_file using gin (organization_ids);
-- What still waits for somebody is a small part of everything that ever was.
create index case_waiting on case_file (city_id, due_at, id) where state not in ('closed', 'withdrawn');

create table case_step (
  city_id uuid not null,
  case_id uuid not null,
  -- from 1
  number integer not null check (number >= 1),
  -- made by the client: the same step sent again is known by it
  id uuid not null,
  step text not null check (step in ('open', 'fixOnSpot', 'dispatch', 'accept', 'rectify', 'close', 'return', 'decline', 'withdraw')),
  at timestamptz not null,
  recorded_at timestamptz not null,
  -- null = the system
  actor_id uuid,
  organization_id uuid,
  due_at timestamptz,
  reason text not null default '',
  photo_ids uuid[] not null default '{}',
  primary key (city_id, case_id, number),
  foreign key (city_id, case_id) references case_file (city_id, id),
  foreign key (city_id, actor_id) references user_account (city_id, id)
);
comment on table case_step is 'append-only: what was done with a case';

-- Cities that moved in before start with the same workflow.
insert into case_workflow (city_id, version, definition)
select city_id, 1, '{"version":1,"steps":[
  {"toWhenNobody":"unassigned","permission":null,"needsReason":false,"needsPhoto":false,"notTheHandler":false,"step":"open","from":[],"to":"assigned"},
  {"toWhenNobody":null,"permission":null,"needsReason":false,"needsPhoto":true,"notTheHandler":false,"step":"fixOnSpot","from":["unassigned","assigned"],"to":"rectified"},
  {"toWhenNobody":null,"permission":"case.dispatch","needsReason":false,"needsPhoto":false,"notTheHandler":false,"step":"dispatch","from":["unassigned","assigned","accepted","returned"],"to":"assigned"},
  {"toWhenNobody":null,"permission":"case.handle","needsReason":false,"needsPhoto":false,"notTheHandler":false,"step":"accept","from":["assigned"],"to":"accepted"},
  {"toWhenNobody":null,"permission":"case.handle","needsReason":false,"needsPhoto":true,"notTheHandler":false,"step":"rectify","from":["assigned","accepted","returned"],"to":"rectified"},
  {"toWhenNobody":null,"permission":"case.verify","needsReason":false,"needsPhoto":false,"notTheHandler":true,"step":"close","from":["rectified"],"to":"closed"},
  {"toWhenNobody":null,"permission":"case.verify","needsReason":true,"needsPhoto":false,"notTheHandler":true,"step":"return","from":["rectified"],"to":"returned"},
  {"toWhenNobody":null,"permission":"case.handle","needsReason":true,"needsPhoto":false,"notTheHandler":false,"step":"decline","from":["assigned","accepted","returned"],"to":"unassigned"},
  {"toWhenNobody":null,"permission":null,"needsReason":true,"needsPhoto":false,"notTheHandler":false,"step":"withdraw","from":["unassigned","assigned","accepted","rectified","returned"],"to":"withdrawn"}
]}' from city;
