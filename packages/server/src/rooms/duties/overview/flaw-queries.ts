import { sql } from 'kysely'
import type { Reader } from '../../../platform/database/database.ts'

type Reference = { readonly id: string; readonly name: string }

/** Organizations that have ended by a day but still hold duties then: of the version's criteria, and on sites. */
export async function listEndedHolders(
  reader: Reader,
  versionId: string,
  day: string,
): Promise<(Reference & { dutyCount: number })[]> {
  const { rows } = await sql<Reference & { dutyCount: number }>`
    select o.id, o.name, count(*)::int as "dutyCount" from duty d
    join organization o on o.city_id = d.city_id and o.id = d.organization_id
    left join framework_node n on n.city_id = d.city_id and n.id = d.criterion_id
    where d.city_id = ${reader.cityId} and o.valid_to < ${day}::date and (d.criterion_id is null or n.version_id = ${versionId})
      and d.valid_from <= ${day}::date and (d.valid_to is null or d.valid_to >= ${day}::date)
    group by o.id, o.name order by o.name`.execute(reader.sql)
  return rows
}

/**
 * Categories of items of which some would reach nobody by category or criterion: no duty for the category, and an item that feeds no
 * criterion of the version which somebody leads or is competent for.
 */
export async function listUnownedCategories(
  reader: Reader,
  versionId: string,
  day: string,
): Promise<{ category: string; itemCount: number }[]> {
  const holding = sql`d.role <> 'supporting' and d.valid_from <= ${day}::date and (d.valid_to is null or d.valid_to >= ${day}::date)`
  const { rows } = await sql<{ category: string; itemCount: number }>`
    select i.dimension as category, count(*)::int as "itemCount" from checklist_item i
    where i.city_id = ${reader.cityId} and i.standing and i.dimension <> ''
      and not exists (select from duty d where d.city_id = i.city_id and d.category = i.dimension and ${holding})
      and not exists (select from item_criterion m join duty d on d.city_id = m.city_id and d.criterion_id = m.criterion_id
        where m.city_id = i.city_id and m.version_id = ${versionId} and m.item_id = i.id and m.state = 'confirmed' and ${holding})
    group by i.dimension order by i.dimension`.execute(reader.sql)
  return rows
}

/** Site types that the version's criteria name and of which sites are in use, though no duty for a site or an area reaches them. */
export async function listUnownedTypes(
  reader: Reader,
  versionId: string,
  day: string,
): Promise<(Reference & { siteCount: number })[]> {
  const holding = sql`d.role <> 'supporting' and d.valid_from <= ${day}::date and (d.valid_to is null or d.valid_to >= ${day}::date)`
  const { rows } = await sql<Reference & { siteCount: number }>`
    select t.id, t.name, count(s.id)::int as "siteCount" from site_type t
    join site s on s.city_id = t.city_id and s.type_id = t.id and s.state = 'active'
    where t.city_id = ${reader.cityId}
      and t.id in (select unnest(n.site_type_ids) from framework_node n where n.city_id = t.city_id and n.version_id = ${versionId})
      and not exists (select from duty d where d.city_id = t.city_id and d.target = 'areaSiteType'
        and (d.site_type_id is null or d.site_type_id = t.id) and ${holding})
      and not exists (select from duty d join site own on own.city_id = d.city_id and own.id = d.site_id
        where d.city_id = t.city_id and own.type_id = t.id and ${holding})
    group by t.id, t.name order by t.name`.execute(reader.sql)
  return rows
}

/** How many sites in use each of these aims reaches: a site type in an area with all below it; a single site is one. */
export async function countSitesReached(
  reader: Reader,
  dutyIds: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; count: number }>`
    select d.id, count(s.id)::int as count from duty d
    left join area a on a.city_id = d.city_id and d.area_id = any(a.path)
    left join site s on s.city_id = d.city_id and s.state = 'active'
      and (s.id = d.site_id or (s.area_id = a.id and (d.site_type_id is null or s.type_id = d.site_type_id)))
    where d.city_id = ${reader.cityId} and d.id = any(${[...dutyIds]}::uuid[])
    group by d.id`.execute(reader.sql)
  return new Map(rows.map(({ id, count }) => [id, count]))
}
