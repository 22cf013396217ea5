import { m } from '@chuangcheng/messages'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { call } from '../../../shared/api/client.ts'
import { localToday } from '../../../shared/form/field-values.ts'
import { LinkButton } from '../../../shared/ui/link-button.tsx'
import { ProblemNotice } from '../../../shared/ui/problem-notice.tsx'
import { GapList } from '../rounds/gap-list.tsx'
import { forgetRound, keepRound, type Round } from '../rounds/round-queries.ts'

/** What is still missing, and when it begins: a round runs from its first day on, or from today. */
export function StartStep({ round }: { round: Round }) {
  const queries = useQueryClient()
  const [today] = useState(() => localToday(new Date()))
  const starting = useMutation({
    mutationFn: () =>
      call('changeRound', { params: { id: round.id }, body: { basedOn: round.revision, startsOn: today } }),
    onSuccess: (started) => keepRound(queries, started),
    onError: () => void forgetRound(queries, round.id),
  })
  return (
    <>
      {round.gaps.length > 0 && (
        <div className="plan-gaps">
          <p>{m['office.plan.gaps']()}</p>
          <GapList round={round} />
        </div>
      )}
      {round.siteCount > 0 && round.teams.length > 0 && (
        <p className="plan-hint">{m[`office.plan.state.${round.state}`]({ day: round.startsOn })}</p>
      )}
      <ProblemNotice error={starting.error} />
      <div className="plan-buttons">
        {round.state === 'planned' && (
          <Button loading={starting.isPending} onClick={() => starting.mutate()}>
            {m['office.plan.startToday']()}
          </Button>
        )}
        <LinkButton prominent={round.gaps.length === 0} to="/rounds/$id" params={{ id: round.id }}>
          {m['office.plan.seeProgress']()}
        </LinkButton>
      </div>
    </>
  )
}
