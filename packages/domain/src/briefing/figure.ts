import type { CaseState } from '../case/case.ts'
import { exactly, roundedTo, times } from '../framework/fraction.ts'
import { readFraction } from '../score/exact-sum.ts'

/** Questions that a figure of a briefing answers (数据口径); each is a query with a name. */
export const FIGURE_KEYS = [
  'round.siteCount',
  'round.visitCount',
  'round.observationCount',
  'round.sitesByType',
  'round.sitesByStreet',
  'score.rate',
  'score.points',
  'score.earned',
  'score.lost',
  'score.open',
  'score.parts',
  'score.bestItems',
  'score.worstItems',
  'score.districts',
  'score.streets',
  'score.organizations',
  'losses.typical',
  'cases.handedOver',
  'cases.rectified',
  'cases.rectificationRate',
  'cases.closed',
  'cases.overdue',
  'cases.byOrganization',
  'score.matrix',
] as const
/** One of them (数据口径). */
export type FigureKey = (typeof FIGURE_KEYS)[number]

/** What a number counts (数据单位): things, points, or a part of something, 0–1. */
export const FIGURE_UNITS = ['count', 'points', 'rate'] as const
export type FigureUnit = (typeof FIGURE_UNITS)[number]

/** A column of a figure that is a table (数据列). `name` is empty where the catalog has a word for the id. */
export type FigureColumn = { readonly id: string; readonly name: string; readonly unit: FigureUnit }
/** A row of a figure that is a table (数据行), by the id of what it is about; an empty id: nobody, or none. */
export type FigureRow = {
  readonly id: string
  readonly name: string
  readonly cells: readonly (string | null)[]
}

/**
 * What a figure says (数据值), exact: numbers are texts `n` or `n/d` in lowest terms; null where there is nothing to divide by. Rows stand in
 * the order in which they are shown.
 */
export type FigureValue =
  | { readonly kind: 'number'; readonly unit: FigureUnit; readonly exact: string | null }
  | { readonly kind: 'table'; readonly columns: readonly FigureColumn[]; readonly rows: readonly FigureRow[] }

const HUNDRED = exactly(100)

/** An exact number as it is printed (数据显示): counts whole, points to two decimals, rates as percent to one. */
export function shownNumber(exact: string | null, unit: FigureUnit): string {
  if (exact === null) return '—'
  const value = readFraction(exact)
  if (unit === 'rate') return `${roundedTo(times(value, HUNDRED), 1)}%`
  return roundedTo(value, unit === 'points' ? 2 : 0)
}

const byId = (rows: readonly FigureRow[]): Map<string, string> =>
  new Map(rows.map(({ id, cells }) => [id, JSON.stringify(cells)]))

function sameRows(a: readonly FigureRow[], b: readonly FigureRow[]): boolean {
  const [one, other] = [byId(a), byId(b)]
  return one.size === other.size && [...one].every(([id, cells]) => other.get(id) === cells)
}

/** Whether two values say the same (数据一致): names may have changed meanwhile, numbers and what they are about may not. */
export function sameValue(a: FigureValue, b: FigureValue): boolean {
  if (a.kind === 'number' || b.kind === 'number')
    return a.kind === b.kind && a.kind === 'number' && b.kind === 'number' && a.exact === b.exact
  const columns = (value: typeof a) => value.columns.map(({ id }) => id).join(' ')
  return columns(a) === columns(b) && sameRows(a.rows, b.rows)
}

/** A case as it was when a figure counted it (留存的案卷): cases go on, the figure does not. Instants are ISO UTC. */
export type KeptCase = {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly placeName: string
  readonly state: CaseState
  readonly organizationId: string | null
  readonly organizationName: string
  readonly subdistrictId: string | null
  readonly openedAt: string
  readonly dueAt: string
  readonly rectifiedAt: string | null
  readonly closedAt: string | null
  readonly overdue: boolean
}

/** What a named query is asked with beside the rounds (数据参数): how many, where it takes the first few. */
export type FigureParams = { readonly limit?: number }
