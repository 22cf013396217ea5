import { m } from '@chuangcheng/messages'
import { Link } from '@tanstack/react-router'
import { Panel } from '../../shared/ui/panel.tsx'
import type { Figure, FigureShown } from './briefing-queries.ts'

type Table = Extract<FigureShown, { kind: 'table' }>
type Row = Table['rows'][number]
type Narrowing = 'node' | 'district' | 'subdistrict' | 'siteType' | 'organization'

/** What the rows of a table are, and so which observations stand behind one. */
const ROWS: { readonly [K in Figure['key']]?: Narrowing } = {
  'round.sitesByType': 'siteType',
  'round.sitesByStreet': 'subdistrict',
  'score.parts': 'node',
  'score.bestItems': 'node',
  'score.worstItems': 'node',
  'score.matrix': 'node',
  'score.districts': 'district',
  'score.streets': 'subdistrict',
  'score.organizations': 'organization',
}

type Props = { figure: Figure; table: Table }

/** A figure that is a table, as it was printed; where the number is another one now, it stands below. */
export function FigureTable({ figure, table }: Props) {
  const now = figure.now.kind === 'table' ? figure.now : null
  return (
    <Panel title={m['office.figure.table']()} flush>
      <section
        className="figure-table"
        aria-label={m['office.figure.table']()}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls only what it can reach
        tabIndex={0}
      >
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{m['office.figure.row']()}</th>
              {table.columns.map(({ id, name }) => (
                <th key={id} scope="col" className="cell-end">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <Line key={row.id} row={row} table={table} now={now} figure={figure} />
            ))}
          </tbody>
        </table>
      </section>
    </Panel>
  )
}

type LineProps = { row: Row; table: Table; now: Table | null; figure: Figure }

function Line({ row, table, now, figure }: LineProps) {
  const rowNow = now?.rows.find(({ id }) => id === row.id)
  return (
    <tr>
      <th scope="row">
        <RowName row={row} figure={figure} />
      </th>
      {table.columns.map(({ id }, at) => {
        const place = now?.columns.findIndex((column) => column.id === id) ?? -1
        return <Cell key={id} printed={row.cells[at]} now={place < 0 ? undefined : rowNow?.cells[place]} />
      })}
    </tr>
  )
}

type CellProps = { printed: Row['cells'][number] | undefined; now: Row['cells'][number] | undefined }

function Cell({ printed, now }: CellProps) {
  return (
    <td className="cell-end">
      {printed?.shown}
      {now && now.exact !== printed?.exact && (
        <span className="figure-now">{m['office.figure.now']({ value: now.shown })}</span>
      )}
    </td>
  )
}

function RowName({ row: { id, name }, figure: { key, rounds } }: Pick<LineProps, 'row' | 'figure'>) {
  const text = name === '' ? m['briefing.nobody']() : name
  const by = ROWS[key]
  if (by === undefined) return text
  const search = { rounds: rounds.map((round) => round.id).join(','), behind: 'all' as const }
  return (
    <Link to="/scores" search={{ ...search, [by]: id === '' ? 'none' : id }}>
      {text}
    </Link>
  )
}
