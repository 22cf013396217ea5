import { m } from '@chuangcheng/messages'
import type { Datum } from './file-columns.ts'

const CHOICES: readonly { datum: Datum; name: () => string; hint: () => string }[] = [
  { datum: 'GCJ-02', name: m['office.import.datum.GCJ02'], hint: m['office.import.datum.GCJ02Hint'] },
  { datum: 'BD-09', name: m['office.import.datum.BD09'], hint: m['office.import.datum.BD09Hint'] },
  { datum: 'CGCS2000', name: m['office.import.datum.CGCS2000'], hint: m['office.import.datum.CGCS2000Hint'] },
  { datum: 'WGS84', name: m['office.import.datum.WGS84'], hint: m['office.import.datum.WGS84Hint'] },
]

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
        {CHOICES.map(({ datum, name, hint }) => (
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
