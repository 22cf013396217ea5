import type { AreaLevel, Scope, SiteGap } from '@chuangcheng/domain'
import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import { gapConditions, siteIn } from './register/filter-queries.ts'

type Count = { readonly id: string; readonly name: string; readonly count: number }
type SiteOverview = { readonly total: number; readonly byType: Count[]; readonly byArea: Count[] }

/**
 * How many sites a scope has, by type and by the area of a level above them (their own area where there is none). One look
 * at the register serves all three.
 */
export async function overviewOfSites(reader: Reader, scope: Scope, level: AreaLevel): Promise<SiteOverview> {
  const { rows } = await sql<Count & { by: 'all' | 'type' | 'area' }>`
    with n as materialized (
      select s.type_id, s.area_id, count(*)::int as count, grouping(s.type_id) as is_area from site s
      where s.city_id = ${reader.cityId} and ${siteIn(scope)}
      group by grouping sets ((s.type_id), (s.area_id)))
    select 'all' as by, null::uuid as id, '' as name, coalesce(sum(count), 0)::int as count from n where is_area = 0
    union all
    select 'type', t.id, t.name, n.count from n join site_type t on t.city_id = ${reader.cityId} and t.id = n.type_id
    where n.is_area = 0
    union all
    select 'area', coalesce(above.id, a.id), coalesce(above.name, a.name), sum(n.count)::int from n
    join area a on a.city_id = ${reader.cityId} and a.id = n.area_id
    left join area above on above.city_id = ${reader.cityId} and above.level = ${level} and above.id = any(a.path)
    where n.is_area = 1 group by coalesce(above.id, a.id), coalesce(above.name, a.name)
    order by 4 desc, 3`.execute(reader.sql)
  const of = (by: 'type' | 'area') =>
    rows.filter((row) => row.by === by).map(({ id, name, count }) => ({ id, name, count }))
  return { total: rows.find((row) => row.by === 'all')?.count ?? 0, byType: of('type'), byArea: of('area') }
}

/** How many sites of a scope still miss what: each counted along its own small index. */
export async function countGaps(reader: Reader, scope: Scope): Promise<Record<SiteGap, number>> {
  const count = (gap: SiteGap) =>
    sql`(select count(*)::int from site s where s.city_id = ${reader.cityId} and ${gapConditions[gap]} and ${siteIn(scope)})`
  const { rows } = await sql<Record<SiteGap, number>>`
    select ${count('area')} as area, ${count('position')} as position, ${count('holder')} as holder,
      ${count('supervisor')} as supervisor`.execute(reader.sql)
  return rows[0] ?? { area: 0, position: 0, holder: 0, supervisor: 0 }
}
