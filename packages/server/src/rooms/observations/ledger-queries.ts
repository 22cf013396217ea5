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

/** Where and when, as JSON: all that a visit observes has it in common. */
const placeOf = (row: NewObservation) => ({
  s: row.siteId,
  p: row.placeName,
  k: row.subjectKey,
  t: row.siteTypeId,
  a: row.areaId,
  d: row.districtId,
  u: row.subdistrictId,
  i: row.observedAt,
})

/** As JSON: short names, because they travel with every row. */
const written = (row: NewObservation, number: number, place: number) => ({
  n: number,
  h: place,
  c: row.criterionId,
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
})

const atSamePlace = (one: NewObservation, other: NewObservation | undefined): boolean =>
  one.subjectKey === other?.subjectKey &&
  one.siteId === other.siteId &&
  one.placeName === other.placeName &&
  one.siteTypeId === other.siteTypeId &&
  one.areaId === other.areaId &&
  one.districtId === other.districtId &&
  one.subdistrictId === other.subdistrictId &&
  one.observedAt === other.observedAt

/** Rows and their places; neighbours at the same place share it. */
function asJson(rows: readonly NewObservation[], from: number): { places: string; rows: string } {
  const places: ReturnType<typeof placeOf>[] = []
  const texts = rows.map((row, index) => {
    if (!atSamePlace(row, rows[index - 1])) places.push(placeOf(row))
    return written(row, from + index, places.length - 1)
  })
  return {
    places: JSON.stringify(places.map((place, h) => ({ h, ...place }))),
    rows: JSON.stringify(texts),
  }
}

/** Observations of a batch in one statement; `from` is the number of the first. */
export function insertionOfObservations(
  tx: Tx,
  { id, collectionId }: Pick<Batch, 'id' | 'collectionId'>,
  observations: readonly NewObservation[],
  from: number,
) {
  const { places, rows } = asJson(observations, from)
  return fixed`
  insert into observation (city_id, batch_id, number, collection_id, criterion_id, site_id, place_name, subject_key, site_type_id,
    area_id, district_id, subdistrict_id, outcome, share_numerator, share_denominator, alongside, violation_count, value,
    stake_points, deduction_points, responsible, note, serial, observed_at)
  select ${tx.cityId}, ${id}, j.n, ${collectionId}, j.c, f.s, f.p, f.k, f.t, f.a, f.d, f.u, j.o, j.x, j.y, j.g, j.v, j.m, j.q, j.e,
    j.r, j.w, j.l, f.i
  from json_to_recordset(${places}::json)
    as f (h int, s uuid, p text, k text, t uuid, a uuid, d uuid, u uuid, i timestamptz)
  join json_to_recordset(${rows}::json)
    as j (n int, h int, c uuid, o text, x numeric, y numeric, g int, v int, m numeric, q numeric, e numeric, r jsonb, w text, l text)
    on j.h = f.h`
}

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
