import { type Actor, Problem, type Scope, type SuccessionKind, scopeOf } from '@chuangcheng/domain'
import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import { findArea } from './queries.ts'

type Reference = { id: string; name: string }
type Around = {
  ancestors: Reference[]
  squareMeters: number | null
  bounds: number[] | null
  organizations: Reference[]
  siteCount: number
  successions: { from: Reference; to: Reference; kind: SuccessionKind; onDay: string }[]
}

const organizationIn = (scope: Scope) =>
  scope.everything
    ? sql<boolean>`true`
    : sql<boolean>`(o.id = any(${[...scope.organizationIds]}::uuid[]) or o.area_id = any(${[...scope.areaIds]}::uuid[]))`

const siteIn = (scope: Scope) =>
  scope.everything
    ? sql<boolean>`true`
    : sql<boolean>`(s.area_id = any(${[...scope.areaIds]}::uuid[]) or
        array[s.holder_id, s.supervisor_id] && ${[...scope.organizationIds]}::uuid[])`

/** What stands on the page of an area beside its row. Organizations and sites only as far as the actor may see them. */
async function aroundArea(reader: Reader, actor: Actor, id: string): Promise<Around | undefined> {
  const { rows } = await sql<Around>`
    select
      (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name) order by cardinality(p.path)), '[]')
        from area p where p.city_id = a.city_id and p.id = any(a.path) and p.id <> a.id) as ancestors,
      b.square_meters as "squareMeters",
      case when b.area_id is not null then jsonb_build_array(b.west, b.south, b.east, b.north) end as bounds,
      (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name) order by o.code), '[]')
        from organization o where o.city_id = a.city_id and o.area_id = a.id
          and ${organizationIn(scopeOf(actor, 'organization.read'))}) as organizations,
      (select count(*) from site s where s.city_id = a.city_id and ${siteIn(scopeOf(actor, 'site.read'))}
        and s.area_id in (select x.id from area x where x.city_id = ${reader.cityId} and ${id}::uuid = any(x.path)))
        as "siteCount",
      (select coalesce(jsonb_agg(jsonb_build_object(
          'from', jsonb_build_object('id', f.id, 'name', f.name), 'to', jsonb_build_object('id', t.id, 'name', t.name),
          'kind', c.kind, 'onDay', c.on_day) order by c.on_day, t.code), '[]')
        from area_succession c
        join area f on f.city_id = c.city_id and f.id = c.from_area_id
        join area t on t.city_id = c.city_id and t.id = c.to_area_id
        where c.city_id = a.city_id and a.id in (c.from_area_id, c.to_area_id)) as successions
    from area a
    left join area_boundary b on b.city_id = a.city_id and b.area_id = a.id
    where a.city_id = ${reader.cityId} and a.id = ${id}`.execute(reader.sql)
  return rows[0]
}

/** The page of an area, for somebody who may see it. @throws Problem not-found */
export async function areaPage(reader: Reader, actor: Actor, id: string) {
  const area = await findArea(reader, id)
  const around = await aroundArea(reader, actor, id)
  if (!area || !around) throw new Problem('not-found', { what: 'area' })
  return { ...area, ...around }
}
