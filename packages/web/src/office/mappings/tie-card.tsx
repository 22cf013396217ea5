import CheckOutlined from '@ant-design/icons/CheckOutlined'
import CloseOutlined from '@ant-design/icons/CloseOutlined'
import { m } from '@chuangcheng/messages'
import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { StatusTag, type Tone } from '../../shared/ui/status-tag.tsx'
import type { Tie, TieState } from './mapping-queries.ts'
import { Marked } from './marked.tsx'

const TONES: Readonly<Record<TieState, Tone>> = { guess: 'caution', confirmed: 'good', rejected: 'plain' }

type Props = {
  tie: Tie
  place: number
  state: TieState
  current: boolean
  mayEdit: boolean
  /** how many ties of other checklists are decided with it */
  twinCount: number
  onDecide: (state: TieState) => void
}

/** One tie: the criterion with the words it shares with the item, how like they are, yes or no. */
export function TieCard({ tie, place, state, current, mayEdit, twinCount, onDecide }: Props) {
  const card = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (current) card.current?.scrollIntoView({ block: 'nearest' })
  }, [current])
  return (
    <li
      ref={card}
      className={`tie tie-${state}${current ? ' tie-current' : ''}`}
      aria-current={current ? 'true' : undefined}
    >
      <span className="tie-place" aria-hidden="true">
        {place}
      </span>
      <div className="tie-text">
        <p className="tie-path">{tie.criterionPath.join(' › ')}</p>
        <p className="tie-criterion">
          <span className="tie-code">{tie.criterionCode}</span>
          <Marked text={tie.criterionText} other={tie.itemText} />
        </p>
        <p className="tie-facts">
          <Likeness likeness={tie.likeness} />
          {mayEdit && state === 'guess' && twinCount > 0 && (
            <span>{m['office.mappings.twins']({ count: twinCount })}</span>
          )}
          {state !== 'guess' && <StatusTag tone={TONES[state]}>{m[`mappingState.${state}`]()}</StatusTag>}
        </p>
      </div>
      {mayEdit && (
        <div className="tie-buttons">
          <Button
            type={state === 'confirmed' ? 'primary' : 'default'}
            icon={<CheckOutlined />}
            aria-pressed={state === 'confirmed'}
            aria-label={m['office.mappings.confirmNamed']({ name: tie.criterionText })}
            onClick={() => onDecide('confirmed')}
          >
            {m['office.mappings.confirm']()}
          </Button>
          <Button
            icon={<CloseOutlined />}
            aria-pressed={state === 'rejected'}
            aria-label={m['office.mappings.refuseNamed']({ name: tie.criterionText })}
            onClick={() => onDecide('rejected')}
          >
            {m['office.mappings.refuse']()}
          </Button>
        </div>
      )}
    </li>
  )
}

function Likeness({ likeness }: { likeness: number | null }) {
  if (likeness === null) return <span>{m['office.mappings.byHand']()}</span>
  const percent = Math.round(likeness * 100)
  return (
    <span className="tie-likeness">
      <span className="tie-likeness-bar" aria-hidden="true">
        <span style={{ width: `${percent}%` }} />
      </span>
      {m['office.mappings.likeness']({ percent })}
    </span>
  )
}
