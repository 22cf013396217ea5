import type { Answerable, ObservationOutcome } from '@chuangcheng/domain'
import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'

/** An observation as it stood at a watermark (某水位的观测), with the names of its place: what lists and documents are made of. */
export type StandingObservation = {
  readonly batchId: string
  readonly number: number
  readonly source: 'visit' | 'sheet'
  readonly sourceId: string
  readonly criterionId: string | null
  readonly siteId: string | null
  readonly subjectKey: string
  readonly placeName: string
  readonly siteTypeId: string | null
  readonly siteTypeName: string | null
  readonly areaId: string | null
  readonly subdistrictId: string | null
  readonly subdistrictName: string | null
  readonly outcome: ObservationOutcome
  readonly numerator: string | null
  readonly denominator: string | null
  readonly alongside: number
  readonly violationCount: number
  readonly stakePoints: number | null
  readonly deductionPoints: number | null
  readonly responsible: readonly Answerable[]
  readonly note: string
  readonly observedAt: string
}

/** Everything that stood in collections when a position had been given and no later one, by the time it was observed. */
export async function listStandingAt(
  reader: Reader,
  collectionIds: readonly string[],
  watermark: number,
): Promise<StandingObservation[]> {
  const { rows } = await sql<StandingObservation>`
    select o.batch_id as "batchId", o.number, b.source, b.source_id as "sourceId", o.criterion_id as "criterionId",
      o.site_id as "siteId", o.subject_key as "subjectKey",
      case when o.place_name <> '' then o.place_name else coalesce(s.name, '') end as "placeName",
      o.site_type_id as "siteTypeId", t.name as "siteTypeName", o.area_id as "areaId", o.subdistrict_id as "subdistrictId",
      u.name as "subdistrictName", o.outcome, o.share_numerator::text as numerator, o.share_denominator::text as denominator,
      o.alongside, o.violation_count as "violationCount", o.stake_points as "stakePoints",
      o.deduction_points as "deductionPoints", o.responsible, o.note, o.observed_at as "observedAt"
    from observation o
    join observation_batch b on b.city_id = o.city_id and b.id = o.batch_id
    left join observation_batch r on r.city_id = o.city_id and r.id = o.removed_by
    left join site s on s.city_id = o.city_id and s.id = o.site_id
    left join site_type t on t.city_id = o.city_id and t.id = o.site_type_id
    left join area u on u.city_id = o.city_id and u.id = o.subdistrict_id
    where o.city_id = ${reader.cityId} and o.collection_id = any(${[...collectionIds]}::uuid[]) and b.position <= ${watermark}
      and (o.removed_by is null or r.position is null or r.position > ${watermark})
    order by o.observed_at, o.batch_id, o.number`.execute(reader.sql)
  return rows
}
