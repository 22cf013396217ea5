-- Assessment frameworks (测评体系), their versions and the tree of each: indicators, and criteria as leaves.
create table framework (
  city_id uuid not null references city,
  id uuid not null,
  name text not null check (length(name) between 1 and 100),
  campaign text not null check (campaign in ('national', 'provincial', 'healthCity', 'other')),
  created_at timestamptz not null,
  revision integer not null default 1,
  primary key (city_id, id),
  constraint framework_name_unique unique (city_id, name)
);

create table framework_version (
  city_id uuid not null,
  id uuid not null,
  framework_id uuid not null,
  label text not null check (length(label) between 1 and 60),
  year integer not null,
  state text not null default 'draft' check (state in ('draft', 'published', 'withdrawn')),
  -- what the levels are called, the criterion's last
  level_names text[] not null,
  -- what the points of all ordinary criteria should add up to; null = not said
  total_points numeric(12, 4),
  made_from_id uuid,
  published_at timestamptz,
  published_by uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  -- rises with every change inside the version
  revision integer not null default 1,
  primary key (city_id, id),
  constraint framework_version_label_unique unique (city_id, framework_id, label),
  foreign key (city_id, framework_id) references framework (city_id, id),
  constraint framework_version_made_from foreign key (city_id, made_from_id) references framework_version (city_id, id),
  foreign key (city_id, published_by) references user_account (city_id, id),
  check ((state = 'draft') = (published_at is null))
);

create table framework_node (
  city_id uuid not null,
  id uuid not null,
  version_id uuid not null,
  parent_id uuid,
  position integer not null check (position >= 0),
  kind text not null check (kind in ('indicator', 'criterion')),
  code text not null check (length(code) between 1 and 40),
  text text not null check (length(text) between 1 and 2000),
  points numeric(12, 4) check (points >= 0),
  role text not null default 'ordinary' check (role in ('ordinary', 'bonus', 'gate', 'veto')),
  origin text not null default 'core' check (origin in ('core', 'raised', 'local')),
  methods text[] not null default '{}',
  rule jsonb,
  site_type_ids uuid[] not null default '{}',
  note text not null default '',
  lead_hint text not null default '',
  guesses text[] not null default '{}',
  -- the node of the version before that this one continues
  carried_from_id uuid,
  settled boolean not null default true,
  revision integer not null default 1,
  primary key (city_id, id),
  -- codes are moved about within a version in one transaction
  constraint framework_node_code_unique unique (city_id, version_id, code) deferrable initially deferred,
  foreign key (city_id, version_id) references framework_version (city_id, id) on delete cascade,
  constraint framework_node_parent foreign key (city_id, parent_id) references framework_node (city_id, id)
    on delete cascade deferrable initially deferred
);
-- a tree is read by its version (the unique code begins with it); removing a node looks for what hangs below it
create index framework_node_by_parent on framework_node (city_id, parent_id) where parent_id is not null;
create index framework_node_by_predecessor on framework_node (city_id, carried_from_id) where carried_from_id is not null;

-- Cities that moved in before get the new rights in the roles they started with.
update role set permissions = (select array_agg(distinct p order by p) from unnest(permissions || array['framework.read', 'checklist.read',
  'duty.read', 'selfCheck.read']) p);
update role set permissions = (select array_agg(distinct p order by p) from unnest(permissions || array['framework.edit',
  'checklist.edit', 'duty.edit', 'selfCheck.open', 'selfCheck.answer']) p) where key in ('administrator', 'campaignOffice');
update role set permissions = (select array_agg(distinct p order by p) from unnest(permissions || array['selfCheck.answer']) p)
  where key in ('responsibleOrganization', 'evidenceClerk');
