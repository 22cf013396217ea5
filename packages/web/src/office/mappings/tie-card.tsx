import CheckOutlined from '@ant-design/icons/CheckOutlined'
import CloseOutlined from '@ant-design/icons/CloseOutlined'
import { m } from '@chuangcheng/messages'
import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { StatusTag, type Tone } from '../../shared/ui/status-tag.tsx'
import { commonParts } from './common-parts.ts'
import type { Tie, TieState } from './mapping-queries.ts'

const TONES: Readonly<Record<TieState, Tone>> = { guess: 'caution', confirmed: 'good', rejected: 'plain' }

type Props = {
  tie: Tie
  place: number
  state: TieState
  current: boolean
  mayEdit: boolean
  onDecide: (state: TieState) => void
}

/** One tie: the criterion with the words it shares with the item, how like they are, yes or no. */
export function TieCard({ tie, place, state, current, mayEdit, onDecide }: Props) {
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

function Marked({ text, other }: { text: string; other: string }) {
  let at = 0
  return commonParts(text, other).map((part) => {
    const key = at
    at += part.text.length
    return part.common ? <mark key={key}>{part.text}</mark> : <span key={key}>{part.text}</span>
  })
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
