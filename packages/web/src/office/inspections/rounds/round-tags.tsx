import { m } from '@chuangcheng/messages'
import { StatusTag } from '../../../shared/ui/status-tag.tsx'
import type { RoundRow } from './round-queries.ts'
import { kindName, STATE_TONES, stateName } from './round-words.ts'

type Props = { round: Pick<RoundRow, 'kind' | 'state' | 'hidden'>; withKind?: boolean }

/** What kind of round it is, where it stands, and that not everybody sees it. */
export function RoundTags({ round, withKind = true }: Props) {
  return (
    <>
      {withKind && !round.hidden && <StatusTag>{kindName(round.kind)}</StatusTag>}
      <StatusTag tone={STATE_TONES[round.state]}>{stateName(round.state)}</StatusTag>
      {round.hidden && <StatusTag tone="alarm">{m['office.rounds.hidden']()}</StatusTag>}
    </>
  )
}
