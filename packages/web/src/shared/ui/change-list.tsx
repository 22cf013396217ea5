import './history-list.css'
import { m } from '@chuangcheng/messages'
import { differences } from './differences.ts'
import { fieldName, valueText } from './history-words.ts'
import { ReferenceName, registerOf } from './reference-name.tsx'

type Props = { subjectKind: string; before: unknown; after: unknown }

/** What an entry of the log changed, field by field: before → after. Nothing where nothing differs. */
export function ChangeList({ subjectKind, before, after }: Props) {
  const changes = differences(before, after)
  if (changes.length === 0) return null
  return (
    <dl className="history-changes">
      {changes.map(({ field, before: was, after: is }) => (
        <div key={field}>
          <dt>{fieldName(field)}</dt>
          <dd>
            {was !== undefined && (
              <del>
                <Value field={field} subjectKind={subjectKind} value={was} />
              </del>
            )}
            {was !== undefined && is !== undefined && <span aria-hidden="true"> → </span>}
            {is !== undefined && (
              <ins>
                <Value field={field} subjectKind={subjectKind} value={is} />
              </ins>
            )}
            {was !== undefined && is === undefined && (
              <span className="visually-hidden">{m['office.history.removed']()}</span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Value({ field, subjectKind, value }: { field: string; subjectKind: string; value: unknown }) {
  const register = registerOf(field, subjectKind)
  if (register && typeof value === 'string') return <ReferenceName register={register} id={value} />
  return valueText(value, field)
}
