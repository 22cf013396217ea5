import './tree.css'
import { m } from '@chuangcheng/messages'
import { getRouteApi } from '@tanstack/react-router'
import { useMay } from '../../shared/session/session.ts'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { LinkButton } from '../../shared/ui/link-button.tsx'
import { PlaceholderLines } from '../../shared/ui/placeholder-lines.tsx'
import { AddNode } from './add-node-drawer.tsx'
import { FetchProblem } from './fetch-problem.tsx'
import { useTree, useVersion, type Version } from './framework-queries.ts'
import { TreeEditor } from './tree-editor.tsx'

/** The tree of a version: read by everybody, edited while it is a draft. */
export function StructurePage() {
  const { versionId } = getRouteApi('/frame/frameworks/$versionId').useParams()
  const version = useVersion(versionId).data
  const tree = useTree(versionId)
  const mayEdit = useMay()('framework.edit')
  if (!version || tree.isPending) {
    return (
      <div className="sheet tree-pending">
        <PlaceholderLines lines={8} />
      </div>
    )
  }
  if (!tree.data) return <FetchProblem error={tree.error} again={tree.refetch} />
  const editable = mayEdit && version.state === 'draft'
  if (tree.data.items.length === 0) return <NoNodes version={version} editable={editable} />
  return <TreeEditor version={version} nodes={tree.data.items} editable={editable} />
}

function NoNodes({ version, editable }: { version: Version; editable: boolean }) {
  const params = { versionId: version.id }
  return (
    <div className="sheet">
      <EmptyState
        title={m['office.frameworks.tree.none']()}
        hint={editable ? m['office.frameworks.tree.noneHint']() : undefined}
        action={
          editable && (
            <>
              <LinkButton prominent to="/frameworks/$versionId/import" params={params}>
                {m['office.frameworks.import.open']()}
              </LinkButton>
              <AddNode version={version} />
            </>
          )
        }
      />
    </div>
  )
}
