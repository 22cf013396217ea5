import pg from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { openEngine } from '../packages/server/src/platform/engine/open-engine.ts'
import { perSecond } from './figures.ts'

/** Where the rows of one visit lie, in the order in which their references allow them to be written. */
const TABLES = [
  { name: 'site_visit', where: 'id = $2' },
  { name: 'finding', where: 'visit_id = $2' },
  { name: 'observation_batch', where: 'id = $2' },
  { name: 'observation', where: 'batch_id = $2' },
  {
    name: 'case_file',
    where: 'id in (select case_id from finding f where f.city_id = case_file.city_id and f.visit_id = $2)',
  },
  {
    name: 'case_step',
    where:
      'case_id in (select case_id from finding f where f.city_id = case_step.city_id and f.visit_id = $2)',
  },
  {
    name: 'audit_entry',
    where: `(subject_id = $2 or subject_id in (select case_id from finding f where f.city_id = audit_entry.city_id and f.visit_id = $2))`,
  },
] as const

type Row = Record<string, unknown>
type Template = { readonly table: string; readonly rows: Row[] }

/** The rows that a visit left, and how many of them in each table. */
async function templateOf(client: pg.Client, cityId: string, visitId: string): Promise<Template[]> {
  const templates: Template[] = []
  for (const { name, where } of TABLES) {
    const { rows } = await client.query<{ row: Row }>(
      `select to_jsonb(${name}) as row from ${name} where city_id = $1 and ${where}`,
      [cityId, visitId],
    )
    // A batch that has just come has no position yet.
    const fresh = name === 'observation_batch' ? { position: null } : {}
    templates.push({ table: name, rows: rows.map(({ row }) => ({ ...row, ...fresh })) })
  }
  const entries = templates.find(({ table }) => table === 'audit_entry')?.rows ?? []
  templates.push({
    table: 'audit_unsealed',
    rows: entries.map(({ city_id, id }) => ({ city_id, entry_id: id })),
  })
  return templates
}

/** The same rows for another site, every id that is new with a visit made anew. */
function anew(
  templates: readonly Template[],
  siteId: string,
  number: string,
): { table: string; json: string }[] {
  const [visit] = templates.find(({ table }) => table === 'site_visit')?.rows ?? []
  const owned = new Set<unknown>(
    templates.flatMap(({ table, rows }) =>
      table === 'observation' || table === 'audit_unsealed' ? [] : rows.flatMap(({ id }) => (id ? [id] : [])),
    ),
  )
  let text = JSON.stringify(templates.map(({ rows }) => rows))
  for (const id of owned) text = text.replaceAll(String(id), uuidv7())
  text = text.replaceAll(String(visit?.site_id), siteId)
  // Unique beside its id: a case's number.
  const cases = templates.find(({ table }) => table === 'case_file')?.rows ?? []
  for (const [index, { number: known }] of cases.entries())
    text = text.replaceAll(String(known), `${number}-${index}`)
  const rows = JSON.parse(text) as Row[][] // what was just written
  return templates.map(({ table }, index) => ({ table, json: JSON.stringify(rows[index]) }))
}

/**
 * The limit: the rows of one visit – as the product wrote them, indexes, foreign keys and all – by plain prepared SQL, one statement a table,
 * on the same durable database.
 */
export async function plainVisitsPerSecond(
  folder: string,
  given: { readonly visitId: string; readonly siteIds: readonly string[] },
  workers: number,
): Promise<{ perSecond: number; rows: Record<string, number> }> {
  const engine = await openEngine({
    env: { ...process.env, CHUANGCHENG_DATA: folder },
    log: () => {},
    role: 'visitor',
  })
  const clients = await Promise.all(
    Array.from({ length: workers }, async () => {
      const client = new pg.Client({ connectionString: engine.url })
      await client.connect()
      return client
    }),
  )
  try {
    const [first] = clients
    if (!first) throw new Error('nobody writes')
    const cityId = (await first.query('select city_id from city limit 1')).rows[0].city_id
    const templates = await templateOf(first, cityId, given.visitId)
    // The texts are put together beforehand: what is measured is the database.
    const visits = given.siteIds.map((siteId, index) => anew(templates, siteId, `PLAIN-${index}`))
    const write = async (index: number, worker: number) => {
      const client = clients[worker]
      const visit = visits[index]
      if (!client || !visit) return
      await client.query('begin')
      for (const { table, json } of visit) {
        const text = `insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1)`
        await client.query({ name: table, text, values: [json] })
      }
      await client.query('commit')
    }
    const value = await perSecond(visits.length, workers, write)
    const rows = Object.fromEntries(templates.map(({ table, rows: some }) => [table, some.length]))
    return { perSecond: value, rows }
  } finally {
    await Promise.all(clients.map((client) => client.end()))
    await engine.stop()
  }
}
