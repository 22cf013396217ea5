import { m } from '@chuangcheng/messages'
import { useMay } from '../../../shared/session/session.ts'
import { GapList } from './gap-list.tsx'
import type { Round } from './round-queries.ts'

/** What keeps a round from being walked as planned, for whoever plans it. */
export function GapNotice({ round }: { round: Round }) {
  const mayPlan = useMay()('round.plan')
  if (!mayPlan || round.gaps.length === 0 || round.state === 'finished') return null
  return (
    <div className="notice notice-hint" role="status">
      <p className="notice-title">{m['office.round.gaps']()}</p>
      <GapList round={round} />
    </div>
  )
}
