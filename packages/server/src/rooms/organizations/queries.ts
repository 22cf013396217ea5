import type { OrganizationKind, Scope } from '@chuangcheng/domain'
import { type RawBuilder, sql } from 'kysely'
import type { Reader, Tx } from '../../platform/database/database.ts'
import { PAGE_LENGTH, pageOf, readCursor } from '../../platform/http/cursor.ts'

export type Organization = {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly shortName: string | null
  readonly kind: OrganizationKind
  readonly parentId: string | null
  readonly areaId: string | null
  readonly validFrom: string
  readonly validTo: string | null
}

const columns = [
  'o.id',
  'o.code',
  'o.name',
  'o.short_name as shortName',
  'o.kind',
  'o.parent_id as parentId',
  'o.area_id as areaId',
  'o.valid_from as validFrom',
  'o.valid_to as validTo',
  'o.revision',
] as const

/** The condition that an organization (aliased o) lies in a scope: itself, or the area it sits in. */
const organizationIn = (scope: Scope): RawBuilder<boolean> =>
  scope.everything
    ? sql<boolean>`true`
    : sql<boolean>`(o.id = any(${[...scope.organizationIds]}::uuid[]) or o.area_id = any(${[...scope.areaIds]}::uuid[]))`

const selectRows = (reader: Reader) =>
  reader.sql
    .selectFrom('organization as o')
    .leftJoin('area', (on) => on.onRef('area.city_id', '=', 'o.city_id').onRef('area.id', '=', 'o.area_id'))
    .select([...columns, 'area.name as areaName'])
    .select(
      sql<number>`(select count(*) from organization c where c.city_id = o.city_id and c.parent_id = o.id)`.as(
        'childCount',
      ),
    )
    .where('o.city_id', '=', reader.cityId)

export type OrganizationFilter = {
  readonly after?: string | undefined
  readonly limit?: number | undefined
  readonly parentId?: string | undefined
  readonly kind?: OrganizationKind | undefined
  readonly day?: string | undefined
  readonly text?: string | undefined
}

/** Organizations by code. `parentId: 'none'` gives those at the top of what the scope shows. */
export async function listOrganizations(reader: Reader, scope: Scope, filter: OrganizationFilter) {
  const limit = filter.limit ?? PAGE_LENGTH
  const from = readCursor(filter.after, 1)
  let query = selectRows(reader)
    .where(organizationIn(scope))
    .orderBy('o.code')
    .limit(limit + 1)
  if (from) query = query.where('o.code', '>', String(from[0]))
  if (filter.parentId === 'none') query = query.where(atTop(reader, scope))
  else if (filter.parentId) query = query.where('o.parent_id', '=', filter.parentId)
  if (filter.kind) query = query.where('o.kind', '=', filter.kind)
  if (filter.day) {
    const { day } = filter
    query = query
      .where('o.valid_from', '<=', day)
      .where((eb) => eb.or([eb('o.valid_to', 'is', null), eb('o.valid_to', '>=', day)]))
  }
  if (filter.text) query = query.where(sql<boolean>`position(${filter.text} in o.name || ' ' || o.code) > 0`)
  return pageOf(await query.execute(), limit, (row) => [row.code])
}

/** Top of the visible tree: no parent, or a parent that the scope does not show. */
const atTop = (reader: Reader, scope: Scope): RawBuilder<boolean> =>
  scope.everything
    ? sql<boolean>`o.parent_id is null`
    : sql<boolean>`(o.parent_id is null or not exists (select from organization p
        where p.city_id = ${reader.cityId} and p.id = o.parent_id
          and (p.id = any(${[...scope.organizationIds]}::uuid[]) or p.area_id = any(${[...scope.areaIds]}::uuid[]))))`

export const findOrganization = (reader: Reader, id: string) =>
  selectRows(reader).where('o.id', '=', id).executeTakeFirst()

/** What the page of an organization counts: sites it holds and supervises, its users, its ancestors from the top. */
export async function aroundOrganization(reader: Reader, id: string) {
  const { rows } = await sql<{
    heldSiteCount: number
    supervisedSiteCount: number
    userCount: number
    ancestors: { id: string; name: string }[]
  }>`
    select
      (select count(*) from site s where s.city_id = o.city_id and s.holder_id = o.id) as "heldSiteCount",
      (select count(*) from site s where s.city_id = o.city_id and s.supervisor_id = o.id) as "supervisedSiteCount",
      (select count(*) from user_account u where u.city_id = o.city_id and u.organization_id = o.id) as "userCount",
      (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name) order by cardinality(a.path)), '[]')
        from organization a where a.city_id = o.city_id and a.id = any(o.path) and a.id <> o.id) as ancestors
    from organization o where o.city_id = ${reader.cityId} and o.id = ${id}`.execute(reader.sql)
  return rows[0] ?? { heldSiteCount: 0, supervisedSiteCount: 0, userCount: 0, ancestors: [] }
}

/** Lock one organization for a change. */
export const lockOrganization = (tx: Tx, id: string) =>
  tx.sql
    .selectFrom('organization as o')
    .select([...columns, 'o.path'])
    .where('o.city_id', '=', tx.cityId)
    .where('o.id', '=', id)
    .forUpdate()
    .executeTakeFirst()

export const listAllOrganizations = (reader: Reader) =>
  reader.sql
    .selectFrom('organization as o')
    .select([...columns, 'o.path'])
    .where('o.city_id', '=', reader.cityId)
    .execute()

/** Insert or replace organizations, with their paths. */
export async function saveOrganizations(
  tx: Tx,
  organizations: readonly (Organization & { readonly path: readonly string[] })[],
): Promise<void> {
  await sql`
    insert into organization (city_id, id, code, name, short_name, kind, parent_id, area_id, valid_from, valid_to, path)
    select ${tx.cityId}, r.id, r.code, r.name, r."shortName", r.kind, r."parentId", r."areaId", r."validFrom", r."validTo",
      array(select jsonb_array_elements_text(r.path)::uuid)
    from jsonb_to_recordset(${JSON.stringify(organizations)}::jsonb) as r (id uuid, code text, name text, "shortName" text,
      kind text, "parentId" uuid, "areaId" uuid, "validFrom" date, "validTo" date, path jsonb)
    on conflict (city_id, id) do update set code = excluded.code, name = excluded.name, short_name = excluded.short_name,
      kind = excluded.kind, parent_id = excluded.parent_id, area_id = excluded.area_id, valid_from = excluded.valid_from,
      valid_to = excluded.valid_to, path = excluded.path, revision = organization.revision + 1`.execute(
    tx.sql,
  )
}

/** After an organization moved: give everything below it the new beginning of its path. */
export async function movePathsBelow(tx: Tx, id: string, newPath: readonly string[]): Promise<void> {
  await sql`
    update organization set path = ${[...newPath]}::uuid[] || path[array_position(path, ${id}::uuid) + 1 :]
    where city_id = ${tx.cityId} and ${id}::uuid = any(path) and id <> ${id}`.execute(tx.sql)
}
