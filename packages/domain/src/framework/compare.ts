import type { CriterionRole, NodeKind } from './framework.ts'
import type { Rule } from './rule.ts'
import { inTreeOrder, type TreeNode } from './tree.ts'

/** What a node of a version is compared by (对比节点). */
export type ComparedNode = TreeNode & {
  readonly text: string
  readonly points: number | null
  readonly role: CriterionRole
  readonly rule: Rule | null
  readonly carriedFromId: string | null
}

export const VERSION_CHANGE_KINDS = [
  'added',
  'removed',
  'reworded',
  'reweighed',
  'moved',
  'recoded',
  'rule',
] as const
/** What became of a node from one version to another (差异种类): 新增 · 删除 · 改文字 · 改分值 · 移位 · 改编码 · 改计分规则. */
export type VersionChangeKind = (typeof VERSION_CHANGE_KINDS)[number]

/** One difference between two versions (版本差异); a node that changed in several ways has several. */
export type VersionChange = {
  readonly kind: VersionChangeKind
  readonly nodeKind: NodeKind
  readonly code: string
  readonly beforeId: string | null
  readonly afterId: string | null
  readonly beforeText: string | null
  readonly afterText: string | null
  readonly beforePoints: number | null
  readonly afterPoints: number | null
}

/** Which node of the version before continues as which one of the version after, by the latter's id. */
type Continuations = ReadonlyMap<string, ComparedNode>

type KeyOf = (node: ComparedNode) => string | null

/** Nodes by their key, in order; those without one are left out. */
function byKey(nodes: readonly ComparedNode[], keyOf: KeyOf): Map<string, ComparedNode[]> {
  const groups = new Map<string, ComparedNode[]>()
  for (const node of nodes) {
    const key = keyOf(node)
    if (key !== null) groups.set(key, [...(groups.get(key) ?? []), node])
  }
  return groups
}

/** Pairs what both sides still have free under the same key, the first with the first. */
function pairBy(
  pairs: Map<string, ComparedNode>,
  before: readonly ComparedNode[],
  after: readonly ComparedNode[],
  keys: { readonly before: KeyOf; readonly after: KeyOf },
): void {
  const taken = new Set([...pairs.values()].map(({ id }) => id))
  const free = byKey(
    before.filter(({ id }) => !taken.has(id)),
    keys.before,
  )
  for (const node of after) {
    const key = pairs.has(node.id) ? null : keys.after(node)
    const partner = key === null ? undefined : free.get(key)?.shift()
    if (partner) pairs.set(node.id, partner)
  }
}

const ownId: KeyOf = ({ id }) => id
const origin: KeyOf = ({ carriedFromId }) => carriedFromId
const codeOf: KeyOf = ({ kind, code }) => `${kind} ${code}`
const textOf: KeyOf = ({ kind, text }) => `${kind} ${text}`

/**
 * Which node continues which (承接): the one it was carried from – in either direction, or both from the same one – else the one with
 * its code, else one with the very same text.
 */
function continuationsOf(before: readonly ComparedNode[], after: readonly ComparedNode[]): Continuations {
  const pairs = new Map<string, ComparedNode>()
  pairBy(pairs, before, after, { before: ownId, after: origin })
  pairBy(pairs, before, after, { before: origin, after: ownId })
  pairBy(pairs, before, after, { before: origin, after: origin })
  pairBy(pairs, before, after, { before: codeOf, after: codeOf })
  pairBy(pairs, before, after, { before: textOf, after: textOf })
  return pairs
}

const inFieldOrder = (_field: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value

/** Whether two rules say the same, in whatever order their fields were written. */
export const sameRule = (a: Rule | null, b: Rule | null): boolean =>
  JSON.stringify(a, inFieldOrder) === JSON.stringify(b, inFieldOrder)

function kindsOfChange(
  before: ComparedNode,
  after: ComparedNode,
  continuations: Continuations,
): VersionChangeKind[] {
  const parentBefore = after.parentId === null ? null : continuations.get(after.parentId)?.id
  const changed = {
    reworded: before.text !== after.text,
    reweighed: before.points !== after.points,
    moved: before.parentId !== parentBefore,
    recoded: before.code !== after.code,
    rule: before.role !== after.role || !sameRule(before.rule, after.rule),
  } as const
  return (['reworded', 'reweighed', 'moved', 'recoded', 'rule'] as const).filter((kind) => changed[kind])
}

const changeOf = (
  kind: VersionChangeKind,
  { code, kind: nodeKind }: ComparedNode,
  before: ComparedNode | null,
  after: ComparedNode | null,
): VersionChange => ({
  kind,
  nodeKind,
  code,
  beforeId: before?.id ?? null,
  afterId: after?.id ?? null,
  beforeText: before?.text ?? null,
  afterText: after?.text ?? null,
  beforePoints: before?.points ?? null,
  afterPoints: after?.points ?? null,
})

/** What changed from one version to another: by the order of the tree after, then what was removed by the order of the tree before. */
export function compareVersions(
  before: readonly ComparedNode[],
  after: readonly ComparedNode[],
): { readonly unchangedCount: number; readonly changes: readonly VersionChange[] } {
  const oldNodes = inTreeOrder(before)
  const newNodes = inTreeOrder(after)
  const continuations = continuationsOf(oldNodes, newNodes)
  const changes: VersionChange[] = []
  let unchangedCount = 0
  for (const node of newNodes) {
    const old = continuations.get(node.id)
    const kinds = old ? kindsOfChange(old, node, continuations) : (['added'] as const)
    if (kinds.length === 0) unchangedCount += 1
    changes.push(...kinds.map((kind) => changeOf(kind, node, old ?? null, node)))
  }
  const continued = new Set([...continuations.values()].map(({ id }) => id))
  for (const old of oldNodes) {
    if (!continued.has(old.id)) changes.push(changeOf('removed', old, old, null))
  }
  return { unchangedCount, changes }
}
