import RightOutlined from '@ant-design/icons/RightOutlined'
import { m } from '@chuangcheng/messages'
import type { ReactNode } from 'react'
import { StatusTag } from '../../shared/ui/status-tag.tsx'
import { BehindLink } from './behind-link.tsx'
import { type Exact, isNothing, markText, pointsText } from './numbers.ts'
import { PartBar } from './part-bar.tsx'
import type { ScoreNode } from './score-queries.ts'
import type { TreeLine } from './score-tree.ts'

type Props = {
  line: TreeLine
  /** the one line that the keyboard stands on */
  isCurrent: boolean
  onToggle: (id: string, isOpen: boolean) => void
  onCurrent: (id: string) => void
}

export function ScoreRow({ line, isCurrent, onToggle, onCurrent }: Props) {
  const { node, depth, childCount, isOpen } = line
  const tabIndex = isCurrent ? 0 : -1
  const isBeside = node.role !== 'ordinary'
  return (
    <tr data-node={node.id} className={`score-row score-row-${node.kind}`} onFocus={() => onCurrent(node.id)}>
      <th
        scope="row"
        className="score-name"
        style={{ paddingInlineStart: `calc(var(--score-start) + ${depth} * var(--score-indent))` }}
      >
        {childCount > 0 ? (
          <button
            type="button"
            className="score-toggle"
            tabIndex={-1}
            aria-label={m['office.ui.below']({ name: node.code })}
            aria-expanded={isOpen}
            onClick={() => onToggle(node.id, !isOpen)}
          >
            <RightOutlined aria-hidden="true" />
          </button>
        ) : (
          <span className="score-toggle" />
        )}
        <BehindLink opening={{ behind: 'all', node: node.id }} tabIndex={tabIndex} className="score-text">
          <span className="score-code">{node.code}</span> {node.text}
        </BehindLink>
      </th>
      {isBeside ? <Beside node={node} /> : <Numbers node={node} tabIndex={tabIndex} />}
    </tr>
  )
}

function Numbers({ node, tabIndex }: { node: ScoreNode; tabIndex: number }) {
  const { rate, points, earned, lost, open, coverage, basis } = node
  return (
    <>
      <td className="score-rate">
        {node.fullPoints === 0 ? null : basis === 'notApplicable' ? (
          <StatusTag>{m['office.scores.basis.notApplicable']()}</StatusTag>
        ) : (
          <div>
            <PartBar parts={node} label={`${node.code} ${node.text}`} />
            <span>
              {rate ? `${markText(rate)}%` : basis === 'problems' ? m['office.scores.onlyProblems']() : '—'}
            </span>
          </div>
        )}
      </td>
      <Cell name="points">{pointsText(points)}</Cell>
      <NumberCell name="earned" node={node} value={earned} behind="all" tabIndex={tabIndex} />
      <NumberCell name="lost" node={node} value={lost} behind="failed" tabIndex={tabIndex} />
      <Cell name="open">{isNothing(open) ? '0' : pointsText(open)}</Cell>
      <Cell name="coverage">
        {coverage ? `${roundedCount(coverage.observed)} / ${roundedCount(coverage.applicable)}` : ''}
      </Cell>
    </>
  )
}

/** Places counted in halves, where several observations stand side by side and some were taken back. */
const roundedCount = (count: number): string => String(Math.round(count * 10) / 10)

type Name = 'points' | 'earned' | 'lost' | 'open' | 'coverage'

const Cell = ({ name, children }: { name: Name; children: ReactNode }) => (
  <td className={`score-number score-${name}`} data-label={m[`office.scores.part.${name}`]()}>
    {children}
  </td>
)

type CellProps = {
  name: 'earned' | 'lost'
  node: ScoreNode
  value: Exact
  behind: 'all' | 'failed'
  tabIndex: number
}

function NumberCell({ name, node, value, behind, tabIndex }: CellProps) {
  const label = `${node.code} ${m[`office.scores.part.${name}`]()} ${pointsText(value)}`
  return (
    <Cell name={name}>
      {isNothing(value) ? (
        <span className="score-zero">0</span>
      ) : (
        <BehindLink opening={{ behind, node: node.id }} label={label} tabIndex={tabIndex}>
          {pointsText(value)}
        </BehindLink>
      )}
    </Cell>
  )
}

/** Bonus, gate and veto items give no points of the total: they say whether they came to pass. */
function Beside({ node: { role, passed } }: { node: ScoreNode }) {
  return (
    <td colSpan={6} className="score-beside">
      <StatusTag tone={passed === null ? 'plain' : passed ? 'good' : 'alarm'}>
        {passed === null ? m['office.scores.besideOpen']() : besideText(role, passed)}
      </StatusTag>
    </td>
  )
}

function besideText(role: ScoreNode['role'], passed: boolean): string {
  if (role === 'veto') return passed ? m['office.scores.vetoClear']() : m['office.scores.vetoTag']()
  return passed ? m['office.scores.gatePassed']() : m['office.scores.gateTag']()
}
