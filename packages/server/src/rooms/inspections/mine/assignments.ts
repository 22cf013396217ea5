import type { inspections, ResponseOf, Unchanging } from '@chuangcheng/contract'
import { type Actor, may, Problem } from '@chuangcheng/domain'
import type { Reader } from '../../../platform/database/database.ts'
import { getVisibleRound } from '../rounds/visible.ts'
import { mayRecordAt } from '../visits/admit.ts'
import { roundInBrief } from '../visits/page.ts'
import {
  type AssignedSite,
  findAssignedSite,
  listEarlierVisits,
  listMyRounds,
  listMySites,
  listReadyChecklists,
  type MyFilter,
} from './assignment-queries.ts'

type Mine = ResponseOf<typeof inspections.listMyAssignments>
type Assignment = Unchanging<ResponseOf<typeof inspections.getAssignment>>

/** How many sites of running rounds somebody's teams have not seen yet, and when the first of these rounds ends. */
export async function countSitesToVisit(
  reader: Reader,
  actor: Actor,
  today: string,
): Promise<{ readonly count: number; readonly endsOn: string | null }> {
  if (!may(actor, 'visit.record')) return { count: 0, endsOn: null }
  const left = (await listMyRounds(reader, actor.userId)).filter(
    ({ startsOn, siteCount, visitedCount }) => startsOn <= today && visitedCount < siteCount,
  )
  const count = left.reduce((sum, { siteCount, visitedCount }) => sum + siteCount - visitedCount, 0)
  return { count, endsOn: left[0]?.endsOn ?? null }
}

/** Where somebody's teams go (我的任务). @throws Problem cursor.invalid */
export async function listMyAssignments(
  reader: Reader,
  actor: Actor,
  filter: MyFilter,
  today: string,
): Promise<Mine> {
  const [rounds, { items, next }] = await Promise.all([
    listMyRounds(reader, actor.userId),
    listMySites(reader, actor.userId, filter),
  ])
  return {
    rounds: rounds.map(({ team, siteCount, visitedCount, ...round }) => ({
      ...roundInBrief(round, today),
      team,
      siteCount,
      visitedCount,
    })),
    items: items.map(({ roundId, site, visit, checklistReady }) => ({
      roundId,
      site,
      visit,
      checklistReady,
    })),
    next,
  }
}

const records = (actor: Actor, { site, areaId, myTeamId }: AssignedSite): boolean =>
  may(actor, 'visit.record') &&
  mayRecordAt(
    actor,
    { areaId, holderId: site.holder?.id ?? null, supervisorId: site.supervisor?.id ?? null },
    myTeamId,
  )

/** A site of a round with all an inspector needs there (督查任务). @throws Problem not-found */
export async function getAssignment(
  reader: Reader,
  actor: Actor,
  { id, siteId }: { readonly id: string; readonly siteId: string },
  today: string,
): Promise<Assignment> {
  const [round, assigned] = await Promise.all([
    getVisibleRound(reader, actor, id),
    findAssignedSite(reader, actor, id, siteId),
  ])
  if (!assigned) throw new Problem('not-found', { what: 'site' })
  const [checklists, before] = await Promise.all([
    listReadyChecklists(reader, id, siteId, assigned.typeId),
    listEarlierVisits(reader, actor, id, siteId),
  ])
  const brief = roundInBrief(round, today)
  return {
    round: brief,
    site: assigned.site,
    team: assigned.team,
    mayRecord: brief.state === 'running' && records(actor, assigned),
    checklists,
    before: before.map(({ failedItems, ...visit }) => ({
      ...visit,
      failedItems: failedItems.map((item) => ({ id: item.id, text: item.name })),
    })),
  }
}
