import type { Band, Grade, Rule, SiteRule, Step } from './rule.ts'
import { quoteWord } from './rule-tokens.ts'

/** What a rule is called in words (计分方式). */
export const RULE_HEADS = {
  binary: '符合得分',
  countBands: '按处数',
  grade: '分等',
  meanOverSites: '点位平均',
  rate: '比率',
  threshold: '达标分档',
  piecewiseLinear: '分段线性',
  expertGrade: '专家评分',
  deduction: '扣分',
  bonus: '加分',
  gate: '前置条件',
  veto: '一票否决',
  composite: '组合',
} as const satisfies Record<Rule['kind'], string>
export const DIRECTION_WORDS = { atLeast: '不低于', atMost: '不高于' } as const
/** Not known yet · as much as there is · the application ends. */
export const UNKNOWN = '待定'
export const UNLIMITED = '不限'
export const ENDS = '终止'

/** A share as percent; shares have four decimals, so this is exact. */
const percent = (share: number): string => `${Math.round(share * 10_000) / 100}%`
const number = (value: number | null, none = UNKNOWN): string => (value === null ? none : String(value))
const fields = (...parts: readonly string[]): string => parts.join('；')
const said = (name: string, value: string): string => `${name}=${value}`
const word = (value: string): string => quoteWord(value)

function countOf({ from, to }: Band): string {
  if (to === null) return `${from}处以上`
  return from === to ? `${from}处` : `${from}-${to}处`
}
const bandWords = (band: Band): string => `${word(band.grade)}=${countOf(band)}→${percent(band.share)}`
const gradeWords = ({ grade, share, meaning }: Grade): string =>
  `${word(grade)}→${percent(share)}${meaning === '' ? '' : `（${word(meaning)}）`}`
const stepWords = ({ grade, bound, share }: Step): string =>
  `${word(grade)}=${number(bound)}→${percent(share)}`
const measured = ({ metric, unit }: { readonly metric: string; readonly unit: string }): string =>
  fields(said('指标', word(metric)), said('单位', word(unit)))

function siteRuleFields(rule: SiteRule): string {
  if (rule.kind === 'countBands') return fields(...rule.bands.map(bandWords))
  return rule.kind === 'grade' ? fields(...rule.grades.map(gradeWords)) : ''
}

/** What stands after the head, '' when the head says all. */
function fieldsOfRule(rule: Rule): string {
  switch (rule.kind) {
    case 'binary':
    case 'countBands':
    case 'grade':
      return siteRuleFields(rule)
    case 'meanOverSites':
      return `{${writeRuleWords(rule.of)}}`
    case 'expertGrade':
      return fields(...rule.grades.map(gradeWords))
    case 'rate':
      return fields(
        said('分子', word(rule.numerator)),
        said('分母', word(rule.denominator)),
        said('满分', rule.full === null ? UNKNOWN : percent(rule.full)),
      )
    case 'composite':
      return fields(
        ...rule.parts.map(
          ({ name, weight, rule: part }) => `${word(name)}=${weight}{${writeRuleWords(part)}}`,
        ),
      )
    case 'threshold':
    case 'piecewiseLinear':
    case 'deduction':
    case 'bonus':
    case 'gate':
    case 'veto':
      return fieldsWithBounds(rule)
  }
}

type Bounded = Extract<
  Rule,
  { kind: 'threshold' | 'piecewiseLinear' | 'deduction' | 'bonus' | 'gate' | 'veto' }
>

function fieldsWithBounds(rule: Bounded): string {
  switch (rule.kind) {
    case 'threshold':
      return fields(
        measured(rule),
        said('方向', DIRECTION_WORDS[rule.direction]),
        ...rule.steps.map(stepWords),
      )
    case 'piecewiseLinear':
      return fields(
        measured(rule),
        ...rule.knots.map(({ value, share }) => `${number(value)}→${percent(share)}`),
      )
    case 'gate':
      return fields(
        measured(rule),
        said('方向', DIRECTION_WORDS[rule.direction]),
        said('界限', number(rule.bound)),
        said('后果', word(rule.effect)),
      )
    case 'veto':
      return fields(said('扣', number(rule.points, ENDS)), said('后果', word(rule.effect)))
    case 'deduction':
    case 'bonus':
      return fields(
        said('每', word(rule.each)),
        said(rule.kind === 'bonus' ? '加' : '扣', number(rule.points)),
        said('最多', number(rule.cap, UNLIMITED)),
      )
  }
}

/**
 * A rule as one line of words (计分规则文字) that {@link readRuleWords} reads back equal: `按处数：A=0处→100%；B=1处→66%`. Words with
 * marks in them stand in 「」. Shares need at most four decimals.
 */
export function writeRuleWords(rule: Rule): string {
  const after = fieldsOfRule(rule)
  return after === '' && rule.kind === 'binary' ? RULE_HEADS.binary : `${RULE_HEADS[rule.kind]}：${after}`
}
