import './import.css'
import { m } from '@chuangcheng/messages'
import { DATUM_CHOICES } from '../map/datum-choices.ts'
import type { Datum } from './file-columns.ts'

type Props = { value: Datum | null; onChange: (datum: Datum) => void; missing: boolean }

/** Where coordinates come from, asked in the words of those who made them. */
export function DatumQuestion({ value, onChange, missing }: Props) {
  return (
    <fieldset className="datum-question" aria-describedby="datum-hint">
      <legend>{m['office.import.datum.title']()}</legend>
      <p id="datum-hint" className="import-note">
        {m['office.import.datum.hint']()}
      </p>
      <div className="datum-choices">
        {DATUM_CHOICES.map(({ datum, name, hint }) => (
          <label key={datum} className={datum === value ? 'datum-choice datum-chosen' : 'datum-choice'}>
            <input
              type="radio"
              name="datum"
              value={datum}
              checked={datum === value}
              onChange={() => onChange(datum)}
            />
            <span>
              <strong>{name()}</strong>
              <span className="datum-hint">{hint()}</span>
            </span>
          </label>
        ))}
      </div>
      {missing && (
        <p className="import-missing" role="alert">
          {m['office.import.datum.missing']()}
        </p>
      )}
    </fieldset>
  )
}
