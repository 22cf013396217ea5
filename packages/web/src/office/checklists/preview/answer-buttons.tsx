import type { ItemAnswer } from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'
import { InputNumber } from 'antd'
import type { ReactNode } from 'react'
import type { Item } from '../checklist-queries.ts'
import { bandOf } from './answers.ts'

type Props = { item: Item; answer: ItemAnswer | undefined; onAnswer: (answer: ItemAnswer) => void }

/** What can be answered, large enough for a thumb. */
export function AnswerButtons(props: Props) {
  const { item, answer, onAnswer } = props
  return (
    <fieldset className="phone-answers">
      <legend className="visually-hidden">{item.text}</legend>
      <AnswerOfKind {...props} />
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

function AnswerOfKind({ item, answer, onAnswer }: Props) {
  switch (item.answer.kind) {
    case 'binary':
      return (
        <>
          {[true, false].map((conforms) => (
            <Choice
              key={String(conforms)}
              chosen={answer?.kind === 'binary' && answer.conforms === conforms}
              tone={conforms ? 'good' : 'bad'}
              onChoose={() => onAnswer({ kind: 'binary', conforms })}
            >
              {conforms ? m['office.checklists.preview.conforms']() : m['office.checklists.preview.fails']()}
            </Choice>
          ))}
        </>
      )
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
        <InputNumber<number>
          className="phone-number"
          aria-label={m['office.checklists.preview.number']({ unit: item.answer.unit })}
          controls={false}
          suffix={item.answer.unit}
          value={answer?.kind === 'number' ? answer.value : null}
          onChange={(value) => value !== null && onAnswer({ kind: 'number', value })}
        />
      )
  }
}

/** Counts problems; the grade they make stands beside the number. */
function Stepper({ item, answer, onAnswer }: Props) {
  const count = answer?.kind === 'countBands' ? answer.violations : null
  const band = count === null ? undefined : bandOf(item, count)
  const set = (violations: number) => onAnswer({ kind: 'countBands', violations })
  return (
    <div className="phone-stepper">
      <button
        type="button"
        aria-label={m['office.checklists.preview.fewer']()}
        disabled={count === null || count === 0}
        onClick={() => set((count ?? 1) - 1)}
      >
        −
      </button>
      <button
        type="button"
        className={count === null ? 'phone-stepper-count phone-stepper-none' : 'phone-stepper-count'}
        onClick={() => set(count ?? 0)}
      >
        {count === null
          ? m['office.checklists.preview.countNone']()
          : m['office.checklists.preview.count']({ count })}
        {band && <b className={band.share === 1 ? 'grade-good' : 'grade-bad'}>{band.grade}</b>}
      </button>
      <button
        type="button"
        aria-label={m['office.checklists.preview.more']()}
        onClick={() => set(count === null ? 1 : count + 1)}
      >
        +
      </button>
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
      className={`phone-choice phone-choice-${tone}${wide ? ' phone-choice-wide' : ''}`}
      onClick={onChoose}
    >
      {children}
    </button>
  )
}
