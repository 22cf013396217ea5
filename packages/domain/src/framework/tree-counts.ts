import type { CriterionOrigin, CriterionRole, Guess } from './framework.ts'
import { sumPoints } from './points.ts'
import { countLevels, type TreeNode } from './tree.ts'

/** What a node is counted by (计数节点). */
export type CountedNode = TreeNode & {
  readonly points: number | null
  readonly role: CriterionRole
  readonly origin: CriterionOrigin
  readonly guesses: readonly Guess[]
}

/** What the page of a version counts (版本统计). */
export type TreeCounts = {
  /** nodes on each level, criteria on the last: 7/24/75/228 */
  readonly levelCounts: number[]
  readonly criterionCount: number
  readonly raisedCount: number
  readonly localCount: number
  readonly bonusCount: number
  readonly gateCount: number
  readonly vetoCount: number
  /** criteria with something nobody has confirmed yet */
  readonly guessCount: number
  /** of the ordinary criteria, exact */
  readonly pointsSum: number
}

/** A criterion whose points count towards the total: bonus, gate and veto items stand beside it. */
export const isOrdinary = ({ kind, role }: Pick<CountedNode, 'kind' | 'role'>): boolean =>
  kind === 'criterion' && role === 'ordinary'

export function countTree(nodes: readonly CountedNode[], levelCount: number): TreeCounts {
  const criteria = nodes.filter(({ kind }) => kind === 'criterion')
  const count = (is: (node: CountedNode) => boolean): number => criteria.filter(is).length
  return {
    levelCounts: countLevels(nodes, levelCount),
    criterionCount: criteria.length,
    raisedCount: count(({ origin }) => origin === 'raised'),
    localCount: count(({ origin }) => origin === 'local'),
    bonusCount: count(({ role }) => role === 'bonus'),
    gateCount: count(({ role }) => role === 'gate'),
    vetoCount: count(({ role }) => role === 'veto'),
    guessCount: count(({ guesses }) => guesses.length > 0),
    pointsSum: sumPoints(criteria.filter(isOrdinary).map(({ points }) => points ?? 0)),
  }
}
