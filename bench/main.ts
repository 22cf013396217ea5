/** `npm run bench`: one line of JSON a figure, measured on the product as its users run it, durable commits and all. */
import { percentile, perSecond, print, timed } from './figures.ts'
import { firstScreenKilobytes } from './first-screen.ts'
import { plainWritesPerSecond } from './plain-writes.ts'
import { Product } from './product.ts'
import { registerOf } from './register.ts'

type Row = { id: string; name: string; state: string; revision: number }
type Page = { items: Row[]; next: string | null }
type Imported = { imported: boolean; createdCount: number; findings: unknown[] }

const WORKERS = 8
const WRITES = 3000
const SITES_IN_ALL = 100_000
const AT_ONCE = 10_000
const STATISTICS_AFTER_MS = 15_000
const QUERIES = ['农贸', '文昌', '公共厕所', '背街小巷', '望江', 'BX-00042', '77号', '清源 小区']

const product = await Product.inNewFolder()

async function importSites(first: number, order: Parameters<typeof registerOf>[2]): Promise<number> {
  const fileId = await product.upload(`register-${first}.csv`, registerOf(AT_ONCE, first, order))
  return timed(async () => {
    const answer = await product.send<Imported>('POST', '/api/sites/import', {
      fileId,
      dryRun: false,
      datum: 'WGS84',
    })
    if (!answer.imported)
      throw new Error(`the register was refused: ${JSON.stringify(answer.findings.slice(0, 3))}`)
  })
}

/** Read the register page by page to its end; the milliseconds of every page, whatever its depth. */
async function walkRegister(): Promise<number[]> {
  const times: number[] = []
  let after: string | null = ''
  while (after !== null) {
    const path: string = `/api/sites?limit=100${after === '' ? '' : `&after=${encodeURIComponent(after)}`}`
    times.push(
      await timed(async () => {
        after = (await product.get<Page>(path)).next
      }),
    )
  }
  return times
}

/** One audited write: the state of a site is changed; its row, an audit entry and the entry's place in the queue for sealing. */
async function measureWrites(): Promise<void> {
  const { items } = await product.get<Page>('/api/sites?limit=500')
  const change = async (index: number) => {
    const site = items[index % items.length]
    if (!site) return
    const state = site.state === 'active' ? 'paused' : 'active'
    const changed = await product.send<Row>('PATCH', `/api/sites/${site.id}`, {
      basedOn: site.revision,
      state,
    })
    Object.assign(site, { state, revision: changed.revision })
  }
  for (let index = 0; index < 500; index++) await change(index)
  const value = await perSecond(WRITES, WORKERS, change)
  const targets = items.map((site) => ({ id: site.id, before: site }))
  const limit = await plainWritesPerSecond(product.folder, targets, WRITES, WORKERS)
  const limitName = 'same rows by plain prepared SQL'
  print({
    name: 'auditedWrites',
    value,
    unit: '1/s',
    target: 'ratio ≥0.5',
    limit,
    limitName,
    ratio: value / limit,
  })
}

try {
  await product.start()
  await product.setUp('qinglan')
  await product.stop()
  print({ name: 'secondStartToFirstPage', value: (await product.start()) / 1000, unit: 's', target: '≤3' })

  const types = (await product.get<{ items: { name: string }[] }>('/api/site-types')).items
  const holders = (await product.get<Page>('/api/organizations?kind=subdistrict')).items
  const { bounds } = await product.get<{ bounds: number[] }>('/api/base-map')
  const city = { types, holders, bounds }
  print({ name: 'import10000Sites', value: (await importSites(0, city)) / 1000, unit: 's', target: '≤5' })
  for (let first = AT_ONCE; first < SITES_IN_ALL; first += AT_ONCE) await importSites(first, city)

  // The database gathers its statistics some seconds after a large import; a city lists its sites for years.
  await new Promise((resolve) => setTimeout(resolve, STATISTICS_AFTER_MS))
  const pages = await walkRegister()
  print({ name: 'listOf100Among100000P95', value: percentile(pages, 0.95), unit: 'ms', target: '≤30' })
  print({ name: 'listOf100Among100000Worst', value: Math.max(...pages), unit: 'ms' })

  const searches: number[] = []
  for (let round = 0; round < 25; round++) {
    for (const text of QUERIES) {
      searches.push(await timed(() => product.get(`/api/search?text=${encodeURIComponent(text)}`)))
    }
  }
  print({ name: 'searchAmong100000P95', value: percentile(searches, 0.95), unit: 'ms', target: '≤50' })

  await measureWrites()
  const kilobytes = await firstScreenKilobytes(product.address, 'bench', 'Qinglan-2026-run')
  print({ name: 'officeFirstScreenScript', value: kilobytes, unit: 'KB gzip', target: '≤400' })
} finally {
  await product.remove()
}
