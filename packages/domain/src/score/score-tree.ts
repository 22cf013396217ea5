import {
  compareExactly,
  exactly,
  type Fraction,
  greaterOf,
  lesserOf,
  minus,
  ONE,
  over,
  plus,
  times,
  ZERO,
} from '../framework/fraction.ts'
import type { CriterionRole } from '../framework/framework.ts'
import type { Rule } from '../framework/rule.ts'
import { inTreeOrder, type TreeNode } from '../framework/tree.ts'
import { happened, passed, shareFromTally } from './from-tally.ts'
import { type CriterionSums, emptyTally, type Tally } from './tally.ts'

/** A node of a framework as far as scores go (计分节点). */
export type ScoringNode = TreeNode & {
  readonly text: string
  /** of a criterion */
  readonly points: number | null
  readonly role: CriterionRole
  readonly rule: Rule | null
}

/** How a criterion's result came about (得分依据): seen, partly seen, from a list of problems only, not seen, or it does not apply. */
export type ScoreBasis = 'shares' | 'problems' | 'notObserved' | 'notApplicable'

/**
 * Points of a node (节点得分), all exact: earned + lost + open = points. `points` are those that apply; `fullPoints` those that the framework gives.
 */
export type NodeScore = {
  readonly id: string
  readonly points: Fraction
  readonly fullPoints: Fraction
  readonly earned: Fraction
  readonly lost: Fraction
  readonly open: Fraction
}

/** What a criterion earned, and out of what (标准得分). */
export type CriterionScore = NodeScore & {
  readonly basis: ScoreBasis
  /** of its points; null when nothing can be said */
  readonly share: Fraction | null
  /** observed places over those it applies to; null when none is planned and none was seen (覆盖率) */
  readonly coverage: Fraction | null
  readonly observedSites: Fraction
  readonly plannedSites: number
}

/** A whole framework's score (测评得分): every node by its id, the total, and what stands beside the points. */
export type ScoreTree = {
  readonly total: NodeScore
  readonly nodes: ReadonlyMap<string, NodeScore>
  readonly criteria: ReadonlyMap<string, CriterionScore>
  /** 一票否决 */
  readonly vetoes: readonly { readonly id: string; readonly happened: boolean | null }[]
  /** 前置条件 */
  readonly gates: readonly { readonly id: string; readonly passed: boolean | null }[]
}

/** Planned places per criterion (应测点位数): how many of the planned sites it applies to. */
export type PlannedSites = ReadonlyMap<string, number>

const EMPTY = emptyTally()

const nothing = (id: string): NodeScore => ({
  id,
  points: ZERO,
  fullPoints: ZERO,
  earned: ZERO,
  lost: ZERO,
  open: ZERO,
})

/** Observed over planned places, those left out to which it does not apply. More may have been seen than planned. */
function coverageOf(sums: CriterionSums, planned: number): Fraction | null {
  const observed = sums.sites.value()
  const applicable = greaterOf(minus(exactly(planned), sums.notApplicable.value()), observed)
  return applicable.numerator === 0n ? null : over(observed, applicable)
}

type Divided = Pick<CriterionScore, 'points' | 'earned' | 'lost' | 'open' | 'basis' | 'share'>

/** A list of problems says what was lost, and nothing of what was kept. */
function fromProblems(points: Fraction, deductions: Fraction): Divided {
  const lost = lesserOf(points, deductions)
  return { points, earned: ZERO, lost, open: minus(points, lost), basis: 'problems', share: null }
}

function divided(
  node: ScoringNode,
  sums: CriterionSums,
  coverage: Fraction | null,
  planned: number,
): Divided {
  const points = exactly(node.points ?? 0)
  const outcome = shareFromTally(node.rule, node.points ?? 0, sums)
  if (outcome.kind === 'earned') {
    const seen = times(points, coverage ?? ONE)
    const earned = times(seen, outcome.share)
    const open = minus(points, seen)
    return { points, earned, lost: minus(seen, earned), open, basis: 'shares', share: outcome.share }
  }
  if (sums.problems > 0) return fromProblems(points, sums.deductions.value())
  const isNotApplicable =
    outcome.kind === 'notApplicable' ||
    (sums.observations === 0 &&
      sums.notApplicable.value().numerator > 0n &&
      compareExactly(sums.notApplicable.value(), exactly(planned)) >= 0)
  if (isNotApplicable)
    return { points: ZERO, earned: ZERO, lost: ZERO, open: ZERO, basis: 'notApplicable', share: null }
  return { points, earned: ZERO, lost: ZERO, open: points, basis: 'notObserved', share: null }
}

function scoreCriterion(node: ScoringNode, tally: Tally, planned: number): CriterionScore {
  const coverage = coverageOf(tally.all, planned)
  return {
    id: node.id,
    fullPoints: exactly(node.points ?? 0),
    ...divided(node, tally.all, coverage, planned),
    coverage,
    observedSites: tally.all.sites.value(),
    plannedSites: planned,
  }
}

function added(a: NodeScore, b: NodeScore): NodeScore {
  return {
    id: a.id,
    points: plus(a.points, b.points),
    fullPoints: plus(a.fullPoints, b.fullPoints),
    earned: plus(a.earned, b.earned),
    lost: plus(a.lost, b.lost),
    open: plus(a.open, b.open),
  }
}

const beside = (nodes: readonly ScoringNode[], tallies: ReadonlyMap<string, Tally>) => {
  const sumsOf = (id: string) => (tallies.get(id) ?? EMPTY).all
  return {
    vetoes: nodes
      .filter(({ role }) => role === 'veto')
      .map(({ id }) => ({ id, happened: happened(sumsOf(id)) })),
    gates: nodes.flatMap(({ id, rule }) =>
      rule?.kind === 'gate' ? [{ id, passed: passed(rule, sumsOf(id)) }] : [],
    ),
  }
}

/** Sums of every node that gives points, children before their parents. */
function addUp(nodes: readonly ScoringNode[], criteria: ReadonlyMap<string, CriterionScore>) {
  const scores = new Map<string, NodeScore>(criteria)
  let total = nothing('')
  for (const { id, parentId } of nodes.filter(({ role }) => role === 'ordinary').toReversed()) {
    const own = scores.get(id) ?? nothing(id)
    scores.set(id, own)
    if (parentId === null) total = added(total, own)
    else scores.set(parentId, added(scores.get(parentId) ?? nothing(parentId), own))
  }
  return { total, nodes: scores }
}

/**
 * The score of a framework version from the tallies of its criteria (计分): pure, exact, in the order of the tree. At every node earned + lost +
 * open = points; bonus, gate and veto items stand beside them. A criterion without a tally is open.
 */
export function scoreTree(
  nodes: readonly ScoringNode[],
  tallies: ReadonlyMap<string, Tally>,
  planned: PlannedSites,
): ScoreTree {
  const ordered = inTreeOrder(nodes)
  const criteria = new Map(
    ordered
      .filter(({ kind, role }) => kind === 'criterion' && role === 'ordinary')
      .map((node) => [
        node.id,
        scoreCriterion(node, tallies.get(node.id) ?? EMPTY, planned.get(node.id) ?? 0),
      ]),
  )
  return { ...addUp(ordered, criteria), criteria, ...beside(ordered, tallies) }
}

/** Earned of what was seen (得分率), 0–1; null when nothing was seen, or only problems. */
export function rateOf({ earned, lost }: Pick<NodeScore, 'earned' | 'lost'>): Fraction | null {
  const seen = plus(earned, lost)
  return seen.numerator === 0n ? null : over(earned, seen)
}
