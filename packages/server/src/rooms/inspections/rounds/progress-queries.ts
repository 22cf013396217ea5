import type { Actor } from '@chuangcheng/domain'
import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../../../platform/database/database.ts'
import { plannedSiteSeenBy, standingBySite } from './sight-queries.ts'

type Reference = { readonly id: string; readonly name: string }
type Progress = {
  readonly plannedCount: number
  readonly assignedCount: number
  readonly visitedCount: number
  readonly findingCount: number
}

/** Planned sites `p` of a round, each with its site `s` and what visits that stand say of it. */
const walked = (reader: Reader, actor: Actor, roundId: string): RawBuilder<unknown> => sql`
  from round_site p
  join site s on s.city_id = p.city_id and s.id = p.site_id
  left join ${standingBySite(reader.cityId, sql`${roundId}::uuid`)} v on v.site_id = p.site_id
  where p.city_id = ${reader.cityId} and p.round_id = ${roundId} and ${plannedSiteSeenBy(actor)}`

const counted = sql`count(*)::int as "plannedCount", count(p.team_id)::int as "assignedCount",
  count(v.site_id)::int as "visitedCount", coalesce(sum(v.findings), 0)::int as "findingCount"`

export type TypeProgress = Progress & {
  readonly siteType: Reference
  readonly checklists: Reference[]
  /** items of these checklists that feed a criterion of the version */
  readonly feedingItemCount: number
}

/** How far a round is, by site type in the order of codes. */
export async function listTypeProgress(
  reader: Reader,
  actor: Actor,
  roundId: string,
  versionId: string,
): Promise<TypeProgress[]> {
  const { rows } = await sql<TypeProgress>`
    with done as (select p.site_type_id, ${counted} ${walked(reader, actor, roundId)} group by p.site_type_id)
    select jsonb_build_object('id', t.id, 'name', t.name) as "siteType", done."plannedCount", done."assignedCount",
      done."visitedCount", done."findingCount", k.checklists, k."feedingItemCount"
    from done join site_type t on t.city_id = ${reader.cityId} and t.id = done.site_type_id
    cross join lateral (
      select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name) order by c.code), '[]') as checklists,
        coalesce(sum(f.count), 0)::int as "feedingItemCount"
      from checklist_site_type k
      join checklist c on c.city_id = k.city_id and c.id = k.checklist_id and not c.retired
      join checklist_version w on w.city_id = c.city_id and w.checklist_id = c.id and w.state = 'published'
      cross join lateral (select count(distinct i.id) from checklist_item i
        join item_criterion m on m.city_id = i.city_id and m.item_id = i.id and m.state = 'confirmed' and m.version_id = ${versionId}
        where i.city_id = c.city_id and i.checklist_id = c.id and i.standing) f (count)
      where k.city_id = t.city_id and k.site_type_id = t.id) k
    order by t.code`.execute(reader.sql)
  return rows
}

export type AreaProgress = Progress & { readonly area: Reference | null; readonly district: Reference | null }

/** How far a round is, by street; sites in no street stand together at the end. */
export async function listAreaProgress(
  reader: Reader,
  actor: Actor,
  roundId: string,
): Promise<AreaProgress[]> {
  const { rows } = await sql<AreaProgress>`
    with place as (
      select a.id, (select b.id from area b where b.city_id = a.city_id and b.id = any(a.path) and b.level = 'subdistrict') as street,
        (select b.id from area b where b.city_id = a.city_id and b.id = any(a.path) and b.level = 'district') as district
      from area a where a.city_id = ${reader.cityId}),
    done as (
      select place.street, place.district, p.team_id, v.visits, v.findings
      from round_site p
      join site s on s.city_id = p.city_id and s.id = p.site_id
      left join place on place.id = s.area_id
      left join ${standingBySite(reader.cityId, sql`${roundId}::uuid`)} v on v.site_id = p.site_id
      where p.city_id = ${reader.cityId} and p.round_id = ${roundId} and ${plannedSiteSeenBy(actor)})
    select case when s.id is not null then jsonb_build_object('id', s.id, 'name', s.name) end as area,
      case when d.id is not null then jsonb_build_object('id', d.id, 'name', d.name) end as district,
      count(*)::int as "plannedCount", count(done.team_id)::int as "assignedCount",
      count(done.visits)::int as "visitedCount", coalesce(sum(done.findings), 0)::int as "findingCount"
    from done
    left join area s on s.city_id = ${reader.cityId} and s.id = done.street
    left join area d on d.city_id = ${reader.cityId} and d.id = done.district
    group by s.id, s.code, s.name, d.id, d.code, d.name order by d.code nulls last, s.code nulls last`.execute(
    reader.sql,
  )
  return rows
}

export type TeamRow = {
  readonly id: string
  readonly name: string
  readonly members: Reference[]
  readonly siteCount: number
  readonly visitedCount: number
}

/** The teams of a round in their order, with members and how far they are. */
export async function listTeams(reader: Reader, roundId: string): Promise<TeamRow[]> {
  const { rows } = await sql<TeamRow>`
    select t.id, t.name,
      (select coalesce(jsonb_agg(jsonb_build_object('id', u.id, 'name', u.name) order by u.name, u.id), '[]')
        from round_team_member m join user_account u on u.city_id = m.city_id and u.id = m.user_id
        where m.city_id = t.city_id and m.round_id = t.round_id and m.team_id = t.id) as members,
      n.sites as "siteCount", n.visited as "visitedCount"
    from round_team t
    cross join lateral (
      select count(*)::int as sites, (count(*) filter (where exists (select from site_visit v where v.city_id = p.city_id
        and v.round_id = p.round_id and v.site_id = p.site_id and v.state = 'standing')))::int as visited
      from round_site p where p.city_id = t.city_id and p.round_id = t.round_id and p.team_id = t.id) n
    where t.city_id = ${reader.cityId} and t.round_id = ${roundId} order by t.position`.execute(reader.sql)
  return rows
}

/** Planned sites that are no longer inspected. */
export async function countUnfitSites(reader: Reader, roundId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from round_site p join site s on s.city_id = p.city_id and s.id = p.site_id
    where p.city_id = ${reader.cityId} and p.round_id = ${roundId} and s.state <> 'active'`.execute(
    reader.sql,
  )
  return rows[0]?.count ?? 0
}
