import './tree-view.css'
import RightOutlined from '@ant-design/icons/RightOutlined'
import { m } from '@chuangcheng/messages'
import { type ReactNode, useState } from 'react'
import { PlaceholderLines } from './placeholder-lines.tsx'
import { ProblemNotice } from './problem-notice.tsx'

export type TreeNode = { readonly id: string; readonly name: string; readonly childCount: number }

export type Branch<Node> = {
  readonly nodes: readonly Node[]
  readonly isPending: boolean
  readonly error: unknown
}

type Props<Node extends TreeNode> = {
  label: string
  /** A hook that answers the children of a node, or the roots for null. */
  useBranch: (parentId: string | null) => Branch<Node>
  /** Begin below this node instead of at the top. */
  below?: string
  /** The node's line: usually a link and a few words. */
  render: (node: Node) => ReactNode
  /** Levels that are open from the start. */
  openLevels?: number
  empty: ReactNode
}

/** A hierarchy as nested lists; each branch is fetched when it is opened. */
export function TreeView<Node extends TreeNode>(props: Props<Node>) {
  const { useBranch, below, empty, label } = props
  const roots = useBranch(below ?? null)
  if (!roots.isPending && !roots.error && roots.nodes.length === 0) return empty
  return (
    <nav className="tree" aria-label={label}>
      <BranchList {...props} branch={roots} level={0} />
    </nav>
  )
}

type BranchProps<Node extends TreeNode> = Props<Node> & { branch: Branch<Node>; level: number }

function BranchList<Node extends TreeNode>({ branch, level, ...props }: BranchProps<Node>) {
  if (branch.isPending) return <PlaceholderLines lines={3} />
  if (branch.error) return <ProblemNotice error={branch.error} />
  return (
    <ul>
      {branch.nodes.map((node) => (
        <NodeItem key={node.id} {...props} node={node} level={level} />
      ))}
    </ul>
  )
}

function NodeItem<Node extends TreeNode>(props: Props<Node> & { node: Node; level: number }) {
  const { node, level, openLevels = 0, render } = props
  const [open, setOpen] = useState(level < openLevels)
  return (
    <li>
      <div className="tree-line">
        {node.childCount > 0 ? (
          <button
            type="button"
            className="tree-toggle"
            aria-expanded={open}
            aria-label={m['office.ui.below']({ name: node.name })}
            onClick={() => setOpen(!open)}
          >
            <RightOutlined aria-hidden="true" />
          </button>
        ) : (
          <span className="tree-toggle" />
        )}
        <div className="tree-node">{render(node)}</div>
      </div>
      {open && node.childCount > 0 && <OpenBranch {...props} level={level + 1} />}
    </li>
  )
}

function OpenBranch<Node extends TreeNode>({ node, ...props }: Props<Node> & { node: Node; level: number }) {
  const branch = props.useBranch(node.id)
  return <BranchList {...props} branch={branch} />
}
