import { m } from '@chuangcheng/messages'
import { Link, type LinkProps } from '@tanstack/react-router'
import { formatCount } from '../../../shared/language/format.ts'
import { ProgressBar } from '../../../shared/ui/progress-line.tsx'
import type { Round } from './round-queries.ts'

type Counts = Pick<Round['bySiteType'][number], 'plannedCount' | 'visitedCount' | 'findingCount'>

export type ProgressRow = {
  readonly key: string
  readonly name: string
  readonly detail: string | null
  readonly link: LinkProps | null
  readonly counts: Counts
}

/** How far each part is, and what was found there. */
export function ProgressTable({
  label,
  head,
  lines,
}: {
  label: string
  head: string
  lines: readonly ProgressRow[]
}) {
  return (
    <div className="table-scroll progress-scroll">
      <table className="plain-table progress-table" aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col">{m['office.round.visitedOfPlanned']()}</th>
            <th scope="col" className="progress-number">
              {m['office.round.found']()}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ key, name, detail, link, counts }) => (
            <tr key={key}>
              <th scope="row">
                {link ? <Link {...link}>{name}</Link> : name}
                {detail && <span className="option-detail">{detail}</span>}
              </th>
              <td>
                <Far counts={counts} />
              </td>
              <td className="progress-number">{formatCount(counts.findingCount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Far({ counts: { visitedCount, plannedCount } }: { counts: Counts }) {
  return (
    <div className="progress-far">
      <ProgressBar done={visitedCount} whole={plannedCount} />
      <span>
        {m['office.visit.ofAll']({ done: formatCount(visitedCount), count: formatCount(plannedCount) })}
      </span>
    </div>
  )
}
