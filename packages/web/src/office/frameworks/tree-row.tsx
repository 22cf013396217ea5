import RightOutlined from '@ant-design/icons/RightOutlined'
import { equalPoints } from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'
import { memo } from 'react'
import { formatCount } from '../../shared/language/format.ts'
import { useLocale } from '../../shared/language/locale.ts'
import { StatusTag } from '../../shared/ui/status-tag.tsx'
import type { FrameworkNode } from './framework-queries.ts'
import type { TreeRow as Row } from './framework-tree.ts'
import { originName, pointsText, roleName } from './framework-words.ts'
import type { DropSide } from './node-moves.ts'
import { RenameField } from './rename-field.tsx'

type Props = {
  id: string
  row: Row<FrameworkNode>
  /** points of the criteria below */
  sum: number | undefined
  /** criteria below with something to confirm */
  guessed: number
  top: number
  height: number
  chosen: boolean
  draggable: boolean
  renamed: boolean
  drop: DropSide | null
  versionId: string
  onRenamed: () => void
}

/** One line of the tree: code, text, what is special about it, and its points. */
function Line(props: Props) {
  // Drawn again only when something about it changed: the language is such a thing.
  useLocale()
  const { id, row, top, height, chosen, draggable, renamed, drop } = props
  const { node, depth, childCount, isOpen, place, siblingCount } = row
  const names = ['tree-row', `tree-row-${node.kind}`]
  if (chosen) names.push('tree-row-chosen')
  if (drop) names.push(`tree-row-${drop}`)
  return (
    <div
      id={id}
      role="treeitem"
      tabIndex={-1}
      data-node={node.id}
      className={names.join(' ')}
      style={{ top, height, paddingInlineStart: `calc(8px + ${depth} * var(--tree-indent))` }}
      draggable={draggable}
      aria-level={depth + 1}
      aria-posinset={place}
      aria-setsize={siblingCount}
      aria-selected={chosen}
      {...(childCount > 0 && { 'aria-expanded': isOpen })}
    >
      <span className="tree-row-toggle" data-toggle={childCount > 0 ? '' : undefined} aria-hidden="true">
        {childCount > 0 && <RightOutlined />}
      </span>
      <span className="tree-row-code">{node.code}</span>
      {renamed ? (
        <RenameField node={node} versionId={props.versionId} onDone={props.onRenamed} />
      ) : (
        <span className="tree-row-text" title={node.text}>
          {node.text}
        </span>
      )}
      <span className="tree-row-end">
        <Marks node={node} guessed={props.guessed} />
        <RowPoints node={node} sum={props.sum} />
      </span>
    </div>
  )
}

export const TreeRow = memo(Line)

function Marks({ node, guessed }: { node: FrameworkNode; guessed: number }) {
  if (node.kind === 'indicator') {
    if (guessed === 0) {
      return node.guesses.length > 0 ? (
        <StatusTag tone="caution">{m['office.frameworks.guess']()}</StatusTag>
      ) : null
    }
    return (
      <StatusTag tone="caution">
        {m['office.frameworks.tree.guessedBelow']({ count: formatCount(guessed) })}
      </StatusTag>
    )
  }
  return (
    <>
      {!node.settled && <StatusTag tone="alarm">{m['office.frameworks.tree.unsettled']()}</StatusTag>}
      {node.origin !== 'core' && <StatusTag tone="active">{originName(node.origin)}</StatusTag>}
      {node.role !== 'ordinary' && (
        <StatusTag tone={node.role === 'bonus' ? 'good' : 'alarm'}>{roleName(node.role)}</StatusTag>
      )}
      {node.guesses.length > 0 && <StatusTag tone="caution">{m['office.frameworks.guess']()}</StatusTag>}
    </>
  )
}

type PointsProps = { node: FrameworkNode; sum: number | undefined }

/** A criterion's own points, or what an indicator's criteria add up to. */
const RowPoints = ({ node, sum }: PointsProps) =>
  node.kind === 'criterion' ? <CriterionPoints node={node} /> : <SumBelow node={node} sum={sum ?? 0} />

function CriterionPoints({ node: { points, role } }: { node: FrameworkNode }) {
  if (points !== null) return <span className="tree-row-points">{pointsText(points)}</span>
  if (role !== 'ordinary') return <span className="tree-row-points">—</span>
  return <span className="tree-row-points tree-row-missing">{m['office.frameworks.tree.noPoints']()}</span>
}

/** A difference between what an indicator says and what stands below it is said, not hidden. */
function SumBelow({ node: { points }, sum }: { node: FrameworkNode; sum: number }) {
  if (points === null || equalPoints(points, sum)) {
    return <span className="tree-row-points">{pointsText(sum)}</span>
  }
  return (
    <span className="tree-row-points tree-row-missing">
      {m['office.frameworks.tree.differs']({ points: pointsText(points), sum: pointsText(sum) })}
    </span>
  )
}
