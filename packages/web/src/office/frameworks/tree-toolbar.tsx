import { m } from '@chuangcheng/messages'
import { Button } from 'antd'
import { useState } from 'react'
import { AddNodeDrawer } from './add-node-drawer.tsx'
import type { FrameworkNode, Version } from './framework-queries.ts'
import type { Forest } from './framework-tree.ts'
import { RemoveNodeDialog } from './remove-node-dialog.tsx'
import { WeighDrawer } from './weigh-drawer.tsx'

type Props = {
  version: Version
  forest: Forest<FrameworkNode>
  /** the chosen one */
  node: FrameworkNode | undefined
  editable: boolean
  setAll: (open: boolean) => void
}

type Opened = 'beside' | 'below' | 'weigh' | 'remove'

/** What can be done with the tree and its chosen node. */
export function TreeToolbar({ version, forest, node, editable, setAll }: Props) {
  const [opened, setOpened] = useState<Opened | null>(null)
  const close = () => setOpened(null)
  return (
    <div className="tree-tools">
      <Button size="small" onClick={() => setAll(true)}>
        {m['office.frameworks.tree.openAll']()}
      </Button>
      <Button size="small" onClick={() => setAll(false)}>
        {m['office.frameworks.tree.closeAll']()}
      </Button>
      {editable && (
        <>
          <Button size="small" onClick={() => setOpened('beside')}>
            {m['office.frameworks.tree.addBeside']()}
          </Button>
          <Button size="small" disabled={node?.kind !== 'indicator'} onClick={() => setOpened('below')}>
            {m['office.frameworks.tree.addBelow']()}
          </Button>
          <Button size="small" onClick={() => setOpened('weigh')}>
            {m['office.frameworks.weigh.open']()}
          </Button>
          <Button size="small" danger disabled={!node} onClick={() => setOpened('remove')}>
            {m['office.frameworks.remove']()}
          </Button>
        </>
      )}
      {(opened === 'beside' || opened === 'below') && (
        <AddNodeDrawer
          version={version}
          forest={forest}
          parentId={opened === 'below' ? (node?.id ?? null) : (node?.parentId ?? null)}
          after={opened === 'beside' ? node : undefined}
          onClose={close}
        />
      )}
      {opened === 'weigh' && <WeighDrawer version={version} forest={forest} node={node} onClose={close} />}
      {opened === 'remove' && node && (
        <RemoveNodeDialog version={version} forest={forest} node={node} onClose={close} />
      )}
    </div>
  )
}
