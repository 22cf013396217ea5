import type { DutyRole, Scope, Standing, StandingSaid } from '@chuangcheng/domain'
import { type RawBuilder, sql } from 'kysely'
import type { Reader, Tx } from '../../platform/database/database.ts'

/** A desk self-check (书面自查) of a published version. */
export type SelfCheck = {
  readonly id: string
  readonly versionId: string
  readonly name: string
  readonly dueOn: string
  readonly openedAt: string
  readonly closedAt: string | null
  readonly revision: number
  readonly version: { readonly id: string; readonly label: string; readonly frameworkName: string }
}

const selectSelfChecks = (reader: Reader, condition: RawBuilder<unknown>) => sql<SelfCheck>`
  select c.id, c.version_id as "versionId", c.name, c.due_on as "dueOn", c.opened_at as "openedAt", c.closed_at as "closedAt",
    c.revision, jsonb_build_object('id', v.id, 'label', v.label, 'frameworkName', f.name) as version
  from self_check c
  join framework_version v on v.city_id = c.city_id and v.id = c.version_id
  join framework f on f.city_id = v.city_id and f.id = v.framework_id
  where c.city_id = ${reader.cityId} and ${condition}`

/** Self-checks, the latest first. */
export const listSelfChecks = async (reader: Reader): Promise<SelfCheck[]> =>
  (await selectSelfChecks(reader, sql`true order by c.opened_at desc, c.id desc`).execute(reader.sql)).rows

export const findSelfCheck = async (reader: Reader, id: string): Promise<SelfCheck | null> =>
  (await selectSelfChecks(reader, sql`c.id = ${id}`).execute(reader.sql)).rows[0] ?? null

/** Lock a self-check for a change. */
export async function findSelfCheckLocked(tx: Tx, id: string): Promise<SelfCheck | null> {
  await sql`select from self_check where city_id = ${tx.cityId} and id = ${id} for update`.execute(tx.sql)
  return findSelfCheck(tx, id)
}

export type NewSelfCheck = Pick<SelfCheck, 'id' | 'versionId' | 'name' | 'dueOn'>

export async function insertSelfCheck(tx: Tx, { id, versionId, name, dueOn }: NewSelfCheck): Promise<void> {
  await tx.sql
    .insertInto('self_check')
    .values({ city_id: tx.cityId, id, version_id: versionId, name, due_on: dueOn, opened_at: tx.now })
    .execute()
}

export async function saveSelfCheck(
  tx: Tx,
  { id, name, dueOn, closedAt }: Pick<SelfCheck, 'id' | 'name' | 'dueOn' | 'closedAt'>,
): Promise<void> {
  await tx.sql
    .updateTable('self_check')
    .set({ name, due_on: dueOn, closed_at: closedAt })
    .set((eb) => ({ revision: eb('revision', '+', 1) }))
    .where('city_id', '=', tx.cityId)
    .where('id', '=', id)
    .execute()
}

/** What an organization answered; all null while it has not. */
export type AnswerRow = {
  readonly standing: Standing | null
  readonly reason: string | null
  readonly plan: string | null
  readonly planOn: string | null
  readonly firstOn: string | null
  readonly answeredAt: string | null
  readonly answeredByName: string | null
  readonly revision: number | null
}

/** A criterion that an organization has to check, with its answer. */
export type TaskRow = AnswerRow & {
  readonly criterionId: string
  readonly role: DutyRole
  readonly organization: { readonly id: string; readonly name: string }
  readonly organizationAreaId: string | null
}

const organizationIn = (scope: Scope): RawBuilder<unknown> =>
  scope.everything
    ? sql`true`
    : sql`(o.id = any(${[...scope.organizationIds]}::uuid[]) or o.area_id = any(${[...scope.areaIds]}::uuid[]))`

/** Who checks which criterion on a day: whoever leads it; where nobody leads, whoever is competent. */
const tasksOn = (versionId: RawBuilder<unknown>, day: string) => sql`
  select h.city_id, h.criterion_id, h.organization_id, h.role from (
    select d.city_id, d.criterion_id, d.organization_id, d.role,
      bool_or(d.role = 'lead') over (partition by d.criterion_id) as is_led
    from duty d join framework_node n on n.city_id = d.city_id and n.id = d.criterion_id
    where n.version_id = ${versionId} and d.role <> 'supporting' and d.valid_from <= ${day}::date
      and (d.valid_to is null or d.valid_to >= ${day}::date)) h
  where h.role = 'lead' or not h.is_led`

