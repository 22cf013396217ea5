import { m } from '@chuangcheng/messages'
import { Button } from 'antd'
import { useState } from 'react'
import { groupsOf, inShownOrder } from '../../../shared/checklist/item-groups.ts'
import { formatCount } from '../../../shared/language/format.ts'
import { ProblemNotice } from '../../../shared/ui/problem-notice.tsx'
import type { AskedChecklist, Assignment, VisitRecord } from './assignment-queries.ts'
import { FinishDialog } from './finish-dialog.tsx'
import { GroupLinks } from './group-links.tsx'
import { ItemGroupSection } from './item-group.tsx'
import { ReasonField } from './reason-field.tsx'
import { SiteAbout } from './site-about.tsx'
import type { DraftPlace } from './stored-draft.ts'
import { useAnswering } from './use-answering.ts'
import { progressOf, withPosition, withReason } from './visit-draft.ts'
import { VisitFoot } from './visit-foot.tsx'
import { VisitHead } from './visit-head.tsx'

type Props = {
  assignment: Assignment
  asked: AskedChecklist
  place: DraftPlace
  /** the visit that this one corrects */
  corrected: VisitRecord | undefined
}

/** Answering a checklist at a site: one column under one thumb; on a desk with the dimensions and the site beside it. */
export function Answering({ assignment, asked, place, corrected }: Props) {
  const page = useAnswering({ place, asked, corrected })
  const { visit, submission, giving, touch } = page
  const { draft } = visit
  const { items } = asked
  const progress = progressOf(draft, items)
  const [begunCount] = useState(visit.wasBegun ? progress.answered : 0)
  const groups = groupsOf(items)
  const failedBefore = new Set(assignment.before[0]?.failedItems.map(({ id }) => id))
  const [isFinishing, setIsFinishing] = useState(false)
  const submit = () => {
    if (progress.open.length > 0) setIsFinishing(true)
    else page.submit()
  }
  const places = new Map(inShownOrder(items).map(({ id }, at) => [id, at + 1]))
  return (
    <>
      <VisitHead assignment={assignment} asked={asked} corrected={corrected} />
      <div className="visit-layout">
        <GroupLinks groups={groups} draft={draft} />
        <div className="visit-about">
          <SiteAbout
            assignment={assignment}
            asked={asked}
            taken={draft.position}
            onTake={(position) => touch((before) => withPosition(before, position))}
          />
        </div>
        <div className="visit-main">
          {begunCount > 0 && (
            <p className="visit-begun">{m['office.visit.begunBefore']({ count: formatCount(begunCount) })}</p>
          )}
          {!visit.isKept && (
            <p className="notice notice-hint" role="alert">
              {m['office.visit.notKept']()}
            </p>
          )}
          {corrected && (
            <ReasonField
              value={draft.reason}
              isMissing={page.isReasonless && page.problem !== null}
              onChange={(reason) => touch((before) => withReason(before, reason))}
            />
          )}
          {groups.map((group) => (
            <ItemGroupSection
              key={group.dimension}
              group={group}
              firstPlace={places.get(group.items[0]?.id ?? '') ?? 1}
              draft={draft}
              failedBefore={failedBefore}
              missing={page.missing}
              currentId={page.currentId}
              actions={giving.actions}
              onRest={page.rest}
            />
          ))}
          <VisitFoot
            progress={progress}
            itemCount={items.length}
            isSending={submission.isPending}
            notice={<FootNotice page={page} />}
            onRest={() => page.rest(items)}
            onSubmit={submit}
          />
        </div>
      </div>
      {isFinishing && (
        <FinishDialog
          progress={progress}
          onBack={() => {
            setIsFinishing(false)
            page.showOpen()
          }}
          onRest={() => {
            setIsFinishing(false)
            page.rest(items)
          }}
          onSubmit={() => {
            setIsFinishing(false)
            page.submit()
          }}
        />
      )}
    </>
  )
}

/** One thing at a time: what was refused, what is missing, or what can be taken back. */
function FootNotice({ page }: { page: ReturnType<typeof useAnswering> }) {
  const { submission, problem, giving } = page
  const { undo } = giving
  if (submission.error) return <ProblemNotice error={submission.error} />
  if (problem) {
    return (
      <p className="visit-foot-problem" role="alert">
        {problem}
      </p>
    )
  }
  if (!undo) return null
  return (
    <p className="visit-foot-done" role="status">
      {m['office.visit.filled']({ count: formatCount(undo.count) })}
      <Button type="link" onClick={undo.run}>
        {m['office.visit.undo']()}
      </Button>
    </p>
  )
}
