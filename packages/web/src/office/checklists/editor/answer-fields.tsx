import { ANSWER_KINDS, DIRECTIONS } from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'
import { Input, InputNumber, Radio, Select } from 'antd'
import { BandFields, GradeFields } from '../../../shared/scales/scale-fields.tsx'
import type { Answer } from '../checklist-queries.ts'
import { answerName } from '../checklist-words.ts'
import { newAnswer } from '../draft-items.ts'

type Edit<Value> = { answer: Value; onChange: (answer: Answer) => void }

/** How an item is answered: the way, and what that way needs. */
export function AnswerFields({ answer, onChange }: Edit<Answer>) {
  return (
    <div className="answer-fields">
      <Radio.Group
        aria-label={m['office.checklists.field.answer']()}
        value={answer.kind}
        options={ANSWER_KINDS.map((value) => ({ value, label: answerName(value) }))}
        onChange={(event) => {
          const kind = ANSWER_KINDS.find((one) => one === event.target.value)
          if (kind) onChange(newAnswer(kind))
        }}
      />
      {answer.kind === 'countBands' && (
        <BandFields value={answer.bands} onChange={(bands) => onChange({ ...answer, bands })} />
      )}
      {answer.kind === 'grade' && (
        <GradeFields value={answer.grades} onChange={(grades) => onChange({ ...answer, grades })} />
      )}
      {answer.kind === 'number' && <TargetFields answer={answer} onChange={onChange} />}
    </div>
  )
}

function TargetFields({ answer, onChange }: Edit<Extract<Answer, { kind: 'number' }>>) {
  return (
    <div className="answer-target">
      <Select
        aria-label={m['office.checklists.field.direction']()}
        value={answer.direction}
        options={DIRECTIONS.map((value) => ({ value, label: m[`direction.${value}`]() }))}
        onChange={(direction) => onChange({ ...answer, direction })}
      />
      <InputNumber<number>
        aria-label={m['office.checklists.field.target']()}
        placeholder={m['office.checklists.field.noTarget']()}
        controls={false}
        value={answer.target}
        onChange={(target) => onChange({ ...answer, target })}
      />
      <Input
        aria-label={m['office.checklists.field.unit']()}
        placeholder={m['office.checklists.field.unit']()}
        maxLength={20}
        value={answer.unit}
        onChange={(event) => onChange({ ...answer, unit: event.target.value })}
      />
    </div>
  )
}
