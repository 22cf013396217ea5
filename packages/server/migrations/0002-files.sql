-- What was stored, by whom. The bytes lie outside the database under their content's hash.
create table stored_file (
  city_id uuid not null references city,
  id uuid not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  byte_count bigint not null check (byte_count > 0),
  media_type text not null,
  original_name text not null,
  uploaded_by uuid,
  uploaded_at timestamptz not null,
  primary key (city_id, id)
);
create index stored_file_by_hash on stored_file (city_id, hash);
