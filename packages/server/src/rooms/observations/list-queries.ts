import type { Answerable, ObservationOutcome, Scope } from '@chuangcheng/domain'
import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import { pageOf, readCursor } from '../../platform/http/cursor.ts'

/** An observation as it is shown: where, what, who answered for it, and what it came from. */
export type ListedObservation = {
  readonly batchId: string
  readonly number: number
  readonly collectionId: string
  readonly source: 'visit' | 'sheet'
  readonly sourceId: string
  readonly criterion: { readonly id: string; readonly code: string; readonly text: string } | null
  readonly siteId: string | null
  readonly placeName: string
  readonly siteTypeName: string | null
  readonly areaName: string | null
  readonly subdistrictName: string | null
  readonly outcome: ObservationOutcome
  readonly numerator: string | null
  readonly denominator: string | null
  readonly alongside: number
  readonly violationCount: number
  readonly value: number | null
  readonly stakePoints: number | null
  readonly deductionPoints: number | null
  readonly responsible: (Answerable & { readonly name: string })[]
  readonly note: string
  readonly serial: string | null
  readonly observedAt: string
}

/** Which observations; whatever is left out does not narrow, null asks for those that have none. */
export type ObservationFilter = {
  readonly collectionIds: readonly string[]
  readonly criterionIds?: readonly string[] | null | undefined
  readonly districtId?: string | null | undefined
  readonly subdistrictId?: string | null | undefined
  readonly siteTypeId?: string | null | undefined
  /** null: nobody carries what was lost */
  readonly organizationId?: string | null | undefined
  readonly siteId?: string | undefined
  readonly sourceId?: string | undefined
  /** what earns less than everything, or is a problem */
  readonly failedOnly?: boolean | undefined
  readonly scope: Scope
}

const among = (ids: Iterable<string>) => sql`any(${[...ids]}::uuid[])`

/** In whose areas it was, or whose organizations answered. */
const inScope = (scope: Scope): RawBuilder<unknown> =>
  scope.everything
    ? sql`true`
    : sql`(o.area_id = ${among(scope.areaIds)} or o.subdistrict_id = ${among(scope.areaIds)}
        or o.district_id = ${among(scope.areaIds)}
        or exists (select from jsonb_array_elements(o.responsible) r
          where (r ->> 'organizationId')::uuid = ${among(scope.organizationIds)}))`

const isOf = (column: RawBuilder<unknown>, id: string | null | undefined): RawBuilder<unknown>[] =>
  id === undefined ? [] : [id === null ? sql`${column} is null` : sql`${column} = ${id}`]

/** An organization that answered; null: nobody who carries the loss – those that only support carry it where a share is said. */
function answeredBy(organizationId: string | null): RawBuilder<unknown> {
  if (organizationId !== null) return sql`o.responsible @> ${JSON.stringify([{ organizationId }])}::jsonb`
  return sql`not exists (select from jsonb_array_elements(o.responsible) r
    where r ->> 'role' <> 'supporting' or r ->> 'share' is not null)`
}

function ofCriteria(criterionIds: readonly string[] | null): RawBuilder<unknown> {
  return criterionIds === null ? sql`o.criterion_id is null` : sql`o.criterion_id = ${among(criterionIds)}`
}

function conditionsOf(filter: ObservationFilter): RawBuilder<unknown>[] {
  const { criterionIds, districtId, subdistrictId, siteTypeId, organizationId, siteId, sourceId } = filter
  return [
    ...(criterionIds === undefined ? [] : [ofCriteria(criterionIds)]),
    ...isOf(sql`o.district_id`, districtId),
    ...isOf(sql`o.subdistrict_id`, subdistrictId),
    ...isOf(sql`o.site_type_id`, siteTypeId),
    ...(organizationId === undefined ? [] : [answeredBy(organizationId)]),
    ...(siteId === undefined ? [] : [sql`o.site_id = ${siteId}`]),
    ...(sourceId === undefined ? [] : [sql`b.source_id = ${sourceId}`]),
    ...(filter.failedOnly ? [sql`(o.outcome = 'problem' or o.share_numerator < o.share_denominator)`] : []),
  ]
}

/** Observations that stand, the newest first. @throws Problem cursor.invalid */
export async function listObservations(
  reader: Reader,
  filter: ObservationFilter,
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
): Promise<{ items: ListedObservation[]; next: string | null }> {
  const last = readCursor(after, 2)
  const conditions = [
    ...conditionsOf(filter),
    ...(last ? [sql`(o.batch_id, o.number) < (${last[0]}::uuid, ${last[1]}::int)`] : []),
    inScope(filter.scope),
  ]
  const { rows } = await sql<ListedObservation>`
    select o.batch_id as "batchId", o.number, o.collection_id as "collectionId", b.source, b.source_id as "sourceId",
      case when n.id is null then null else jsonb_build_object('id', n.id, 'code', n.code, 'text', n.text) end as criterion,
      o.site_id as "siteId", case when o.place_name <> '' then o.place_name else coalesce(s.name, '') end as "placeName",
      t.name as "siteTypeName", a.name as "areaName", u.name as "subdistrictName", o.outcome,
      o.share_numerator::text as numerator, o.share_denominator::text as denominator, o.alongside,
      o.violation_count as "violationCount", o.value, o.stake_points as "stakePoints", o.deduction_points as "deductionPoints",
      (select coalesce(jsonb_agg(r.r || jsonb_build_object('name', g.name) order by r.ordinality), '[]')
        from jsonb_array_elements(o.responsible) with ordinality as r (r, ordinality)
        join organization g on g.city_id = o.city_id and g.id = (r.r ->> 'organizationId')::uuid) as responsible,
      o.note, o.serial, o.observed_at as "observedAt"
    from observation o
    join observation_batch b on b.city_id = o.city_id and b.id = o.batch_id
    left join framework_node n on n.city_id = o.city_id and n.id = o.criterion_id
    left join site s on s.city_id = o.city_id and s.id = o.site_id
    left join site_type t on t.city_id = o.city_id and t.id = o.site_type_id
    left join area a on a.city_id = o.city_id and a.id = o.area_id
    left join area u on u.city_id = o.city_id and u.id = o.subdistrict_id
    where o.city_id = ${reader.cityId} and o.collection_id = ${among(filter.collectionIds)} and o.removed_by is null
      and ${sql.join(conditions, sql` and `)}
    order by o.batch_id desc, o.number desc limit ${limit + 1}`.execute(reader.sql)
  return pageOf(rows, limit, ({ batchId, number }) => [batchId, number])
}
