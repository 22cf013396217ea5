import type { ChecklistKind, VersionState } from '@chuangcheng/domain'
import { sql } from 'kysely'
import type { Reader, Tx } from '../../platform/database/database.ts'

type Reference = { readonly id: string; readonly name: string }

/** A checklist (检查表) or a standard: what stays while its versions come and go. */
export type Checklist = {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly kind: ChecklistKind
  readonly siteTypeIds: readonly string[]
  readonly retired: boolean
}

export type VersionRow = {
  readonly id: string
  readonly number: number
  readonly state: VersionState
  readonly itemCount: number
  readonly publishedAt: string | null
  readonly updatedAt: string
}

export type ChecklistRow = Omit<Checklist, 'siteTypeIds'> & {
  readonly siteTypes: Reference[]
  readonly revision: number
  readonly published: VersionRow | null
  readonly draft: VersionRow | null
}

export type ChecklistFilter = {
  readonly id?: string | undefined
  readonly siteTypeId?: string | undefined
  readonly text?: string | undefined
}

/** Instants inside of JSON come as the database writes them; this is how the contract writes them. */
const instant = (column: string) =>
  sql`to_char(${sql.ref(column)} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

const versionJson = sql`jsonb_build_object('id', v.id, 'number', v.number, 'state', v.state,
  'itemCount', jsonb_array_length(v.items), 'publishedAt', ${instant('v.published_at')}, 'updatedAt', ${instant('v.updated_at')})`

const standing = (state: VersionState) => sql`(select ${versionJson} from checklist_version v
  where v.city_id = c.city_id and v.checklist_id = c.id and v.state = ${state})`

/** Checklists by code. */
export async function listChecklists(reader: Reader, filter: ChecklistFilter): Promise<ChecklistRow[]> {
  const { id = null, siteTypeId = null, text = null } = filter
  const { rows } = await sql<ChecklistRow>`
    select c.id, c.code, c.name, c.kind, c.retired, c.revision,
      ${standing('published')} as published, ${standing('draft')} as draft,
      (select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name) order by t.code), '[]')
        from checklist_site_type s join site_type t on t.city_id = s.city_id and t.id = s.site_type_id
        where s.city_id = c.city_id and s.checklist_id = c.id) as "siteTypes"
    from checklist c
    where c.city_id = ${reader.cityId} and (${id}::uuid is null or c.id = ${id})
      and (${siteTypeId}::uuid is null or exists (select from checklist_site_type s
        where s.city_id = c.city_id and s.checklist_id = c.id and s.site_type_id = ${siteTypeId}))
      and (${text}::text is null or position(lower(${text}) in lower(c.name || ' ' || c.code)) > 0)
    order by c.code`.execute(reader.sql)
  return rows
}

/** Types of sites in use that no checklist in use belongs to, by code. */
export async function listTypesWithout(reader: Reader): Promise<Reference[]> {
  const { rows } = await sql<Reference>`
    select t.id, t.name from site_type t
    where t.city_id = ${reader.cityId} and not t.retired and not exists (
      select from checklist_site_type s join checklist c on c.city_id = s.city_id and c.id = s.checklist_id
      where s.city_id = t.city_id and s.site_type_id = t.id and not c.retired)
    order by t.code`.execute(reader.sql)
  return rows
}

/** Lock one checklist for a change, and with it its versions. */
export async function findChecklistLocked(
  tx: Tx,
  id: string,
): Promise<(Checklist & { readonly revision: number }) | null> {
  const { rows } = await sql<Checklist & { readonly revision: number }>`
    select c.id, c.code, c.name, c.kind, c.retired, c.revision,
      array(select s.site_type_id from checklist_site_type s
        where s.city_id = c.city_id and s.checklist_id = c.id order by s.site_type_id) as "siteTypeIds"
    from checklist c where c.city_id = ${tx.cityId} and c.id = ${id} for update`.execute(tx.sql)
  return rows[0] ?? null
}

/** Insert or replace checklists with the types of sites they belong to. */
export async function saveChecklists(tx: Tx, checklists: readonly Checklist[]): Promise<void> {
  const ids = checklists.map(({ id }) => id)
  await sql`
    insert into checklist (city_id, id, code, name, kind, retired)
    select ${tx.cityId}, r.id, r.code, r.name, r.kind, r.retired
    from jsonb_to_recordset(${JSON.stringify(checklists)}::jsonb)
      as r (id uuid, code text, name text, kind text, retired boolean)
    on conflict (city_id, id) do update set code = excluded.code, name = excluded.name, kind = excluded.kind,
      retired = excluded.retired, revision = checklist.revision + 1`.execute(tx.sql)
  await sql`delete from checklist_site_type where city_id = ${tx.cityId} and checklist_id = any(${ids}::uuid[])`.execute(
    tx.sql,
  )
  const belonging = checklists.flatMap(({ id, siteTypeIds }) => siteTypeIds.map((typeId) => ({ id, typeId })))
  await sql`
    insert into checklist_site_type (city_id, checklist_id, site_type_id)
    select ${tx.cityId}, r.id, r."typeId"
    from jsonb_to_recordset(${JSON.stringify(belonging)}::jsonb) as r (id uuid, "typeId" uuid)`.execute(
    tx.sql,
  )
}

/** Remove a checklist; its items and the ties of those go with it. */
export async function deleteChecklist(tx: Tx, id: string): Promise<void> {
  await tx.sql.deleteFrom('checklist').where('city_id', '=', tx.cityId).where('id', '=', id).execute()
}
