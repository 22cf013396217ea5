import { v7 as uuidv7 } from 'uuid'
import { print, timed } from './figures.ts'
import type { Product } from './product.ts'

const ROWS = 50_000
const FILES = 2
const ITEMS = 60
const SUB_ITEMS = 4
const HEADERS = ['序号', '测评项目', '点位', '街道', '责任单位', '问题描述', '扣分', '时间']

type Named = { readonly items: { readonly name: string }[] }
type Imported = { imported: boolean; observationCount: number; unresolvedCount: number }

/** A sheet as an assessor sends it: every check a row, one in seven with a problem, blanks meaning none. */
function sheetOf(
  from: number,
  count: number,
  streets: readonly string[],
  bureaus: readonly string[],
): string {
  const lines = Array.from({ length: count }, (_, offset) => {
    const row = from + offset
    const item = `${(row % ITEMS) + 1}.测评项目${(row % ITEMS) + 1}（${(Math.floor(row / ITEMS) % SUB_ITEMS) + 1}）`
    const isBad = row % 7 === 0
    const whose = [bureaus[row % bureaus.length], row % 3 === 0 ? bureaus[(row + 1) % bureaus.length] : '']
    return [
      row + 1,
      item,
      `背街小巷${(row % 40) + 1}`,
      streets[row % streets.length],
      whose.filter((name) => name !== '').join('、'),
      isBad ? '堆放杂物，未及时清理' : '',
      isBad ? 0.5 : '',
      '2026-11-20',
    ].join(',')
  })
  return [HEADERS.join(','), ...lines].join('\n')
}

/** Fifty thousand rows of a third party in two files, the framework made from their items, all or nothing. */
export async function measureObservationImport(product: Product): Promise<void> {
  const named = async (path: string) => (await product.get<Named>(path)).items.map(({ name }) => name)
  const streets = await named('/api/areas?level=subdistrict&limit=100')
  const bureaus = await named('/api/organizations?kind=bureau&limit=100')
  const size = ROWS / FILES
  const sheets = await Promise.all(
    Array.from({ length: FILES }, async (_, file) => {
      const bytes = Uint8Array.from(Buffer.from(sheetOf(file * size, size, streets, bureaus)))
      return { fileId: await product.upload(`第${file + 1}份.csv`, bytes) }
    }),
  )
  const order = {
    roundId: uuidv7(),
    newRound: { name: '第三方测评' },
    frameworkFromSheet: { name: '第三方体系', label: '一' },
    sheets,
    lists: 'everyCheck',
    dryRun: false,
  }
  let answer: Imported | undefined
  const value = await timed(async () => {
    answer = await product.send<Imported>('POST', '/api/observation-imports', order)
  })
  if (!answer?.imported || answer.observationCount !== ROWS || answer.unresolvedCount > 0)
    throw new Error(`the sheets were not taken whole: ${JSON.stringify(answer).slice(0, 500)}`)
  print({ name: 'import50000Observations', value: value / 1000, unit: 's', target: '≤15' })
}
