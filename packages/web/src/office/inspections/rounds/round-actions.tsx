import { m } from '@chuangcheng/messages'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { call } from '../../../shared/api/client.ts'
import { ConfirmDialog } from '../../../shared/form/confirm-dialog.tsx'
import { useMay } from '../../../shared/session/session.ts'
import { LinkButton } from '../../../shared/ui/link-button.tsx'
import { EditRoundDrawer } from './round-drawers.tsx'
import { keepRound, type Round } from './round-queries.ts'

type Asked = 'publishRound' | 'finishRound' | 'reopenRound'

/** What can be done with a round as a whole: walk it, change it, publish what was covert, end it, open it again. */
export function RoundActions({ round }: { round: Round }) {
  const may = useMay()
  const [isEditing, setIsEditing] = useState(false)
  const [asked, setAsked] = useState<Asked | null>(null)
  const isFinished = round.state === 'finished'
  return (
    <>
      {may('observation.import') && (
        <LinkButton to="/rounds/$id/import" params={{ id: round.id }}>
          {m['office.observations.import.open']()}
        </LinkButton>
      )}
      {may('round.plan') && (
        <>
          {!isFinished && <Button onClick={() => setIsEditing(true)}>{m['office.rounds.edit']()}</Button>}
          {round.hidden && (
            <Button onClick={() => setAsked('publishRound')}>
              {m['office.round.publishRound.action']()}
            </Button>
          )}
          <Button onClick={() => setAsked(isFinished ? 'reopenRound' : 'finishRound')}>
            {isFinished ? m['office.round.reopenRound.action']() : m['office.round.finishRound.action']()}
          </Button>
        </>
      )}
      {round.myTeam && may('visit.record') && !isFinished && (
        <LinkButton prominent to="/my-rounds" search={{ round: round.id }}>
          {m['office.round.walk']()}
        </LinkButton>
      )}
      {isEditing && <EditRoundDrawer round={round} onClose={() => setIsEditing(false)} />}
      {asked && <AskDialog round={round} asked={asked} onClose={() => setAsked(null)} />}
    </>
  )
}

function AskDialog({ round, asked, onClose }: { round: Round; asked: Asked; onClose: () => void }) {
  const queries = useQueryClient()
  const open = round.siteCount - round.visitedCount
  const run = async () => {
    await keepRound(
      queries,
      await call(asked, { params: { id: round.id }, body: { basedOn: round.revision } }),
    )
  }
  return (
    <ConfirmDialog
      title={m[`office.round.${asked}.title`]()}
      action={m[`office.round.${asked}.action`]()}
      run={run}
      onClose={onClose}
    >
      <p>{m[`office.round.${asked}.text`]()}</p>
      {asked === 'finishRound' && open > 0 && (
        <p>
          <strong>{m['office.round.finishOpen']({ count: open })}</strong>
        </p>
      )}
    </ConfirmDialog>
  )
}
