import type { CaseState } from '@chuangcheng/domain'
import { sql } from 'kysely'
import type { Reader } from '../../../platform/database/database.ts'

/** A case as figures count it (案卷要素). Instants are ISO UTC. */
export type CaseFact = {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly placeName: string
  readonly category: string
  readonly roundId: string | null
  readonly sourceId: string
  readonly siteId: string | null
  readonly criterionId: string | null
  readonly itemId: string | null
  readonly state: CaseState
  /** whose it is now; of a case that ended, whose it was */
  readonly organizationId: string | null
  readonly districtId: string | null
  readonly subdistrictId: string | null
  readonly openedAt: string
  readonly dueAt: string
  readonly rectifiedAt: string | null
  /** null also for what was withdrawn */
  readonly closedAt: string | null
  readonly returnCount: number
  /** the deadline has passed and it is still to be put right */
  readonly overdue: boolean
  readonly revision: number
}

/** Every case of some rounds, in the order in which they were opened; scopes are the caller's affair. `now` decides what is overdue. */
export async function listCaseFacts(
  reader: Reader,
  { roundIds, now }: { readonly roundIds: readonly string[]; readonly now: string },
): Promise<CaseFact[]> {
  const { rows } = await sql<CaseFact>`
    select c.id, c.number, c.title, c.place_name as "placeName", c.category, c.round_id as "roundId", c.source_id as "sourceId",
      c.site_id as "siteId", c.criterion_id as "criterionId", c.item_id as "itemId", c.state,
      c.organization_id as "organizationId", c.district_id as "districtId", c.subdistrict_id as "subdistrictId",
      c.opened_at as "openedAt", c.due_at as "dueAt", c.rectified_at as "rectifiedAt",
      case when c.state = 'closed' then c.closed_at end as "closedAt", c.return_count as "returnCount",
      c.state in ('unassigned', 'assigned', 'accepted', 'returned') and c.due_at < ${now} as overdue, c.revision
    from case_file c where c.city_id = ${reader.cityId} and c.round_id = any(${[...roundIds]}::uuid[])
    order by c.opened_at, c.id`.execute(reader.sql)
  return rows
}

/** The cases that some sources led to, for a room that shows its finding: number, whose, state. */
export async function listCasesOfSources(
  reader: Reader,
  sourceIds: readonly string[],
): Promise<
  {
    sourceId: string
    id: string
    number: string
    state: CaseState
    organization: { id: string; name: string } | null
  }[]
> {
  const { rows } = await sql<{
    sourceId: string
    id: string
    number: string
    state: CaseState
    organization: { id: string; name: string } | null
  }>`
    select c.source_id as "sourceId", c.id, c.number, c.state,
      case when o.id is not null then jsonb_build_object('id', o.id, 'name', o.name) end as organization
    from case_file c left join organization o on o.city_id = c.city_id and o.id = c.organization_id
    where c.city_id = ${reader.cityId} and c.source_kind = 'finding' and c.source_id = any(${[...sourceIds]}::uuid[])`.execute(
    reader.sql,
  )
  return rows
}
