import { SERVICE_ROLE } from '../platform/database/pool.ts'

/** What the rule book in memory is read from (`rooms/inspections/rule-book`); a test holds this list against the statement itself. */
export const RULE_BOOK_TABLES = [
  'area',
  'duty',
  'framework_node',
  'item_criterion',
  'organization',
  'site_type',
] as const

/**
 * For a test's database: what the service commits in these tables without having raised the revision of the rule book is refused, so
 * that every test that changes a rule also shows that visits hear of it. Rows that tests plant as the owner are left alone.
 */
export const DEMAND_RAISING = [
  `create function demand_raising() returns trigger language plpgsql as $$
   begin
     if not exists (select from rule_book_revision b
         where b.city_id = coalesce(new.city_id, old.city_id) and b.xmin = pg_current_xact_id()::xid) then
       raise exception 'the rule book changed in % and its revision was not raised', tg_table_name;
     end if;
     return null;
   end $$`,
  ...RULE_BOOK_TABLES.map(
    (table) => `create constraint trigger demand_raising after insert or update or delete on ${table}
      deferrable initially deferred for each row
      when (current_setting('role') = '${SERVICE_ROLE}') execute function demand_raising()`,
  ),
].join(';\n')
