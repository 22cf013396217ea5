import { comparable } from './plain-text.ts'

const LEAST_LIKENESS = 0.5

/**
 * Edits (insert, delete, replace, swap neighbours) that turn `left` into `right`, or `limit + 1` when there are more.
 * Common beginnings and ends are cut off first: names of one city share most of their characters.
 */
export function editDistance(
  left: string,
  right: string,
  limit = Math.max(left.length, right.length),
): number {
  if (Math.abs(left.length - right.length) > limit) return limit + 1
  const shortest = Math.min(left.length, right.length)
  let start = 0
  while (start < shortest && left.charCodeAt(start) === right.charCodeAt(start)) start++
  let tail = 0
  while (
    tail < shortest - start &&
    left.charCodeAt(left.length - 1 - tail) === right.charCodeAt(right.length - 1 - tail)
  )
    tail++
  return tableDistance(left.slice(start, left.length - tail), right.slice(start, right.length - tail), limit)
}

function tableDistance(left: string, right: string, limit: number): number {
  if (left === '' || right === '') return left.length + right.length
  let beforeLast = new Uint16Array(right.length + 1)
  let last = Uint16Array.from({ length: right.length + 1 }, (_, index) => index)
  let current = new Uint16Array(right.length + 1)
  for (let i = 1; i <= left.length; i++) {
    if (fillLine(left, right, i, current, last, beforeLast) > limit) return limit + 1
    ;[beforeLast, last, current] = [last, current, beforeLast]
  }
  return Math.min(last[right.length] ?? 0, limit + 1)
}

/** Fills one line of the distance table and returns its least value. */
function fillLine(
  left: string,
  right: string,
  i: number,
  current: Uint16Array,
  last: Uint16Array,
  beforeLast: Uint16Array,
): number {
  current[0] = i
  let least = i
  for (let j = 1; j <= right.length; j++) {
    const same = left.charCodeAt(i - 1) === right.charCodeAt(j - 1)
    let best = Math.min((last[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1))
    const swapped =
      i > 1 &&
      j > 1 &&
      left.charCodeAt(i - 1) === right.charCodeAt(j - 2) &&
      left.charCodeAt(i - 2) === right.charCodeAt(j - 1)
    if (swapped) best = Math.min(best, (beforeLast[j - 2] ?? 0) + 1)
    current[j] = best
    if (best < least) least = best
  }
  return least
}

/** True when the characters of `short` stand in `long` in the same order, the last ones at its end: 城管局 in 城市管理局. */
function abbreviates(short: string, long: string): boolean {
  if (short.length < 2 || short.length >= long.length || !long.endsWith(short.slice(-1))) return false
  let at = 0
  for (let place = 0; place < long.length; place++) if (long.charCodeAt(place) === short.charCodeAt(at)) at++
  return at === short.length
}

/** From 0 to 1; anything below `least` may be reported lower than it is, which is what makes a search fast. */
function likeness(wanted: string, known: string, least: number): number {
  if (wanted === known) return 1
  const [short, long] = wanted.length < known.length ? [wanted, known] : [known, wanted]
  const share = short.length / long.length
  if (short.length >= 2 && long.includes(short)) return 0.8 + 0.2 * share
  if (abbreviates(short, long)) return 0.6 + 0.35 * share
  if (share < least) return 0
  return 1 - editDistance(wanted, known, Math.floor(long.length * (1 - least))) / long.length
}

function sharesEnough(characters: ReadonlySet<number>, wantedLength: number, known: string): boolean {
  let shared = 0
  for (let at = 0; at < known.length; at++) if (characters.has(known.charCodeAt(at))) shared++
  return shared > 0 && shared * 2 >= Math.min(wantedLength, known.length)
}

interface Candidate {
  readonly name: string
  readonly score: number
}

/** Keeps the best `limit`, best first; the later of two equals goes behind. */
function insert(best: Candidate[], candidate: Candidate, limit: number): void {
  const place = best.findIndex((entry) => entry.score < candidate.score)
  best.splice(place < 0 ? best.length : place, 0, candidate)
  if (best.length > limit) best.pop()
}

/**
 * The known names a misspelt or shortened name probably means (相近名称), best first; equal likeness keeps the order of `known`.
 * Fast for 5,000 names, but not free: ask once per distinct name of a file, not once per row.
 */
export function nearestNames(name: string, known: readonly string[], limit = 3): string[] {
  const wanted = comparable(name).slice(0, 100)
  if (wanted === '' || limit < 1) return []
  const characters = new Set(wanted.split('').map((character) => character.charCodeAt(0)))
  const best: Candidate[] = []
  let least = LEAST_LIKENESS
  for (const candidate of known) {
    const form = comparable(candidate)
    if (!sharesEnough(characters, wanted.length, form)) continue
    const score = likeness(wanted, form, least)
    if (score < least) continue
    insert(best, { name: candidate, score }, limit)
    if (best.length === limit) least = best.at(-1)?.score ?? least
  }
  return best.map((entry) => entry.name)
}
