import { type Actor, Problem } from '@chuangcheng/domain'
import type { Tx } from '../../../platform/database/database.ts'
import { type RoundRow, touchRound } from '../rounds/queries.ts'
import { getRoundStillOpen } from '../rounds/visible.ts'
import { listPlannedNow } from './draw-queries.ts'
import { type ChosenSite, deleteSites, insertSites, listChosenSites } from './site-queries.ts'

type Choice = {
  readonly basedOn: number
  readonly siteIds?: readonly string[] | undefined
  readonly areaId?: string | undefined
  readonly siteTypeId?: string | undefined
}

/** @throws Problem not-found · round.site-unfit */
function mustFit(round: RoundRow, sites: readonly ChosenSite[], asked: readonly string[]): void {
  if (sites.length < new Set(asked).size) throw new Problem('not-found', { what: 'site' })
  const unfit = sites.find(({ active, typeId }) => !active || !round.siteTypeIds.includes(typeId))
  if (unfit) throw new Problem('round.site-unfit', { name: unfit.name })
}

function noteSites(tx: Tx, { id, name }: RoundRow, action: string, siteIds: readonly string[]): void {
  touchRound(tx, id)
  tx.record({
    action,
    subjectKind: 'round',
    subjectId: id,
    before: null,
    after: { name, count: siteIds.length, siteIds: siteIds.slice(0, 100) },
  })
}

/**
 * Plan chosen sites (指定点位): these, or those of an area and a type. Answers how many were not planned before.
 * @throws Problem not-found · changed-meanwhile · access.out-of-scope · round.finished · round.site-unfit
 */
export async function addRoundSites(
  tx: Tx,
  actor: Actor,
  roundId: string,
  { basedOn, siteIds, areaId, siteTypeId }: Choice,
): Promise<number> {
  const round = await getRoundStillOpen(tx, actor, roundId, basedOn)
  const siteTypeIds = round.siteTypeIds.filter((id) => siteTypeId === undefined || id === siteTypeId)
  const [sites, planned] = await Promise.all([
    listChosenSites(tx, { siteIds: siteIds ?? null, areaId: areaId ?? null, siteTypeIds }),
    listPlannedNow(tx, roundId),
  ])
  if (siteIds) mustFit(round, sites, siteIds)
  const known = new Set(planned.map(({ siteId }) => siteId))
  const added = sites.map(({ id }) => id).filter((id) => !known.has(id))
  insertSites(tx, roundId, added, 'chosen')
  noteSites(tx, round, 'round.addSites', added)
  return added.length
}

/**
 * Take sites out of a plan (移除点位). Those that were visited stay, also where the visit was voided: it must stay readable.
 * @throws Problem not-found · changed-meanwhile · access.out-of-scope · round.finished
 */
export async function removeRoundSites(
  tx: Tx,
  actor: Actor,
  roundId: string,
  { basedOn, siteIds }: { readonly basedOn: number; readonly siteIds: readonly string[] },
): Promise<{ removedCount: number; visitedCount: number }> {
  const round = await getRoundStillOpen(tx, actor, roundId, basedOn)
  const wanted = new Set(siteIds)
  const planned = (await listPlannedNow(tx, roundId)).filter(({ siteId }) => wanted.has(siteId))
  const removed = planned.filter(({ visited }) => !visited).map(({ siteId }) => siteId)
  deleteSites(tx, roundId, removed)
  noteSites(tx, round, 'round.removeSites', removed)
  return { removedCount: removed.length, visitedCount: planned.length - removed.length }
}
