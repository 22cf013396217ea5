import {
  type CriterionScore,
  emptyTally,
  exactly,
  type Fraction,
  greaterOf,
  minus,
  NO_CRITERION,
  type NodeScore,
  type Rule,
  ratesOf,
  type ScoreRates,
  type ScoringNode,
  type Tally,
  ZERO,
} from '@chuangcheng/domain'
import { explainRule, type Locale } from '@chuangcheng/messages'
import { asPoints, exact, exactOrNull } from './exact.ts'
import type { Score } from './score.ts'

const partsOf = ({ points, fullPoints, earned, lost, open }: Omit<NodeScore, 'id'>) => ({
  points: exact(points),
  fullPoints: asPoints(fullPoints),
  earned: exact(earned),
  lost: exact(lost),
  open: exact(open),
})

const NO_POINTS = { points: ZERO, fullPoints: ZERO, earned: ZERO, lost: ZERO, open: ZERO }
const EMPTY = emptyTally()

const asNumber = ({ numerator, denominator }: Fraction): number => Number(numerator) / Number(denominator)

/** Places that were observed, of those to which a criterion applies; null where there are none of either. */
function coverageOf(score: CriterionScore | undefined, tally: Tally) {
  if (!score || score.coverage === null) return null
  const planned = minus(exactly(score.plannedSites), tally.all.notApplicable.value())
  const applicable = greaterOf(planned, score.observedSites)
  return { observed: asNumber(score.observedSites), applicable: asNumber(applicable) }
}

/** Rules in words, laid out once: a published rule never changes. */
const explained = new WeakMap<Rule, Map<Locale, string>>()

function ruleText(rule: Rule | null, locale: Locale): string {
  if (rule === null) return ''
  const known = explained.get(rule) ?? new Map<Locale, string>()
  explained.set(rule, known)
  const text = known.get(locale) ?? explainRule(locale, rule)
  known.set(locale, text)
  return text
}

function passedOf({ tree }: Score, id: string): boolean | null {
  const gate = tree.gates.find((one) => one.id === id)
  if (gate) return gate.passed
  const happened = tree.vetoes.find((one) => one.id === id)?.happened ?? null
  return happened === null ? null : !happened
}

function nodeView(score: Score, rates: ScoreRates, node: ScoringNode, locale: Locale) {
  const { id, parentId, kind, role, code, text, rule } = node
  const criterion = score.tree.criteria.get(id)
  const tally = score.tallies.get(id) ?? EMPTY
  return {
    id,
    parentId,
    kind,
    role,
    code,
    text,
    ruleText: ruleText(rule, locale),
    ...partsOf(score.tree.nodes.get(id) ?? NO_POINTS),
    rate: exactOrNull(rates.nodes.get(id) ?? null),
    basis: criterion?.basis ?? null,
    coverage: coverageOf(criterion, tally),
    observationCount: tally.all.observations,
    violationCount: tally.all.violations,
    problemCount: tally.all.problems,
    passed: passedOf(score, id),
  }
}

function counted(tallies: Iterable<Tally>) {
  let [observationCount, problemCount] = [0, 0]
  for (const { all } of tallies) {
    observationCount += all.observations
    problemCount += all.problems
  }
  return { observationCount, problemCount }
}

/** A score as it is answered: the whole, and the tree in its order. */
export function scoreView(score: Score, sites: { planned: number; visited: number }, locale: Locale) {
  const { nodes, tree, tallies } = score
  const rates = ratesOf(nodes, tree)
  const { observations, problems } = (tallies.get(NO_CRITERION) ?? EMPTY).all
  return {
    total: {
      ...partsOf(tree.total),
      rate: exactOrNull(rates.total),
      ...counted(tallies.values()),
      unresolvedCount: observations + problems,
      sites,
    },
    nodes: nodes.map((node) => nodeView(score, rates, node, locale)),
  }
}
