import { type ItemAnswer, shareOfAnswer } from '../checklist/answer.ts'
import type { AnswerKind } from '../checklist/checklist.ts'
import {
  compareExactly,
  exactly,
  type Fraction,
  ONE,
  over,
  plus,
  roundedTo,
  times,
  weightedMean,
  ZERO,
} from '../framework/fraction.ts'
import type { Rule, SiteRule } from '../framework/rule.ts'
import { reaches, shareAtSite, shareOfGrade, shareOfSteps, shareOnLine } from '../framework/share.ts'
import type { ObservedFact } from './observed.ts'

/** An item's answer as far as it feeds one criterion (计入标准的答案). */
export type FeedingAnswer = {
  readonly asked: AnswerKind
  readonly answer: ItemAnswer
  /** the item's weight (检查项权重) and that of its tie to the criterion (对应权重) */
  readonly itemWeight: number
  readonly tieWeight: number
}

/** What a visit says of one criterion (一次督查对一条标准的观测). */
export type SeenAtVisit = Pick<ObservedFact, 'outcome' | 'share' | 'violationCount' | 'value'>

const NOT_APPLICABLE: SeenAtVisit = { outcome: 'notApplicable', share: null, violationCount: 0, value: null }

type Judged = { readonly answer: ItemAnswer; readonly share: Fraction; readonly weight: Fraction }

/** Answers that were judged. What weighs nothing does not count, unless nothing weighs anything. */
function judgedOf(answers: readonly FeedingAnswer[]): Judged[] {
  const judged = answers.flatMap(({ asked, answer, itemWeight, tieWeight }) => {
    const worth = shareOfAnswer(asked, answer)
    return worth.kind === 'share'
      ? [{ answer, share: worth.share, weight: times(exactly(itemWeight), exactly(tieWeight)) }]
      : []
  })
  const weighing = judged.filter(({ weight }) => weight.numerator > 0n)
  return weighing.length > 0 ? weighing : judged.map((one) => ({ ...one, weight: ONE }))
}

const falls = ({ share }: Judged): boolean => compareExactly(share, ONE) < 0

/** Violations (问题数) that an answer stands for: what was counted, else one where it falls short. */
const violationsOf = (judged: Judged): number =>
  judged.answer.kind === 'countBands' ? judged.answer.violations : Number(falls(judged))

const meanOf = (judged: readonly Judged[]): Fraction =>
  weightedMean(judged.map(({ share, weight }) => [share, weight] as const))

/** The mean of the measured numbers, rounded to four decimals; null when none was asked for. */
function measuredIn(answers: readonly FeedingAnswer[]): number | null {
  const values = answers.flatMap(({ answer }) => (answer.kind === 'number' ? [exactly(answer.value)] : []))
  if (values.length === 0) return null
  return roundedMean(values.reduce(plus, ZERO), values.length)
}

/** A mean of measured values as rules take it: a decimal of four places (四舍五入). */
export const roundedMean = (sum: Fraction, count: number): number =>
  Number(roundedTo(over(sum, { numerator: BigInt(count), denominator: 1n }), 4))

function shareOfGrades(rule: Extract<SiteRule, { kind: 'grade' }>, judged: readonly Judged[]): Fraction {
  const [only] = judged
  const name = judged.length === 1 && only?.answer.kind === 'grade' ? only.answer.grade : null
  return rule.grades.some(({ grade }) => grade === name)
    ? shareOfGrade(rule.grades, name ?? '')
    : meanOf(judged)
}

function shareOfValue(rule: Rule, value: number): Fraction | null {
  if (rule.kind === 'threshold') return shareOfSteps(rule.steps, rule.direction, value)
  if (rule.kind === 'piecewiseLinear') return shareOnLine(rule.knots, value)
  if (rule.kind === 'gate') return reaches(value, rule.bound, rule.direction) ? ONE : ZERO
  return null
}

function shareOfJudged(rule: Rule | null, judged: readonly Judged[], violations: number): Fraction {
  const siteRule = rule?.kind === 'meanOverSites' ? rule.of : rule
  if (siteRule?.kind === 'binary') return judged.some(falls) ? ZERO : ONE
  if (siteRule?.kind === 'grade') return shareOfGrades(siteRule, judged)
  if (siteRule?.kind === 'countBands') return shareAtSite(siteRule, { kind: 'countBands', violations })
  return meanOf(judged)
}

/**
 * What the answers of one visit say of a criterion with this rule (点位得分比例): its site rule judges the whole place – conforming or not,
 * bands by the number of violations, a grade –, any other rule takes the weighted mean of the items. Exact. Null when no answer was
 * judged and none said that it does not apply.
 */
export function shareAtVisit(rule: Rule | null, answers: readonly FeedingAnswer[]): SeenAtVisit | null {
  const judged = judgedOf(answers)
  const value = measuredIn(answers)
  const byValue = rule === null || value === null ? null : shareOfValue(rule, value)
  if (judged.length === 0 && byValue === null)
    return answers.some(({ answer }) => answer.kind === 'notApplicable') ? NOT_APPLICABLE : null
  const violationCount = judged.reduce((sum, one) => sum + violationsOf(one), 0)
  const share = byValue ?? shareOfJudged(rule, judged, violationCount)
  return { outcome: 'share', share, violationCount, value: byValue === null ? null : value }
}
