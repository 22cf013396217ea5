import { compareExactly, readFraction } from '@chuangcheng/domain'
import type { Exact } from './numbers.ts'
import type { BreakdownRow } from './score-queries.ts'
import type { Sort } from './score-search.ts'

const compared = (a: Exact, b: Exact): number =>
  compareExactly(readFraction(a.fraction), readFraction(b.fraction))

/** The lowest score first; what has none last. */
function byScore(a: BreakdownRow, b: BreakdownRow): number {
  if (a.score === null || b.score === null) return Number(a.score === null) - Number(b.score === null)
  return compared(a.score, b.score)
}

/** Rows in the order that is asked for; what belongs to nobody stays last. */
export function inOrder(rows: readonly BreakdownRow[], sort: Sort): BreakdownRow[] {
  if (sort === 'register') return [...rows]
  const compare = sort === 'score' ? byScore : (a: BreakdownRow, b: BreakdownRow) => compared(b.lost, a.lost)
  return rows.toSorted((a, b) => Number(a.id === null) - Number(b.id === null) || compare(a, b))
}
