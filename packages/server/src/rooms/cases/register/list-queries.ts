import type { CaseState } from '@chuangcheng/domain'
import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../../../platform/database/database.ts'
import { PAGE_LENGTH, pageOf, readCursor } from '../../../platform/http/cursor.ts'
import { type CaseFilter, conditionsOf, overdueAt, type Viewer } from './filter-queries.ts'

type Reference = { readonly id: string; readonly name: string }

/** A case as a row of a list. */
export type CaseRow = {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly category: string
  readonly placeName: string
  readonly area: Reference | null
  readonly state: CaseState
  readonly organization: Reference | null
  readonly openedAt: string
  readonly dueAt: string
  readonly rectifiedAt: string | null
  readonly closedAt: string | null
  readonly overdue: boolean
  readonly returnCount: number
  readonly photoRequired: boolean
  readonly photoId: string | null
  readonly revision: number
}

/** The columns of a case's row; c is the case, a its area, o whose it is. */
export const rowColumns = (now: string) => sql`
  c.id, c.number, c.title, c.category, c.place_name as "placeName",
  case when a.id is not null then jsonb_build_object('id', a.id, 'name', a.name) end as area, c.state,
  case when o.id is not null then jsonb_build_object('id', o.id, 'name', o.name) end as organization,
  c.opened_at as "openedAt", c.due_at as "dueAt", c.rectified_at as "rectifiedAt", c.closed_at as "closedAt",
  ${overdueAt(now)} as overdue, c.return_count as "returnCount", c.photo_required as "photoRequired",
  (select s.photo_ids[1] from case_step s where s.city_id = c.city_id and s.case_id = c.id and s.number = 1) as "photoId",
  c.revision`

export const rowJoins = sql`
  left join area a on a.city_id = c.city_id and a.id = c.area_id
  left join organization o on o.city_id = c.city_id and o.id = c.organization_id`

type Paging = { readonly after?: string | undefined; readonly limit?: number | undefined }

/** What waits goes by its deadline, the nearest first; everything else by its opening, the latest first. */
const orders = {
  waiting: { by: sql`c.due_at, c.id`, beyond: sql`(c.due_at, c.id) >`, keyOf: (row: CaseRow) => row.dueAt },
  latest: {
    by: sql`c.opened_at desc, c.id desc`,
    beyond: sql`(c.opened_at, c.id) <`,
    keyOf: (row: CaseRow) => row.openedAt,
  },
} as const

export async function listCases(
  reader: Reader,
  viewer: Viewer,
  { after, limit = PAGE_LENGTH, ...filter }: CaseFilter & Paging,
) {
  const { by, beyond, keyOf } = filter.waiting === undefined ? orders.latest : orders.waiting
  const from = readCursor(after, 2)
  const conditions = conditionsOf(reader, viewer, filter)
  const only: RawBuilder<unknown> = from
    ? sql`${conditions} and ${beyond} (${String(from[0])}::timestamptz, ${String(from[1])}::uuid)`
    : conditions
  const { rows } = await sql<CaseRow>`
    select ${rowColumns(viewer.now)} from case_file c ${rowJoins}
    where ${only} order by ${by} limit ${limit + 1}`.execute(reader.sql)
  return pageOf(rows, limit, (row) => [keyOf(row), row.id])
}
