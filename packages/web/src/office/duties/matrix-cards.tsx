import '../../shared/ui/data-table.css'
import { DUTY_ROLES } from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'
import { flawName, roleName, shareText } from './duty-words.ts'
import type { NameOf } from './matrix-line.tsx'
import type { MatrixRow } from './matrix-rows.ts'
import type { Cell } from './matrix-steps.ts'

type Props = {
  rows: readonly MatrixRow[]
  nameOf: NameOf
  editable: boolean
  onOpen: (cell: Cell, anchor: DOMRect) => void
}

/** The matrix on a phone: one card a criterion. Cards out of sight cost nothing (content-visibility). */
export function MatrixCards({ rows, ...props }: Props) {
  return (
    <ul className="card-list" aria-label={m['office.duties.matrix']()}>
      {rows.map((row) =>
        row.node.kind === 'indicator' ? (
          <li key={row.node.id} className={row.depth === 0 ? 'card-part' : 'card-part card-part-below'}>
            {row.node.code} {row.node.text}
          </li>
        ) : (
          <CriterionCard key={row.node.id} row={row} {...props} />
        ),
      )}
    </ul>
  )
}

function CriterionCard({ row, nameOf, editable, onOpen }: Omit<Props, 'rows'> & { row: MatrixRow }) {
  const { node, duties, flaws } = row
  return (
    <li className="card">
      <p className="card-title">{node.code}</p>
      <p>{node.text}</p>
      <dl className="card-lines duty-card-lines">
        {DUTY_ROLES.map((role, index) => {
          const names = duties[role].map(
            ({ organizationId, share }) => `${nameOf(organizationId).short}${shareText(share)}`,
          )
          const text = names.join(m['office.history.listComma']())
          const gap = role === 'lead' && flaws.includes('no-lead')
          return (
            <div key={role}>
              <dt>{roleName(role)}</dt>
              <dd>
                {gap ? <span className="matrix-gap-text">{flawName('no-lead')}</span> : text || '—'}
                {editable && (
                  <button
                    type="button"
                    className="text-button duty-card-edit"
                    onClick={(event) =>
                      onOpen({ id: node.id, column: index + 1 }, event.currentTarget.getBoundingClientRect())
                    }
                  >
                    {m['office.duties.choose']()}
                    <span className="visually-hidden">
                      {m['office.duties.editCell']({ code: node.code, role: roleName(role) })}
                    </span>
                  </button>
                )}
              </dd>
            </div>
          )
        })}
      </dl>
    </li>
  )
}
