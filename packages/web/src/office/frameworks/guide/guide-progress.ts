import { isOrdinary, ruleFlaws } from '@chuangcheng/domain'
import type { DutyMatrix, FrameworkNode, Version } from '../framework-queries.ts'

export const GUIDE_STEPS = ['points', 'rules', 'leads'] as const
export type GuideStep = (typeof GUIDE_STEPS)[number]

type Node = Pick<FrameworkNode, 'id' | 'kind' | 'role' | 'points' | 'rule' | 'guesses'>

/** A rule that is missing, not complete, or only supposed. */
export const isRuleOpen = (node: Node): boolean =>
  node.kind === 'criterion' &&
  (node.rule === null || node.guesses.includes('rule') || ruleFlaws(node.rule, node).length > 0)

/** A rule that says everything and only waits for somebody to agree. */
export const isRuleReady = (node: Node): boolean =>
  node.kind === 'criterion' &&
  node.rule !== null &&
  node.guesses.includes('rule') &&
  ruleFlaws(node.rule, node).length === 0

/** The criteria that somebody leads. */
export const ledCriteria = (matrix: DutyMatrix): ReadonlySet<string> =>
  new Set(
    matrix.items
      .filter(({ duties }) => duties.some(({ role }) => role === 'lead'))
      .map(({ criterionId }) => criterionId),
  )

/** Points that are missing or only supposed; those of an indicator may be supposed too. */
export const arePointsOpen = (node: Node): boolean =>
  node.guesses.includes('points') || (isOrdinary(node) && node.points === null)

/** How much each step still has to do. A total that is missed is one thing more. */
export function openOf(
  version: Pick<Version, 'pointsSum' | 'totalPoints'>,
  nodes: readonly Node[],
  matrix: DutyMatrix,
): Record<GuideStep, number> {
  const led = ledCriteria(matrix)
  const missed = version.totalPoints !== null && version.totalPoints !== version.pointsSum ? 1 : 0
  return {
    points: nodes.filter(arePointsOpen).length + missed,
    rules: nodes.filter(isRuleOpen).length,
    leads: nodes.filter(({ kind, id }) => kind === 'criterion' && !led.has(id)).length,
  }
}
