import { m } from '@chuangcheng/messages'
import { Link } from '@tanstack/react-router'
import { formatCount } from '../../../shared/language/format.ts'
import type { Round } from './round-queries.ts'

/** More would push away what the page is for. */
const SHOWN = 3

/** What keeps a round from being walked and counted as planned, the first few in sight, and where to mend what is not the plan's. */
export function GapList({ round }: { round: Round }) {
  const { gaps, version } = round
  const [shown, hidden] = [gaps.slice(0, SHOWN), gaps.slice(SHOWN)]
  return (
    <div className="round-gaps">
      <Lines gaps={shown} />
      {hidden.length > 0 && (
        <details>
          <summary>{m['office.round.moreGaps']({ count: formatCount(hidden.length) })}</summary>
          <Lines gaps={hidden} />
        </details>
      )}
      {gaps.some(({ code }) => code === 'no-item-feeds') && (
        <Link to="/frameworks/$versionId/mappings" params={{ versionId: version.id }}>
          {m['office.round.mendMappings']()}
        </Link>
      )}
      {gaps.some(({ code }) => code === 'type-without-checklist') && (
        <Link to="/checklists">{m['office.round.mendChecklists']()}</Link>
      )}
    </div>
  )
}

const Lines = ({ gaps }: { gaps: Round['gaps'] }) => (
  <ul>
    {gaps.map(({ code, text }) => (
      <li key={code + text}>{text}</li>
    ))}
  </ul>
)
