import { v7 as uuidv7 } from 'uuid'
import { percentile, print, timed } from './figures.ts'
import type { Product } from './product.ts'
import { measureFrameworkImport } from './rulebook.ts'

const ROUNDS = 40

async function percentile95(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) times.push(await timed(work))
  return percentile(times, 0.95)
}

/** A framework of 3,000 nodes with its duties: brought in, opened as a tree, and compared with the version made from it. */
export async function measureFrameworks(product: Product): Promise<void> {
  const versionId = await measureFrameworkImport(product)
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
