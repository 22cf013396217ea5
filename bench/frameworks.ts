import { v7 as uuidv7 } from 'uuid'
import { percentile, print, timed } from './figures.ts'
import type { Product } from './product.ts'

const [PARTS, ITEMS_OF_A_PART, CRITERIA_OF_AN_ITEM] = [10, 20, 14]
const ROUNDS = 40
const METHODS = ['实地考察', '材料审核', '问卷调查', '数据调取']

/** A framework of 3,010 nodes as a sheet: 10 parts, 200 items, 2,800 criteria. */
function sheetOf3000Nodes(): Uint8Array<ArrayBuffer> {
  const lines = ['测评项目,测评指标,测评标准,分值,测评方法']
  for (let part = 1; part <= PARTS; part++) {
    for (let item = 1; item <= ITEMS_OF_A_PART; item++) {
      for (let one = 1; one <= CRITERIA_OF_AN_ITEM; one++) {
        const code = `${part}-${item}-${one}`
        const text = `${code} 公共场所秩序良好、设施完好、环境整洁，工作制度健全并按期落实（第${one}项）`
        const method = METHODS[one % METHODS.length]
        lines.push(`${part} 第${part}部分,${part}-${item} 第${item}项指标,${text},0.5,${method}`)
      }
    }
  }
  return Uint8Array.from(Buffer.from(lines.join('\n')))
}

type Imported = { imported: boolean; levelCounts: number[]; findings: unknown[] }

/** A draft with that tree, and the milliseconds its import took. */
async function importFramework(product: Product): Promise<{ versionId: string; took: number }> {
  const versionId = uuidv7()
  await product.send('POST', '/api/frameworks', {
    id: uuidv7(),
    versionId,
    name: '三千节点',
    campaign: 'national',
    label: '第一版',
    year: 2026,
    levelNames: ['测评项目', '测评指标', '测评标准'],
    start: 'empty',
  })
  const fileId = await product.upload('framework.csv', sheetOf3000Nodes())
  const took = await timed(async () => {
    const order = { fileId, dryRun: false }
    const answer = await product.send<Imported>('POST', `/api/framework-versions/${versionId}/import`, order)
    if (!answer.imported)
      throw new Error(`the framework was refused: ${JSON.stringify(answer.findings.slice(0, 3))}`)
  })
  return { versionId, took }
}

async function percentile95(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) times.push(await timed(work))
  return percentile(times, 0.95)
}

/** A framework of 3,000 nodes: brought in, opened as a tree, and compared with the version made from it. */
export async function measureFrameworks(product: Product): Promise<void> {
  const { versionId, took } = await importFramework(product)
  print({ name: 'import3000FrameworkNodes', value: took / 1000, unit: 's', target: '≤2' })
  const tree = `/api/framework-versions/${versionId}/nodes`
  const value = await percentile95(() => product.getCompressed(tree))
  print({ name: 'treeOf3000NodesP95', value, unit: 'ms', target: '≤300' })
  const nextId = uuidv7()
  await product.send('POST', `/api/framework-versions/${versionId}/successor`, {
    id: nextId,
    label: '第二版',
    year: 2027,
  })
  const comparison = `/api/framework-versions/${nextId}/comparison`
  const compared = await percentile95(() => product.getCompressed(comparison))
  print({ name: 'comparisonOf3000NodesP95', value: compared, unit: 'ms', target: '≤300' })
}
