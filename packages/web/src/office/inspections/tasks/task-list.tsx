import RightOutlined from '@ant-design/icons/RightOutlined'
import { m } from '@chuangcheng/messages'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { formatCount, formatMoment } from '../../../shared/language/format.ts'
import { distanceWords } from '../../../shared/map/distance-words.ts'
import { useSession } from '../../../shared/session/session.ts'
import { StatusTag } from '../../../shared/ui/status-tag.tsx'
import { begunSites } from '../visit/stored-draft.ts'
import type { MyRound } from './assignment-list.ts'
import type { NearTask } from './nearest.ts'
import { whereWords } from './where-words.ts'

/** Sites as large targets: each leads straight to its checklist, or to the visit that stands. */
export function TaskList({ tasks, round }: { tasks: readonly NearTask[]; round: MyRound }) {
  const userId = useSession()?.user.id ?? ''
  const [begun] = useState(() => begunSites(userId))
  return (
    <ul className="task-list" aria-label={m['office.tasks.sites']()}>
      {tasks.map((task) => (
        <li key={task.site.id} className="sheet task">
          {task.visit ? (
            <Link to="/visits/$id" params={{ id: task.visit.id }} className="task-link">
              <TaskText task={task} isBegun={false} />
              <RightOutlined aria-hidden="true" />
            </Link>
          ) : (
            <Link
              to="/rounds/$id/sites/$siteId/visit"
              params={{ id: round.id, siteId: task.site.id }}
              className="task-link"
            >
              <TaskText task={task} isBegun={begun.has(`${round.id}.${task.site.id}`)} />
              <RightOutlined aria-hidden="true" />
            </Link>
          )}
        </li>
      ))}
    </ul>
  )
}

function TaskText({ task, isBegun }: { task: NearTask; isBegun: boolean }) {
  const { site, visit, meters, checklistReady } = task
  const where = whereWords(site)
  return (
    <span className="task-text">
      <span className="task-name">
        {site.name}
        {isBegun && <StatusTag tone="caution">{m['office.tasks.begun']()}</StatusTag>}
        {!visit && !checklistReady && <StatusTag tone="alarm">{m['office.tasks.noChecklist']()}</StatusTag>}
        {visit && visit.findingCount > 0 && (
          <StatusTag tone="alarm">
            {m['office.rounds.findingCount']({ count: formatCount(visit.findingCount) })}
          </StatusTag>
        )}
      </span>
      <span className="task-line">
        {meters !== null && <b>{distanceWords(meters)}</b>}
        {site.type.name}
        {where && <> · {where}</>}
      </span>
      {visit && (
        <span className="task-line">
          {m['office.tasks.visitedBy']({ name: visit.inspectorName, moment: formatMoment(visit.finishedAt) })}
        </span>
      )}
    </span>
  )
}
