import type { Answerable, JudgedAnswer } from '@chuangcheng/domain'
import { daysAfter, endOfDay, localDay } from '../../../platform/local-day.ts'
import type { NewCase } from '../../cases/index.ts'
import type { AreaPlace, RuleBook } from '../rule-book/book.ts'
import type { AnsweringSite, Responsibility } from '../rule-book/responsible.ts'
import type { CorrectedVisit } from './ground-queries.ts'

type WhoAnswers = (asked: { category: string; criterionIds: readonly string[] }) => Responsibility

/** A failed item, and to whom it goes (发现的问题). */
export type NewFinding = {
  readonly id: string
  readonly judged: JudgedAnswer
  readonly caseId: string | null
  /** the case is there already: a correction found the same again */
  readonly carried: boolean
  /** the first criterion the item feeds */
  readonly criterionId: string | null
  readonly who: Responsibility
}

const MOST_TITLE = 500

/**
 * What failed becomes a finding; where its item is one to hand over, with a case. What a corrected visit had found already keeps its id
 * and its case.
 */
export function findingsOf(
  judged: readonly JudgedAnswer[],
  book: RuleBook,
  whoAnswers: WhoAnswers,
  corrected: CorrectedVisit | null,
  nextId: () => string,
): NewFinding[] {
  const earlier = new Map(corrected?.findings.map((finding) => [finding.itemId, finding]))
  return judged
    .filter(({ failed }) => failed)
    .map((one) => {
      const criterionIds = (book.feedings.get(one.item.id) ?? []).map(({ criterionId }) => criterionId)
      const known = earlier.get(one.item.id)
      const carried = known !== undefined && known.caseId !== null
      const newCaseId = one.item.handOver ? nextId() : null
      return {
        id: known?.id ?? nextId(),
        judged: one,
        caseId: carried ? known.caseId : newCaseId,
        carried,
        criterionId: criterionIds[0] ?? null,
        who: whoAnswers({ category: one.item.dimension, criterionIds }),
      }
    })
}

/** When something that was handed over must be put right: the end of the day that lies so many days later. ISO UTC. */
export const dueAtOf = (handedOverAt: string, rectifyDays: number): string =>
  endOfDay(daysAfter(localDay(new Date(handedOverAt)), rectifyDays))

type Handing = {
  readonly roundId: string
  readonly site: AnsweringSite
  readonly place: AreaPlace | undefined
  readonly openedAt: string
  readonly dueAt: string
}

const photosOf = ({ photoIds }: JudgedAnswer) =>
  photoIds.map((fileId) => ({ fileId, purpose: 'before' as const }))

/** The cases that findings open (交办). */
export const casesOf = (
  findings: readonly NewFinding[],
  { roundId, site, place, openedAt, dueAt }: Handing,
): NewCase[] =>
  findings.flatMap(({ id, judged, caseId, carried, criterionId, who }) =>
    caseId === null || carried
      ? []
      : [
          {
            id: caseId,
            source: { kind: 'finding' as const, id },
            roundId,
            siteId: site.id,
            placeName: site.name,
            areaId: site.areaId,
            districtId: place?.districtId ?? null,
            subdistrictId: place?.subdistrictId ?? null,
            title: judged.item.text.slice(0, MOST_TITLE),
            description: judged.note,
            category: judged.item.dimension,
            criterionId,
            itemId: judged.item.id,
            responsible: who.responsible,
            because: who.ground,
            openedAt,
            dueAt,
            photoRequired: judged.item.photo === 'onFailure',
            photos: photosOf(judged),
          },
        ],
  )

/** Who a finding went to, with names: for the answer to the inspector. */
export const namedOrganizations = (responsible: readonly Answerable[], names: ReadonlyMap<string, string>) =>
  responsible.map(({ organizationId, role, share }) => ({
    id: organizationId,
    name: names.get(organizationId) ?? '',
    role,
    share,
  }))
