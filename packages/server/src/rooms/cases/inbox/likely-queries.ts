import { sql } from 'kysely'
import type { Reader } from '../../../platform/database/database.ts'

export type Likely = {
  readonly caseId: string
  readonly id: string
  readonly name: string
  readonly ground: 'named' | 'holder' | 'supervisor' | 'seated' | 'above'
  /** the lower, the likelier */
  readonly rank: number
}

/**
 * The organizations that cases could go to, the likeliest first: named when it was handed over, holder and supervisor of the site, who sits
 * in its area, and the offices of the areas above. Who had the case already and let it go is left out. `day` is a local date.
 */
export async function listLikely(reader: Reader, caseIds: readonly string[], day: string): Promise<Likely[]> {
  const { rows } = await sql<Likely>`
    select c.id as "caseId", o.id, o.name, k.ground, k.rank from case_file c
    left join area a on a.city_id = c.city_id and a.id = c.area_id
    left join site s on s.city_id = c.city_id and s.id = c.site_id
    cross join lateral (
      select (r ->> 'organizationId')::uuid as organization_id, 'named' as ground, 0 as rank from jsonb_array_elements(c.responsible) r
      union all select s.holder_id, 'holder', 1
      union all select s.supervisor_id, 'supervisor', 2
      union all
      select n.id, case when n.area_id = c.area_id then 'seated' else 'above' end,
        ${FIRST_OF_AREAS} + cardinality(a.path) - array_position(a.path, n.area_id)
      from organization n where n.city_id = c.city_id and n.area_id = any(a.path[2:])
        and n.kind in ('district', 'subdistrict', 'community', 'bureau', 'enterprise', 'other')
        and (n.area_id = c.area_id or n.kind in ('district', 'subdistrict', 'community'))
    ) k
    join organization o on o.city_id = c.city_id and o.id = k.organization_id
    where c.city_id = ${reader.cityId} and c.id = any(${[...caseIds]}::uuid[])
      and o.valid_from <= ${day}::date and (o.valid_to is null or o.valid_to >= ${day}::date)
      and not exists (select from case_step h where h.city_id = c.city_id and h.case_id = c.id and h.organization_id = o.id)
    order by k.rank, o.code`.execute(reader.sql)
  return rows
}

/** Areas come after who was named, holder and supervisor. */
const FIRST_OF_AREAS = 3

/** Why the last organization let each of some cases go. */
export async function listDeclineReasons(
  reader: Reader,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ caseId: string; reason: string }>`
    select distinct on (s.case_id) s.case_id as "caseId", s.reason from case_step s
    where s.city_id = ${reader.cityId} and s.case_id = any(${[...caseIds]}::uuid[]) and s.step = 'decline'
    order by s.case_id, s.number desc`.execute(reader.sql)
  return new Map(rows.map(({ caseId, reason }) => [caseId, reason]))
}
