import { type Actor, scopeOf } from '@chuangcheng/domain'
import { type RawBuilder, sql } from 'kysely'
import { plansEverywhere } from './sight.ts'

/** A round `r` may be seen: it is not covert, was published, or one is in its team or the office. */
export const roundSeenBy = (actor: Actor): RawBuilder<boolean> =>
  plansEverywhere(actor)
    ? sql<boolean>`true`
    : sql<boolean>`(r.kind <> 'covert' or r.published_at is not null or exists (select from round_team_member m
        where m.city_id = r.city_id and m.round_id = r.id and m.user_id = ${actor.userId}))`

/** A planned site `p`, which is the site `s`, may be seen: where one reads rounds, or because one's team goes there. */
export function plannedSiteSeenBy(actor: Actor): RawBuilder<boolean> {
  const scope = scopeOf(actor, 'round.read')
  if (scope.everything) return sql<boolean>`true`
  const organizations = [...scope.organizationIds]
  return sql<boolean>`(s.area_id = any(${[...scope.areaIds]}::uuid[]) or s.holder_id = any(${organizations}::uuid[])
    or s.supervisor_id = any(${organizations}::uuid[]) or exists (select from round_team_member m
      where m.city_id = p.city_id and m.round_id = p.round_id and m.user_id = ${actor.userId} and m.team_id = p.team_id))`
}

/** Visits that stand in a round, by site: how many, and what they found. */
export const standingBySite = (cityId: string, roundId: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  (select v.site_id, count(*)::int as visits, sum(v.failed_count)::int as findings from site_visit v
    where v.city_id = ${cityId} and v.round_id = ${roundId} and v.state = 'standing' group by v.site_id)`
