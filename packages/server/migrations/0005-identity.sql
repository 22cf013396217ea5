-- Who may come in, and what they may do.
create table user_account (
  city_id uuid not null references city,
  id uuid not null,
  user_name text not null check (user_name ~ '^[a-z0-9][a-z0-9._-]{1,63}$'),
  name text not null check (length(name) between 1 and 60),
  -- under the subject's key (see subject_key); never in plain text
  sealed_phone text check (sealed_phone like 'v1.%'),
  organization_id uuid,
  locale text not null default 'zh-CN' check (locale in ('zh-CN', 'en')),
  state text not null default 'active' check (state in ('active', 'disabled')),
  password_hash text,
  created_at timestamptz not null,
  revision integer not null default 1,
  primary key (city_id, id),
  constraint user_name_unique unique (city_id, user_name),
  foreign key (city_id, organization_id) references organization (city_id, id)
);
create index user_account_by_organization on user_account (city_id, organization_id);

create table role (
  city_id uuid not null references city,
  key text not null check (length(key) between 1 and 64),
  name text not null,
  permissions text[] not null,
  primary key (city_id, key),
  constraint role_name_unique unique (city_id, name)
);

create table role_grant (
  city_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  role_key text not null,
  -- neither: the whole city
  organization_id uuid,
  area_id uuid,
  valid_until date,
  primary key (city_id, id),
  foreign key (city_id, user_id) references user_account (city_id, id),
  foreign key (city_id, role_key) references role (city_id, key),
  foreign key (city_id, organization_id) references organization (city_id, id),
  foreign key (city_id, area_id) references area (city_id, id),
  check (organization_id is null or area_id is null)
);
create index role_grant_by_user on role_grant (city_id, user_id);

create table user_session (
  city_id uuid not null,
  token_hash text not null,
  id uuid not null,
  user_id uuid not null,
  user_agent text not null default '',
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (city_id, token_hash),
  foreign key (city_id, user_id) references user_account (city_id, id)
);
create index user_session_by_user on user_session (city_id, user_id);
create index user_session_by_expiry on user_session (city_id, expires_at);

-- One-time links to set a password (设置密码链接).
create table password_link (
  city_id uuid not null,
  token_hash text not null,
  user_id uuid not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (city_id, token_hash),
  foreign key (city_id, user_id) references user_account (city_id, id)
);
create index password_link_by_user on password_link (city_id, user_id);

-- Wrong passwords in a row, by the name that was typed: whether somebody has that name makes no difference.
create table sign_in_failure (
  city_id uuid not null references city,
  user_name text not null check (length(user_name) <= 64),
  failure_count integer not null,
  locked_until timestamptz,
  last_at timestamptz not null,
  primary key (city_id, user_name)
);

-- One key per person, wrapped by the master key in the keys folder. Their personal data is sealed under it, in their row and in
-- the audit log: deleting the key erases what it sealed, and no hash of the log changes.
create table subject_key (
  city_id uuid not null references city,
  subject_id uuid not null,
  wrapped_key text not null check (wrapped_key like 'v1.%'),
  primary key (city_id, subject_id)
);
