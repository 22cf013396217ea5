import { m } from '@chuangcheng/messages'
import type { Response } from '../../shared/api/client.ts'
import { formatCount } from '../../shared/language/format.ts'

type Waiting = Response<'getWorkbench'>['waiting'][number]

const TEXTS: Readonly<Record<Waiting['kind'], { title: () => string; hint: () => string }>> = {
  sitesWithoutArea: {
    title: m['office.waiting.sitesWithoutArea'],
    hint: m['office.waiting.sitesWithoutAreaHint'],
  },
  sitesWithoutPosition: {
    title: m['office.waiting.sitesWithoutPosition'],
    hint: m['office.waiting.sitesWithoutPositionHint'],
  },
  sitesWithoutHolder: {
    title: m['office.waiting.sitesWithoutHolder'],
    hint: m['office.waiting.sitesWithoutHolderHint'],
  },
  sitesWithoutSupervisor: {
    title: m['office.waiting.sitesWithoutSupervisor'],
    hint: m['office.waiting.sitesWithoutSupervisorHint'],
  },
  areasWithoutBoundary: {
    title: m['office.waiting.areasWithoutBoundary'],
    hint: m['office.waiting.areasWithoutBoundaryHint'],
  },
  usersWithoutPassword: {
    title: m['office.waiting.usersWithoutPassword'],
    hint: m['office.waiting.usersWithoutPasswordHint'],
  },
  grantsEndingSoon: {
    title: m['office.waiting.grantsEndingSoon'],
    hint: m['office.waiting.grantsEndingSoonHint'],
  },
}

/** Gaps that somebody should close, each with why it matters. */
export function WaitingList({ waiting }: { waiting: readonly Waiting[] }) {
  return (
    <ul className="waiting">
      {waiting.map(({ kind, count }) => (
        <li key={kind}>
          <span className="waiting-count">{formatCount(count)}</span>
          <span className="waiting-text">
            <strong>{TEXTS[kind].title()}</strong>
            <span>{TEXTS[kind].hint()}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}
