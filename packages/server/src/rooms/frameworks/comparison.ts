import { compareVersions, Problem } from '@chuangcheng/domain'
import type { Reader } from '../../platform/database/database.ts'
import { listComparedNodes } from './nodes/queries.ts'
import { getVersion } from './versions/page.ts'

/**
 * What changed from one version to another (版本对比); by default from the one it was made from.
 * @throws Problem not-found · framework.nothing-to-compare
 */
export async function getComparison(reader: Reader, afterId: string, beforeId?: string) {
  const after = await getVersion(reader, afterId)
  const chosen = beforeId ?? after.madeFromId
  if (chosen === null || chosen === after.id) {
    throw new Problem('framework.nothing-to-compare', { label: after.label })
  }
  const before = await getVersion(reader, chosen)
  const [oldNodes, newNodes] = await Promise.all([
    listComparedNodes(reader, before.id),
    listComparedNodes(reader, after.id),
  ])
  const { unchangedCount, changes } = compareVersions(oldNodes, newNodes)
  return {
    before: { id: before.id, label: before.label },
    after: { id: after.id, label: after.label },
    unchangedCount,
    changes: [...changes],
  }
}