type TaskFilter = { readonly organizationId?: string | undefined; readonly criterionId?: string | undefined }

/** The tasks of a self-check on a day as far as a scope shows their organizations, by organization. */
export async function listTaskRows(
  reader: Reader,
  { id, versionId }: Pick<SelfCheck, 'id' | 'versionId'>,
  scope: Scope,
  day: string,
  { organizationId, criterionId }: TaskFilter = {},
): Promise<TaskRow[]> {
  const { rows } = await sql<TaskRow>`
    select t.criterion_id as "criterionId", t.role, jsonb_build_object('id', o.id, 'name', o.name) as organization,
      o.area_id as "organizationAreaId", a.standing, a.reason, a.plan, a.plan_on as "planOn", a.first_on as "firstOn",
      a.answered_at as "answeredAt", u.name as "answeredByName", a.revision
    from (${tasksOn(sql`${versionId}`, day)}) t
    join organization o on o.city_id = t.city_id and o.id = t.organization_id
    left join self_check_answer a on a.city_id = t.city_id and a.self_check_id = ${id} and a.organization_id = o.id
      and a.criterion_id = t.criterion_id
    left join user_account u on u.city_id = a.city_id and u.id = a.answered_by
    where t.city_id = ${reader.cityId} and ${organizationIn(scope)}
      and ${organizationId ? sql`o.id = ${organizationId}` : sql`true`}
      and ${criterionId ? sql`t.criterion_id = ${criterionId}` : sql`true`}
    order by o.code`.execute(reader.sql)
  return rows
}

/** Where an organization sits, for those who may see it; null when the city has none such. */
export async function findOrganizationSeat(
  reader: Reader,
  id: string,
): Promise<{ id: string; areaId: string | null } | null> {
  const row = await reader.sql
    .selectFrom('organization')
    .select(['id', 'area_id as areaId'])
    .where('city_id', '=', reader.cityId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

type AnswerKey = {
  readonly selfCheckId: string
  readonly organizationId: string
  readonly criterionId: string
}

/** Write an answer, the first or another; the day of the first one stays. */
export async function saveAnswer(tx: Tx, key: AnswerKey, said: StandingSaid, today: string): Promise<void> {
  const words = {
    standing: said.standing,
    reason: said.reason,
    plan: said.plan,
    plan_on: said.planOn,
    answered_by: tx.author.userId,
    answered_at: tx.now,
  }
  await tx.sql
    .insertInto('self_check_answer')
    .values({
      city_id: tx.cityId,
      self_check_id: key.selfCheckId,
      organization_id: key.organizationId,
      criterion_id: key.criterionId,
      first_on: today,
      ...words,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['city_id', 'self_check_id', 'organization_id', 'criterion_id'])
        .doUpdateSet((eb) => ({ ...words, revision: eb('self_check_answer.revision', '+', 1) })),
    )
    .execute()
}

/** How many tasks of open self-checks nobody has answered in a scope, and by when the first of them is due. */
export async function countUnanswered(
  reader: Reader,
  scope: Scope,
  today: string,
): Promise<{ count: number; dueOn: string | null }> {
  const { rows } = await sql<{ count: number; dueOn: string | null }>`
    select count(*)::int as count, min(c.due_on) as "dueOn" from self_check c
    cross join lateral (${tasksOn(sql`c.version_id`, today)}) t
    join organization o on o.city_id = t.city_id and o.id = t.organization_id
    where c.city_id = ${reader.cityId} and t.city_id = c.city_id and c.closed_at is null and ${organizationIn(scope)}
      and not exists (select from self_check_answer a where a.city_id = c.city_id and a.self_check_id = c.id
        and a.organization_id = o.id and a.criterion_id = t.criterion_id)`.execute(reader.sql)
  return rows[0] ?? { count: 0, dueOn: null }
}
