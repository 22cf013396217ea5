import { fails } from '@chuangcheng/domain'
import { useCallback, useMemo, useRef, useState } from 'react'
import { addressOf } from '../../../shared/api/client.ts'
import type { AskedItem } from '../../../shared/checklist/answers.ts'
import type { VisitRecord } from './assignment-queries.ts'
import type { CardActions } from './item-card.tsx'
import { scrollToItem } from './item-places.ts'
import type { DraftChange } from './use-visit-draft.ts'
import {
  answerOf,
  type Given,
  progressOf,
  restConforms,
  type VisitDraft,
  withGiven,
  withoutPhoto,
  withPhoto,
} from './visit-draft.ts'

type Props = {
  items: readonly AskedItem[]
  corrected: VisitRecord | undefined
  change: (to: DraftChange) => void
  /** said before anything changes: what the page has to say about it is out of date */
  onTouch: () => void
}

/** What so many answers were filled with, and the way back. */
type Undo = { readonly count: number; readonly run: () => void }

/** Giving answers: one by one, the rest at once, with photos; and which item one is at. */
export function useGiving({ items, corrected, change, onTouch }: Props) {
  const [currentId, setCurrentId] = useState<string | null>(null)
  const [undo, setUndo] = useState<Undo | null>(null)
  const busy = useRef(new Map<string, number>())
  const touch = useCallback(
    (to: DraftChange) => {
      onTouch()
      setUndo(null)
      change(to)
    },
    [change, onTouch],
  )
  const show = useCallback((item: AskedItem) => {
    setCurrentId(item.id)
    scrollToItem(item.id)
  }, [])
  const give = useCallback(
    (item: AskedItem, part: Partial<Given>) => {
      let next: AskedItem | undefined
      touch((before) => {
        const after = withGiven(before, item.id, part)
        if (goesOn(before, item, part)) next = nextOpen(after, items, item)
        return after
      })
      // A card that fails grows: it stays whole in sight.
      if (next) show(next)
      else if (part.answer && part.answer.kind !== 'number') show(item)
      else setCurrentId(item.id)
    },
    [touch, items, show],
  )
  const actions = useMemo(
    (): CardActions => ({
      give,
      addPhoto: (itemId, photoId) => touch((before) => withPhoto(before, itemId, photoId)),
      removePhoto: (itemId, photoId) => touch((before) => withoutPhoto(before, itemId, photoId)),
      setBusy: (itemId, count) => {
        busy.current.set(itemId, count)
      },
      thumbnailOf: thumbnailsWith(corrected),
    }),
    [give, touch, corrected],
  )
  /** Answers how many were filled, and the first that only a look can answer. */
  const fillRest = (some: readonly AskedItem[], draft: VisitDraft) => {
    const after = restConforms(draft, some)
    const [left] = progressOf(after, some).open
    const count = progressOf(draft, some).open.length - progressOf(after, some).open.length
    touch(() => after)
    if (count > 0) setUndo({ count, run: () => touch(() => draft) })
    if (left) show(left)
    return { count, left }
  }
  /** Photos that are on their way or did not arrive. */
  const risingCount = () => [...busy.current.values()].reduce((sum, count) => sum + count, 0)
  return { currentId, show, give, actions, fillRest, undo, risingCount, touch }
}

/** Photos of the corrected visit are shown as that visit's; new ones as files of one's own. */
function thumbnailsWith(corrected: VisitRecord | undefined): (photoId: string) => string {
  const old = new Set(corrected?.answers.flatMap(({ photoIds }) => photoIds))
  return (photoId) =>
    corrected && old.has(photoId)
      ? addressOf('getVisitPhotoThumbnail', { params: { id: corrected.id, photoId } })
      : addressOf('getFileThumbnail', { params: { id: photoId } })
}

/** A first answer that finds nothing wrong needs no more: the next item comes. A number may not be typed to its end yet. */
function goesOn(before: VisitDraft, item: AskedItem, { answer }: Partial<Given>): boolean {
  if (!answer || answer.kind === 'number' || answerOf(before, item) !== null) return false
  return answer.kind === 'notApplicable' || !fails(item.answer, answer)
}

const nextOpen = (draft: VisitDraft, items: readonly AskedItem[], item: AskedItem): AskedItem | undefined =>
  items.slice(items.indexOf(item) + 1).find((each) => answerOf(draft, each) === null)
