import { m } from '@chuangcheng/messages'
import { useCallback, useMemo, useState } from 'react'
import type { AskedItem } from '../../../shared/checklist/answers.ts'
import { inShownOrder } from '../../../shared/checklist/item-groups.ts'
import { formatCount } from '../../../shared/language/format.ts'
import type { AskedChecklist, VisitRecord } from './assignment-queries.ts'
import { focusField } from './item-places.ts'
import type { DraftPlace } from './stored-draft.ts'
import { useGiving } from './use-giving.ts'
import { useSubmission } from './use-submission.ts'
import { useVisitDraft } from './use-visit-draft.ts'
import { useVisitKeys } from './use-visit-keys.ts'
import { answerOf, progressOf, type VisitDraft } from './visit-draft.ts'

type Props = { place: DraftPlace; asked: AskedChecklist; corrected: VisitRecord | undefined }

const idsOf = (items: readonly AskedItem[]): ReadonlySet<string> => new Set(items.map(({ id }) => id))

/** Everything a page does that answers a checklist. */
export function useAnswering({ place, asked, corrected }: Props) {
  const [begunWith] = useState(() => givenOf(corrected))
  const visit = useVisitDraft(place, begunWith)
  const { draft, change } = visit
  const items = useMemo(() => inShownOrder(asked.items), [asked.items])
  const [missing, setMissing] = useState<ReadonlySet<string>>(new Set())
  const [problem, setProblem] = useState<string | null>(null)
  const submission = useSubmission({ place, asked, visit })
  const { reset } = submission
  const onTouch = useCallback(() => {
    setProblem(null)
    reset()
  }, [reset])
  const giving = useGiving({ items, corrected, change, onTouch })
  const { currentId, show, give, touch, fillRest, risingCount } = giving
  const current = items.find(({ id }) => id === currentId)
  useVisitKeys({
    current,
    answer: current ? answerOf(draft, current) : null,
    go: (by) => {
      const at = current ? items.indexOf(current) + by : 0
      const item = items[Math.min(items.length - 1, Math.max(0, at))]
      if (item) show(item)
    },
    give: (answer) => current && give(current, { answer }),
    write: () => current && focusField(current.id),
  })
  const isReasonless = corrected !== undefined && draft.reason.trim() === ''
  /** Says what is missing and brings it into sight; sends when nothing is. */
  const submit = () => {
    const { photoless } = progressOf(draft, items)
    const flaw = flawOf(photoless.length, risingCount(), isReasonless)
    setMissing(idsOf(photoless))
    setProblem(flaw)
    if (flaw === null) submission.mutate()
    else if (photoless[0]) show(photoless[0])
    else if (isReasonless) document.getElementById('visit-reason')?.focus()
  }
  const showOpen = () => {
    const { open } = progressOf(draft, items)
    setMissing(idsOf(open))
    if (open[0]) show(open[0])
  }
  const rest = (some: readonly AskedItem[]) => {
    const { count, left } = fillRest(some, draft)
    if (count === 0 && left) setProblem(m['office.visit.onlyNumbersLeft']())
  }
  return {
    visit,
    touch,
    submission,
    currentId,
    missing,
    problem,
    isReasonless,
    giving,
    rest,
    submit,
    showOpen,
  }
}

/** The first thing that keeps a visit from being sent, in words; null = nothing does. */
function flawOf(photolessCount: number, risingCount: number, isReasonless: boolean): string | null {
  if (photolessCount > 0) return m['office.visit.photosMissing']({ count: formatCount(photolessCount) })
  if (risingCount > 0) return m['office.visit.photosRising']({ count: formatCount(risingCount) })
  return isReasonless ? m['office.visit.reasonMissing']() : null
}

/** What was answered before is where a correction begins. */
const givenOf = (corrected: VisitRecord | undefined): VisitDraft['given'] =>
  Object.fromEntries(
    corrected?.answers.map(({ item, answer, note, photoIds }) => [item.id, { answer, note, photoIds }]) ?? [],
  )
