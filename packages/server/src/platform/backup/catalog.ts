import type pg from 'pg'

/** A table of ours as the database itself describes it. */
export type TableShape = {
  readonly name: string
  readonly columns: readonly string[]
  /** `order by` of its primary key, the same on every engine */
  readonly order: string
  readonly refersTo: readonly string[]
}

/** The names are quoted by the database; text sorts by its bytes, whatever the engine's collation. */
const describe = `
  select c.relname as name,
    (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
    (select string_agg(quote_ident(a.attname) || case when a.attcollation = 0 then '' else ' collate "C"' end, ', '
        order by k.position)
      from pg_index i cross join lateral unnest(i.indkey::int2[]) with ordinality as k (attnum, position)
      join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
      where i.indrelid = c.oid and i.indisprimary) as "order",
    (select coalesce(array_agg(distinct f.relname::text), '{}') from pg_constraint r join pg_class f on f.oid = r.confrelid
      where r.conrelid = c.oid and r.contype = 'f' and r.confrelid <> c.oid) as "refersTo"
  from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
  order by c.relname collate "C"`

export async function describeTables(client: pg.Client): Promise<TableShape[]> {
  return (await client.query<TableShape>(describe)).rows
}

/**
 * Tables in an order in which their rows can be loaded: what is referred to comes first. A table may refer to itself: the database
 * checks that at the end of the load.
 */
export function inLoadingOrder(tables: readonly TableShape[]): TableShape[] {
  const waiting = new Map(tables.map((table) => [table.name, table]))
  const ordered: TableShape[] = []
  while (waiting.size > 0) {
    const ready = [...waiting.values()].filter((table) => !table.refersTo.some((name) => waiting.has(name)))
    if (ready.length === 0)
      throw new Error(`these tables refer to each other in a circle: ${[...waiting.keys()].join(', ')}`)
    for (const table of ready) waiting.delete(table.name)
    ordered.push(...ready)
  }
  return ordered
}

export type AppliedMigration = { readonly name: string; readonly checksum: string }

/** What was applied to this database, in order; null where it never was ours. */
export async function listAppliedMigrations(client: pg.Client): Promise<AppliedMigration[] | null> {
  const ours = await client.query<{ found: boolean }>(
    `select to_regclass('house.migration') is not null as found`,
  )
  if (!ours.rows[0]?.found) return null
  const applied = await client.query<AppliedMigration>(
    'select name, checksum from house.migration order by name collate "C"',
  )
  return applied.rows
}
