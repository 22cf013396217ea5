import { Problem } from '@chuangcheng/domain'
import type { Locale } from '@chuangcheng/messages'
import type { Reader } from '../../../platform/database/database.ts'
import { type Accepted, type FindingShown, whyThere } from './accepted.ts'
import { type AnsweredVisit, findAnsweredVisit, listFindings, type StoredFinding } from './finding-queries.ts'

/** Findings as they are shown, in the order of the checklist. */
export function shownFindings(
  { items, answers }: Pick<AnsweredVisit, 'items' | 'answers'>,
  findings: readonly StoredFinding[],
  locale: Locale,
): FindingShown[] {
  const byItem = new Map(findings.map((finding) => [finding.itemId, finding]))
  const answered = new Map(answers.map((answer) => [answer.itemId, answer]))
  return items.flatMap((item) => {
    const finding = byItem.get(item.id)
    const answer = answered.get(item.id)
    if (!finding || !answer) return []
    return [
      {
        id: finding.id,
        itemId: item.id,
        itemCode: item.code,
        itemText: item.text,
        note: answer.note,
        photoIds: answer.photoIds,
        because: finding.because,
        becauseText: whyThere(locale, finding.because, finding.dutyName),
        organizations: finding.organizations.map(({ organizationId, name, role, share }) => ({
          id: organizationId,
          name,
          role,
          share,
        })),
        case: finding.case,
        dueAt: finding.dueAt,
      },
    ]
  })
}

/** What was answered when a visit was recorded, for one who asks again. @throws Problem not-found */
export async function firstAnswer(reader: Reader, id: string, locale: Locale): Promise<Accepted> {
  const [visit, findings] = await Promise.all([findAnsweredVisit(reader, id), listFindings(reader, id)])
  if (!visit) throw new Problem('not-found', { what: 'visit' })
  return {
    id: visit.id,
    state: visit.state,
    recordedAt: visit.recordedAt,
    failedCount: visit.failedCount,
    findings: shownFindings(visit, findings, locale),
  }
}
