import type { Band, Direction, Grade, Knot, Step } from '@chuangcheng/domain'
import { m } from './paraglide/messages.js'
import type { Locale } from './paraglide/runtime.js'

/** The language something is said in. */
export type Options = { readonly locale: Locale }

const unknown = (options: Options): string => m['rule.unknown']({}, options)

/** Words that somebody typed, or that nobody typed any. */
export const wordsOr = (given: string, options: Options): string =>
  given.trim() === '' ? m['rule.unnamed']({}, options) : given

export const numberOr = (value: number | null, options: Options): string =>
  value === null ? unknown(options) : String(value)

/** Shares have at most four decimals, so the percentage is exact. */
export const percent = (share: number): string => `${Math.round(share * 10_000) / 100}%`

/** One after the other, with commas; of nothing, that it is not set. */
export const listed = (all: readonly string[], options: Options): string =>
  all.join(m['rule.comma']({}, options)) || unknown(options)

function amount(value: number | null, unit: string, options: Options): string {
  const space = /^[%‰°℃]/.test(unit) || unit === '' ? '' : ' '
  return value === null ? unknown(options) : `${value}${space}${unit}`
}

function earns(share: number, options: Options): string {
  if (share === 1) return m['rule.share.full']({}, options)
  if (share === 0) return m['rule.share.none']({}, options)
  return m['rule.share.part']({ percent: percent(share) }, options)
}

function count({ from, to }: Band, options: Options): string {
  if (to === null) return m['rule.count.more']({ from }, options)
  return from === to
    ? m['rule.count.exactly']({ from }, options)
    : m['rule.count.range']({ from, to }, options)
}

export function explainBand(band: Band, options: Options): string {
  const share = earns(band.share, options)
  return m['rule.band']({ count: count(band, options), share, grade: wordsOr(band.grade, options) }, options)
}

export function explainGrade({ grade, share, meaning }: Grade, options: Options): string {
  const said = { grade: wordsOr(grade, options), share: earns(share, options) }
  return meaning.trim() === ''
    ? m['rule.gradeOnly'](said, options)
    : m['rule.gradeMeaning']({ ...said, meaning }, options)
}

export function explainBound(
  bound: number | null,
  { unit, direction }: { readonly unit: string; readonly direction: Direction },
  options: Options,
): string {
  const said = { value: amount(bound, unit, options) }
  return direction === 'atLeast'
    ? m['rule.bound.atLeast'](said, options)
    : m['rule.bound.atMost'](said, options)
}

export function explainStep(
  { grade, bound, share }: Step,
  measured: { readonly unit: string; readonly direction: Direction },
  options: Options,
): string {
  const said = { grade: wordsOr(grade, options), share: earns(share, options) }
  return m['rule.step']({ ...said, bound: explainBound(bound, measured, options) }, options)
}

export const explainKnot = ({ value, share }: Knot, unit: string, options: Options): string =>
  m['rule.knot']({ value: amount(value, unit, options), share: earns(share, options) }, options)
