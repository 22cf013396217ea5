-- How a file's columns were understood the last time, by the headers' signature.
create table import_mapping (
  city_id uuid not null references city,
  kind text not null,
  signature text not null,
  columns jsonb not null,
  options jsonb not null default '{}',
  used_at timestamptz not null,
  primary key (city_id, kind, signature)
);

create table import_run (
  city_id uuid not null references city,
  id uuid not null,
  kind text not null,
  file_id uuid not null,
  row_count integer not null,
  created_count integer not null,
  changed_count integer not null,
  warning_count integer not null,
  imported_by uuid,
  imported_at timestamptz not null,
  primary key (city_id, id),
  foreign key (city_id, file_id) references stored_file (city_id, id)
);
