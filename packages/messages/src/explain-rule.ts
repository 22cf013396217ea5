import type { Rule } from '@chuangcheng/domain'
import {
  explainBand,
  explainBound,
  explainGrade,
  explainKnot,
  explainStep,
  listed,
  numberOr,
  type Options,
  percent,
  wordsOr,
} from './explain-parts.ts'
import { m } from './paraglide/messages.js'
import type { Locale } from './paraglide/runtime.js'

type OfKind<K extends Rule['kind']> = Extract<Rule, { kind: K }>

function rate(rule: OfKind<'rate'>, options: Options): string {
  const full = rule.full === null ? numberOr(null, options) : percent(rule.full)
  const numerator = wordsOr(rule.numerator, options)
  return m['rule.rate']({ full, numerator, denominator: wordsOr(rule.denominator, options) }, options)
}

function threshold(rule: OfKind<'threshold'>, options: Options): string {
  const steps = rule.steps.map((step) => explainStep(step, rule, options))
  return m['rule.threshold'](
    { metric: wordsOr(rule.metric, options), steps: listed(steps, options) },
    options,
  )
}

function piecewiseLinear(rule: OfKind<'piecewiseLinear'>, options: Options): string {
  const knots = rule.knots.map((knot) => explainKnot(knot, rule.unit, options))
  return m['rule.piecewiseLinear'](
    { metric: wordsOr(rule.metric, options), knots: listed(knots, options) },
    options,
  )
}

function deduction({ each, points, cap }: OfKind<'deduction'>, options: Options): string {
  const said = { each: wordsOr(each, options), points: numberOr(points, options) }
  return cap === null
    ? m['rule.deduction.open'](said, options)
    : m['rule.deduction.capped']({ ...said, cap }, options)
}

function bonus({ each, points, cap }: OfKind<'bonus'>, options: Options): string {
  const said = { each: wordsOr(each, options), points: numberOr(points, options) }
  return cap === null
    ? m['rule.bonus.open'](said, options)
    : m['rule.bonus.capped']({ ...said, cap }, options)
}

function gate(rule: OfKind<'gate'>, options: Options): string {
  const said = { metric: wordsOr(rule.metric, options), effect: wordsOr(rule.effect, options) }
  return m['rule.gate']({ ...said, bound: explainBound(rule.bound, rule, options) }, options)
}

function veto({ points, effect }: OfKind<'veto'>, options: Options): string {
  const said = { effect: wordsOr(effect, options) }
  return points === null
    ? m['rule.veto.ends'](said, options)
    : m['rule.veto.deducts']({ ...said, points }, options)
}

function composite({ parts }: OfKind<'composite'>, options: Options): string {
  const said = parts.map(({ name, weight, rule }) =>
    m['rule.part']({ name: wordsOr(name, options), weight, rule: clause(rule, options) }, options),
  )
  const all = said.join(m['rule.semicolon']({}, options)) || numberOr(null, options)
  return m['rule.composite']({ count: parts.length, parts: all }, options)
}

/** A rule without its full stop, so that it can stand inside another. */
function clause(rule: Rule, options: Options): string {
  switch (rule.kind) {
    case 'binary':
      return m['rule.binary']({}, options)
    case 'countBands': {
      const bands = rule.bands.map((band) => explainBand(band, options))
      return m['rule.countBands']({ bands: listed(bands, options) }, options)
    }
    case 'grade':
    case 'expertGrade': {
      const grades = listed(
        rule.grades.map((grade) => explainGrade(grade, options)),
        options,
      )
      return rule.kind === 'grade'
        ? m['rule.grade']({ grades }, options)
        : m['rule.expertGrade']({ grades }, options)
    }
    case 'meanOverSites':
      return m['rule.meanOverSites']({ rule: clause(rule.of, options) }, options)
    case 'rate':
      return rate(rule, options)
    case 'threshold':
      return threshold(rule, options)
    case 'piecewiseLinear':
      return piecewiseLinear(rule, options)
    case 'deduction':
      return deduction(rule, options)
    case 'bonus':
      return bonus(rule, options)
    case 'gate':
      return gate(rule, options)
    case 'veto':
      return veto(rule, options)
    case 'composite':
      return composite(rule, options)
  }
}

/**
 * A scoring rule (计分规则) in words, as office, workbooks and task sheets all show it; what is not set yet is said to be so. The
 * same rule always gives the same words.
 */
export function explainRule(locale: Locale, rule: Rule): string {
  const words = clause(rule, { locale })
  return m['rule.sentence']({ words: `${words.charAt(0).toUpperCase()}${words.slice(1)}` }, { locale })
}
