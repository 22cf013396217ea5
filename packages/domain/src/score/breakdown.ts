import { exactly, type Fraction, minus, over, ZERO } from '../framework/fraction.ts'
import { ExactSum } from './exact-sum.ts'
import type { CriterionScore, ScoreTree, ScoringNode } from './score-tree.ts'
import { NO_KEY, type PartSums, type Tally, type TallyDimension } from './tally.ts'

/** The key under which what belongs to no criterion is tallied (无法对应标准的观测). */
export const NO_CRITERION = '00000000-0000-0000-0000-000000000000'

/**
 * The score of an area, a site type or an organization (分项得分): points earned over points at stake in its observations. With several
 * responsible organizations each counts in full, so scores do not add up and need not.
 */
export type PartScore = {
  readonly key: string
  readonly observations: number
  readonly stake: Fraction
  readonly earned: Fraction
  /** earned over stake; null when nothing but problems is known */
  readonly score: Fraction | null
  readonly problems: number
  readonly deductions: Fraction
}

type Totals = {
  observations: number
  problems: number
  stake: ExactSum
  earned: ExactSum
  deductions: ExactSum
}

const begin = (): Totals => ({
  observations: 0,
  problems: 0,
  stake: new ExactSum(),
  earned: new ExactSum(),
  deductions: new ExactSum(),
})

function count(totals: Totals, part: PartSums, points: Fraction): void {
  totals.observations += part.observations
  totals.problems += part.problems
  totals.stake.addAll(part.stake, points)
  totals.earned.addAll(part.earned, points)
  totals.deductions.addAll(part.deductions)
}

const ONE_POINT = exactly(1)

/** Points of the criteria that give points; rows without a criterion carry their own. */
function pointsByCriterion(nodes: readonly ScoringNode[]): Map<string, Fraction> {
  const points = new Map<string, Fraction>([[NO_CRITERION, ONE_POINT]])
  for (const { id, kind, role, points: given } of nodes)
    if (kind === 'criterion' && role === 'ordinary') points.set(id, exactly(given ?? 0))
  return points
}

function partScore(key: string, { observations, problems, ...sums }: Totals): PartScore {
  const [stake, earned] = [sums.stake.value(), sums.earned.value()]
  const score = stake.numerator === 0n ? null : over(earned, stake)
  return { key, observations, stake, earned, score, problems, deductions: sums.deductions.value() }
}

/** Scores by area, site type or organization (分项得分), in no order. */
export function scoresBy(
  dimension: TallyDimension,
  nodes: readonly ScoringNode[],
  tallies: ReadonlyMap<string, Tally>,
): PartScore[] {
  const points = pointsByCriterion(nodes)
  const totals = new Map<string, Totals>()
  for (const [criterionId, tally] of tallies) {
    const given = points.get(criterionId)
    if (!given) continue
    for (const [key, part] of tally.parts[dimension]) {
      if (part.observations === 0 && part.problems === 0) continue
      const known = totals.get(key) ?? begin()
      totals.set(key, known)
      count(known, part, given)
    }
  }
  return [...totals].map(([key, sums]) => partScore(key, sums))
}

/** All that fell short of a criterion, in the measure in which its losses are divided (失分总量). */
export const wholeLoss = (score: CriterionScore, { all }: Tally): Fraction =>
  score.basis === 'problems' ? all.deductions.value() : minus(all.sites.value(), all.shares.value())

const lossSumAt = ({ basis }: CriterionScore, part: PartSums): ExactSum =>
  basis === 'problems' ? part.deductionLoss : part.loss

/** What fell short of a criterion, place by place or organization by organization, and the points lost for each unit of it. */
type Losing = { readonly each: Fraction; readonly shortfalls: ReadonlyMap<string, ExactSum> }

function losingOf(score: CriterionScore, tally: Tally | undefined, dimension: TallyDimension): Losing {
  const whole = tally ? wholeLoss(score, tally) : ZERO
  // Nowhere did anything fall short, and yet points are lost: then nobody can be named.
  if (!tally || whole.numerator === 0n)
    return { each: score.lost, shortfalls: new Map([[NO_KEY, new ExactSum().add(ONE_POINT)]]) }
  const parts = [...tally.parts[dimension]].map(([key, part]) => [key, lossSumAt(score, part)] as const)
  return { each: over(score.lost, whole), shortfalls: new Map(parts) }
}

/** The least whole number that all denominators divide. */
const commonDenominator = (fractions: readonly Fraction[]): bigint =>
  fractions.reduce((common, { denominator }) => {
    const shared = over({ numerator: common, denominator: 1n }, { numerator: denominator, denominator: 1n })
    return common * shared.denominator
  }, 1n)

/**
 * Who lost what (失分归属): every lost point of the tree, divided among areas, site types or organizations in proportion to what was lost
 * there; what nobody owns stands under NO_KEY. Exact: the parts add up to what the tree lost.
 */
export function lossesBy(
  dimension: TallyDimension,
  { criteria }: ScoreTree,
  tallies: ReadonlyMap<string, Tally>,
): Map<string, Fraction> {
  const losing = [...criteria.values()]
    .filter(({ lost }) => lost.numerator > 0n)
    .map((score) => losingOf(score, tallies.get(score.id), dimension))
  // In units of one denominator for all criteria, hundreds of organizations times hundreds of criteria are sums of whole numbers.
  const common = commonDenominator(losing.map(({ each }) => each))
  const losses = new Map<string, ExactSum>()
  for (const { each, shortfalls } of losing) {
    const units = { numerator: each.numerator * (common / each.denominator), denominator: 1n }
    for (const [key, shortfall] of shortfalls)
      losses.set(key, (losses.get(key) ?? new ExactSum()).addAll(shortfall, units))
  }
  const unit = { numerator: common, denominator: 1n }
  return new Map([...losses].map(([key, sum]) => [key, over(sum.value(), unit)]))
}
