import type { Scope } from '@chuangcheng/domain'
import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../../../platform/database/database.ts'
import { PAGE_LENGTH, pageOf, readCursor } from '../../../platform/http/cursor.ts'
import { conditionsOf, type SiteFilter, type Walk, walksOf } from './filter-queries.ts'
import type { Site } from './site.ts'

/** A site as a row of a list. */
export type SiteRow = Omit<Site, 'givenPosition'> & { readonly updatedAt: string; readonly revision: number }

/** Which sites come next, in the order of codes. `only` says all that they must fulfil. */
type Next = { readonly only: RawBuilder<unknown>; readonly limit: number }

const nextByCode = ({ only, limit }: Next) =>
  sql`select s.id, s.code from site s where ${only} order by s.code limit ${limit}`

/**
 * A scope or a subtree is a handful of areas and organizations. Codes often go area by area, so walking along all codes
 * until a page is full may mean reading the whole register; instead each area's and organization's own index is walked for one
 * page, and the pages are merged. The cost does not depend on how deep the page lies.
 */
const nextByWalks = (reader: Reader, walks: readonly Walk[], { only, limit }: Next) => sql`
  select id, code from (${sql.join(
    walks.map(
      ({ column, ids }) => sql`
      select w.id, w.code from (${ids}) as one (id) cross join lateral (
        select s.id, s.code from site s where s.city_id = ${reader.cityId} and s.${sql.ref(column)} = one.id and ${only}
        order by s.code limit ${limit}) w`,
    ),
    sql` union `,
  )}) as met order by code limit ${limit}`

/** Sites by code. */
export async function listSites(
  reader: Reader,
  scope: Scope,
  {
    after,
    limit = PAGE_LENGTH,
    ...filter
  }: SiteFilter & { after?: string | undefined; limit?: number | undefined },
) {
  const from = readCursor(after, 1)
  const conditions = conditionsOf(reader, scope, filter)
  const only = from ? sql`${conditions} and s.code > ${String(from[0])}` : conditions
  const walks = await walksOf(reader, scope, filter)
  const next = { only, limit: limit + 1 }
  const { rows } = await sql<SiteRow>`
    with next as materialized (${walks ? nextByWalks(reader, walks, next) : nextByCode(next)})
    select s.id, s.code, s.name, jsonb_build_object('id', t.id, 'name', t.name) as type, s.address,
      case when s.longitude is not null
        then jsonb_build_object('longitude', s.longitude, 'latitude', s.latitude) end as position,
      case when a.id is not null then jsonb_build_object('id', a.id, 'name', a.name) end as area,
      case when h.id is not null then jsonb_build_object('id', h.id, 'name', h.name) end as holder,
      case when v.id is not null then jsonb_build_object('id', v.id, 'name', v.name) end as supervisor,
      s.state, s.updated_at as "updatedAt", s.revision
    from next join site s on s.city_id = ${reader.cityId} and s.id = next.id
    join site_type t on t.city_id = s.city_id and t.id = s.type_id
    left join area a on a.city_id = s.city_id and a.id = s.area_id
    left join organization h on h.city_id = s.city_id and h.id = s.holder_id
    left join organization v on v.city_id = s.city_id and v.id = s.supervisor_id
    order by s.code`.execute(reader.sql)
  return pageOf(rows, limit, (row) => [row.code])
}

type TypeCount = { readonly id: string; readonly name: string; readonly count: number }

/** How many sites the filter finds, of each type; the most frequent first. */
export async function countSites(reader: Reader, scope: Scope, filter: SiteFilter) {
  const { rows } = await sql<TypeCount>`
    select t.id, t.name, n.count from (
      select s.type_id, count(*) as count from site s where ${conditionsOf(reader, scope, filter)} group by s.type_id) n
    join site_type t on t.city_id = ${reader.cityId} and t.id = n.type_id
    order by n.count desc, t.code`.execute(reader.sql)
  return { total: rows.reduce((sum, row) => sum + row.count, 0), byType: rows }
}

/**
 * The found sites that have a position, as the text of a GeoJSON FeatureCollection. The database writes it: tens of thousands of
 * points would only be read and written again here. Six decimals are a tenth of a metre.
 */
export async function pointCollection(reader: Reader, scope: Scope, filter: SiteFilter): Promise<string> {
  const { rows } = await sql<{ features: string | null }>`
    select string_agg('{"type":"Feature","geometry":{"type":"Point","coordinates":['
      || round(s.longitude * 1e6) / 1e6 || ',' || round(s.latitude * 1e6) / 1e6
      || ']},"properties":{"id":"' || s.id || '","name":' || to_json(s.name) || ',"typeId":"' || s.type_id || '"}}', ',')
      as features
    from site s where ${conditionsOf(reader, scope, filter)} and s.longitude is not null`.execute(reader.sql)
  return `{"type":"FeatureCollection","features":[${rows[0]?.features ?? ''}]}`
}
