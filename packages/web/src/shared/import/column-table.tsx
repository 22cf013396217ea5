import { m } from '@chuangcheng/messages'
import { Select } from 'antd'
import { type Columns, type Field, type Preview, samplesOf } from './file-columns.ts'

type Shown = Pick<Preview, 'fields' | 'headers' | 'sample'>

type Props = {
  preview: Shown
  columns: Columns
  onChange: (columns: Columns) => void
  /** Fields to mark as still open. */
  missing: ReadonlySet<string>
}

/** Each field of the platform, the column of the file it is taken from, and what that column says. */
export function ColumnTable({ preview, columns, onChange, missing }: Props) {
  return (
    <table className="column-table">
      <thead>
        <tr>
          <th scope="col">{m['office.import.columns.field']()}</th>
          <th scope="col">{m['office.import.columns.header']()}</th>
          <th scope="col">{m['office.import.columns.sample']()}</th>
        </tr>
      </thead>
      <tbody>
        {preview.fields.map((field) => (
          <tr key={field.field}>
            <th scope="row">
              <FieldName field={field} />
            </th>
            <td>
              <HeaderSelect
                field={field}
                headers={preview.headers}
                value={columns[field.field] ?? null}
                missing={missing.has(field.field)}
                onChange={(header) => onChange({ ...columns, [field.field]: header })}
              />
            </td>
            <td className="column-sample">
              <Samples preview={preview} header={columns[field.field] ?? null} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function FieldName({ field }: { field: Field }) {
  return (
    <>
      <span className="column-name">{field.name}</span>
      {field.required && <span className="column-required">{m['office.import.columns.required']()}</span>}
      {field.note && (
        <span className="column-note">{m['office.import.columns.allowed']({ values: field.note })}</span>
      )}
    </>
  )
}

type SelectProps = {
  field: Field
  headers: readonly string[]
  value: string | null
  missing: boolean
  onChange: (header: string | null) => void
}

/** “Not in the file” is a choice like the others, so that it can be seen and taken back. */
const NOT_IN_FILE = ''

function HeaderSelect({ field, headers, value, missing, onChange }: SelectProps) {
  const named = [...new Set(headers)].filter((header) => header !== '')
  return (
    <>
      <Select
        className="column-select"
        aria-label={m['office.import.columns.headerOf']({ field: field.name })}
        aria-required={field.required}
        status={missing ? 'error' : ''}
        showSearch={{ optionFilterProp: 'label' }}
        value={value ?? NOT_IN_FILE}
        options={[
          { value: NOT_IN_FILE, label: m['office.import.columns.notInFile']() },
          ...named.map((header) => ({ value: header, label: header })),
        ]}
        onChange={(header) => onChange(header === NOT_IN_FILE ? null : header)}
      />
      {missing && (
        <p className="import-missing" role="alert">
          {m['office.import.columns.missing']({ field: field.name })}
        </p>
      )}
    </>
  )
}

function Samples({ preview, header }: { preview: Shown; header: string | null }) {
  if (header === null) return <span className="column-none">—</span>
  const samples = samplesOf(preview, header)
  if (samples.length === 0)
    return <span className="column-none">{m['office.import.columns.noSample']()}</span>
  return (
    <ul>
      {samples.map((value) => (
        <li key={value} title={value}>
          {value}
        </li>
      ))}
    </ul>
  )
}
