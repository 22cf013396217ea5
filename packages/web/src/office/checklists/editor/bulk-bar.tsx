import { ANSWER_KINDS, PHOTO_RULES } from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'
import { AutoComplete, Button, Select } from 'antd'
import { useState } from 'react'
import { groupsOf } from '../../../shared/checklist/item-groups.ts'
import { formatCount } from '../../../shared/language/format.ts'
import type { Item } from '../checklist-queries.ts'
import { answerName, photoName } from '../checklist-words.ts'
import { confirmGuesses, newAnswer } from '../draft-items.ts'

type Props = {
  items: readonly Item[]
  chosen: ReadonlySet<string>
  onChange: (part: Partial<Item>) => void
  onReplace: (items: readonly Item[]) => void
  onDone: () => void
}

/** Changes all ticked items at once; seen at once, stored when the draft is saved. */
export function BulkBar({ items, chosen, onChange, onReplace, onDone }: Props) {
  const [dimension, setDimension] = useState('')
  return (
    <div className="bulk-bar" role="toolbar" aria-label={m['office.checklists.bulk']()}>
      <strong>{m['office.checklists.ticked']({ count: formatCount(chosen.size) })}</strong>
      <AutoComplete
        className="bulk-field"
        aria-label={m['office.checklists.bulkDimension']()}
        placeholder={m['office.checklists.bulkDimension']()}
        options={groupsOf(items).map((group) => ({ value: group.dimension }))}
        value={dimension}
        onChange={(text) => setDimension(text.slice(0, 30))}
        onSelect={(text) => {
          onChange({ dimension: text })
          setDimension('')
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || dimension.trim() === '') return
          onChange({ dimension: dimension.trim() })
          setDimension('')
        }}
      />
      <Select<Item['answer']['kind']>
        className="bulk-field"
        aria-label={m['office.checklists.bulkAnswer']()}
        placeholder={m['office.checklists.bulkAnswer']()}
        value={null}
        options={ANSWER_KINDS.map((value) => ({ value, label: answerName(value) }))}
        onChange={(kind) => onChange({ answer: newAnswer(kind) })}
      />
      <Select<Item['photo']>
        className="bulk-field"
        aria-label={m['office.checklists.bulkPhoto']()}
        placeholder={m['office.checklists.bulkPhoto']()}
        value={null}
        options={PHOTO_RULES.map((value) => ({ value, label: photoName(value) }))}
        onChange={(photo) => onChange({ photo })}
      />
      <Button onClick={() => onReplace(confirmGuesses(items, chosen))}>
        {m['office.checklists.confirmGuesses']()}
      </Button>
      <Button
        danger
        onClick={() => {
          onReplace(items.filter(({ id }) => !chosen.has(id)))
          onDone()
        }}
      >
        {m['office.checklists.removeItems']()}
      </Button>
      <Button type="text" onClick={onDone}>
        {m['office.checklists.untick']()}
      </Button>
    </div>
  )
}
