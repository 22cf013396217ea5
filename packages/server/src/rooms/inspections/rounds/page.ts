import type { inspections, ResponseOf } from '@chuangcheng/contract'
import { type Actor, gapsOfRound, isHidden, stateOfRound } from '@chuangcheng/domain'
import type { Locale } from '@chuangcheng/messages'
import type { Reader } from '../../../platform/database/database.ts'
import { findText } from '../../../platform/http/problem-text.ts'
import { drawOf } from '../plan/draw.ts'
import { findLatestDraw } from '../plan/draw-queries.ts'
import {
  countUnfitSites,
  listAreaProgress,
  listTeams,
  listTypeProgress,
  type TypeProgress,
} from './progress-queries.ts'
import type { RoundRow } from './queries.ts'

type Row = ResponseOf<typeof inspections.listRounds>['items'][number]
type Page = ResponseOf<typeof inspections.getRound>

/** Who looks, in which language, on which local day. */
export type Looking = { readonly actor: Actor; readonly locale: Locale; readonly today: string }

/** A round as a list shows it. */
export const rowOf = (round: RoundRow, today: string): Row => ({
  ...round,
  state: stateOfRound(round, today),
  hidden: isHidden(round),
})

const shownType = (progress: TypeProgress): Page['bySiteType'][number] => ({
  siteType: progress.siteType,
  checklists: progress.checklists,
  plannedCount: progress.plannedCount,
  assignedCount: progress.assignedCount,
  visitedCount: progress.visitedCount,
  findingCount: progress.findingCount,
})

/** A round with its plan and how far it is. */
export async function pageOf(
  reader: Reader,
  round: RoundRow,
  { actor, locale, today }: Looking,
): Promise<Page> {
  const [teams, draw, bySiteType, byArea, unfitCount] = await Promise.all([
    listTeams(reader, round.id),
    findLatestDraw(reader, round.id),
    listTypeProgress(reader, actor, round.id, round.versionId),
    listAreaProgress(reader, actor, round.id),
    countUnfitSites(reader, round.id),
  ])
  const sum = (count: 'plannedCount' | 'assignedCount') =>
    bySiteType.reduce((total, progress) => total + progress[count], 0)
  const gaps = gapsOfRound({
    types: bySiteType.map(({ siteType, plannedCount, checklists, feedingItemCount }) => ({
      name: siteType.name,
      siteCount: plannedCount,
      checklistCount: checklists.length,
      feedingItemCount,
    })),
    unassignedCount: sum('plannedCount') - sum('assignedCount'),
    unfitCount,
    teams: teams.map(({ name, members }) => ({ name, memberCount: members.length })),
  })
  return {
    ...rowOf(round, today),
    teams,
    draw: draw && (await drawOf(reader, draw)),
    bySiteType: bySiteType.map(shownType),
    byArea,
    gaps: gaps.map(({ code, name, count }) => ({
      code,
      count,
      text: findText(locale, `roundGap.${code}`, { name, count }) ?? code,
    })),
  }
}
