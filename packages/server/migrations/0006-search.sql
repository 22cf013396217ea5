-- One search box over all rooms. Words are made by the application (single characters, pairs, whole Latin words).
create table search_entry (
  city_id uuid not null references city,
  kind text not null,
  id uuid not null,
  title text not null,
  detail text not null,
  words tsvector not null,
  area_id uuid,
  organization_ids uuid[] not null,
  primary key (city_id, kind, id)
);
create index search_entry_by_words on search_entry using gin (words);
