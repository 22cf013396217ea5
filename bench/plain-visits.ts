import { mkdtemp, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { openEngine } from '../packages/server/src/platform/engine/open-engine.ts'
import { perSecond } from './figures.ts'

type Source = { readonly name: string; readonly where: string }

/** Where the rows of one visit lie, in the order in which their references allow them to be written. */
const OF_VISIT: readonly Source[] = [
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
]

/** Those of one uploaded file. */
const OF_FILE: readonly Source[] = [
  { name: 'stored_file', where: 'id = $2' },
  { name: 'audit_entry', where: 'subject_id = $2' },
]

type Row = Record<string, unknown>
type Template = { readonly table: string; readonly rows: Row[] }

/** The rows that a visit or a file left. */
async function templateOf(
  client: pg.Client,
  sources: readonly Source[],
  cityId: string,
  id: string,
): Promise<Template[]> {
  const templates: Template[] = []
  for (const { name, where } of sources) {
    const { rows } = await client.query<{ row: Row }>(
      `select to_jsonb(${name}) as row from ${name} where city_id = $1 and ${where}`,
      [cityId, id],
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

type Rows = readonly { readonly table: string; readonly json: string }[]

/** One transaction, one statement a table. */
async function writeRows(client: pg.Client, rows: Rows): Promise<void> {
  await client.query('begin')
  for (const { table, json } of rows) {
    const text = `insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1)`
    await client.query({ name: table, text, values: [json] })
  }
  await client.query('commit')
}

/** Bytes under a name of their own, durable before they have it. */
async function writeFile(folder: string, name: string, bytes: Buffer): Promise<void> {
  const file = await open(join(folder, `${name}.new`), 'wx')
  await file.writeFile(bytes)
  await file.datasync()
  await file.close()
  await rename(join(folder, `${name}.new`), join(folder, name))
}

/** A visit to write anew, and a photo's row and bytes where each visit has one. */
export type Given = {
  readonly visitId: string
  readonly siteIds: readonly string[]
  readonly photo?: { readonly fileId: string; readonly bytesOf: (index: number) => Buffer }
}

/**
 * The limit: the rows of one visit – as the product wrote them, indexes, foreign keys and all – by plain prepared SQL, one statement a table,
 * on the same durable database; with a photo also its bytes, written and made durable, and its rows in a transaction of their own.
 */
export async function plainVisitsPerSecond(
  folder: string,
  { visitId, siteIds, photo }: Given,
  workers: number,
): Promise<{ perSecond: number; rows: Record<string, number> }> {
  const engine = await openEngine({
    env: { ...process.env, CHUANGCHENG_DATA: folder },
    log: () => {},
    role: 'visitor',
  })
  const photos = await mkdtemp(join(folder, 'plain-photos-'))
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
    const templates = await templateOf(first, OF_VISIT, cityId, visitId)
    const ofFile = photo ? await templateOf(first, OF_FILE, cityId, photo.fileId) : []
    // The texts are put together beforehand: what is measured is the database.
    const round = uuidv7().slice(-6)
    const visits = siteIds.map((siteId, index) => ({
      rows: anew(templates, siteId, `PLAIN-${round}-${index}`),
      file: photo ? anew(ofFile, siteId, '') : [],
    }))
    const value = await perSecond(visits.length, workers, async (index, worker) => {
      const client = clients[worker]
      const visit = visits[index]
      if (!client || !visit) return
      if (photo) {
        await writeFile(photos, String(index), photo.bytesOf(index))
        await writeRows(client, visit.file)
      }
      await writeRows(client, visit.rows)
    })
    const rows = Object.fromEntries(templates.map(({ table, rows: some }) => [table, some.length]))
    return { perSecond: value, rows }
  } finally {
    await Promise.all(clients.map((client) => client.end()))
    await rm(photos, { recursive: true })
    await engine.stop()
  }
}
