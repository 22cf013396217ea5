import { m } from '@chuangcheng/messages'
import { getRouteApi } from '@tanstack/react-router'
import { Button } from 'antd'
import { useFrameworkTree } from '../../shared/framework/framework-versions.ts'
import { useMay } from '../../shared/session/session.ts'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { LinkButton } from '../../shared/ui/link-button.tsx'
import { PlaceholderLines } from '../../shared/ui/placeholder-lines.tsx'
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx'
import { useDutiesVersion } from './duties-frame.tsx'
import { useDutyFlaws, useDutyMatrix } from './duty-queries.ts'
import { MatrixSheet } from './matrix-sheet.tsx'

/** Criteria × roles (标准分工): who leads, who is competent, who supports. */
export function DutyMatrixPage() {
  const { chosen, isPending, error, again } = useDutiesVersion()
  if (isPending) return <Pending />
  if (chosen) return <VersionMatrix key={chosen.id} versionId={chosen.id} />
  if (error) {
    return (
      <ProblemNotice error={error} action={<Button onClick={again}>{m['office.problem.again']()}</Button>} />
    )
  }
  return (
    <div className="sheet">
      <EmptyState
        title={m['office.duties.noVersion']()}
        hint={m['office.duties.noVersionHint']()}
        action={<LinkButton to="/frameworks">{m['office.duties.toFrameworks']()}</LinkButton>}
      />
    </div>
  )
}

const Pending = () => (
  <div className="sheet data-table-pending">
    <PlaceholderLines lines={8} />
  </div>
)

function VersionMatrix({ versionId }: { versionId: string }) {
  const tree = useFrameworkTree(versionId)
  const matrix = useDutyMatrix(versionId)
  const flaws = useDutyFlaws(versionId)
  const { criterion } = getRouteApi('/frame/duties').useSearch()
  const mayEdit = useMay()('duty.edit')
  const error = tree.error ?? matrix.error ?? flaws.error
  const again = () => Promise.all([tree.refetch(), matrix.refetch(), flaws.refetch()])
  if (error) {
    return (
      <ProblemNotice
        error={error}
        action={<Button onClick={() => void again()}>{m['office.problem.again']()}</Button>}
      />
    )
  }
  if (!tree.data || !matrix.data || !flaws.data) return <Pending />
  if (!tree.data.items.some(({ kind }) => kind === 'criterion')) {
    return (
      <div className="sheet">
        <EmptyState title={m['office.duties.noCriteria']()} hint={m['office.duties.noCriteriaHint']()} />
      </div>
    )
  }
  return (
    <MatrixSheet
      versionId={versionId}
      source={{ nodes: tree.data.items, matrix: matrix.data, flaws: flaws.data.items }}
      mayEdit={mayEdit}
      startAt={criterion}
    />
  )
}
