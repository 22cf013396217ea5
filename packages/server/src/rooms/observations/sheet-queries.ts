import { sql } from 'kysely'
import type { Reader, Tx } from '../../platform/database/database.ts'

/** An observation of a sheet as far as a later sheet is laid beside it (已导入观测). */
export type SheetObservation = {
  readonly batchId: string
  readonly number: number
  /** the sheet it came from */
  readonly sourceId: string
  readonly criterionId: string | null
  readonly subjectKey: string
  readonly alongside: number
  readonly serial: string | null
}

/** Everything that sheets brought into a collection and that stands. */
export async function listStandingOfSheets(
  reader: Reader,
  collectionId: string,
): Promise<SheetObservation[]> {
  const { rows } = await sql<SheetObservation>`
    select o.batch_id as "batchId", o.number, b.source_id as "sourceId", o.criterion_id as "criterionId",
      o.subject_key as "subjectKey", o.alongside, o.serial
    from observation_batch b
    join observation o on o.city_id = b.city_id and o.batch_id = b.id and o.removed_by is null
    where b.city_id = ${reader.cityId} and b.collection_id = ${collectionId} and b.source = 'sheet'
    order by o.batch_id, o.number`.execute(reader.sql)
  return rows
}

/** Others that would count anew what stands in a collection wait until this transaction ends. Visits do not. */
export async function lockCollection(tx: Tx, collectionId: string): Promise<void> {
  await sql`select from observation_collection where city_id = ${tx.cityId} and id = ${collectionId} for no key update`.execute(
    tx.sql,
  )
}

/**
 * Write observations once more as they are (重写观测), in a batch of their own that must have been added, with another count of what stands
 * beside them. Numbers go by the order of the keys.
 */
export async function repeatInBatch(
  tx: Tx,
  batchId: string,
  keys: readonly { readonly batchId: string; readonly number: number; readonly alongside: number }[],
): Promise<void> {
  await sql`
    insert into observation (city_id, batch_id, number, collection_id, criterion_id, site_id, place_name, subject_key, site_type_id,
      area_id, district_id, subdistrict_id, outcome, share_numerator, share_denominator, alongside, violation_count, value,
      stake_points, deduction_points, responsible, note, serial, observed_at)
    select o.city_id, ${batchId}, k.place - 1, o.collection_id, o.criterion_id, o.site_id, o.place_name, o.subject_key,
      o.site_type_id, o.area_id, o.district_id, o.subdistrict_id, o.outcome, o.share_numerator, o.share_denominator, k.alongside,
      o.violation_count, o.value, o.stake_points, o.deduction_points, o.responsible, o.note, o.serial, o.observed_at
    from unnest(${keys.map((key) => key.batchId)}::uuid[], ${keys.map((key) => key.number)}::int[],
      ${keys.map((key) => key.alongside)}::int[]) with ordinality as k (batch_id, number, alongside, place)
    join observation o on o.city_id = ${tx.cityId} and o.batch_id = k.batch_id and o.number = k.number`.execute(
    tx.sql,
  )
}
