import type pg from 'pg'

type Column = { table: string; name: string; type: string; required: boolean; fallback: string | null }
type Named = { table: string; name: string; definition: string }
type Described = { table: string; comment: string }

const columnsOf = `
  select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required,
    pg_get_expr(d.adbin, d.adrelid) as fallback
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by c.relname, a.attnum`
const constraintsOf = `
  select c.relname as table, k.conname as name, pg_get_constraintdef(k.oid) as definition
  from pg_constraint k join pg_class c on c.oid = k.conrelid
  where c.relnamespace = 'public'::regnamespace and k.contype in ('p', 'u', 'f', 'c')
  order by c.relname, position(k.contype in 'pufc'), k.conname`
const indexesOf = `
  select tablename as table, indexname as name, indexdef as definition from pg_indexes i
  where schemaname = 'public' and not exists (select from pg_constraint k where k.conname = i.indexname)
  order by tablename, indexname`
const commentsOf = `
  select c.relname as table, obj_description(c.oid) as comment from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and obj_description(c.oid) is not null`

const columnLine = (column: Column): string =>
  `  ${column.name} ${column.type}${column.required ? ' not null' : ''}${column.fallback ? ` default ${column.fallback}` : ''}`

/** The schema as it stands after all migrations, for reading: the migrations say how it came about. */
export async function describeSchema(client: pg.Client): Promise<string> {
  const columns = (await client.query<Column>(columnsOf)).rows
  const constraints = (await client.query<Named>(constraintsOf)).rows
  const indexes = (await client.query<Named>(indexesOf)).rows
  const comments = (await client.query<Described>(commentsOf)).rows
  const tables = [...new Set(columns.map((column) => column.table))]
  const texts = tables.map((table) => {
    const mine = <T extends { table: string }>(rows: T[]): T[] => rows.filter((row) => row.table === table)
    const lines = [
      ...mine(columns).map(columnLine),
      ...mine(constraints).map(({ name, definition }) => `  constraint ${name} ${definition}`),
    ]
    return [
      ...mine(comments).map(({ comment }) => `-- ${comment}`),
      `create table ${table} (\n${lines.join(',\n')}\n);`,
      ...mine(indexes).map(({ definition }) => `${definition.replace(/public\./g, '')};`),
    ].join('\n')
  })
  return `-- Made from the migrated database by \`npm run generate\`; a check fails when it is out of date.\n\n${texts.join('\n\n')}\n`
}
