import { m } from '@chuangcheng/messages'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { v7 as newId } from 'uuid'
import { formatCount, formatMoment } from '../../../shared/language/format.ts'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { LinkButton } from '../../../shared/ui/link-button.tsx'
import type { AskedChecklist, Assignment } from './assignment-queries.ts'
import { type DraftPlace, forgetDraft, keepDraft, readDraft } from './stored-draft.ts'
import { progressOf } from './visit-draft.ts'

type Props = {
  assignment: Assignment
  asked: AskedChecklist
  visit: NonNullable<AskedChecklist['visit']>
  place: DraftPlace
}

/** The site was visited in this round: who, when, and that it can be corrected, also with answers that lie on this device. */
export function Already({ assignment, asked, visit, place }: Props) {
  const navigate = useNavigate()
  const [draft] = useState(() => {
    const kept = readDraft(place)
    // Its own answer was lost on the way, and it arrived all the same.
    if (kept?.visitId !== visit.id) return kept
    forgetDraft(place)
    return null
  })
  const answered = draft ? progressOf(draft, asked.items).answered : 0
  const params = { id: assignment.round.id, siteId: assignment.site.id }
  const search = { checklist: asked.checklist.id, corrects: visit.id }
  const takeMine = () => {
    if (draft) keepDraft({ ...place, correctsId: visit.id }, { ...draft, visitId: newId(), finishedAt: null })
    forgetDraft(place)
    void navigate({ to: '/rounds/$id/sites/$siteId/visit', params, search })
  }
  return (
    <div className="sheet">
      <EmptyState
        title={m['office.visit.already']({
          name: visit.inspectorName,
          moment: formatMoment(visit.finishedAt),
        })}
        hint={
          answered > 0
            ? m['office.visit.alreadyMine']({ count: formatCount(answered) })
            : m['office.visit.alreadyHint']({ count: formatCount(visit.failedCount) })
        }
        action={
          <>
            <LinkButton size="large" to="/my-rounds" search={{ round: assignment.round.id }}>
              {m['office.visit.back']()}
            </LinkButton>
            {answered > 0 && assignment.mayRecord && (
              <Button size="large" onClick={takeMine}>
                {m['office.visit.correctWithMine']()}
              </Button>
            )}
            <LinkButton size="large" prominent to="/visits/$id" params={{ id: visit.id }}>
              {m['office.visit.see']()}
            </LinkButton>
          </>
        }
      />
    </div>
  )
}
