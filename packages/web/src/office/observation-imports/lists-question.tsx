import { SHEET_LISTS, type SheetLists } from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'
import { useId } from 'react'

type Props = { value: SheetLists | null; onChange: (lists: SheetLists) => void; missing: boolean }

/** The one question nobody can guess: whether what was in order is in the sheet too. */
export function ListsQuestion({ value, onChange, missing }: Props) {
  const name = useId()
  return (
    <fieldset className="lists-question">
      <legend>{m['office.observations.import.lists.title']()}</legend>
      {SHEET_LISTS.map((lists) => (
        <label key={lists} className={value === lists ? 'lists-chosen' : undefined}>
          <input
            type="radio"
            name={name}
            value={lists}
            checked={value === lists}
            onChange={() => onChange(lists)}
          />
          <span>
            {m[`office.observations.import.lists.${lists}`]()}
            <span className="import-note">{m[`office.observations.import.lists.${lists}Hint`]()}</span>
          </span>
        </label>
      ))}
      {missing && (
        <p className="import-missing" role="alert">
          {m['office.observations.import.lists.missing']()}
        </p>
      )}
    </fieldset>
  )
}
