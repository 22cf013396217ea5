import type { inspections, ResponseOf } from '@chuangcheng/contract'
import { type Actor, fails, isHidden, may, Problem, stateOfRound } from '@chuangcheng/domain'
import type { Reader } from '../../../platform/database/database.ts'
import type { Looking } from '../rounds/page.ts'
import { plansEverywhere } from '../rounds/sight.ts'
import { type AnsweredVisit, findAnsweredVisit, listFindings } from './finding-queries.ts'
import { shownFindings } from './first-answer.ts'
import { findVisit, type VisitFacts } from './visit-queries.ts'

type Page = ResponseOf<typeof inspections.getVisit>
type RoundInBrief = Page['round']

/** @throws Problem not-found, also for what the actor may not see */
export async function getVisit(reader: Reader, actor: Actor, id: string): Promise<VisitFacts> {
  const visit = await findVisit(reader, actor, id)
  if (!visit) throw new Problem('not-found', { what: 'visit' })
  return visit
}

export const roundInBrief = (
  { id, name, kind, startsOn, endsOn, rectifyDays, publishedAt, finishedAt }: VisitFacts['round'],
  today: string,
): RoundInBrief => ({
  id,
  name,
  kind,
  startsOn,
  endsOn,
  rectifyDays,
  state: stateOfRound({ startsOn, finishedAt }, today),
  hidden: isHidden({ kind, publishedAt }),
})

function answersOf({ items, answers }: AnsweredVisit): Pick<Page, 'answers' | 'unanswered'> {
  const given = new Map(answers.map((answer) => [answer.itemId, answer]))
  const unanswered = items
    .filter(({ id }) => !given.has(id))
    .map(({ id, code, text }) => ({ id, code, text }))
  const answered = items.flatMap((item) => {
    const answer = given.get(item.id)
    if (!answer) return []
    const { id, code, text, dimension, photoPurpose, answer: asked } = item
    return [
      {
        item: {
          id,
          code,
          text,
          dimension,
          photoPurpose,
          answerKind: asked.kind,
          unit: asked.kind === 'number' ? asked.unit : '',
        },
        answer: answer.answer,
        failed: fails(asked, answer.answer),
        note: answer.note,
        photoIds: answer.photoIds,
      },
    ]
  })
  return { answers: answered, unanswered }
}

const EARTH_RADIUS_METERS = 6_371_000
const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** Along the ground, near enough for saying whether somebody was there; null where one of the two is not known. */
function distanceOf({ longitude, latitude, siteLongitude, siteLatitude }: VisitFacts): number | null {
  if (longitude === null || latitude === null || siteLongitude === null || siteLatitude === null) return null
  const east = radians(longitude - siteLongitude) * Math.cos(radians((latitude + siteLatitude) / 2))
  return Math.round(Math.hypot(east, radians(latitude - siteLatitude)) * EARTH_RADIUS_METERS)
}

const MILLISECONDS = 1000

function changesOf(visit: VisitFacts, actor: Actor) {
  const { voidedAt, voidedByName, voidReason, inspectorId, state, round } = visit
  return {
    voided: voidedAt === null ? null : { at: voidedAt, byName: voidedByName, reason: voidReason },
    mayChange:
      state === 'standing' &&
      round.finishedAt === null &&
      may(actor, 'visit.record') &&
      (inspectorId === actor.userId || plansEverywhere(actor)),
  }
}

function positionOf({ longitude, latitude, accuracy }: VisitFacts): Page['position'] {
  return longitude === null || latitude === null ? null : { longitude, latitude, accuracy: accuracy ?? 0 }
}

/** A visit with everything (现场督查详情). @throws Problem not-found */
export async function visitPage(
  reader: Reader,
  id: string,
  { actor, locale, today }: Looking,
): Promise<Page> {
  const [visit, answered, findings] = await Promise.all([
    getVisit(reader, actor, id),
    findAnsweredVisit(reader, id),
    listFindings(reader, id),
  ])
  if (!answered) throw new Problem('not-found', { what: 'visit' })
  return {
    ...visit,
    ...answersOf(answered),
    ...changesOf(visit, actor),
    round: roundInBrief(visit.round, today),
    clockOffsetSeconds: visit.clockOffset / MILLISECONDS,
    position: positionOf(visit),
    distanceMeters: distanceOf(visit),
    findings: shownFindings(answered, findings, locale),
  }
}
