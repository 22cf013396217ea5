-- Observations (观测): the ledger that scores are made from. What a visit, a survey or a third party saw becomes rows here; rooms above
-- and below never learn of each other. Nothing is overwritten: a later batch supersedes.
create table observation_collection (
  city_id uuid not null references city,
  -- the round's own id, or that of a survey wave or a year of statistics
  id uuid not null,
  version_id uuid not null,
  kind text not null check (kind in ('round')),
  name text not null check (length(name) between 1 and 100),
  primary key (city_id, id),
  foreign key (city_id, version_id) references framework_version (city_id, id)
);

-- What came in, or was taken out, together: one visit, one uploaded sheet. `position` is given by the folding job, in the order of
-- commits: a figure is taken "up to position n" and can be taken again. While it is null, the tallies do not hold the batch yet.
create table observation_batch (
  city_id uuid not null,
  id uuid not null,
  collection_id uuid not null,
  source text not null check (source in ('visit', 'sheet')),
  -- the visit or the uploaded sheet behind it
  source_id uuid not null,
  recorded_at timestamptz not null,
  position bigint check (position > 0),
  primary key (city_id, id),
  constraint observation_batch_position_once unique (city_id, position),
  constraint observation_batch_collection foreign key (city_id, collection_id) references observation_collection (city_id, id)
);
create index observation_batch_by_collection on observation_batch (city_id, collection_id);
create index observation_batch_unfolded on observation_batch (city_id, collection_id) where position is null;

create table observation (
  city_id uuid not null,
  batch_id uuid not null,
  -- the how-manieth of its batch, from 0
  number integer not null check (number >= 0),
  collection_id uuid not null,
  -- null: the row could not be resolved; it counts for its area and organizations, for no criterion
  criterion_id uuid,
  site_id uuid,
  -- how the place is called, where no site of the register stands behind it
  place_name text not null default '',
  -- what is one and the same place within the collection
  subject_key text not null,
  site_type_id uuid,
  area_id uuid,
  -- as the tree of areas was at that moment
  district_id uuid,
  subdistrict_id uuid,
  outcome text not null check (outcome in ('share', 'notApplicable', 'problem')),
  -- part of the points that is earned, exact: numerator / denominator
  share_numerator numeric(40, 0),
  share_denominator numeric(40, 0),
  -- so many observations of the same criterion at the same place stand side by side
  alongside integer not null default 1 check (alongside >= 1),
  violation_count integer not null default 0 check (violation_count >= 0),
  -- a measured number, where an item asked for one
  value numeric(18, 4),
  -- points at stake where no criterion says so, and what a list of problems takes off
  stake_points numeric(12, 4),
  deduction_points numeric(12, 4),
  -- [{organizationId, role, share}], who answered for it at that moment; empty = nobody
  responsible jsonb not null default '[]',
  note text not null default '',
  -- serial number in the sheet of a third party
  serial text,
  observed_at timestamptz not null,
  -- the batch that superseded it
  removed_by uuid,
  primary key (city_id, batch_id, number),
  foreign key (city_id, batch_id) references observation_batch (city_id, id),
  foreign key (city_id, criterion_id) references framework_node (city_id, id),
  check ((outcome = 'share') = (share_numerator is not null)),
  check ((share_numerator is null) = (share_denominator is null)),
  check (share_numerator between 0 and share_denominator),
  check ((outcome = 'problem') = (deduction_points is not null))
);
create index observation_by_criterion on observation (city_id, collection_id, criterion_id, batch_id);
create index observation_removed on observation (city_id, removed_by) where removed_by is not null;
create index observation_by_serial on observation (city_id, collection_id, serial) where serial is not null;

-- Sums of a collection per criterion (nil uuid: no criterion), exact; made from observations by the folding job and equal to a recount.
create table tally (
  city_id uuid not null,
  collection_id uuid not null,
  criterion_id uuid not null,
  -- over all places, and by what a breakdown asks for: each read alone
  totals jsonb not null,
  districts jsonb not null,
  subdistricts jsonb not null,
  site_types jsonb not null,
  organizations jsonb not null,
  primary key (city_id, collection_id, criterion_id),
  foreign key (city_id, collection_id) references observation_collection (city_id, id)
);

-- Cities that moved in before get the new rights in the roles they started with.
update role set permissions = (select array_agg(distinct p order by p) from unnest(permissions || array['case.read', 'score.read']) p);
update role set permissions = (select array_agg(distinct p order by p) from unnest(permissions || array['round.read', 'briefing.read']) p)
  where key in ('administrator', 'campaignOffice', 'verifier', 'leader', 'supervisor');
update role set permissions = (select array_agg(distinct p order by p) from unnest(permissions || array['round.plan', 'visit.record',
  'observation.import', 'case.dispatch', 'case.verify', 'assessment.edit', 'briefing.make']) p) where key in ('administrator', 'campaignOffice');
update role set permissions = (select array_agg(distinct p order by p) from unnest(permissions || array['case.handle']) p)
  where key in ('administrator', 'responsibleOrganization');
update role set permissions = (select array_agg(distinct p order by p) from unnest(permissions || array['round.read', 'visit.record']) p)
  where key = 'inspector';
update role set permissions = (select array_agg(distinct p order by p) from unnest(permissions || array['case.verify']) p)
  where key = 'verifier';
