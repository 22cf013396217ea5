import '../tree.css'
import { pathTo } from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'
import { StatusTag } from '../../../shared/ui/status-tag.tsx'
import type { FrameworkNode } from '../framework-queries.ts'
import type { Forest } from '../framework-tree.ts'
import { methodName, originName, pointsText, roleName } from '../framework-words.ts'

/** The criterion one decides about: where it stands, what it says, what it is worth. */
export function CriterionHead({ node, forest }: { node: FrameworkNode; forest: Forest<FrameworkNode> }) {
  return (
    <div className="criterion-head">
      <ol className="node-path">
        {pathTo(forest.byId, node.parentId).map(({ id, code, text }) => (
          <li key={id}>
            {code} {text}
          </li>
        ))}
      </ol>
      <h3>
        <span className="node-code">{node.code}</span> {node.text}
      </h3>
      <p className="criterion-tags">
        {node.points !== null && (
          <StatusTag>{m['office.frameworks.pointsOf']({ points: pointsText(node.points) })}</StatusTag>
        )}
        {node.role !== 'ordinary' && <StatusTag tone="active">{roleName(node.role)}</StatusTag>}
        {node.origin !== 'core' && <StatusTag tone="active">{originName(node.origin)}</StatusTag>}
        {node.methods.map((method) => (
          <StatusTag key={method}>{methodName(method)}</StatusTag>
        ))}
      </p>
    </div>
  )
}
