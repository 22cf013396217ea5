-- A round of visits has thousands of batches and hardly a sheet; a score asks for those of sheets.
create index observation_batch_of_sheets on observation_batch (city_id, collection_id) where source = 'sheet';
-- All that stands of a visit: its own batch, and what was written anew since because others stand beside it.
create index observation_batch_by_source on observation_batch (city_id, source_id);
