import type { CaseState } from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'
import { Link } from '@tanstack/react-router'
import { formatDay } from '../../shared/language/format.ts'
import { Panel } from '../../shared/ui/panel.tsx'
import { StatusTag } from '../../shared/ui/status-tag.tsx'
import type { Figure } from './briefing-queries.ts'

type Kept = NonNullable<Figure['cases']>

/** The cases a figure counted, as they were then; each opens as it is now. */
export function KeptCases({ cases, hiddenCount }: { cases: Kept; hiddenCount: number }) {
  return (
    <Panel title={m['office.figure.keptCases']({ count: cases.length })} flush>
      <p className="figures-lead">
        {m['office.figure.keptLead']()}
        {hiddenCount > 0 && ` ${m['office.figure.hiddenCases']({ count: hiddenCount })}`}
      </p>
      <ul className="figures-list">
        {cases.map((one) => (
          <li key={one.id} className="figure-line">
            <div className="figure-line-text">
              <p>
                <Link to="/cases/$id" params={{ id: one.id }}>
                  {one.number}
                </Link>{' '}
                {one.title}
              </p>
              <p className="figure-words">
                {m['office.figure.caseFacts']({
                  place: one.placeName,
                  opened: formatDay(one.openedAt),
                  due: formatDay(one.dueAt),
                })}
              </p>
            </div>
            <StatusTag tone={one.overdue ? 'alarm' : 'plain'}>
              {one.overdue ? m['office.figure.overdue']() : stateName(one.state)}
            </StatusTag>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

const stateName = (state: CaseState): string => m[`caseState.${state}`]()
