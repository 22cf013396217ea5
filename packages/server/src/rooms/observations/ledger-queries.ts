import type { ObservedFact } from '@chuangcheng/domain'
import type { Tx } from '../../platform/database/database.ts'
import { fixed } from '../../platform/database/fixed.ts'

/** An observation to be written: what scores need, and where and when it was. */
export type NewObservation = ObservedFact & {
  /** of the register; null where the place stands in none */
  readonly siteId: string | null
  readonly placeName: string
  /** what is one and the same place within the collection */
  readonly subjectKey: string
  readonly areaId: string | null
  readonly note: string
  /** serial number in the sheet of a third party */
  readonly serial: string | null
  /** instant, ISO */
  readonly observedAt: string
}

type Collection = { readonly id: string; readonly versionId: string; readonly name: string }

export const insertionOfCollection = (tx: Tx, { id, versionId, name }: Collection) => fixed`
  insert into observation_collection (city_id, id, version_id, kind, name)
  values (${tx.cityId}, ${id}, ${versionId}, 'round', ${name})`

type Batch = {
  readonly id: string
  readonly collectionId: string
  readonly source: 'visit' | 'sheet'
  readonly sourceId: string
}

export const insertionOfBatch = (tx: Tx, { id, collectionId, source, sourceId }: Batch) => fixed`
  insert into observation_batch (city_id, id, collection_id, source, source_id, recorded_at)
  values (${tx.cityId}, ${id}, ${collectionId}, ${source}, ${sourceId}, ${tx.now})`

/** As JSON: short names, because they travel with every row. */
const written = (row: NewObservation, number: number) => ({
  n: number,
  c: row.criterionId,
  s: row.siteId,
  p: row.placeName,
  k: row.subjectKey,
  t: row.siteTypeId,
  a: row.areaId,
  d: row.districtId,
  u: row.subdistrictId,
  o: row.outcome,
  // whole numbers beyond what a double holds travel as text
  x: row.share === null ? null : String(row.share.numerator),
  y: row.share === null ? null : String(row.share.denominator),
  g: row.alongside,
  v: row.violationCount,
  m: row.value,
  q: row.stakePoints,
  e: row.deductionPoints,
  r: row.responsible,
  w: row.note,
  l: row.serial,
  i: row.observedAt,
})

/** Observations of a batch in one statement; `from` is the number of the first. */
export const insertionOfObservations = (
  tx: Tx,
  { id, collectionId }: Pick<Batch, 'id' | 'collectionId'>,
  rows: readonly NewObservation[],
  from: number,
) => fixed`
  insert into observation (city_id, batch_id, number, collection_id, criterion_id, site_id, place_name, subject_key, site_type_id,
    area_id, district_id, subdistrict_id, outcome, share_numerator, share_denominator, alongside, violation_count, value,
    stake_points, deduction_points, responsible, note, serial, observed_at)
  select ${tx.cityId}, ${id}, j.n, ${collectionId}, j.c, j.s, j.p, j.k, j.t, j.a, j.d, j.u, j.o, j.x, j.y, j.g, j.v, j.m, j.q, j.e,
    j.r, j.w, j.l, j.i
  from json_to_recordset(${JSON.stringify(rows.map((row, index) => written(row, from + index)))}::json)
    as j (n int, c uuid, s uuid, p text, k text, t uuid, a uuid, d uuid, u uuid, o text, x numeric, y numeric, g int, v int,
      m numeric, q numeric, e numeric, r jsonb, w text, l text, i timestamptz)`

/** What still stands of a visit, in its own batch or written anew since, is superseded by another batch. */
export const removalOfVisit = (tx: Tx, visitId: string, byBatchId: string) => fixed`
  update observation o set removed_by = ${byBatchId} from observation_batch b
  where b.city_id = ${tx.cityId} and b.source = 'visit' and b.source_id = ${visitId} and b.id <> ${byBatchId}
    and o.city_id = b.city_id and o.batch_id = b.id and o.removed_by is null`

/** Single observations are superseded. */
export const removalOfObservations = (
  tx: Tx,
  keys: readonly { readonly batchId: string; readonly number: number }[],
  byBatchId: string,
) => fixed`
  update observation o set removed_by = ${byBatchId}
  from unnest(${keys.map(({ batchId }) => batchId)}::uuid[], ${keys.map(({ number }) => number)}::int[]) as k (batch_id, number)
  where o.city_id = ${tx.cityId} and o.batch_id = k.batch_id and o.number = k.number and o.removed_by is null`
