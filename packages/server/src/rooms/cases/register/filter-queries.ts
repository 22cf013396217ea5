import { type Actor, type CaseState, type Scope, scopeOf } from '@chuangcheng/domain'
import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../../../platform/database/database.ts'

type Condition = RawBuilder<boolean>

/** Who looks at cases: what they may see, what they may do where, and the instant that decides what is overdue (ISO UTC). */
export type Viewer = {
  readonly userId: string
  readonly organizationId: string | null
  readonly read: Scope
  readonly dispatch: Scope
  readonly handle: Scope
  readonly verify: Scope
  readonly now: string
}

export const viewerOf = (actor: Actor, now: string): Viewer => ({
  userId: actor.userId,
  organizationId: actor.organizationId,
  read: scopeOf(actor, 'case.read'),
  dispatch: scopeOf(actor, 'case.dispatch'),
  handle: scopeOf(actor, 'case.handle'),
  verify: scopeOf(actor, 'case.verify'),
  now,
})

/** The condition that a case (aliased c) lies in a scope: by its area, or by an organization that was named or had it. */
function caseIn(scope: Scope): Condition {
  if (scope.everything) return sql`true`
  return sql`(c.area_id = any(${[...scope.areaIds]}::uuid[])
    or c.organization_ids && ${[...scope.organizationIds]}::uuid[])`
}

/**
 * The condition that the organization whose case it is lies in a scope: itself, or the area it sits in. Whoever may act for the whole
 * city stands in for others; what waits for others is not theirs, so to them only their own organization's counts.
 */
function ownedIn(reader: Reader, scope: Scope, ownOrganizationId: string | null): Condition {
  if (scope.everything) return sql`c.organization_id = ${ownOrganizationId}::uuid`
  return sql`(c.organization_id = any(${[...scope.organizationIds]}::uuid[]) or c.organization_id in (
    select o.id from organization o where o.city_id = ${reader.cityId} and o.area_id = any(${[...scope.areaIds]}::uuid[])))`
}

// The partial index of what still runs says the same.
const unended = sql<boolean>`c.state not in ('closed', 'withdrawn')`
export const overdueAt = (now: string): Condition =>
  sql`(c.state in ('unassigned', 'assigned', 'accepted', 'returned') and c.due_at < ${now}::timestamptz)`

/** What waits for somebody, by what they have to do. */
export const waitingFor = (reader: Reader, viewer: Viewer) => ({
  dispatch: sql<boolean>`(c.state = 'unassigned' and ${caseIn(viewer.dispatch)})`,
  handle: sql<boolean>`(c.state in ('assigned', 'accepted', 'returned')
    and ${ownedIn(reader, viewer.handle, viewer.organizationId)})`,
  verify: sql<boolean>`(c.state = 'rectified' and ${caseIn(viewer.verify)}
    and not ${viewer.userId}::uuid = any(c.handler_ids))`,
})

export type CaseFilter = {
  readonly waiting?: 'dispatch' | 'handle' | 'verify' | 'any' | undefined
  readonly state?: CaseState | undefined
  readonly organizationId?: string | undefined
  /** the area and everything below it */
  readonly areaId?: string | undefined
  readonly roundId?: string | undefined
  readonly siteId?: string | undefined
  readonly overdue?: boolean | undefined
  /** part of number, title or place */
  readonly text?: string | undefined
}

function waitingCondition(reader: Reader, viewer: Viewer, waiting: CaseFilter['waiting']): Condition {
  if (waiting === undefined) return sql`true`
  const { dispatch, handle, verify } = waitingFor(reader, viewer)
  const asked = { dispatch, handle, verify, any: sql<boolean>`(${dispatch} or ${handle} or ${verify})` }
  return sql`${unended} and ${asked[waiting]}`
}

/** All conditions of a filter on cases aliased c, the scope and the city among them. */
export function conditionsOf(reader: Reader, viewer: Viewer, filter: CaseFilter): Condition {
  const { waiting, state, organizationId, areaId, roundId, siteId, overdue, text } = filter
  const conditions: (Condition | null)[] = [
    sql`c.city_id = ${reader.cityId}`,
    caseIn(viewer.read),
    waitingCondition(reader, viewer, waiting),
    state === undefined ? null : sql`c.state = ${state}`,
    organizationId === undefined ? null : sql`c.organization_id = ${organizationId}`,
    areaId === undefined
      ? null
      : sql`c.area_id in (select a.id from area a where a.city_id = ${reader.cityId} and ${areaId}::uuid = any(a.path))`,
    roundId === undefined ? null : sql`c.round_id = ${roundId}`,
    siteId === undefined ? null : sql`c.site_id = ${siteId}`,
    overdue === true ? sql`${unended} and ${overdueAt(viewer.now)}` : null,
    text === undefined
      ? null
      : sql`position(lower(${text}) in lower(c.number || ' ' || c.title || ' ' || c.place_name)) > 0`,
  ]
  return sql`${sql.join(
    conditions.filter((condition) => condition !== null),
    sql` and `,
  )}`
}

export type CaseCounts = {
  readonly dispatch: number
  readonly handle: number
  readonly verify: number
  readonly handleOverdue: number
  readonly running: number
  readonly overdue: number
  /** when the first of what is to be put right is due */
  readonly firstDueAt: string | null
}

/** How many cases wait for somebody, and how many of what they see have not come to their end. */
export async function countCases(reader: Reader, viewer: Viewer): Promise<CaseCounts> {
  const { dispatch, handle, verify } = waitingFor(reader, viewer)
  const late = overdueAt(viewer.now)
  const count = (condition: Condition) => sql`(count(*) filter (where ${condition}))::int`
  const { rows } = await sql<CaseCounts>`
    select ${count(dispatch)} as dispatch, ${count(handle)} as handle, ${count(verify)} as verify,
      ${count(sql`${handle} and ${late}`)} as "handleOverdue", count(*)::int as running, ${count(late)} as overdue,
      min(c.due_at) filter (where ${handle}) as "firstDueAt"
    from case_file c where c.city_id = ${reader.cityId} and ${unended} and ${caseIn(viewer.read)}`.execute(
    reader.sql,
  )
  return (
    rows[0] ?? {
      dispatch: 0,
      handle: 0,
      verify: 0,
      handleOverdue: 0,
      running: 0,
      overdue: 0,
      firstDueAt: null,
    }
  )
}
