import type { PlannedSites } from '@chuangcheng/domain'
import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'

/**
 * How many of the rounds' planned sites each criterion applies to (应测点位数): sites of the types that the criterion names, else of those
 * whose checklists have items that feed it. A site that several rounds plan counts in each.
 */
export async function readPlannedSites(
  reader: Reader,
  versionId: string,
  roundIds: readonly string[],
): Promise<PlannedSites> {
  const { rows } = await sql<{ criterionId: string; count: number }>`
    with applicable as (
      select n.id as criterion_id, t.site_type_id from framework_node n cross join unnest(n.site_type_ids) as t (site_type_id)
      where n.city_id = ${reader.cityId} and n.version_id = ${versionId} and n.kind = 'criterion'
      union
      select n.id, k.site_type_id from item_criterion t
      join framework_node n on n.city_id = t.city_id and n.id = t.criterion_id and n.site_type_ids = '{}'
      join checklist_item i on i.city_id = t.city_id and i.id = t.item_id and i.standing
      join checklist c on c.city_id = i.city_id and c.id = i.checklist_id and not c.retired
      join checklist_site_type k on k.city_id = c.city_id and k.checklist_id = c.id
      where t.city_id = ${reader.cityId} and t.version_id = ${versionId} and t.state = 'confirmed'),
    planned as (
      select site_type_id, count(*)::int as count from round_site
      where city_id = ${reader.cityId} and round_id = any(${[...roundIds]}::uuid[]) group by site_type_id)
    select a.criterion_id as "criterionId", sum(p.count)::int as count
    from applicable a join planned p on p.site_type_id = a.site_type_id group by a.criterion_id`.execute(
    reader.sql,
  )
  return new Map(rows.map(({ criterionId, count }) => [criterionId, count]))
}

/** How many sites rounds plan, and how many of them were seen: by a visit, or in a sheet from outside. */
export async function countSites(
  reader: Reader,
  roundIds: readonly string[],
): Promise<{ planned: number; visited: number }> {
  const ids = [...roundIds]
  // Who records a visit goes to a planned site; a sheet may name others.
  const { rows } = await sql<{ planned: number; visited: number }>`
    with planned as not materialized (
      select s.city_id, s.round_id, s.site_id from round_site s
      where s.city_id = ${reader.cityId} and s.round_id = any(${ids}::uuid[]))
    select (select count(*)::int from planned) as planned, (select count(*)::int from (
      select v.round_id, v.site_id from site_visit v
      where v.city_id = ${reader.cityId} and v.round_id = any(${ids}::uuid[]) and v.state = 'standing'
      union
      select o.collection_id, o.site_id from observation_batch b
      join observation o on o.city_id = b.city_id and o.batch_id = b.id and o.removed_by is null
      join planned p on p.city_id = o.city_id and p.round_id = o.collection_id and p.site_id = o.site_id
      where b.city_id = ${reader.cityId} and b.collection_id = any(${ids}::uuid[]) and b.source = 'sheet'
        and exists (select from planned)) as seen) as visited`.execute(reader.sql)
  return rows[0] ?? { planned: 0, visited: 0 }
}
