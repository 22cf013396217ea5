import { byId, pathTo } from '@chuangcheng/domain'
import type { Reader } from '../../../platform/database/database.ts'
import { type FrameworkNode, listNodes } from './queries.ts'

/** A criterion with the indicators above it, the top first. */
export type Criterion = FrameworkNode & {
  readonly above: readonly { readonly id: string; readonly code: string; readonly text: string }[]
}

/** The criteria of a version in the order of its tree. */
export async function listCriteria(reader: Reader, versionId: string): Promise<Criterion[]> {
  const nodes = await listNodes(reader, versionId)
  const nodesById = byId(nodes)
  return nodes
    .filter(({ kind }) => kind === 'criterion')
    .map((node) => ({
      ...node,
      above: pathTo(nodesById, node.parentId).map(({ id, code, text }) => ({ id, code, text })),
    }))
}
