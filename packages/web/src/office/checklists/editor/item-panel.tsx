import { m } from '@chuangcheng/messages'
import { Button } from 'antd'
import type { Item } from '../checklist-queries.ts'
import { guessName } from '../checklist-words.ts'
import { AnswerFields } from './answer-fields.tsx'
import { FailureFields, HowFields } from './how-fields.tsx'
import { ItemField } from './item-field.tsx'
import { WhatFields } from './what-fields.tsx'

type Props = {
  item: Item
  dimensions: readonly string[]
  problems: readonly string[]
  onChange: (part: Partial<Item>) => void
  onConfirm: () => void
  onRemove: () => void
}

/** Every field of one item. Guessed fields are marked until somebody says them anew or confirms them. */
export function ItemPanel(props: Props) {
  const { item, problems, onRemove } = props
  return (
    <div className="sheet item-panel">
      {problems.length > 0 && (
        <div className="item-problems" role="status">
          <ul>
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </div>
      )}
      <Guessed {...props} />
      <WhatFields {...props} />
      <ItemField
        label={m['office.checklists.field.answer']()}
        guessed={item.guesses.includes('answer')}
        group
      >
        {() => <AnswerFields answer={item.answer} onChange={(answer) => props.onChange({ answer })} />}
      </ItemField>
      <HowFields {...props} />
      <FailureFields {...props} />
      <div className="item-panel-foot">
        <Button danger type="text" onClick={onRemove}>
          {m['office.checklists.removeItem']()}
        </Button>
      </div>
    </div>
  )
}

function Guessed({ item, onConfirm }: Props) {
  if (item.guesses.length === 0) return null
  const names = item.guesses.map(guessName).join(m['office.checklists.listMark']())
  return (
    <div className="item-guessed">
      <p>{m['office.checklists.guessedFields']({ names })}</p>
      <Button size="small" onClick={onConfirm}>
        {m['office.checklists.confirmGuesses']()}
      </Button>
    </div>
  )
}
