import { perSecond, print } from './figures.ts'
import { plainWritesPerSecond } from './plain-writes.ts'
import type { Product } from './product.ts'

type Row = { id: string; name: string; state: string; revision: number }

const WORKERS = 8
const WRITES = 6000
const WARMING_WRITES = 500

/** One audited write: the state of a site is changed; its row, an audit entry and the entry's place in the queue for sealing. */
export async function measureWrites(product: Product): Promise<void> {
  const { items } = await product.get<{ items: Row[] }>('/api/sites?limit=500')
  const clients = Array.from({ length: WORKERS }, () => product.connection())
  const change = async (index: number, worker: number) => {
    const site = items[index % items.length]
    const client = clients[worker]
    if (!site || !client) return
    const state = site.state === 'active' ? 'paused' : 'active'
    const changed = await client.send<Row>('PATCH', `/api/sites/${site.id}`, {
      basedOn: site.revision,
      state,
    })
    Object.assign(site, { state, revision: changed.revision })
  }
  await perSecond(WARMING_WRITES, WORKERS, change)
  const value = await perSecond(WRITES, WORKERS, change)
  for (const client of clients) client.end()
  const targets = items.map((site) => ({ id: site.id, before: site }))
  const limit = await plainWritesPerSecond(product.folder, targets, WRITES, WORKERS)
  print({
    name: 'auditedWrites',
    value,
    unit: '1/s',
    target: 'ratio ≥0.5',
    limit,
    limitName: 'same rows by plain prepared SQL',
    ratio: value / limit,
  })
}
