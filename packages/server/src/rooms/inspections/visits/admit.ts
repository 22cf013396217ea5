import { type Actor, covers, isHidden, Problem, scopeOf, stateOfRound } from '@chuangcheng/domain'
import { localDay } from '../../../platform/local-day.ts'
import { plansEverywhere } from '../rounds/sight.ts'
import type { GivenVisit } from './given.ts'
import type { CorrectedVisit, VisitGround } from './ground-queries.ts'

type Round = NonNullable<VisitGround['round']>
type Site = NonNullable<VisitGround['site']>
type Checklist = NonNullable<VisitGround['checklist']>

/** What a visit is of, once it was let in. */
export type Admitted = {
  readonly round: Round
  readonly site: Site
  readonly checklist: Checklist
  readonly corrected: CorrectedVisit | null
}

/** @throws Problem not-found, also for a covert round that is none of the actor's */
function roundOf({ round }: VisitGround, actor: Actor): Round {
  const concealed = round !== null && isHidden(round) && round.teamId === null && !plansEverywhere(actor)
  if (round === null || concealed) throw new Problem('not-found', { what: 'round' })
  return round
}

/** Whether somebody may record a visit at a site: in a team of the round, or where their right to record reaches. */
export const mayRecordAt = (
  actor: Actor,
  site: Pick<Site, 'areaId' | 'holderId' | 'supervisorId'>,
  teamId: string | null,
): boolean =>
  teamId !== null ||
  covers(scopeOf(actor, 'visit.record'), {
    areaId: site.areaId,
    organizationIds: [site.holderId, site.supervisorId],
  })

/** @throws Problem not-found · visit.site-not-in-round · visit.round-not-running */
function siteOf({ site }: VisitGround, round: Round, actor: Actor, today: string): Site {
  if (site === null || !mayRecordAt(actor, site, round.teamId))
    throw new Problem('not-found', { what: 'site' })
  if (!site.planned) throw new Problem('visit.site-not-in-round', { site: site.name, round: round.name })
  if (stateOfRound(round, today) !== 'running')
    throw new Problem('visit.round-not-running', { round: round.name })
  return site
}

/**
 * The checklist a visit was made under. A correction may be made under the version of the visit it corrects, although another one counts
 * by now.
 * @throws Problem not-found · visit.checklist-elsewhere · visit.checklist-withdrawn
 */
function checklistOf({ checklist, corrected }: VisitGround): Checklist {
  if (checklist === null) throw new Problem('not-found', { what: 'checklistVersion' })
  const { name, state, fits, currentNumber, versionId } = checklist
  if (corrected?.checklistVersionId === versionId) return checklist
  if (!fits || state === 'draft') throw new Problem('visit.checklist-elsewhere', { checklist: name })
  if (state === 'withdrawn')
    throw new Problem('visit.checklist-withdrawn', { checklist: name, number: currentNumber ?? '' })
  return checklist
}

/** Only whoever made a visit, or the office, changes it. @throws Problem visit.not-yours */
export function mustBeTheirs(actor: Actor, { inspectorId }: { readonly inspectorId: string }): void {
  if (inspectorId !== actor.userId && !plansEverywhere(actor)) throw new Problem('visit.not-yours')
}

/** @throws Problem not-found · visit.reason-missing · visit.correction-elsewhere · visit.not-standing · visit.not-yours */
function correctedBy(given: GivenVisit, ground: VisitGround, checklist: Checklist, actor: Actor) {
  if (given.correctsId === null) return null
  const { corrected } = ground
  if (corrected === null) throw new Problem('not-found', { what: 'visit' })
  if (given.reason.trim() === '') throw new Problem('visit.reason-missing')
  const sameThing =
    corrected.roundId === given.roundId &&
    corrected.siteId === given.siteId &&
    corrected.checklistId === checklist.id
  if (!sameThing) throw new Problem('visit.correction-elsewhere')
  mustBeTheirs(actor, corrected)
  if (corrected.state !== 'standing') throw new Problem('visit.not-standing')
  return corrected
}

/**
 * Whether a visit is taken, by all that is known of its round, site and checklist.
 * @throws Problem not-found · visit.site-not-in-round · visit.round-not-running · visit.checklist-elsewhere · visit.checklist-withdrawn ·
 * visit.already · visit.reason-missing · visit.correction-elsewhere · visit.not-standing · visit.not-yours
 */
export function admit(given: GivenVisit, ground: VisitGround, actor: Actor, today: string): Admitted {
  const round = roundOf(ground, actor)
  const site = siteOf(ground, round, actor, today)
  const checklist = checklistOf(ground)
  const corrected = correctedBy(given, ground, checklist, actor)
  const { standing } = ground
  if (corrected === null && standing !== null) {
    const day = localDay(new Date(standing.finishedAt))
    throw new Problem('visit.already', { name: standing.inspectorName, day, visitId: standing.id })
  }
  return { round, site, checklist, corrected }
}
