import {
  compareExactly,
  exactly,
  type Fraction,
  lesserOf,
  minus,
  ONE,
  over,
  plus,
  times,
  ZERO,
} from './fraction.ts'
import type { SiteObservation } from './observation.ts'
import type { Direction, Grade, Knot, Rule, SiteRule, Step } from './rule.ts'

/** A rule that lacks a value cannot be published, so it is a bug to evaluate it. */
export function known(value: number | null): Fraction {
  if (value === null) throw new RangeError('the rule lacks a value')
  return exactly(value)
}

export function countedIn(count: number): Fraction {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`not a count: ${count}`)
  return exactly(count)
}

/** At most the cap; null = no cap. */
export const limited = (points: Fraction, cap: number | null): Fraction =>
  cap === null ? points : lesserOf(points, exactly(cap))

export function otherKind(rule: Rule['kind'], observation: string): RangeError {
  return new RangeError(`a rule of kind ${rule} cannot be fed with ${observation}`)
}

/** Whether a value is at least (不低于) or at most (不高于) the bound, the bound included. */
export function reaches(value: number, bound: number | null, direction: Direction): boolean {
  const order = compareExactly(exactly(value), known(bound))
  return direction === 'atLeast' ? order >= 0 : order <= 0
}

export function shareOfGrade(grades: readonly Grade[], name: string): Fraction {
  const grade = grades.find((each) => each.grade === name)
  if (!grade) throw new RangeError(`no such grade: ${name}`)
  return exactly(grade.share)
}

/** The share (得分比例) that what was seen at one site earns. */
export function shareAtSite(rule: SiteRule, observation: SiteObservation): Fraction {
  if (rule.kind === 'binary' && observation.kind === 'binary') return observation.conforms ? ONE : ZERO
  if (rule.kind === 'grade' && observation.kind === 'grade')
    return shareOfGrade(rule.grades, observation.grade)
  if (rule.kind !== 'countBands' || observation.kind !== 'countBands')
    throw otherKind(rule.kind, observation.kind)
  const count = observation.violations
  countedIn(count)
  const band = rule.bands.find(({ from, to }) => from <= count && (to === null || count <= to))
  if (!band) throw new RangeError(`no band for ${count}`)
  return exactly(band.share)
}

/** The share of the first step that is reached; of none it is 0. */
export function shareOfSteps(steps: readonly Step[], direction: Direction, value: number): Fraction {
  const reached = steps.find(({ bound }) => reaches(value, bound, direction))
  return reached ? exactly(reached.share) : ZERO
}

/** Straight between two knots, level outside them. */
export function shareOnLine(knots: readonly Knot[], value: number): Fraction {
  const at = exactly(value)
  const above = knots.findIndex((knot) => compareExactly(at, known(knot.value)) <= 0)
  const right = above === -1 ? knots.at(-1) : knots[above]
  const left = above === -1 ? right : knots[Math.max(0, above - 1)]
  if (!left || !right) throw new RangeError('the rule has no knots')
  if (left === right) return exactly(right.share)
  const [from, to] = [known(left.value), known(right.value)]
  const way = over(minus(at, from), minus(to, from))
  const rise = minus(exactly(right.share), exactly(left.share))
  return plus(exactly(left.share), times(way, rise))
}
