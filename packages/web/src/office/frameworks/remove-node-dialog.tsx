import { m } from '@chuangcheng/messages'
import { useQueryClient } from '@tanstack/react-query'
import { call } from '../../shared/api/client.ts'
import { ConfirmDialog } from '../../shared/form/confirm-dialog.tsx'
import { formatCount } from '../../shared/language/format.ts'
import { type FrameworkNode, forgetVersion, type Version } from './framework-queries.ts'
import { branchIds, type Forest } from './framework-tree.ts'

type Props = { version: Version; forest: Forest<FrameworkNode>; node: FrameworkNode; onClose: () => void }

/** Says what goes with a node before it goes. */
export function RemoveNodeDialog({ version, forest, node, onClose }: Props) {
  const queries = useQueryClient()
  const below = branchIds(forest, node.id).length - 1
  const run = async () => {
    await call('removeFrameworkNode', { params: { id: node.id }, query: { basedOn: node.revision } })
    await forgetVersion(queries, version.id)
  }
  return (
    <ConfirmDialog
      title={m['office.frameworks.tree.removeTitle']({ code: node.code })}
      action={m['office.frameworks.remove']()}
      danger
      run={run}
      onClose={onClose}
    >
      <p>{node.text}</p>
      <p>
        {below > 0
          ? m['office.frameworks.tree.removeBelow']({ count: formatCount(below) })
          : m['office.frameworks.tree.removeText']()}
      </p>
    </ConfirmDialog>
  )
}
