import type pg from 'pg'

export type SchemaFault = {
  readonly rule:
    | 'primary-key-missing'
    | 'key-without-city'
    | 'reference-without-city'
    | 'trigger'
    | 'made-by-database'
  /** table.thing, as the catalog names them */
  readonly name: string
}

/**
 * What the schema of a province forbids our tables (schema public), read from the catalog: a city's rows must be able to live on a
 * machine of their own, so every key and reference begins with the city, and nothing happens inside the database by itself.
 */
const faults = `
  with ours as (
    select oid, relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
  ), column_of as (
    select attrelid, attnum, attname, attidentity from pg_attribute where attnum > 0 and not attisdropped
  )
  select 'primary-key-missing' as rule, t.relname as name from ours t
    where not exists (select from pg_index i where i.indrelid = t.oid and i.indisprimary)
  union all
  select 'key-without-city', t.relname || '.' || k.relname from ours t
    join pg_index i on i.indrelid = t.oid and i.indisunique
    join pg_class k on k.oid = i.indexrelid
    left join column_of c on c.attrelid = t.oid and c.attnum = i.indkey[0]
    where c.attname is distinct from 'city_id'
  union all
  select 'reference-without-city', t.relname || '.' || r.conname from ours t
    join pg_constraint r on r.conrelid = t.oid and r.contype = 'f'
    join column_of here on here.attrelid = r.conrelid and here.attnum = r.conkey[1]
    join column_of there on there.attrelid = r.confrelid and there.attnum = r.confkey[1]
    where here.attname <> 'city_id' or there.attname <> 'city_id'
  union all
  select 'trigger', t.relname || '.' || g.tgname from ours t
    join pg_trigger g on g.tgrelid = t.oid and not g.tgisinternal
  union all
  select 'made-by-database', t.relname || '.' || c.attname from ours t
    join column_of c on c.attrelid = t.oid
    left join pg_attrdef d on d.adrelid = t.oid and d.adnum = c.attnum
    where c.attidentity <> '' or pg_get_expr(d.adbin, d.adrelid) like '%nextval(%'
  order by 1, 2`

export async function listSchemaFaults(client: pg.Client): Promise<SchemaFault[]> {
  return (await client.query<SchemaFault>(faults)).rows
}
