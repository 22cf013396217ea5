import type { StandingCounts } from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'
import { Link } from '@tanstack/react-router'
import { formatCount } from '../../shared/language/format.ts'
import { percentOf } from '../../shared/language/percent.ts'
import { type AnswerFilter, filterName } from './self-check-words.ts'
import { PARTS, StandingBar } from './standing-bar.tsx'
import type { TaskSearch } from './task-search.ts'

type Line = {
  readonly key: string
  readonly name: string
  /** what narrows the list of answers to this line */
  readonly search: TaskSearch
  readonly counts: StandingCounts
}

type Props = { id: string; label: string; head: string; lines: readonly Line[] }

const COLUMNS = [...PARTS, ['late', 'lateCount']] as const

/** Lines of the picture: a bar and its numbers, each leading to the answers it counts. */
export function StandingTable({ id, label, head, lines }: Props) {
  return (
    <div className="table-scroll">
      <table className="plain-table standing-table">
        <caption className="visually-hidden">{label}</caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col" className="standing-share">
              {m['office.selfChecks.metShare']()}
            </th>
            {COLUMNS.map(([filter]) => (
              <th key={filter} scope="col" className="standing-number">
                {filterName(filter)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.key}>
              <th scope="row">
                <Link to="/self-checks/$id/tasks" params={{ id }} search={line.search}>
                  {line.name}
                </Link>
              </th>
              <td className="standing-share">
                <div>
                  <StandingBar counts={line.counts} label={line.name} />
                  <span>{percentOf(line.counts.metCount, line.counts.taskCount)}%</span>
                </div>
              </td>
              {COLUMNS.map(([filter, field]) => (
                <td key={filter} className="standing-number" data-label={filterName(filter)}>
                  <CountLink id={id} line={line} filter={filter} count={line.counts[field]} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type CountProps = { id: string; line: Line; filter: AnswerFilter; count: number }

function CountLink({ id, line, filter, count }: CountProps) {
  if (count === 0) return <span className="standing-zero">0</span>
  return (
    <Link
      to="/self-checks/$id/tasks"
      params={{ id }}
      search={{ ...line.search, standing: filter }}
      aria-label={`${line.name} ${filterName(filter)} ${formatCount(count)}`}
      className={filter === 'late' ? 'standing-late' : undefined}
    >
      {formatCount(count)}
    </Link>
  )
}
