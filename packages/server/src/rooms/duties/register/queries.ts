import type { Duty, DutyRole, DutyTarget, VersionState } from '@chuangcheng/domain'
import { type RawBuilder, sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/database/database.ts'
import { PAGE_LENGTH, pageOf, readCursor } from '../../../platform/http/cursor.ts'

type Reference = { readonly id: string; readonly name: string }

/** A duty (责任) with the names it is shown by. */
export type DutyRow = Duty & {
  readonly organization: Reference
  /** what it is for, in words */
  readonly targetName: string
  readonly revision: number
}

const dutyColumns = sql`d.id, d.target, d.site_id as "siteId", d.area_id as "areaId", d.site_type_id as "siteTypeId", d.category,
  d.criterion_id as "criterionId", d.organization_id as "organizationId", d.role, d.share, d.valid_from as "validFrom",
  d.valid_to as "validTo"`

/** What a duty (aliased d) is for, in words; needs the joins of `namedDuties`. */
export const targetName = sql<string>`case d.target when 'site' then s.name when 'areaSiteType' then concat_ws('·', a.name, t.name)
  when 'category' then d.category else concat_ws(' ', n.code, n.text) end`

const namedDuties = sql`duty d
  join organization o on o.city_id = d.city_id and o.id = d.organization_id
  left join site s on s.city_id = d.city_id and s.id = d.site_id
  left join area a on a.city_id = d.city_id and a.id = d.area_id
  left join site_type t on t.city_id = d.city_id and t.id = d.site_type_id
  left join framework_node n on n.city_id = d.city_id and n.id = d.criterion_id`

const selectDuties = (reader: Reader, condition: RawBuilder<unknown>) => sql<DutyRow>`
  select ${dutyColumns}, jsonb_build_object('id', o.id, 'name', o.name) as organization, ${targetName} as "targetName", d.revision
  from ${namedDuties} where d.city_id = ${reader.cityId} and ${condition}`

const holding = (day: string) =>
  sql`d.valid_from <= ${day}::date and (d.valid_to is null or d.valid_to >= ${day}::date)`

export type DutyFilter = {
  readonly after?: string | undefined
  readonly limit?: number | undefined
  readonly organizationId?: string | undefined
  readonly versionId?: string | undefined
  readonly target?: DutyTarget | undefined
  readonly criterionId?: string | undefined
  readonly siteId?: string | undefined
  readonly areaId?: string | undefined
  readonly role?: DutyRole | undefined
  readonly day?: string | undefined
}

const conditionOf = (filter: DutyFilter, after: unknown): RawBuilder<unknown> => {
  const conditions = [
    after === undefined ? null : sql`d.id > ${after}::uuid`,
    filter.organizationId ? sql`d.organization_id = ${filter.organizationId}` : null,
    filter.versionId ? sql`n.version_id = ${filter.versionId}` : null,
    filter.target ? sql`d.target = ${filter.target}` : null,
    filter.criterionId ? sql`d.criterion_id = ${filter.criterionId}` : null,
    filter.siteId ? sql`d.site_id = ${filter.siteId}` : null,
    filter.areaId ? sql`d.area_id = ${filter.areaId}` : null,
    filter.role ? sql`d.role = ${filter.role}` : null,
    filter.day ? holding(filter.day) : null,
  ].filter((condition) => condition !== null)
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `)
}

/** Duties in the order in which they were given. */
export async function listDuties(reader: Reader, filter: DutyFilter) {
  const limit = filter.limit ?? PAGE_LENGTH
  const from = readCursor(filter.after, 1)
  const { rows } = await sql<DutyRow>`${selectDuties(reader, conditionOf(filter, from?.[0]))}
    order by d.id limit ${limit + 1}`.execute(reader.sql)
  return pageOf(rows, limit, (row) => [row.id])
}

/** Every duty for a criterion of a version that holds on a day; with `day` null, whenever it holds. */
export async function listDutiesOfVersion(
  reader: Reader,
  versionId: string,
  day: string | null,
): Promise<DutyRow[]> {
  const when = day === null ? sql`true` : holding(day)
  const { rows } = await selectDuties(
    reader,
    sql`d.target = 'criterion' and n.version_id = ${versionId} and ${when} order by d.id`,
  ).execute(reader.sql)
  return rows
}

/** Every duty of an organization that is not for a criterion and holds on a day. */
export async function listOnSiteDuties(
  reader: Reader,
  organizationId: string,
  day: string,
): Promise<DutyRow[]> {
  const { rows } = await selectDuties(
    reader,
    sql`d.organization_id = ${organizationId} and d.target <> 'criterion' and ${holding(day)} order by d.id`,
  ).execute(reader.sql)
  return rows
}

export async function listDutiesById(reader: Reader, ids: readonly string[]): Promise<DutyRow[]> {
  const { rows } = await selectDuties(reader, sql`d.id = any(${[...ids]}::uuid[])`).execute(reader.sql)
  return rows
}

/** Everything that these organizations answer for, to see whether they have something twice. */
export async function listDutiesOfOrganizations(
  reader: Reader,
  organizationIds: readonly string[],
): Promise<Duty[]> {
  const { rows } = await sql<Duty>`select ${dutyColumns} from duty d
    where d.city_id = ${reader.cityId} and d.organization_id = any(${[...organizationIds]}::uuid[])`.execute(
    reader.sql,
  )
  return rows
}

/** Duties for these criteria that hold on a day or later. */
export async function listDutiesOfCriteria(
  reader: Reader,
  criterionIds: readonly string[],
  from: string,
): Promise<DutyRow[]> {
  const { rows } = await selectDuties(
    reader,
    sql`d.criterion_id = any(${[...criterionIds]}::uuid[]) and (d.valid_to is null or d.valid_to >= ${from}::date)`,
  ).execute(reader.sql)
  return rows
}

/** Where the version of a duty's criterion stands; null for a duty that is for something else. */
export async function findVersionState(reader: Reader, criterionId: string): Promise<VersionState | null> {
  const { rows } = await sql<{ state: VersionState }>`
    select v.state from framework_node n join framework_version v on v.city_id = n.city_id and v.id = n.version_id
    where n.city_id = ${reader.cityId} and n.id = ${criterionId} and n.kind = 'criterion'`.execute(reader.sql)
  return rows[0]?.state ?? null
}

export type Holder = { readonly id: string; readonly name: string; readonly validTo: string | null }

/** Lock organizations while they are given duties: two clerks do not give one the same duty twice. */
export async function lockOrganizations(tx: Tx, ids: readonly string[]): Promise<Map<string, Holder>> {
  const { rows } = await sql<Holder>`select id, name, valid_to as "validTo" from organization
    where city_id = ${tx.cityId} and id = any(${[...ids]}::uuid[]) order by id for no key update`.execute(
    tx.sql,
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** Lock one duty for a change. */
export async function findDutyLocked(tx: Tx, id: string): Promise<DutyRow | null> {
  await sql`select from duty where city_id = ${tx.cityId} and id = ${id} for update`.execute(tx.sql)
  return (await listDutiesById(tx, [id]))[0] ?? null
}

export async function insertDuties(tx: Tx, duties: readonly Duty[]): Promise<void> {
  if (duties.length === 0) return
  await sql`
    insert into duty (city_id, id, target, site_id, area_id, site_type_id, category, criterion_id, organization_id, role, share,
      valid_from, valid_to)
    select ${tx.cityId}, r.id, r.target, r."siteId", r."areaId", r."siteTypeId", r.category, r."criterionId", r."organizationId",
      r.role, r.share, r."validFrom", r."validTo"
    from jsonb_to_recordset(${JSON.stringify(duties)}::jsonb) as r (id uuid, target text, "siteId" uuid, "areaId" uuid,
      "siteTypeId" uuid, category text, "criterionId" uuid, "organizationId" uuid, role text, share numeric, "validFrom" date,
      "validTo" date)`.execute(tx.sql)
}

export async function saveDuty(tx: Tx, { id, role, share, validFrom, validTo }: Duty): Promise<void> {
  await tx.sql
    .updateTable('duty')
    .set({ role, share, valid_from: validFrom, valid_to: validTo })
    .set((eb) => ({ revision: eb('revision', '+', 1) }))
    .where('city_id', '=', tx.cityId)
    .where('id', '=', id)
    .execute()
}

/** End duties on their last day. */
export async function endDuties(tx: Tx, ids: readonly string[], lastDay: string): Promise<void> {
  if (ids.length === 0) return
  await sql`update duty set valid_to = ${lastDay}, revision = revision + 1
    where city_id = ${tx.cityId} and id = any(${[...ids]}::uuid[])`.execute(tx.sql)
}

export async function deleteDuties(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await sql`delete from duty where city_id = ${tx.cityId} and id = any(${[...ids]}::uuid[])`.execute(tx.sql)
}
