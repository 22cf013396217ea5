import type {
  CriterionRole,
  ItemFlaw,
  ItemFlawCode,
  RuleFlaw,
  RuleFlawCode,
  RuleKind,
} from '@chuangcheng/domain'
import { m } from './paraglide/messages.js'
import type { Locale } from './paraglide/runtime.js'

/** All that a sentence about a flaw may name; '' where it has no such thing. */
const NOTHING = { row: '', from: '', to: '', grade: '', name: '', cap: '', points: '', kind: '', role: '' }
type FlawWords = { readonly [K in keyof typeof NOTHING]: string | number }
type Sentence = (words: FlawWords, options: { locale: Locale }) => string

/** Named one by one and not looked up by template, so that a bundle holds only these. */
const SENTENCES: Readonly<Record<RuleFlawCode | ItemFlawCode, Sentence>> = {
  'kind-not-for-role': m['ruleFlaw.kind-not-for-role'],
  'bands-missing': m['ruleFlaw.bands-missing'],
  'bands-start': m['ruleFlaw.bands-start'],
  'band-reversed': m['ruleFlaw.band-reversed'],
  'bands-gap': m['ruleFlaw.bands-gap'],
  'bands-overlap': m['ruleFlaw.bands-overlap'],
  'bands-end': m['ruleFlaw.bands-end'],
  'grades-missing': m['ruleFlaw.grades-missing'],
  'steps-missing': m['ruleFlaw.steps-missing'],
  'steps-order': m['ruleFlaw.steps-order'],
  'grade-unnamed': m['ruleFlaw.grade-unnamed'],
  'grade-twice': m['ruleFlaw.grade-twice'],
  'share-invalid': m['ruleFlaw.share-invalid'],
  'shares-not-falling': m['ruleFlaw.shares-not-falling'],
  'metric-missing': m['ruleFlaw.metric-missing'],
  'numerator-missing': m['ruleFlaw.numerator-missing'],
  'denominator-missing': m['ruleFlaw.denominator-missing'],
  'full-missing': m['ruleFlaw.full-missing'],
  'full-invalid': m['ruleFlaw.full-invalid'],
  'bound-missing': m['ruleFlaw.bound-missing'],
  'target-missing': m['ruleFlaw.target-missing'],
  'knots-few': m['ruleFlaw.knots-few'],
  'knot-missing': m['ruleFlaw.knot-missing'],
  'knots-not-rising': m['ruleFlaw.knots-not-rising'],
  'each-missing': m['ruleFlaw.each-missing'],
  'amount-missing': m['ruleFlaw.amount-missing'],
  'amount-over-points': m['ruleFlaw.amount-over-points'],
  'points-decimals': m['ruleFlaw.points-decimals'],
  'cap-below-amount': m['ruleFlaw.cap-below-amount'],
  'cap-over-points': m['ruleFlaw.cap-over-points'],
  'cap-missing': m['ruleFlaw.cap-missing'],
  'effect-missing': m['ruleFlaw.effect-missing'],
  'parts-few': m['ruleFlaw.parts-few'],
  'part-unnamed': m['ruleFlaw.part-unnamed'],
  'part-twice': m['ruleFlaw.part-twice'],
  'weight-missing': m['ruleFlaw.weight-missing'],
  'code-missing': m['itemFlaw.code-missing'],
  'text-missing': m['itemFlaw.text-missing'],
  'dimension-missing': m['itemFlaw.dimension-missing'],
  'unit-missing': m['itemFlaw.unit-missing'],
  'purpose-missing': m['itemFlaw.purpose-missing'],
  'exemption-blank': m['itemFlaw.exemption-blank'],
  'exemption-twice': m['itemFlaw.exemption-twice'],
  'weight-invalid': m['itemFlaw.weight-invalid'],
}

const KINDS: Readonly<Record<RuleKind, Sentence>> = {
  binary: m['ruleKind.binary'],
  countBands: m['ruleKind.countBands'],
  grade: m['ruleKind.grade'],
  rate: m['ruleKind.rate'],
  threshold: m['ruleKind.threshold'],
  piecewiseLinear: m['ruleKind.piecewiseLinear'],
  meanOverSites: m['ruleKind.meanOverSites'],
  deduction: m['ruleKind.deduction'],
  bonus: m['ruleKind.bonus'],
  gate: m['ruleKind.gate'],
  veto: m['ruleKind.veto'],
  expertGrade: m['ruleKind.expertGrade'],
  composite: m['ruleKind.composite'],
}

const ROLES: Readonly<Record<CriterionRole, Sentence>> = {
  ordinary: m['criterionRole.ordinary'],
  bonus: m['criterionRole.bonus'],
  gate: m['criterionRole.gate'],
  veto: m['criterionRole.veto'],
}

const named = (names: Readonly<Record<string, Sentence>>, key: unknown, locale: Locale): string =>
  names[String(key)]?.(NOTHING, { locale }) ?? ''

/** What is wrong with a rule or an item, as a sentence without its full stop; a flaw inside a part says in which. */
export function explainFlaw(locale: Locale, flaw: RuleFlaw | ItemFlaw): string {
  const { kind, role } = flaw.params
  const words = {
    ...NOTHING,
    ...flaw.params,
    kind: named(KINDS, kind, locale),
    role: named(ROLES, role, locale),
  }
  const text = SENTENCES[flaw.code](words, { locale })
  const [place, index, inner] = flaw.path
  return place === 'parts' && inner === 'rule'
    ? m['ruleFlaw.inPart']({ row: Number(index) + 1, text }, { locale })
    : text
}
