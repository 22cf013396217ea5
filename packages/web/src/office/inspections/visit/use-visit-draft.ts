import { useCallback, useRef, useState } from 'react'
import { v7 as newId } from 'uuid'
import { type DraftPlace, forgetDraft, keepDraft, readDraft } from './stored-draft.ts'
import { startDraft, type VisitDraft } from './visit-draft.ts'

/** A visit lasts a day at most; what was left longer than this is begun anew, with what was answered. */
const STALE = 12 * 3_600_000

function begin(place: DraftPlace, given: VisitDraft['given']): VisitDraft {
  const now = new Date()
  const kept = readDraft(place)
  if (kept === null) return { ...startDraft(newId(), now.toISOString()), given }
  const isStale = now.getTime() - Date.parse(kept.startedAt) > STALE
  return isStale && kept.finishedAt === null ? { ...kept, startedAt: now.toISOString() } : kept
}

export type DraftChange = (draft: VisitDraft) => VisitDraft

/**
 * The visit being recorded, kept on the device with every change.
 * @param given what it begins with when nothing was begun here: the answers of the visit it corrects
 */
export function useVisitDraft(place: DraftPlace, given: VisitDraft['given']) {
  const [draft, setDraft] = useState(() => begin(place, given))
  const [isKept, setIsKept] = useState(true)
  const [wasBegun] = useState(() => readDraft(place) !== null)
  // Two changes at once (an answer, a photo that has just gone up) both count: each begins with what the other left.
  const latest = useRef(draft)
  const change = useCallback(
    (to: DraftChange) => {
      latest.current = to(latest.current)
      setDraft(latest.current)
      setIsKept(keepDraft(place, latest.current))
    },
    [place],
  )
  const forget = useCallback(() => forgetDraft(place), [place])
  return { draft, change, forget, isKept, wasBegun }
}
