import type { WaitingSite } from '@chuangcheng/domain'
import { sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/database/database.ts'

export type Inspector = {
  readonly id: string
  readonly name: string
  readonly organizationName: string | null
}

/** Active users with a grant that lets them record visits today, by name; all of them, or some by id, or by what their names hold. */
export async function listInspectors(
  reader: Reader,
  today: string,
  { text, ids }: { readonly text?: string | undefined; readonly ids?: readonly string[] | undefined } = {},
): Promise<Inspector[]> {
  const { rows } = await sql<Inspector>`
    select u.id, u.name, o.name as "organizationName" from user_account u
    left join organization o on o.city_id = u.city_id and o.id = u.organization_id
    where u.city_id = ${reader.cityId} and u.state = 'active'
      and ${ids ? sql`u.id = any(${[...ids]}::uuid[])` : sql`true`}
      and ${text ? sql`position(lower(${text}) in lower(u.name || ' ' || u.user_name || ' ' || coalesce(o.name, ''))) > 0` : sql`true`}
      and exists (select from role_grant g join role l on l.city_id = g.city_id and l.key = g.role_key
        where g.city_id = u.city_id and g.user_id = u.id and 'visit.record' = any(l.permissions)
          and (g.valid_until is null or g.valid_until >= ${today}::date))
    order by u.name, u.id`.execute(reader.sql)
  return rows
}

/** Names of users; ids of nobody are left out. */
export const listUsersNamed = (
  reader: Reader,
  ids: readonly string[],
): Promise<{ id: string; name: string }[]> =>
  reader.sql
    .selectFrom('user_account')
    .select(['id', 'name'])
    .where('city_id', '=', reader.cityId)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute()

export type NewTeam = { readonly id: string; readonly name: string; readonly memberIds: readonly string[] }

/** The teams of a round from now on. The sites of teams that are gone have none. */
export function replaceTeams(tx: Tx, roundId: string, teams: readonly NewTeam[]): void {
  const rows = JSON.stringify(teams.map(({ id, name }, position) => ({ id, name, position })))
  const members = JSON.stringify(
    teams.flatMap(({ id, memberIds }) => memberIds.map((userId) => ({ teamId: id, userId }))),
  )
  const ids = teams.map(({ id }) => id)
  tx.send(sql`delete from round_team_member where city_id = ${tx.cityId} and round_id = ${roundId}`)
  tx.send(sql`update round_site set team_id = null
    where city_id = ${tx.cityId} and round_id = ${roundId} and team_id <> all(${ids}::uuid[])`)
  tx.send(sql`delete from round_team
    where city_id = ${tx.cityId} and round_id = ${roundId} and id <> all(${ids}::uuid[])`)
  tx.send(sql`
    insert into round_team (city_id, round_id, id, name, position)
    select ${tx.cityId}, ${roundId}, t.id, t.name, t.position
    from jsonb_to_recordset(${rows}::jsonb) as t (id uuid, name text, position int)
    on conflict (city_id, round_id, id) do update set name = excluded.name, position = excluded.position`)
  tx.send(sql`
    insert into round_team_member (city_id, round_id, user_id, team_id)
    select ${tx.cityId}, ${roundId}, m."userId", m."teamId"
    from jsonb_to_recordset(${members}::jsonb) as m ("userId" uuid, "teamId" uuid)`)
}

/** Who goes to these sites; those that are not planned are passed over. */
export function assignSites(
  tx: Tx,
  roundId: string,
  teamId: string | null,
  siteIds: readonly string[],
): void {
  if (siteIds.length === 0) return
  tx.send(sql`update round_site set team_id = ${teamId}::uuid
    where city_id = ${tx.cityId} and round_id = ${roundId} and site_id = any(${[...siteIds]}::uuid[])`)
}

export type Assignable = WaitingSite & { readonly teamId: string | null }

/** Planned sites of a round, all or those of an area, with the codes of the areas they lie in. */
export async function listAssignable(
  reader: Reader,
  roundId: string,
  areaId: string | null,
): Promise<Assignable[]> {
  const { rows } = await sql<Assignable>`
    select s.id, s.code, p.team_id as "teamId", coalesce((select array_agg(b.code order by array_position(a.path, b.id))
      from area b where b.city_id = a.city_id and b.id = any(a.path)), '{}') as "areaCodes"
    from round_site p
    join site s on s.city_id = p.city_id and s.id = p.site_id
    left join area a on a.city_id = s.city_id and a.id = s.area_id
    where p.city_id = ${reader.cityId} and p.round_id = ${roundId}
      and (${areaId}::uuid is null or ${areaId}::uuid = any(a.path))`.execute(reader.sql)
  return rows
}
