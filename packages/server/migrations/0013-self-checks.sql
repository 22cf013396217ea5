-- Desk self-checks (书面自查): every organization says how it finds the criteria it leads.
create table self_check (
  city_id uuid not null references city,
  id uuid not null,
  version_id uuid not null,
  name text not null check (length(name) between 1 and 100),
  due_on date not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  revision integer not null default 1,
  primary key (city_id, id),
  constraint self_check_name_unique unique (city_id, name),
  constraint self_check_version foreign key (city_id, version_id) references framework_version (city_id, id)
);

create table self_check_answer (
  city_id uuid not null,
  self_check_id uuid not null,
  organization_id uuid not null,
  criterion_id uuid not null,
  standing text not null check (standing in ('met', 'mostlyMet', 'unmet')),
  reason text not null default '',
  plan text not null default '',
  plan_on date,
  answered_by uuid,
  answered_at timestamptz not null,
  -- the local day of the first answer: whether it came in time
  first_on date not null,
  revision integer not null default 1,
  primary key (city_id, self_check_id, organization_id, criterion_id),
  foreign key (city_id, self_check_id) references self_check (city_id, id),
  foreign key (city_id, organization_id) references organization (city_id, id),
  foreign key (city_id, criterion_id) references framework_node (city_id, id),
  foreign key (city_id, answered_by) references user_account (city_id, id)
);
create index self_check_answer_by_criterion on self_check_answer (city_id, criterion_id);
