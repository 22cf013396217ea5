import type { PlacedSheetNode } from '@chuangcheng/domain'
import { newIds } from '../../../platform/database/new-ids.ts'
import type { FrameworkNode, NewNode } from '../../frameworks/index.ts'

type Standing = Pick<FrameworkNode, 'id' | 'kind' | 'code' | 'text' | 'carriedFromId' | 'settled'>

const keyOf = ({ kind, code }: { readonly kind: string; readonly code: string }): string => `${kind} ${code}`
const byKey = <N extends Standing>(nodes: readonly N[]): Map<string, N> =>
  new Map(nodes.map((node) => [keyOf(node), node]))

/** A node that continues another one with another text must be looked at again. */
function isSettled(text: string, standing: Standing | undefined, previous: Standing | undefined): boolean {
  if (standing && standing.text === text) return standing.settled
  return previous === undefined || previous.text === text
}

/**
 * The nodes of a sheet as those of a draft. A code that the draft has keeps its node, and with it duties and mappings; one that only
 * the version before has continues that one's node.
 */
export function treeFromSheet(
  nodes: readonly PlacedSheetNode[],
  draft: readonly Standing[],
  predecessor: readonly Standing[],
): NewNode[] {
  const standingByKey = byKey(draft)
  const previousByKey = byKey(predecessor)
  const previousById = new Map(predecessor.map((node) => [node.id, node]))
  const ids = new Map<string, string>()
  const nextId = newIds(nodes.length)
  return nodes.map((node) => {
    const standing = standingByKey.get(keyOf(node))
    const carriedFromId = standing?.carriedFromId ?? previousByKey.get(keyOf(node))?.id ?? null
    const previous = carriedFromId === null ? undefined : previousById.get(carriedFromId)
    const id = standing?.id ?? nextId()
    ids.set(node.code, id)
    const { line: _, parentCode: __, duties: ___, text, ...said } = node
    return {
      ...said,
      id,
      text,
      parentId: node.parentCode === null ? null : (ids.get(node.parentCode) ?? null),
      methods: [...node.methods],
      siteTypeIds: [...node.siteTypeIds],
      guesses: [...node.guesses],
      carriedFromId,
      settled: isSettled(text, standing, previous),
    }
  })
}
