import { compareExactly, exactly, type Fraction, over, plus, times, ZERO } from './fraction.ts'
import type { CriterionRole } from './framework.ts'
import { hasFourDecimals } from './points.ts'
import type { Rule, RuleKind, SimpleRule } from './rule.ts'
import { type FlawNotes, flawNotes, type RuleFlaw, type RuleFlawCode } from './rule-flaw.ts'
import { noteBands, noteGrades, noteKnots, noteSteps } from './rule-flaws-of-scales.ts'

type Notes = FlawNotes<RuleFlawCode>
type OfKind<K extends RuleKind> = Extract<Rule, { kind: K }>

/** The role of a criterion (计分性质) that a kind of rule is for: bonus, gate and veto are roles of their own. */
export const roleOfRule = (kind: RuleKind): CriterionRole =>
  kind === 'bonus' || kind === 'gate' || kind === 'veto' ? kind : 'ordinary'

const blank = (words: string): boolean => words.trim() === ''

function noteMetric({ metric }: { readonly metric: string }, notes: Notes): void {
  if (blank(metric)) notes.note('metric-missing', ['metric'])
}

function noteRate(rule: OfKind<'rate'>, notes: Notes): void {
  if (blank(rule.numerator)) notes.note('numerator-missing', ['numerator'])
  if (blank(rule.denominator)) notes.note('denominator-missing', ['denominator'])
  if (rule.full === null) notes.note('full-missing', ['full'])
  else if (!(rule.full > 0 && rule.full <= 1)) notes.note('full-invalid', ['full'])
}

/** What is taken off or added for each, and the most of it; `limit` is what the criterion or the part has, null = not known. */
function noteAmount(rule: OfKind<'deduction'> | OfKind<'bonus'>, limit: Fraction | null, notes: Notes): void {
  const { points, cap } = rule
  if (blank(rule.each)) notes.note('each-missing', ['each'])
  if (points === null || points <= 0) notes.note('amount-missing', ['points'])
  else if (!hasFourDecimals(points)) notes.note('points-decimals', ['points'])
  else if (limit && compareExactly(exactly(points), limit) > 0) notes.note('amount-over-points', ['points'])
  if (cap === null) return
  if (!hasFourDecimals(cap)) notes.note('points-decimals', ['cap'])
  else if (points !== null && cap < points) notes.note('cap-below-amount', ['cap'], { cap, points })
  else if (limit && compareExactly(exactly(cap), limit) > 0) notes.note('cap-over-points', ['cap'], { cap })
}

function noteBonus(rule: OfKind<'bonus'>, limit: Fraction | null, notes: Notes): void {
  noteAmount(rule, limit, notes)
  if (rule.cap === null && limit === null) notes.note('cap-missing', ['cap'])
}

function noteGate(rule: OfKind<'gate'>, notes: Notes): void {
  noteMetric(rule, notes)
  if (rule.bound === null) notes.note('target-missing', ['bound'])
  if (blank(rule.effect)) notes.note('effect-missing', ['effect'])
}

function noteVeto(rule: OfKind<'veto'>, notes: Notes): void {
  if (blank(rule.effect)) notes.note('effect-missing', ['effect'])
  if (rule.points === null) return
  if (rule.points <= 0) notes.note('amount-missing', ['points'])
  else if (!hasFourDecimals(rule.points)) notes.note('points-decimals', ['points'])
}

function noteSimple(rule: SimpleRule, limit: Fraction | null, notes: Notes): void {
  switch (rule.kind) {
    case 'binary':
      break
    case 'countBands':
      noteBands(rule.bands, notes.within('bands'))
      break
    case 'grade':
    case 'expertGrade':
      noteGrades(rule.grades, notes.within('grades'))
      break
    case 'meanOverSites':
      noteSimple(rule.of, limit, notes.within('of'))
      break
    case 'rate':
      noteRate(rule, notes)
      break
    case 'threshold':
      noteMetric(rule, notes)
      noteSteps(rule.steps, rule.direction, notes.within('steps'))
      break
    case 'piecewiseLinear':
      noteMetric(rule, notes)
      noteKnots(rule.knots, notes.within('knots'))
      break
    case 'deduction':
      noteAmount(rule, limit, notes)
      break
  }
}

function noteParts({ parts }: OfKind<'composite'>, limit: Fraction | null, notes: Notes): void {
  if (parts.length < 2) notes.note('parts-few', ['parts'])
  const names = new Set<string>()
  const known = parts.every(({ weight }) => hasFourDecimals(weight) && weight > 0)
  const weights = known ? parts.reduce((sum, { weight }) => plus(sum, exactly(weight)), ZERO) : null
  for (const [index, { name, weight, rule }] of parts.entries()) {
    const inside = notes.within('parts', index)
    if (blank(name)) inside.note('part-unnamed', ['name'], { row: index + 1 })
    else if (names.has(name)) inside.note('part-twice', ['name'], { name })
    names.add(name)
    if (!(weight > 0)) inside.note('weight-missing', ['weight'], { row: index + 1 })
    else if (!hasFourDecimals(weight)) inside.note('points-decimals', ['weight'])
    const share = limit && weights && over(times(limit, exactly(weight)), weights)
    noteSimple(rule, share, inside.within('rule'))
  }
}

/**
 * Everything that keeps the rule of a criterion from being published; none = it can be. Points that are not known yet (null) are no
 * flaw of the rule.
 */
export function ruleFlaws(
  rule: Rule,
  criterion: { readonly role: CriterionRole; readonly points: number | null },
): readonly RuleFlaw[] {
  const flaws: RuleFlaw[] = []
  const notes = flawNotes<RuleFlawCode>(flaws)
  const limit = criterion.points === null ? null : exactly(criterion.points)
  if (roleOfRule(rule.kind) !== criterion.role)
    notes.note('kind-not-for-role', ['kind'], { kind: rule.kind, role: criterion.role })
  if (rule.kind === 'bonus') noteBonus(rule, limit, notes)
  else if (rule.kind === 'gate') noteGate(rule, notes)
  else if (rule.kind === 'veto') noteVeto(rule, notes)
  else if (rule.kind === 'composite') noteParts(rule, limit, notes)
  else noteSimple(rule, limit, notes)
  return flaws
}
