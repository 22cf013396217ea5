import { percentile, print, timed } from './figures.ts'
import type { Product } from './product.ts'
import { registerOf } from './register.ts'

type Named = { items: { name: string }[] }
type Page = { next: string | null }
type Imported = { imported: boolean; findings: unknown[] }

export const SITES_IN_ALL = 100_000
export const AT_ONCE = 10_000
const QUERIES = ['农贸', '文昌', '公共厕所', '背街小巷', '望江', 'BX-00042', '77号', '清源 小区']
const SEARCH_ROUNDS = 25

/** Import the next part of the register. Answers the milliseconds it took. */
export async function importSites(product: Product, first: number): Promise<number> {
  const types = (await product.get<Named>('/api/site-types')).items
  const holders = (await product.get<Named>('/api/organizations?kind=subdistrict')).items
  const { bounds } = await product.get<{ bounds: number[] }>('/api/base-map')
  const register = registerOf(AT_ONCE, first, { types, holders, bounds })
  const fileId = await product.upload(`register-${first}.csv`, register)
  return timed(async () => {
    const order = { fileId, dryRun: false, datum: 'WGS84' }
    const answer = await product.send<Imported>('POST', '/api/sites/import', order)
    if (!answer.imported)
      throw new Error(`the register was refused: ${JSON.stringify(answer.findings.slice(0, 3))}`)
  })
}

/** Read the register page by page to its end, every page timed, whatever its depth. */
export async function measurePages(product: Product): Promise<void> {
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
  print({ name: 'listOf100Among100000P95', value: percentile(times, 0.95), unit: 'ms', target: '≤30' })
  print({ name: 'listOf100Among100000Worst', value: Math.max(...times), unit: 'ms' })
}

export async function measureSearch(product: Product): Promise<void> {
  const times: number[] = []
  for (let round = 0; round < SEARCH_ROUNDS; round++) {
    for (const text of QUERIES) {
      times.push(await timed(() => product.get(`/api/search?text=${encodeURIComponent(text)}`)))
    }
  }
  print({ name: 'searchAmong100000P95', value: percentile(times, 0.95), unit: 'ms', target: '≤50' })
}
