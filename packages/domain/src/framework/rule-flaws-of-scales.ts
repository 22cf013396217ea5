import { hasFourDecimals } from './points.ts'
import type { Band, Direction, Grade, Knot, Step } from './rule.ts'
import type { FlawNotes, RuleFlawCode } from './rule-flaw.ts'

type Notes = FlawNotes<RuleFlawCode>

const isShare = (share: number): boolean => share >= 0 && share <= 1 && hasFourDecimals(share)

/** Grades have names of their own, and the one above earns more than the one below. */
function noteScale(scale: readonly { readonly grade: string; readonly share: number }[], notes: Notes): void {
  const names = new Set<string>()
  for (const [index, { grade, share }] of scale.entries()) {
    if (grade.trim() === '') notes.note('grade-unnamed', [index, 'grade'], { row: index + 1 })
    else if (names.has(grade)) notes.note('grade-twice', [index, 'grade'], { grade })
    names.add(grade)
    noteShare(share, index, notes)
    const better = scale[index - 1]
    if (better && share >= better.share) notes.note('shares-not-falling', [index, 'share'], { grade })
  }
}

function noteShare(share: number, index: number, notes: Notes): void {
  if (!isShare(share)) notes.note('share-invalid', [index, 'share'], { row: index + 1 })
}

/** Bands (档) cover every number of violations from 0 on, each number once. */
export function noteBands(bands: readonly Band[], notes: Notes): void {
  if (bands.length === 0) notes.note('bands-missing', [])
  let next: number | null = 0
  for (const [index, { grade, from, to }] of bands.entries()) {
    if (to !== null && to < from) notes.note('band-reversed', [index, 'to'], { grade, from, to })
    noteJoint(next, from, index, notes)
    next = to === null ? null : to + 1
  }
  if (next !== null && bands.length > 0) notes.note('bands-end', [bands.length - 1, 'to'], { from: next })
  noteScale(bands, notes)
}

/** Whether a band begins where the one before it ends; `next` null = that one has no end. */
function noteJoint(next: number | null, from: number, index: number, notes: Notes): void {
  if (from === next) return
  if (index === 0) notes.note('bands-start', [index, 'from'], { from })
  else if (next === null || from < next) notes.note('bands-overlap', [index, 'from'], { from })
  else notes.note('bands-gap', [index, 'from'], { from: next, to: from - 1 })
}

export function noteGrades(grades: readonly Grade[], notes: Notes): void {
  if (grades.length === 0) notes.note('grades-missing', [])
  noteScale(grades, notes)
}

/** Whether a bound is easier to reach than the one before it; what is not known yet disturbs no order. */
function isEasier(bound: number | null, harder: number | null, direction: Direction): boolean {
  if (bound === null || harder === null) return true
  return direction === 'atLeast' ? bound < harder : bound > harder
}

/** Steps (档) go from the hardest bound to the easiest. */
export function noteSteps(steps: readonly Step[], direction: Direction, notes: Notes): void {
  if (steps.length === 0) notes.note('steps-missing', [])
  for (const [index, { grade, bound }] of steps.entries()) {
    if (bound === null) notes.note('bound-missing', [index, 'bound'], { grade })
    if (!isEasier(bound, steps[index - 1]?.bound ?? null, direction))
      notes.note('steps-order', [index, 'bound'], { grade })
  }
  noteScale(steps, notes)
}

export function noteKnots(knots: readonly Knot[], notes: Notes): void {
  if (knots.length < 2) notes.note('knots-few', [])
  for (const [index, { value, share }] of knots.entries()) {
    noteShare(share, index, notes)
    if (value === null) notes.note('knot-missing', [index, 'value'], { row: index + 1 })
    const before = knots[index - 1]?.value ?? null
    if (value !== null && before !== null && value <= before)
      notes.note('knots-not-rising', [index, 'value'], { row: index + 1 })
  }
}
