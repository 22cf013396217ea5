import { m } from '@chuangcheng/messages'
import { useEffect, useState } from 'react'
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx'
import { ItemCard } from './item-card.tsx'
import { KeysHelp } from './keys-help.tsx'
import type { Tie, TieState } from './mapping-queries.ts'
import { QueueList } from './queue-list.tsx'
import { ThumbBar } from './thumb-bar.tsx'
import { type Cursor, nextOpen, type QueueItem, stepItem, stepTie, tieKey, twinsOf } from './tie-queue.ts'
import { useDecisions } from './use-decisions.ts'
import { useTieKeys } from './use-tie-keys.ts'

type Props = {
  versionId: string
  queue: readonly QueueItem[]
  mayEdit: boolean
  hasMore: boolean
  loadMore: () => void
}

/** One item at a time with its guesses; decided with the keyboard or by thumb. */
export function Review({ versionId, queue: listed, mayEdit, hasMore, loadMore }: Props) {
  const decisions = useDecisions(versionId)
  const [together, setTogether] = useState(true)
  const [made, setMade] = useState<readonly Tie[]>([])
  const queue = made.length === 0 ? listed : listed.map((item) => withMade(item, made))
  const stateOf = (tie: Tie): TieState => decisions.states.get(tieKey(tie)) ?? tie.state
  const [chosen, setChosen] = useState<Cursor | null>(() => nextOpen(listed, null, (tie) => tie.state))
  const cursor = chosen ?? stepItem(queue, null, 1)
  const at = Math.max(
    0,
    queue.findIndex(({ itemId }) => itemId === cursor?.itemId),
  )
  const item = queue[at]

  // What says the same in other checklists is decided together, so all of them are wanted.
  useEffect(() => {
    if (hasMore) loadMore()
  }, [hasMore, loadMore])

  const current = item?.ties.find(({ criterionId }) => criterionId === cursor?.criterionId) ?? item?.ties[0]

  const twins = (tie: Tie) => (together ? twinsOf(queue, tie, stateOf) : [])
  const decide = (ties: readonly Tie[], state: TieState) => {
    const all = ties.flatMap((tie) => [tie, ...twins(tie)])
    decisions.decide(all, state, stateOf)
    const decided = new Set(all.map(tieKey))
    setChosen(
      nextOpen(queue, cursor?.itemId ?? null, (tie) => (decided.has(tieKey(tie)) ? state : stateOf(tie))) ??
        cursor,
    )
  }
  const undo = () => {
    const tie = decisions.undo()
    if (tie) setChosen({ itemId: tie.itemId, criterionId: tie.criterionId })
  }
  const steps = {
    next: () => setChosen(stepTie(queue, cursor, 1)),
    previous: () => setChosen(stepTie(queue, cursor, -1)),
    nextItem: () => setChosen(stepItem(queue, cursor, 1)),
    previousItem: () => setChosen(stepItem(queue, cursor, -1)),
  }
  const refuseRest = () =>
    decide(
      (item?.ties ?? []).filter((tie) => stateOf(tie) === 'guess'),
      'rejected',
    )
  useTieKeys({
    enabled: mayEdit,
    ...steps,
    confirm: () => current && decide([current], 'confirmed'),
    refuse: () => current && decide([current], 'rejected'),
    refuseRest,
    pick: (place) => {
      const tie = item?.ties[place]
      if (tie) decide([tie], 'confirmed')
    },
    undo,
  })
  const tieByHand = (tie: Tie) => {
    setMade([...made, tie])
    decisions.decide([tie], 'confirmed', () => 'rejected')
    setChosen({ itemId: tie.itemId, criterionId: tie.criterionId })
  }
  if (!item) return null
  return (
    <div className="review">
      <QueueList queue={queue} currentId={item.itemId} stateOf={stateOf} onChoose={setChosen} />
      <div className="review-main">
        {decisions.error !== null && (
          <div className="review-error">
            <p>{m['office.mappings.undone']()}</p>
            <ProblemNotice error={decisions.error} />
          </div>
        )}
        <ItemCard
          key={item.itemId}
          versionId={versionId}
          item={item}
          place={at + 1}
          count={queue.length}
          current={current}
          mayEdit={mayEdit}
          together={together}
          twinCount={(tie) => twins(tie).length}
          stateOf={stateOf}
          onTogether={setTogether}
          onDecide={decide}
          onRefuseRest={refuseRest}
          onTie={tieByHand}
        />
        {mayEdit && <KeysHelp canUndo={decisions.canUndo} onUndo={undo} />}
      </div>
      <ThumbBar
        onPrevious={at > 0 ? steps.previousItem : undefined}
        onNext={at < queue.length - 1 ? steps.nextItem : undefined}
        onUndo={mayEdit ? (decisions.canUndo ? undo : undefined) : null}
      />
    </div>
  )
}

/** The item with the ties somebody has just made by hand. */
function withMade(item: QueueItem, made: readonly Tie[]): QueueItem {
  const own = made.filter(({ itemId }) => itemId === item.itemId)
  if (own.length === 0) return item
  const keys = new Set(own.map(tieKey))
  return { ...item, ties: [...own, ...item.ties.filter((tie) => !keys.has(tieKey(tie)))] }
}
