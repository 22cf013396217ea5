import type { CaseStanding, CaseState } from '@chuangcheng/domain'
import { type RawBuilder, sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/database/database.ts'
import { sendSteps, type WrittenStep } from '../opening/opening-queries.ts'

/** A case as far as its next step goes. */
export type CaseAtHand = CaseStanding & {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly placeName: string
  readonly areaId: string | null
  readonly organizationIds: readonly string[]
  /** where the organization whose case it is sits */
  readonly seatAreaId: string | null
  readonly organizationName: string | null
  readonly photoRequired: boolean
  readonly workflowVersion: number
}

const selectAtHand = (reader: Reader, condition: RawBuilder<unknown>) => sql<CaseAtHand>`
  select c.id, c.number, c.title, c.place_name as "placeName", c.area_id as "areaId", c.organization_ids as "organizationIds",
    o.area_id as "seatAreaId", o.name as "organizationName", c.photo_required as "photoRequired",
    c.workflow_version as "workflowVersion", c.state, c.organization_id as "organizationId", c.opened_at as "openedAt",
    c.due_at as "dueAt", c.accepted_at as "acceptedAt", c.rectified_at as "rectifiedAt", c.closed_at as "closedAt",
    c.handler_ids as "handlerIds", c.return_count as "returnCount", c.revision
  from case_file c left join organization o on o.city_id = c.city_id and o.id = c.organization_id
  where c.city_id = ${reader.cityId} and ${condition}`

export async function findCaseAtHand(reader: Reader, id: string): Promise<CaseAtHand | null> {
  return (await selectAtHand(reader, sql`c.id = ${id}`).execute(reader.sql)).rows[0] ?? null
}

/**
 * Hold cases for a step, always in one order: whoever comes second waits, and then sees what the first did. They are read by a second
 * statement, because joined rows of a statement that waited are those from before. Unknown ids are left out.
 */
const lockAndRead = async (tx: Tx, condition: RawBuilder<unknown>): Promise<CaseAtHand[]> => {
  const locking = sql`select from case_file c where c.city_id = ${tx.cityId} and ${condition} order by c.id for update`
  const [, { rows }] = await Promise.all([
    locking.execute(tx.sql),
    selectAtHand(tx, sql`${condition} order by c.id`).execute(tx.sql),
  ])
  return rows
}

export const lockCases = (tx: Tx, ids: readonly string[]): Promise<CaseAtHand[]> =>
  lockAndRead(tx, sql`c.id = any(${[...ids]}::uuid[])`)

/** Hold what came from some sources and has not come to its end. */
export const lockCasesOfSources = (tx: Tx, sourceIds: readonly string[]): Promise<CaseAtHand[]> =>
  lockAndRead(
    tx,
    sql`c.source_kind = 'finding' and c.source_id = any(${[...sourceIds]}::uuid[])
      and c.state not in ('closed', 'withdrawn')`,
  )

export type CaseStepRow = WrittenStep & {
  readonly caseId: string
  readonly actorName: string | null
  readonly organizationName: string | null
}

/** The histories of cases, each from its beginning. */
export async function listSteps(reader: Reader, caseIds: readonly string[]): Promise<CaseStepRow[]> {
  const { rows } = await sql<CaseStepRow>`
    select s.case_id as "caseId", s.number, s.id, s.step, s.at, s.actor_id as "actorId", u.name as "actorName",
      s.organization_id as "organizationId", o.name as "organizationName", s.due_at as "dueAt", s.reason,
      s.photo_ids as "photoIds"
    from case_step s
    left join user_account u on u.city_id = s.city_id and u.id = s.actor_id
    left join organization o on o.city_id = s.city_id and o.id = s.organization_id
    where s.city_id = ${reader.cityId} and s.case_id = any(${[...caseIds]}::uuid[])
    order by s.case_id, s.number`.execute(reader.sql)
  return rows
}

export type Stepped = { readonly id: string; readonly after: CaseStanding; readonly step: WrittenStep }

/** Write steps and what the cases come to by them. Whose a case becomes may see it from then on. */
export function sendSteppedCases(tx: Tx, stepped: readonly Stepped[]): void {
  for (const { id, after, step } of stepped)
    tx.send(sql`
      update case_file set state = ${after.state satisfies CaseState}, organization_id = ${after.organizationId},
        due_at = ${after.dueAt}, accepted_at = ${after.acceptedAt}, rectified_at = ${after.rectifiedAt},
        closed_at = ${after.closedAt}, handler_ids = ${[...after.handlerIds]}::uuid[], return_count = ${after.returnCount},
        revision = ${after.revision},
        organization_ids = case when ${step.organizationId}::uuid is null or ${step.organizationId}::uuid = any(organization_ids)
          then organization_ids else organization_ids || ${step.organizationId}::uuid end
      where city_id = ${tx.cityId} and id = ${id}`)
  sendSteps(
    tx,
    stepped.map(({ id, step }) => ({ caseId: id, step })),
  )
}
