import '../../../shared/ui/notice.css'
import { m } from '@chuangcheng/messages'
import { Button } from 'antd'
import { isProblem } from '../../../shared/api/api-problem.ts'
import { ProblemNotice } from '../../../shared/ui/problem-notice.tsx'
import type { Draft } from '../use-draft.ts'

/** Why saving failed; where somebody else was faster, both ways out. */
export function SavingNotice({ draft }: { draft: Draft }) {
  const { saving, takingTheirs, keepingMine } = draft
  if (!saving.error) return null
  if (!isProblem(saving.error, 'changed-meanwhile')) {
    return (
      <div className="editor-notice">
        <ProblemNotice error={saving.error} />
      </div>
    )
  }
  return (
    <div className="notice notice-hint editor-notice" role="alert">
      <p className="notice-title">{m['office.checklists.conflict.title']()}</p>
      <p>{m['office.checklists.conflict.text']()}</p>
      <div className="notice-action conflict-buttons">
        <Button loading={keepingMine.isPending} onClick={() => keepingMine.mutate()}>
          {m['office.checklists.conflict.mine']()}
        </Button>
        <Button loading={takingTheirs.isPending} onClick={() => takingTheirs.mutate()}>
          {m['office.checklists.conflict.theirs']()}
        </Button>
      </div>
      <ProblemNotice error={keepingMine.error ?? takingTheirs.error} />
    </div>
  )
}
