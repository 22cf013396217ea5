import { type Actor, correctTimes, judgeAnswers, Problem } from '@chuangcheng/domain'
import type { Locale } from '@chuangcheng/messages'
import type { Tx } from '../../../platform/database/database.ts'
import { newIds } from '../../../platform/database/new-ids.ts'
import { localDay } from '../../../platform/local-day.ts'
import { openCases, withdrawCases } from '../../cases/index.ts'
import { joinCollection } from '../../observations/index.ts'
import { ruleBookAt } from '../rule-book/book.ts'
import { responsibilitiesAt } from '../rule-book/responsible.ts'
import { type Accepted, type FindingShown, whyThere } from './accepted.ts'
import { type Admitted, admit } from './admit.ts'
import { enterObservations } from './entering.ts'
import { casesOf, dueAtOf, findingsOf, type NewFinding, namedOrganizations } from './findings.ts'
import { firstAnswer } from './first-answer.ts'
import { contentHashOf, type GivenVisit, photoIdsOf } from './given.ts'
import { readGround, type VisitGround } from './ground-queries.ts'
import { itemsOfVersion } from './items.ts'
import { observationsOf } from './observed.ts'
import { sendFindings, sendVisit } from './write-queries.ts'

/** Whether exactly this visit was recorded before. @throws Problem duplicate when another one has its id */
function isRepeated({ known }: VisitGround, given: GivenVisit, contentHash: string, actor: Actor): boolean {
  if (known === null) return false
  if (known.contentHash === contentHash && known.inspectorId === actor.userId) return true
  throw new Problem('duplicate', { what: 'id', value: given.id })
}

/** A visit as it will be recorded, judged and with all that follows from it. */
async function judge(tx: Tx, given: GivenVisit, ground: VisitGround, admitted: Admitted) {
  const { round, site, corrected } = admitted
  const times = correctTimes(given, tx.now)
  const day = localDay(new Date(times.finishedAt))
  if (day < round.startsOn) throw new Problem('visit.time-invalid', { reason: 'visitTimeFlaw.before-round' })
  const [items, book] = await Promise.all([
    itemsOfVersion(tx, given.checklistVersionId),
    ruleBookAt(tx, round.versionId, ground.revision),
  ])
  const pictureIds = new Set(ground.pictureIds)
  const judged = judgeAnswers(items, given.answers, { pictureIds })
  const whoAnswers = responsibilitiesAt(book, site, day)
  const failedCount = judged.filter(({ failed }) => failed).length
  const findings = findingsOf(judged, book, whoAnswers, corrected, newIds(2 * failedCount))
  const observations = observationsOf(judged, book, site, times.finishedAt, whoAnswers)
  return { times, judged, book, findings, observations, failedCount }
}

/** The cases that were opened, by their ids. */
type Opened = Map<string, { readonly number: string; readonly organizationId: string | null }>

type Judged = Awaited<ReturnType<typeof judge>>

/** Cases of what a correction no longer finds are withdrawn; what was closed stays. */
async function withdrawWhatIsGone(
  tx: Tx,
  { corrected }: Admitted,
  findings: readonly NewFinding[],
  reason: string,
) {
  if (corrected === null) return
  const still = new Set(findings.map(({ id }) => id))
  const gone = corrected.findings.filter(({ id, caseId }) => caseId !== null && !still.has(id))
  if (gone.length > 0) await withdrawCases(tx, { sourceIds: gone.map(({ id }) => id), reason })
}

async function write(
  tx: Tx,
  given: GivenVisit,
  ground: VisitGround,
  contentHash: string,
  { round, site, checklist }: Admitted,
  { times, judged, book, findings, observations, failedCount }: Judged,
): Promise<Opened> {
  const answers = judged.map(({ itemId, answer, note, photoIds }) => ({ itemId, answer, note, photoIds }))
  const inspectorId = tx.author.userId ?? ''
  const visit = {
    checklistId: checklist.id,
    areaId: site.areaId,
    inspectorId,
    answers,
    contentHash,
    failedCount,
  }
  sendVisit(tx, { given, times, ...visit })
  const { id, roundId, siteId, correctsId } = given
  const entry = { batchId: id, visitId: id, roundId, siteId, observations, goes: correctsId }
  await enterObservations(tx, { ...entry, beside: ground.beside })
  const place = site.areaId === null ? undefined : book.places.get(site.areaId)
  const dueAt = dueAtOf(times.finishedAt, round.rectifyDays)
  const handing = { roundId: round.id, site, place, openedAt: times.finishedAt, dueAt }
  const opened = openCases(tx, casesOf(findings, handing))
  sendFindings(tx, given.id, findings)
  return new Map(opened.map(({ id, number, organizationId }) => [id, { number, organizationId }]))
}

const shownFinding = (
  finding: NewFinding,
  opened: Opened,
  dueAt: string,
  { book }: Judged,
  locale: Locale,
): FindingShown => {
  const { id, judged, caseId, who } = finding
  const handed = caseId === null ? undefined : opened.get(caseId)
  return {
    id,
    itemId: judged.item.id,
    itemCode: judged.item.code,
    itemText: judged.item.text,
    note: judged.note,
    photoIds: [...judged.photoIds],
    because: who.ground,
    becauseText: whyThere(locale, who.ground, who.dutyName),
    organizations: namedOrganizations(who.responsible, book.organizationNames),
    case:
      caseId !== null && handed
        ? {
            id: caseId,
            number: handed.number,
            state: handed.organizationId === null ? 'unassigned' : 'assigned',
          }
        : null,
    dueAt: caseId === null ? null : dueAt,
  }
}

/**
 * Record a visit (记录现场督查) with everything that follows from it: observations, findings, cases. One round trip to read, one to write
 * with the commit; two more where others may have observed the same. The same visit again gets the first answer.
 * @throws Problem duplicate, and those of admit, correctTimes and judgeAnswers
 */
export async function submitVisit(
  tx: Tx,
  actor: Actor,
  given: GivenVisit,
  locale: Locale,
): Promise<Accepted> {
  // One round trip: they go out together, in this order.
  const [, ground] = await Promise.all([
    joinCollection(tx, given.roundId),
    readGround(tx, given, actor.userId, photoIdsOf(given)),
  ])
  const contentHash = contentHashOf(given)
  if (isRepeated(ground, given, contentHash, actor)) return firstAnswer(tx, given.id, locale)
  const admitted = admit(given, ground, actor, localDay(new Date(tx.now)))
  const judged = await judge(tx, given, ground, admitted)
  const opened = await write(tx, given, ground, contentHash, admitted, judged)
  await withdrawWhatIsGone(tx, admitted, judged.findings, given.reason)
  const { round, site, checklist, corrected } = admitted
  const { failedCount, findings, times } = judged
  tx.record({
    action: corrected ? 'visit.correct' : 'visit.record',
    subjectKind: 'visit',
    subjectId: given.id,
    before: corrected && { visitId: corrected.id },
    after: {
      round: round.name,
      site: site.name,
      checklist: checklist.name,
      itemCount: judged.judged.length,
      failedCount,
      ...(corrected ? { reason: given.reason } : {}),
    },
  })
  if (findings.some(({ carried }) => carried)) return firstAnswer(tx, given.id, locale)
  const dueAt = dueAtOf(times.finishedAt, round.rectifyDays)
  return {
    id: given.id,
    state: 'standing',
    recordedAt: tx.now,
    failedCount,
    findings: findings.map((one) => shownFinding(one, opened, dueAt, judged, locale)),
  }
}
