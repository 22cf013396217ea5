import { m } from '@chuangcheng/messages'
import { Link } from '@tanstack/react-router'
import { Button, Checkbox } from 'antd'
import { formatCount } from '../../shared/language/format.ts'
import type { Tie, TieState } from './mapping-queries.ts'
import { Marked } from './marked.tsx'
import { TieByHand } from './tie-by-hand.tsx'
import { TieCard } from './tie-card.tsx'
import { type QueueItem, tieKey } from './tie-queue.ts'

type Props = {
  versionId: string
  item: QueueItem
  place: number
  count: number
  current: Tie | undefined
  mayEdit: boolean
  /** what says the same in other checklists is decided with it */
  together: boolean
  twinCount: (tie: Tie) => number
  onTogether: (together: boolean) => void
  stateOf: (tie: Tie) => TieState
  onDecide: (ties: readonly Tie[], state: TieState) => void
  onRefuseRest: () => void
  onTie: (tie: Tie) => void
}

/** One item: what it asks, the criteria it may feed, and the way to others. */
export function ItemCard(props: Props) {
  const { item, place, count, current, mayEdit, stateOf, onDecide, onRefuseRest } = props
  const open = item.ties.filter((tie) => stateOf(tie) === 'guess').length
  return (
    <section className="sheet item-card" aria-label={item.itemText}>
      <div className="item-card-head">
        <p className="item-card-place">
          <Link to="/checklists/$id" params={{ id: item.checklist.id }}>
            {item.checklist.name}
          </Link>
          {item.dimension && <span>{item.dimension}</span>}
          <span>{item.itemCode}</span>
          <span className="item-card-count">
            {m['office.mappings.place']({ place: formatCount(place), count: formatCount(count) })}
          </span>
        </p>
        <h2>
          <Marked text={item.itemText} other={current?.criterionText ?? ''} />
        </h2>
      </div>
      <p className="item-card-asks">
        {item.ties.length === 0 ? m['office.mappings.noTies']() : m['office.mappings.feeds']()}
      </p>
      <ol className="tie-list">
        {item.ties.map((tie, at) => (
          <TieCard
            key={tieKey(tie)}
            tie={tie}
            place={at + 1}
            state={stateOf(tie)}
            current={tie === current}
            mayEdit={mayEdit}
            twinCount={props.twinCount(tie)}
            onDecide={(state) => onDecide([tie], state)}
          />
        ))}
      </ol>
      {mayEdit && (
        <div className="item-card-foot">
          {open > 1 && <Button onClick={onRefuseRest}>{m['office.mappings.refuseRest']()}</Button>}
          <TieByHand {...props} />
          <Checkbox checked={props.together} onChange={({ target }) => props.onTogether(target.checked)}>
            {m['office.mappings.together']()}
          </Checkbox>
        </div>
      )}
    </section>
  )
}
