import { type FeedingAnswer, type JudgedAnswer, shareAtVisit } from '@chuangcheng/domain'
import type { NewObservation } from '../../observations/index.ts'
import type { RuleBook } from '../rule-book/book.ts'
import type { AnsweringSite, Responsibility } from '../rule-book/responsible.ts'

type WhoAnswers = (asked: { category: string; criterionIds: readonly string[] }) => Responsibility

/** What was answered for one criterion at one site. */
type Touched = { readonly answers: FeedingAnswer[]; readonly judged: JudgedAnswer[] }

/** The criteria that judged answers feed, in the order in which the checklist touches them. */
function touchedBy(judged: readonly JudgedAnswer[], { feedings }: RuleBook): Map<string, Touched> {
  const touched = new Map<string, Touched>()
  for (const one of judged) {
    for (const { criterionId, weight } of feedings.get(one.item.id) ?? []) {
      const criterion = touched.get(criterionId) ?? { answers: [], judged: [] }
      criterion.answers.push({
        asked: one.item.answer,
        answer: one.answer,
        itemWeight: one.item.weight,
        tieWeight: weight,
      })
      criterion.judged.push(one)
      touched.set(criterionId, criterion)
    }
  }
  return touched
}

/** The answer that speaks for a criterion: the first that failed, else the first. */
const speakingOf = ({ judged }: Touched): JudgedAnswer | undefined =>
  judged.find(({ failed }) => failed) ?? judged[0]

const MOST_WORDS = 500

const wordsOf = ({ judged }: Touched): string => {
  const notes = judged.filter(({ failed }) => failed).map(({ note }) => note.trim())
  return [...new Set(notes.filter((note) => note !== ''))].join('；').slice(0, MOST_WORDS)
}

/** One observation for every criterion that a visit touched (观测). */
export function observationsOf(
  judged: readonly JudgedAnswer[],
  book: RuleBook,
  site: AnsweringSite,
  observedAt: string,
  whoAnswers: WhoAnswers,
): NewObservation[] {
  const place = site.areaId === null ? undefined : book.places.get(site.areaId)
  return [...touchedBy(judged, book)].flatMap(([criterionId, touched]) => {
    const seen = shareAtVisit(book.rules.get(criterionId) ?? null, touched.answers)
    if (seen === null) return []
    const category = speakingOf(touched)?.item.dimension ?? ''
    return [
      {
        outcome: seen.outcome,
        share: seen.share,
        violationCount: seen.violationCount,
        value: seen.value,
        criterionId,
        districtId: place?.districtId ?? null,
        subdistrictId: place?.subdistrictId ?? null,
        siteTypeId: site.typeId,
        alongside: 1,
        stakePoints: null,
        deductionPoints: null,
        responsible: whoAnswers({ category, criterionIds: [criterionId] }).responsible,
        siteId: site.id,
        placeName: site.name,
        subjectKey: site.id,
        areaId: site.areaId,
        note: wordsOf(touched),
        serial: null,
        observedAt,
      },
    ]
  })
}
