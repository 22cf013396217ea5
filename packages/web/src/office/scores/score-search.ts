import type { Dimension } from './score-queries.ts'

export const VIEWS = ['tree', 'district', 'subdistrict', 'siteType', 'organization'] as const
export type View = (typeof VIEWS)[number]
export const SORTS = ['lost', 'score', 'register'] as const
export type Sort = (typeof SORTS)[number]

/** What narrows the observations in the drawer; ids, or `none`. */
export const FILTERS = ['node', 'district', 'subdistrict', 'siteType', 'organization'] as const
export type FilterName = (typeof FILTERS)[number]

/** The page as it stands in the address: what is scored, how it is looked at, and which observations lie open. */
export type ScoreSearch = {
  readonly assessment?: string | undefined
  readonly rounds?: string | undefined
  readonly view?: View | undefined
  readonly sort?: Sort | undefined
  /** the drawer is open, with all observations or only those that fell short */
  readonly behind?: 'all' | 'failed' | undefined
} & { readonly [F in FilterName]?: string | undefined }

const text = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined)
const among = <V extends string>(values: readonly V[], value: unknown): V | undefined =>
  values.find((one) => one === value)

export const readScoreSearch = (search: Record<string, unknown>): ScoreSearch => ({
  assessment: text(search.assessment),
  rounds: text(search.rounds),
  view: among(VIEWS, search.view),
  sort: among(SORTS, search.sort),
  behind: among(['all', 'failed'], search.behind),
  node: text(search.node),
  district: text(search.district),
  subdistrict: text(search.subdistrict),
  siteType: text(search.siteType),
  organization: text(search.organization),
})

const CLOSED: Partial<Record<FilterName | 'behind', undefined>> = {
  behind: undefined,
  node: undefined,
  district: undefined,
  subdistrict: undefined,
  siteType: undefined,
  organization: undefined,
}

/** The same page without its drawer. */
export const closed = (search: ScoreSearch): ScoreSearch => ({ ...search, ...CLOSED })

export type Opening = { readonly behind: 'all' | 'failed' } & { readonly [F in FilterName]?: string }

/** The same page with the observations behind a number. */
export const opened = (search: ScoreSearch, opening: Opening): ScoreSearch => ({
  ...closed(search),
  ...opening,
})

/** The view of a breakdown, or null where the tree is looked at. */
export const dimensionOf = ({ view = 'tree' }: ScoreSearch): Dimension | null =>
  view === 'tree' ? null : view
