import type { ChecklistItem, ChecklistKind, VersionState } from '@chuangcheng/domain'
import { sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/database/database.ts'
import type { VersionRow } from '../queries.ts'

/** What a version of a checklist says (检查表版本的内容): one document, saved and read as a whole. */
export type VersionContent = { readonly protocol: string; readonly items: readonly ChecklistItem[] }

export type Version = VersionContent & {
  readonly id: string
  readonly checklistId: string
  readonly number: number
  readonly state: VersionState
  readonly revision: number
}

const versionColumns = [
  'v.id',
  'v.checklist_id as checklistId',
  'v.number',
  'v.state',
  'v.protocol',
  'v.items',
  'v.revision',
] as const

const selectVersions = (reader: Reader) =>
  reader.sql
    .selectFrom('checklist_version as v')
    .select([...versionColumns])
    .where('v.city_id', '=', reader.cityId)

export const findVersion = async (reader: Reader, id: string): Promise<Version | null> =>
  (await selectVersions(reader).where('v.id', '=', id).executeTakeFirst()) ?? null

export const findVersionLocked = async (tx: Tx, id: string): Promise<Version | null> =>
  (await selectVersions(tx).where('v.id', '=', id).forUpdate().executeTakeFirst()) ?? null

/** The version that counts and the draft of checklists, all of the city or of some; drafts first. */
export function listStandingVersions(
  reader: Reader,
  checklistIds: readonly string[] | null,
): Promise<Version[]> {
  const query = selectVersions(reader).where('v.state', 'in', ['draft', 'published']).orderBy('v.state')
  return (
    checklistIds === null
      ? query
      : query.where(sql<boolean>`v.checklist_id = any(${[...checklistIds]}::uuid[])`)
  ).execute()
}

/** Versions of a checklist, the latest first. */
export const listVersions = (reader: Reader, checklistId: string): Promise<VersionRow[]> =>
  reader.sql
    .selectFrom('checklist_version as v')
    .select(['v.id', 'v.number', 'v.state', 'v.published_at as publishedAt', 'v.updated_at as updatedAt'])
    .select(sql<number>`jsonb_array_length(v.items)`.as('itemCount'))
    .where('v.city_id', '=', reader.cityId)
    .where('v.checklist_id', '=', checklistId)
    .orderBy('v.number', 'desc')
    .execute()

type Around = {
  readonly checklist: {
    readonly id: string
    readonly code: string
    readonly name: string
    readonly kind: ChecklistKind
  }
  readonly siteTypes: { id: string; name: string }[]
  readonly publishedAt: string | null
  readonly updatedAt: string
}

/** What the page of a version names beside its content. */
export async function aroundVersion(reader: Reader, id: string): Promise<Around | undefined> {
  const { rows } = await sql<Around>`
    select jsonb_build_object('id', c.id, 'code', c.code, 'name', c.name, 'kind', c.kind) as checklist,
      (select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name) order by t.code), '[]')
        from checklist_site_type s join site_type t on t.city_id = s.city_id and t.id = s.site_type_id
        where s.city_id = c.city_id and s.checklist_id = c.id) as "siteTypes",
      v.published_at as "publishedAt", v.updated_at as "updatedAt"
    from checklist_version v join checklist c on c.city_id = v.city_id and c.id = v.checklist_id
    where v.city_id = ${reader.cityId} and v.id = ${id}`.execute(reader.sql)
  return rows[0]
}

export type NewDraft = VersionContent & { readonly id: string; readonly checklistId: string }

/** Insert drafts, each with the next number of its checklist. */
export async function insertDrafts(tx: Tx, drafts: readonly NewDraft[]): Promise<void> {
  await sql`
    insert into checklist_version (city_id, id, checklist_id, number, protocol, items, updated_at)
    select ${tx.cityId}, r.id, r."checklistId", coalesce((select max(v.number) from checklist_version v
        where v.city_id = ${tx.cityId} and v.checklist_id = r."checklistId"), 0) + 1, r.protocol, r.items, ${tx.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(drafts)}::jsonb)
      as r (id uuid, "checklistId" uuid, protocol text, items jsonb)`.execute(tx.sql)
}

export async function updateDraft(tx: Tx, id: string, { protocol, items }: VersionContent): Promise<void> {
  await sql`
    update checklist_version set protocol = ${protocol}, items = ${JSON.stringify(items)}::jsonb,
      updated_at = ${tx.now}::timestamptz, revision = revision + 1
    where city_id = ${tx.cityId} and id = ${id} and state = 'draft'`.execute(tx.sql)
}

/** The published version of a checklist is withdrawn, and this draft takes its place. */
export async function replacePublished(tx: Tx, { id, checklistId }: Version): Promise<void> {
  await sql`
    update checklist_version set state = 'withdrawn', revision = revision + 1
    where city_id = ${tx.cityId} and checklist_id = ${checklistId} and state = 'published'`.execute(tx.sql)
  await sql`
    update checklist_version set state = 'published', published_at = ${tx.now}::timestamptz,
      published_by = ${tx.author.userId}, revision = revision + 1
    where city_id = ${tx.cityId} and id = ${id}`.execute(tx.sql)
}

export async function deleteVersion(tx: Tx, id: string): Promise<void> {
  await tx.sql.deleteFrom('checklist_version').where('city_id', '=', tx.cityId).where('id', '=', id).execute()
}
