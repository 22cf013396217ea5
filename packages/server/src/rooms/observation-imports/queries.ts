import type { SaidKind, SheetLists } from '@chuangcheng/domain'
import { sql } from 'kysely'
import type { Reader, Tx } from '../../platform/database/database.ts'
import type { NamedSite } from './names/site-book.ts'

/** A sheet that was taken into a round, as it is written. */
export type NewSheet = {
  readonly id: string
  readonly collectionId: string
  readonly fileId: string
  readonly fileName: string
  readonly fileHash: string
  /** '' = the file has no sheets */
  readonly sheet: string
  readonly lists: SheetLists
  readonly series: string
  readonly observationCount: number
}

export async function insertSheets(tx: Tx, sheets: readonly NewSheet[]): Promise<void> {
  await sql`
    insert into observation_sheet (city_id, id, collection_id, file_id, file_name, file_hash, sheet, lists, series, observation_count,
      imported_by, imported_at)
    select ${tx.cityId}, r.id, r."collectionId", r."fileId", r."fileName", r."fileHash", r.sheet, r.lists, r.series,
      r."observationCount", ${tx.author.userId}, ${tx.now}
    from jsonb_to_recordset(${JSON.stringify(sheets)}::jsonb) as r (id uuid, "collectionId" uuid, "fileId" uuid, "fileName" text,
      "fileHash" text, sheet text, lists text, series text, "observationCount" integer)`.execute(tx.sql)
}

export type StoredSheet = Pick<NewSheet, 'id' | 'fileHash' | 'sheet' | 'series'>

export const listSheetsOf = (reader: Reader, collectionId: string): Promise<StoredSheet[]> =>
  reader.sql
    .selectFrom('observation_sheet')
    .select(['id', 'file_hash as fileHash', 'sheet', 'series'])
    .where('city_id', '=', reader.cityId)
    .where('collection_id', '=', collectionId)
    .execute()

export type SheetRow = {
  readonly id: string
  readonly file: string
  readonly sheet: string | null
  readonly lists: SheetLists
  readonly series: string
  readonly observationCount: number
  readonly currentCount: number
  readonly importedByName: string | null
  readonly importedAt: string
}

/** What was imported into a round, the latest first, with how much of it still stands. */
export async function listSheetRows(reader: Reader, collectionId: string): Promise<SheetRow[]> {
  const { rows } = await sql<SheetRow>`
    select s.id, s.file_name as file, nullif(s.sheet, '') as sheet, s.lists, s.series, s.observation_count as "observationCount",
      coalesce(c.count, 0)::int as "currentCount", u.name as "importedByName", s.imported_at as "importedAt"
    from observation_sheet s
    left join (
      select b.source_id, count(*) from observation_batch b
      join observation o on o.city_id = b.city_id and o.batch_id = b.id and o.removed_by is null
      where b.city_id = ${reader.cityId} and b.collection_id = ${collectionId} and b.source = 'sheet'
      group by b.source_id) c on c.source_id = s.id
    left join user_account u on u.city_id = s.city_id and u.id = s.imported_by
    where s.city_id = ${reader.cityId} and s.collection_id = ${collectionId}
    order by s.imported_at desc, s.id desc`.execute(reader.sql)
  return rows
}

/** Sites of the register that are called so, with where they lie; those given up are left out. */
export async function listSitesNamed(reader: Reader, names: readonly string[]): Promise<NamedSite[]> {
  const { rows } = await sql<NamedSite>`
    select s.id, s.name, s.type_id as "typeId", s.area_id as "areaId", coalesce(a.path, '{}') as "areaPath"
    from site s left join area a on a.city_id = s.city_id and a.id = s.area_id
    where s.city_id = ${reader.cityId} and s.name = any(${[...names]}::text[]) and s.state <> 'retired'`.execute(
    reader.sql,
  )
  return rows
}

/** Stands for "no version" in the key. */
const NO_VERSION = '00000000-0000-0000-0000-000000000000'
const versionOf = (kind: SaidKind, versionId: string): string => (kind === 'item' ? versionId : NO_VERSION)

/** What names meant the last time they were settled; items under this framework version. */
export async function listRemembered(
  reader: Reader,
  versionId: string,
): Promise<{ kind: SaidKind; said: string; targetId: string }[]> {
  return reader.sql
    .selectFrom('said_name')
    .select(['kind', 'said', 'target_id as targetId'])
    .where('city_id', '=', reader.cityId)
    .where('version_id', 'in', [NO_VERSION, versionId])
    .execute()
}

export async function rememberNames(
  tx: Tx,
  versionId: string,
  learnt: readonly { readonly kind: SaidKind; readonly said: string; readonly id: string }[],
): Promise<void> {
  if (learnt.length === 0) return
  const rows = learnt.map((one) => ({ ...one, versionId: versionOf(one.kind, versionId) }))
  await sql`
    insert into said_name (city_id, kind, version_id, said, target_id, used_at)
    select ${tx.cityId}, r.kind, r."versionId", r.said, r.id, ${tx.now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (kind text, "versionId" uuid, said text, id uuid)
    on conflict (city_id, kind, version_id, said) do update set target_id = excluded.target_id, used_at = excluded.used_at`.execute(
    tx.sql,
  )
}
