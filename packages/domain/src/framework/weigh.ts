import { Problem } from '../problem.ts'
import { distributePoints, sumPoints } from './points.ts'
import { branchOf, childrenByParent } from './tree.ts'
import { type CountedNode, isOrdinary } from './tree-counts.ts'

/** How points are given out (权重分配): in proportion to what stands, or the same for all. */
export const WEIGHING_WAYS = ['inProportion', 'equally'] as const

/** What is given out, where and how finely (分配要求). */
export type Weighing = {
  /** below this node; null = the whole version */
  readonly nodeId: string | null
  readonly points: number
  readonly way: (typeof WEIGHING_WAYS)[number]
  readonly decimals: number
}

type PointsOfNode = { readonly id: string; readonly points: number }

/**
 * Distribute points exactly over the ordinary criteria below a node. Indicators that say points say the sum of theirs afterwards, and
 * so does the node itself; bonus, gate and veto items keep what they have.
 * @throws Problem not-found · framework.points-decimals · framework.nothing-to-weigh
 */
export function weigh(
  nodes: readonly CountedNode[],
  { nodeId, points, way, decimals }: Weighing,
): PointsOfNode[] {
  const weighed = nodeId === null ? nodes : branchOf(nodes, nodeId)
  if (nodeId !== null && weighed.length === 0) throw new Problem('not-found', { what: 'frameworkNode' })
  const criteria = weighed.filter((node) => isOrdinary(node) && node.id !== nodeId)
  if (criteria.length === 0) throw new Problem('framework.nothing-to-weigh')
  const weights = criteria.map((node) => (way === 'equally' ? 1 : (node.points ?? 0)))
  const shares = distributePoints(points, weights, decimals)
  const given = new Map(criteria.map(({ id }, index) => [id, shares[index] ?? 0]))
  const sums = sumsOfIndicators(weighed, given, nodeId)
  return [...given, ...sums].map(([id, share]) => ({ id, points: share }))
}

/** What the criteria below each indicator add up to, for those that say points. */
function sumsOfIndicators(
  weighed: readonly CountedNode[],
  given: ReadonlyMap<string, number>,
  nodeId: string | null,
): Map<string, number> {
  const children = childrenByParent(weighed)
  const sumBelow = (id: string): number =>
    sumPoints((children.get(id) ?? []).map((child) => given.get(child.id) ?? sumBelow(child.id)))
  return new Map(
    weighed
      .filter((node) => node.kind === 'indicator' && (node.points !== null || node.id === nodeId))
      .map(({ id }) => [id, sumBelow(id)]),
  )
}
