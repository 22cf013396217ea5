import {
  byId,
  compareExactly,
  exactly,
  type Fraction,
  inTreeOrder,
  NO_CRITERION,
  type NodeScore,
  over,
  plus,
  rateOf,
  type ScoringNode,
  times,
  ZERO,
} from '@chuangcheng/domain'
import type { Score } from '../../assessments/index.ts'

/** An item (测评项目): what stands directly above criteria, with the criteria below it; or a criterion itself, where all hang together. */
export type Item = {
  readonly id: string
  readonly name: string
  readonly criteria: readonly ScoringNode[]
  readonly score: NodeScore
  readonly rate: Fraction | null
  readonly observations: number
}

export const nodeName = ({ code, text }: ScoringNode): string => `${code} ${text}`

type ItemNode = readonly [node: ScoringNode, criteria: readonly ScoringNode[]]

/** The nodes that are reported on as items, in the order of the tree, each with its criteria. */
function itemNodes(nodes: readonly ScoringNode[]): ItemNode[] {
  const ordered = inTreeOrder(nodes)
  const known = byId(ordered)
  const byParent = new Map<string, ScoringNode[]>()
  const criteria = ordered.filter(({ kind, role }) => kind === 'criterion' && role === 'ordinary')
  for (const criterion of criteria) {
    const parent = criterion.parentId ?? ''
    byParent.set(parent, [...(byParent.get(parent) ?? []), criterion])
  }
  // One indicator above everything says nothing: then each criterion is an item.
  if (byParent.size < 2) return criteria.map((criterion): ItemNode => [criterion, [criterion]])
  return [...byParent].flatMap(([id, below]): ItemNode[] => {
    const node = known.get(id)
    return node ? [[node, below]] : below.map((criterion): ItemNode => [criterion, [criterion]])
  })
}

/** What is reported on, in the order of the tree. */
export function itemsOf({ nodes, tree, tallies }: Score): Item[] {
  return itemNodes(nodes).flatMap(([node, criteria]) => {
    const score = tree.nodes.get(node.id)
    if (!score) return []
    const observations = criteria.reduce((sum, { id }) => {
      const all = tallies.get(id)?.all
      return sum + (all ? all.observations + all.problems : 0)
    }, 0)
    return [{ id: node.id, name: nodeName(node), criteria, score, rate: rateOf(score), observations }]
  })
}

/** What was earned of an item in a street, over what was at stake there; what problems took off stands beside it. */
export function itemInStreet({ tallies }: Score, { criteria }: Item, streetId: string) {
  let [stake, earned, deductions] = [ZERO, ZERO, ZERO]
  for (const { id, points } of criteria) {
    const part = tallies.get(id)?.parts.subdistrict.get(streetId)
    if (!part) continue
    const worth = exactly(points ?? 0)
    stake = plus(stake, times(worth, part.stake.value()))
    earned = plus(earned, times(worth, part.earned.value()))
    deductions = plus(deductions, part.deductions.value())
  }
  return { rate: stake.numerator === 0n ? null : over(earned, stake), deductions }
}

/** Whether nothing but problems is known: such a list yields deductions, never rates. */
export const isListOfProblems = ({ tallies }: Score): boolean =>
  [...tallies].every(([id, { all }]) => id === NO_CRITERION || all.observations === 0)

export const descending = (a: Fraction, b: Fraction): number => compareExactly(b, a)
