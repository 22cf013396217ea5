import pg from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { openEngine } from '../packages/server/src/platform/engine/open-engine.ts'
import { perSecond } from './figures.ts'

const STATEMENTS = {
  site: `update site set state = $3, updated_at = now(), revision = revision + 1 where city_id = $1 and id = $2`,
  entry: `insert into audit_entry (city_id, id, at, actor_id, actor_name, action, subject_kind, subject_id, before, after)
    values ($1, $2, now(), null, 'bench', 'site.change', 'site', $3, $4, $5)`,
  waiting: `insert into audit_unsealed (city_id, entry_id) values ($1, $2)`,
}

type Target = { readonly id: string; readonly before: unknown }

/** The limit: the same rows as one audited change of a site, written by plain prepared SQL on the same durable database. */
export async function plainWritesPerSecond(
  folder: string,
  targets: readonly Target[],
  count: number,
  workers: number,
): Promise<number> {
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
    const city = (await clients[0]?.query('select city_id from city limit 1'))?.rows[0].city_id
    const write = async (index: number, worker: number) => {
      const client = clients[worker]
      const target = targets[index % targets.length]
      if (!client || !target) return
      const entryId = uuidv7()
      const run = (name: keyof typeof STATEMENTS, values: unknown[]) =>
        client.query({ name, text: STATEMENTS[name], values })
      await client.query('begin')
      await run('site', [city, target.id, index % 2 === 0 ? 'paused' : 'active'])
      const said = JSON.stringify(target.before)
      await run('entry', [city, entryId, target.id, said, said])
      await run('waiting', [city, entryId])
      await client.query('commit')
    }
    await perSecond(200, workers, write)
    return await perSecond(count, workers, write)
  } finally {
    await Promise.all(clients.map((client) => client.end()))
    await engine.stop()
  }
}
