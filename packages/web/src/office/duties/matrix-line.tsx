import RightOutlined from '@ant-design/icons/RightOutlined'
import { DUTY_ROLES, type DutyRole } from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'
import { memo } from 'react'
import { formatCount } from '../../shared/language/format.ts'
import { StatusTag } from '../../shared/ui/status-tag.tsx'
import type { MatrixDuty } from './duty-queries.ts'
import { flawName, roleName, shareText } from './duty-words.ts'
import type { MatrixRow } from './matrix-rows.ts'
import { cellId } from './matrix-steps.ts'

/** How an organization is called in a narrow cell, and in full. */
export type NameOf = (organizationId: string) => { readonly short: string; readonly full: string }

type Props = {
  row: MatrixRow
  place: number
  top: number
  nameOf: NameOf
  /** the column the reader is on, if on this line */
  column: number | null
  ticked: boolean
  editable: boolean
  onTick: (ids: readonly string[], ticked: boolean) => void
}

function Line(props: Props) {
  const { row, place, top, column, ticked } = props
  const isHeading = row.node.kind === 'indicator'
  const names = ['matrix-row', isHeading ? 'matrix-heading' : 'matrix-criterion']
  if (ticked) names.push('matrix-ticked')
  return (
    // biome-ignore lint/a11y/useSemanticElements: only the lines in sight exist, at their places
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays on the grid
    <div
      role="row"
      className={names.join(' ')}
      style={{ top }}
      aria-rowindex={place + 2}
      aria-level={row.depth + 1}
      aria-selected={ticked}
      {...(isHeading && { 'aria-expanded': !row.folded })}
    >
      {isHeading ? <Heading {...props} /> : <CriterionCells {...props} column={column} />}
    </div>
  )
}

export const MatrixLine = memo(Line)

const indent = (depth: number) => ({ paddingInlineStart: 14 + depth * 16 })

function Tick({ row, ticked, editable, onTick }: Props) {
  if (!editable) return null
  return (
    <input
      type="checkbox"
      tabIndex={-1}
      aria-label={m['office.ui.tick']({ name: row.node.code })}
      checked={ticked}
      onChange={() => onTick(row.criterionIds, !ticked)}
    />
  )
}

function Heading(props: Props) {
  const { node, depth, folded, flawedCount, criterionIds } = props.row
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the line
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays on the grid
    <div
      id={cellId({ id: node.id, column: 0 })}
      role="gridcell"
      aria-colspan={DUTY_ROLES.length + 1}
      className={props.column === null ? 'matrix-cell' : 'matrix-cell matrix-here'}
      style={indent(depth)}
      data-row={node.id}
      data-column={0}
    >
      <Tick {...props} />
      <span className={folded ? 'matrix-fold' : 'matrix-fold matrix-open'} aria-hidden="true">
        <RightOutlined />
      </span>
      <span className="matrix-code">{node.code}</span>
      <span className="matrix-heading-text" title={node.text}>
        {node.text}
      </span>
      <span className="matrix-count">
        {m['office.duties.criteria']({ count: formatCount(criterionIds.length) })}
      </span>
      {flawedCount > 0 && (
        <StatusTag tone="caution">{m['office.duties.flawed']({ count: formatCount(flawedCount) })}</StatusTag>
      )}
    </div>
  )
}

function CriterionCells(props: Props) {
  const { row, column } = props
  const { node, depth, flaws } = row
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: see the line */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the focus stays on the grid */}
      <div
        id={cellId({ id: node.id, column: 0 })}
        role="rowheader"
        className={column === 0 ? 'matrix-cell matrix-here' : 'matrix-cell'}
        style={indent(depth)}
        data-row={node.id}
        data-column={0}
      >
        <Tick {...props} />
        <span className="matrix-code">{node.code}</span>
        <span className="matrix-text" title={node.text}>
          {node.text}
        </span>
        {flaws.includes('shares-exceed') && <StatusTag tone="alarm">{flawName('shares-exceed')}</StatusTag>}
      </div>
      {DUTY_ROLES.map((role, index) => (
        <RoleCell key={role} {...props} role={role} column={index + 1} here={column === index + 1} />
      ))}
    </>
  )
}

type RoleProps = Pick<Props, 'row' | 'nameOf' | 'editable'> & {
  role: DutyRole
  column: number
  here: boolean
}

/** So many tags, and how many more there are, fit into the narrowest cell. */
const MOST_TAGS = 2

function RoleCell({ row, nameOf, editable, role, column, here }: RoleProps) {
  const duties = row.duties[role]
  const gap = role === 'lead' && row.flaws.includes('no-lead')
  const several = role === 'lead' && row.flaws.includes('several-leads')
  const names = ['matrix-cell', 'matrix-role']
  if (here) names.push('matrix-here')
  if (editable) names.push('matrix-editable')
  if (gap) names.push('matrix-gap')
  const hidden = duties.slice(MOST_TAGS)
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the line
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays on the grid
    <div
      id={cellId({ id: row.node.id, column })}
      role="gridcell"
      className={names.join(' ')}
      data-row={row.node.id}
      data-column={column}
    >
      <span className="visually-hidden">{roleName(role)}</span>
      {duties.slice(0, MOST_TAGS).map((duty) => (
        <OrganizationTag key={duty.id} duty={duty} nameOf={nameOf} />
      ))}
      {hidden.length > 0 && (
        <span className="duty-tag" title={hidden.map((duty) => nameOf(duty.organizationId).full).join('\n')}>
          +{hidden.length}
        </span>
      )}
      {gap && <span className="matrix-gap-text">{flawName('no-lead')}</span>}
      {several && <StatusTag tone="caution">{flawName('several-leads')}</StatusTag>}
      {duties.length === 0 && !gap && (
        <span className="matrix-nobody" aria-hidden="true">
          {editable ? '+' : '—'}
        </span>
      )}
    </div>
  )
}

function OrganizationTag({ duty, nameOf }: { duty: MatrixDuty; nameOf: NameOf }) {
  const { short, full } = nameOf(duty.organizationId)
  return (
    <span className={`duty-tag duty-tag-${duty.role}`} title={full}>
      {short}
      {duty.share !== null && <small>{shareText(duty.share)}</small>}
    </span>
  )
}
