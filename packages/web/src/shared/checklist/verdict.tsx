import './verdict.css'
import type { ItemAnswer } from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'
import { InputNumber } from 'antd'
import type { ReactNode } from 'react'
import type { AskedItem, VerdictProps } from './answers.ts'
import { Stepper } from './stepper.tsx'

/** What can be answered to an item, large enough for a thumb. */
export function Verdict(props: VerdictProps) {
  const { item, answer, onAnswer } = props
  return (
    <fieldset className="verdict">
      <legend className="visually-hidden">{item.text}</legend>
      <OfKind {...props} />
      <Choice
        chosen={answer?.kind === 'notApplicable'}
        tone="plain"
        onChoose={() => onAnswer({ kind: 'notApplicable' })}
      >
        {m['office.checklists.preview.notApplicable']()}
      </Choice>
    </fieldset>
  )
}

function OfKind({ item, answer, onAnswer }: VerdictProps) {
  switch (item.answer.kind) {
    case 'binary':
      return [true, false].map((conforms) => (
        <Choice
          key={String(conforms)}
          chosen={answer?.kind === 'binary' && answer.conforms === conforms}
          tone={conforms ? 'good' : 'bad'}
          onChoose={() => onAnswer({ kind: 'binary', conforms })}
        >
          {conforms ? m['office.checklists.preview.conforms']() : m['office.checklists.preview.fails']()}
        </Choice>
      ))
    case 'grade':
      return item.answer.grades.map(({ grade, share, meaning }) => (
        <Choice
          key={grade}
          chosen={answer?.kind === 'grade' && answer.grade === grade}
          tone={share === 1 ? 'good' : 'bad'}
          wide={meaning !== ''}
          onChoose={() => onAnswer({ kind: 'grade', grade })}
        >
          <b>{grade}</b> {meaning}
        </Choice>
      ))
    case 'countBands':
      return <Stepper item={item} answer={answer} onAnswer={onAnswer} />
    case 'number':
      return (
        <NumberAnswer
          asked={item.answer}
          value={answer?.kind === 'number' ? answer.value : null}
          onAnswer={onAnswer}
        />
      )
  }
}

type NumberProps = {
  asked: Extract<AskedItem['answer'], { kind: 'number' }>
  value: number | null
  onAnswer: (answer: ItemAnswer) => void
}

/** A number with its unit; what it is held against stands below, where it can be read while typing. */
function NumberAnswer({ asked, value, onAnswer }: NumberProps) {
  const { unit, target, direction } = asked
  return (
    <div className="verdict-number">
      <InputNumber<number>
        aria-label={m['office.checklists.preview.number']({ unit })}
        controls={false}
        inputMode="decimal"
        suffix={unit}
        value={value}
        onChange={(typed) => typed !== null && onAnswer({ kind: 'number', value: typed })}
      />
      <span className="verdict-target">
        {target === null
          ? m['office.verdict.notJudged']()
          : m['office.verdict.target']({ direction: m[`direction.${direction}`](), target, unit })}
      </span>
    </div>
  )
}

type ChoiceProps = {
  chosen: boolean
  tone: 'good' | 'bad' | 'plain'
  wide?: boolean
  onChoose: () => void
  children: ReactNode
}

function Choice({ chosen, tone, wide = false, onChoose, children }: ChoiceProps) {
  return (
    <button
      type="button"
      aria-pressed={chosen}
      className={`verdict-choice verdict-${tone}${wide ? ' verdict-wide' : ''}`}
      onClick={onChoose}
    >
      {children}
    </button>
  )
}
