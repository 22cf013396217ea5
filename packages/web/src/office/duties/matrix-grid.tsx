import { DUTY_ROLES } from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'
import { type KeyboardEvent, type MouseEvent, useEffect, useMemo, useRef, useState } from 'react'
import { useHeightToFoot } from '../../shared/ui/use-height-to-foot.ts'
import { roleName } from './duty-words.ts'
import { GRID_FOOT, offsetsOf, rowsBetween } from './grid-window.ts'
import { MatrixLine, type NameOf } from './matrix-line.tsx'
import type { MatrixRow } from './matrix-rows.ts'
import { type Cell, cellAfter, cellId } from './matrix-steps.ts'

const HEADING_HEIGHT = 42
const LINE_HEIGHT = 60
const HEAD_HEIGHT = 42

type Props = {
  rows: readonly MatrixRow[]
  nameOf: NameOf
  cell: Cell | null
  ticked: ReadonlySet<string>
  editable: boolean
  onCell: (cell: Cell) => void
  onTick: (ids: readonly string[], ticked: boolean) => void
  onFold: (id: string, folded: boolean) => void
  /** Opens the organizations of a cell. */
  onOpen: (cell: Cell, anchor: DOMRect) => void
}

/** Criteria × roles as the keyboard knows a grid (WAI-ARIA treegrid pattern); only the lines in sight are drawn. */
export function MatrixGrid(props: Props) {
  const { rows, cell } = props
  const region = useRef<HTMLDivElement>(null)
  const height = useHeightToFoot(region, GRID_FOOT)
  const [top, setTop] = useState(0)
  const offsets = useMemo(
    () => offsetsOf(rows.map(({ node }) => (node.kind === 'criterion' ? LINE_HEIGHT : HEADING_HEIGHT))),
    [rows],
  )
  useCellInSight(region, rows, offsets, cell)
  const { first, last } = rowsBetween(offsets, top, height)
  const keys = useKeys(props, region)
  return (
    <div
      ref={region}
      className="matrix"
      role="treegrid"
      aria-label={m['office.duties.matrix']()}
      aria-rowcount={rows.length + 1}
      aria-colcount={DUTY_ROLES.length + 1}
      aria-multiselectable
      aria-activedescendant={cell ? cellId(cell) : undefined}
      tabIndex={0}
      style={{ maxHeight: height }}
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
      onKeyDown={keys}
      onFocus={() => {
        const first = rows[0]
        if (!cell && first) props.onCell({ id: first.node.id, column: 0 })
      }}
      onClick={(event) => pressed(event, props)}
    >
      <Head />
      {/* biome-ignore lint/a11y/useSemanticElements: only the lines in sight exist, at their places */}
      <div role="rowgroup" className="matrix-body" style={{ height: offsets.at(-1) ?? 0 }}>
        {rows.slice(first, last).map((row, place) => (
          <MatrixLine
            key={row.node.id}
            row={row}
            place={first + place}
            top={offsets[first + place] ?? 0}
            nameOf={props.nameOf}
            column={cell?.id === row.node.id ? cell.column : null}
            ticked={row.criterionIds.every((id) => props.ticked.has(id))}
            editable={props.editable}
            onTick={props.onTick}
          />
        ))}
      </div>
    </div>
  )
}

function Head() {
  return (
    // biome-ignore lint/a11y/useSemanticElements: the lines are no table rows either
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays on the grid
    <div role="row" className="matrix-head" aria-rowindex={1}>
      {[m['office.duties.criterion'](), ...DUTY_ROLES.map(roleName)].map((title) => (
        // biome-ignore lint/a11y/useSemanticElements: see above
        // biome-ignore lint/a11y/useFocusableInteractive: see above
        <div key={title} role="columnheader">
          {title}
        </div>
      ))}
    </div>
  )
}

/** The cell the reader has gone to is in sight, also when a gap outside the list led there. */
function useCellInSight(
  region: { readonly current: HTMLElement | null },
  rows: readonly MatrixRow[],
  offsets: readonly number[],
  cell: Cell | null,
): void {
  useEffect(() => {
    const place = rows.findIndex(({ node }) => node.id === cell?.id)
    const box = region.current
    if (place === -1 || !box) return
    const from = offsets[place] ?? 0
    const to = (offsets[place + 1] ?? 0) + HEAD_HEIGHT
    if (from < box.scrollTop) box.scrollTo({ top: Math.max(0, from - LINE_HEIGHT) })
    else if (to > box.scrollTop + box.clientHeight) {
      box.scrollTo({ top: to - box.clientHeight + LINE_HEIGHT })
    }
  }, [region, rows, offsets, cell])
}

const anchorOf = (cell: Cell): DOMRect | undefined =>
  document.getElementById(cellId(cell))?.getBoundingClientRect()

function open({ editable, rows, onOpen, onFold }: Props, cell: Cell): void {
  const row = rows.find(({ node }) => node.id === cell.id)
  if (row?.node.kind === 'indicator') {
    if (cell.column === 0) onFold(cell.id, !row.folded)
    return
  }
  const anchor = anchorOf(cell)
  if (editable && cell.column > 0 && anchor) onOpen(cell, anchor)
}

function tickLine({ rows, ticked, onTick }: Props, id: string): void {
  const ids = rows.find(({ node }) => node.id === id)?.criterionIds ?? []
  onTick(ids, !ids.every((one) => ticked.has(one)))
}

/** → unfolds a folded heading and ← folds an open one; null where the key means something else. */
function foldAfter(key: string, row: MatrixRow | undefined, cell: Cell | null): boolean | null {
  if (row?.node.kind !== 'indicator' || cell?.column !== 0) return null
  if (key === 'ArrowRight' && row.folded) return false
  return key === 'ArrowLeft' && !row.folded ? true : null
}

const begins = (key: string): boolean => key !== ' ' && (key.length === 1 || key === 'Process')

/** What a key does to a cell; false when it means nothing here. */
function doneTo(cell: Cell, key: string, props: Props): boolean {
  if (key === 'Enter' || key === 'F2') open(props, cell)
  else if (key === ' ' && props.editable) tickLine(props, cell.id)
  else return false
  return true
}

/** Keys of the browser and the system. */
const isCommand = ({ ctrlKey, metaKey, altKey }: KeyboardEvent): boolean => ctrlKey || metaKey || altKey

/** Whether a key meant something here. */
function answered(key: string, props: Props): boolean {
  const { rows, cell, onCell, onFold } = props
  const row = rows.find(({ node }) => node.id === cell?.id)
  const folded = foldAfter(key, row, cell)
  const next = cellAfter(key, rows, cell)
  if (row && folded !== null) onFold(row.node.id, folded)
  else if (next) onCell(next)
  else return cell !== null && doneTo(cell, key, props)
  return true
}

function useKeys(props: Props, region: { readonly current: HTMLElement | null }) {
  const { cell } = props
  return (event: KeyboardEvent) => {
    if (event.target !== region.current || isCommand(event)) return
    // Not kept from the browser: the character, or the composition it begins, goes to the field that has just opened.
    if (cell && begins(event.key)) open(props, { ...cell, column: Math.max(1, cell.column) })
    else if (answered(event.key, props)) event.preventDefault()
  }
}

/** A press goes to a cell; on a role it opens it, on a heading it folds it. */
function pressed(event: MouseEvent, props: Props): void {
  const target = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-column]') : null
  const { row: id, column } = target?.dataset ?? {}
  if (id === undefined || (event.target instanceof Element && event.target.closest('input'))) return
  const cell = { id, column: Number(column) }
  props.onCell(cell)
  open(props, cell)
}
