import { NO_CRITERION } from '@chuangcheng/domain'
import { sql } from 'kysely'
import type { Reader, Tx } from '../../platform/database/database.ts'
import { fixed } from '../../platform/database/fixed.ts'

/** An observation that stands, as far as others may stand beside it (已入账观测). */
export type StandingBeside = {
  readonly batchId: string
  readonly number: number
  readonly source: 'visit' | 'sheet'
  /** the visit or the sheet it came from */
  readonly sourceId: string
  readonly criterionId: string | null
  readonly subjectKey: string
  readonly alongside: number
  readonly serial: string | null
}

const columns = sql`o.batch_id as "batchId", o.number, b.source, b.source_id as "sourceId", o.criterion_id as "criterionId",
  o.subject_key as "subjectKey", o.alongside, o.serial`

const standing = sql`observation_batch b join observation o on o.city_id = b.city_id and o.batch_id = b.id and o.removed_by is null`

/** Everything that sheets brought into a collection and that stands, and what visits saw at the places named. */
export async function listStandingBesideSheets(
  reader: Reader,
  collectionId: string,
  subjectKeys: readonly string[],
): Promise<StandingBeside[]> {
  const { rows } = await sql<StandingBeside>`
    select ${columns} from ${standing}
    where b.city_id = ${reader.cityId} and b.collection_id = ${collectionId}
      and (b.source = 'sheet' or o.subject_key = any(${[...subjectKeys]}::text[]))
    order by o.batch_id, o.number`.execute(reader.sql)
  return rows
}

/** What stands at one place: of the visits named, and of every sheet. */
export async function listStandingAtPlace(
  reader: Reader,
  place: { readonly collectionId: string; readonly subjectKey: string; readonly visitIds: readonly string[] },
): Promise<StandingBeside[]> {
  const { rows } = await sql<StandingBeside>`
    select ${columns} from ${standing}
    where b.city_id = ${reader.cityId} and b.source = 'visit' and b.source_id = any(${[...place.visitIds]}::uuid[])
    union all
    select ${columns} from ${standing}
    where b.city_id = ${reader.cityId} and b.collection_id = ${place.collectionId} and b.source = 'sheet'
      and o.subject_key = ${place.subjectKey}`.execute(reader.sql)
  return rows
}

/** A sheet waits until all visits that joined have ended, and visits that come meanwhile wait for the sheet. */
export async function lockCollection(tx: Tx, collectionId: string): Promise<void> {
  await sql`select from observation_collection where city_id = ${tx.cityId} and id = ${collectionId} for update`.execute(
    tx.sql,
  )
}

/** A visit joins others in a collection: no sheet comes in until it ends. */
export async function joinCollection(tx: Tx, collectionId: string): Promise<void> {
  await fixed`select from observation_collection
    where city_id = ${tx.cityId} and id = ${collectionId} for key share`.execute(tx.sql)
}

/**
 * Write observations once more as they are (重写观测), in a batch of their own that must have been added, with another count of what stands
 * beside them. Numbers go by the order of the keys. Goes out with the transaction's next statement.
 */
export function repeatInBatch(
  tx: Tx,
  batchId: string,
  keys: readonly { readonly batchId: string; readonly number: number; readonly alongside: number }[],
): void {
  tx.send(sql`
    insert into observation (city_id, batch_id, number, collection_id, criterion_id, site_id, place_name, subject_key, site_type_id,
      area_id, district_id, subdistrict_id, outcome, share_numerator, share_denominator, alongside, violation_count, value,
      stake_points, deduction_points, responsible, note, serial, observed_at)
    select o.city_id, ${batchId}, k.place - 1, o.collection_id, o.criterion_id, o.site_id, o.place_name, o.subject_key,
      o.site_type_id, o.area_id, o.district_id, o.subdistrict_id, o.outcome, o.share_numerator, o.share_denominator, k.alongside,
      o.violation_count, o.value, o.stake_points, o.deduction_points, o.responsible, o.note, o.serial, o.observed_at
    from unnest(${keys.map((key) => key.batchId)}::uuid[], ${keys.map((key) => key.number)}::int[],
      ${keys.map((key) => key.alongside)}::int[]) with ordinality as k (batch_id, number, alongside, place)
    join observation o on o.city_id = ${tx.cityId} and o.batch_id = k.batch_id and o.number = k.number`)
}

/** Criteria of which an observation that stands says another number side by side than there are at its place. */
export async function listMiscounted(reader: Reader, collectionId: string): Promise<string[]> {
  const { rows } = await sql<{ criterionId: string }>`
    select distinct coalesce(c.criterion_id, ${NO_CRITERION}::uuid) as "criterionId" from (
      select o.criterion_id, o.alongside, count(*) over (partition by o.criterion_id, o.subject_key) as there
      from observation o
      where o.city_id = ${reader.cityId} and o.collection_id = ${collectionId} and o.removed_by is null) c
    where c.alongside <> c.there`.execute(reader.sql)
  return rows.map(({ criterionId }) => criterionId)
}
