import {
  type DragEvent,
  type KeyboardEvent,
  type MouseEvent,
  useCallback,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react'
import { stepInTree } from '../../shared/ui/tree-steps.ts'
import { useHeightToFoot } from '../../shared/ui/use-height-to-foot.ts'
import type { FrameworkNode } from './framework-queries.ts'
import type { Forest, TreeRow as Row } from './framework-tree.ts'
import { type DropSide, placeAfterDrop } from './node-moves.ts'
import { TreeRow } from './tree-row.tsx'
import { TREE_FOOT, useRowsInSight } from './tree-window.ts'
import type { NodeMoves } from './use-node-moves.ts'

type Props = {
  label: string
  rows: readonly Row<FrameworkNode>[]
  forest: Forest<FrameworkNode>
  chosenId: string | null
  editable: boolean
  /** Makes a node the current one. */
  onChoose: (id: string) => Promise<boolean>
  /** Shows its fields. */
  onOpen: (id: string) => Promise<void>
  /** Goes into its fields. */
  onEnter: (id: string) => Promise<void>
  onToggle: (id: string, open: boolean) => void
  moves: NodeMoves
  versionId: string
}

/** A tree as the keyboard knows it (WAI-ARIA tree pattern); only the rows in sight are drawn. */
export function TreeList(props: Props) {
  const { label, rows, chosenId, onChoose, onOpen } = props
  const prefix = useId()
  const region = useRef<HTMLDivElement>(null)
  const height = useHeightToFoot(region, TREE_FOOT)
  const { first, count, rowHeight, follow } = useRowsInSight(height)
  const [renamedId, setRenamedId] = useState<string | null>(null)
  // The same from one drawing to the next: rows that did not change are not drawn again.
  const endRenaming = useCallback(() => {
    setRenamedId(null)
    region.current?.focus()
  }, [])
  const drag = useDrag(props)
  const place = rows.findIndex(({ node }) => node.id === chosenId)
  useInSight(region, place, rowHeight)
  const current = rows[place]
  const last = Math.min(rows.length, first + count)
  const drawn = rows.slice(first, last).map((row, index) => ({ row, at: first + index }))
  // The row the keyboard stands on is always there to be named.
  if (current && (place < first || place >= last)) drawn.push({ row: current, at: place })
  const press = usePress(props, place, setRenamedId)
  const click = (event: MouseEvent) => {
    const hit = rowHit(event.target)
    if (!hit) return
    const row = rows.find(({ node }) => node.id === hit.id)
    if (hit.toggle && row) props.onToggle(hit.id, !row.isOpen)
    else if (!hit.input) void onOpen(hit.id)
    // The keyboard goes on from the tree, not from a row that may be scrolled away.
    if (!hit.input) region.current?.focus({ preventScroll: true })
  }
  return (
    <div
      ref={region}
      role="tree"
      className="tree-rows"
      style={{ maxHeight: height }}
      tabIndex={0}
      aria-label={label}
      aria-activedescendant={current && `${prefix}${current.node.id}`}
      onFocus={() => {
        const [top] = rows
        if (place === -1 && top) void onChoose(top.node.id)
      }}
      onKeyDown={press}
      onClick={click}
      onDoubleClick={(event) => {
        const hit = rowHit(event.target)
        if (props.editable && hit && !hit.toggle) setRenamedId(hit.id)
      }}
      onScroll={(event) => follow(event.currentTarget.scrollTop)}
      {...drag.handlers}
    >
      <div role="none" style={{ height: rows.length * rowHeight }} className="tree-space">
        {drawn.map(({ row, at }) => (
          <TreeRow
            key={row.node.id}
            id={`${prefix}${row.node.id}`}
            row={row}
            sum={props.forest.sums.get(row.node.id)}
            guessed={props.forest.guessed.get(row.node.id) ?? 0}
            top={at * rowHeight}
            height={rowHeight}
            chosen={row.node.id === chosenId}
            draggable={props.editable && renamedId === null}
            renamed={row.node.id === renamedId}
            versionId={props.versionId}
            drop={drag.over?.id === row.node.id ? drag.over.side : null}
            onRenamed={endRenaming}
          />
        ))}
      </div>
    </div>
  )
}

/** The row under an event, and whether its triangle or a field was meant. */
function rowHit(target: EventTarget): { id: string; toggle: boolean; input: boolean } | null {
  if (!(target instanceof Element)) return null
  const id = target.closest<HTMLElement>('[data-node]')?.dataset.node
  if (!id) return null
  return { id, toggle: target.closest('[data-toggle]') !== null, input: target.closest('input') !== null }
}

const MOVES = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'out', ArrowRight: 'in' } as const

function usePress(props: Props, place: number, rename: (id: string) => void) {
  const { rows, editable, onChoose, onEnter, onToggle, moves } = props
  const id = rows[place]?.node.id
  const go = (key: string): boolean => {
    const step = stepInTree(rows, place, key)
    if (step?.goTo) void onChoose(step.goTo)
    if (step?.toggle) onToggle(step.toggle.id, step.toggle.open)
    return step !== null
  }
  const act = ({ key, altKey }: KeyboardEvent): boolean => {
    if (altKey) return movedBy(key)
    if (id && key === 'Enter') void onEnter(id)
    else if (id && editable && key === 'F2') rename(id)
    else return go(key)
    return true
  }
  const movedBy = (key: string): boolean => {
    const way = Object.entries(MOVES).find(([arrow]) => arrow === key)?.[1]
    if (way && editable && id) moves.step(id, way)
    return way !== undefined
  }
  return (event: KeyboardEvent<HTMLDivElement>) => {
    // Keys inside the field of a name belong to the field, those with control to the browser.
    if (event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey) return
    if (act(event)) event.preventDefault()
  }
}

type Over = { readonly id: string; readonly side: DropSide }

/** Dragging a row onto another: its upper edge means before, its middle into, its lower edge after. */
function useDrag({ forest, editable, moves }: Props) {
  const [dragged, setDragged] = useState<string | null>(null)
  const [over, setOver] = useState<Over | null>(null)
  const end = () => {
    setDragged(null)
    setOver(null)
  }
  if (!editable) return { over: null, handlers: {} }
  const handlers = {
    onDragStart: (event: DragEvent) => {
      const hit = rowHit(event.target)
      if (!hit) return
      event.dataTransfer.effectAllowed = 'move'
      event.dataTransfer.setData('text/plain', hit.id)
      setDragged(hit.id)
    },
    onDragOver: (event: DragEvent) => {
      const aim = dragged === null ? null : aimOf(event, forest)
      if (dragged === null || !aim || !placeAfterDrop(forest, dragged, aim.id, aim.side)) return setOver(null)
      event.preventDefault()
      if (aim.id !== over?.id || aim.side !== over.side) setOver(aim)
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault()
      const place = dragged !== null && over ? placeAfterDrop(forest, dragged, over.id, over.side) : null
      if (dragged !== null && place) moves.move(dragged, place)
      end()
    },
    onDragEnd: end,
  }
  return { over, handlers }
}

function aimOf(event: DragEvent, forest: Forest<FrameworkNode>): Over | null {
  const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-node]') : null
  const id = row?.dataset.node
  if (!row || !id) return null
  const { top, height } = row.getBoundingClientRect()
  const share = (event.clientY - top) / height
  if (forest.byId.get(id)?.kind === 'indicator' && share > 0.3 && share < 0.7) return { id, side: 'into' }
  return { id, side: share < 0.5 ? 'before' : 'after' }
}

/** The current row is scrolled into sight when another one becomes current. */
function useInSight(
  regionRef: { readonly current: HTMLElement | null },
  place: number,
  rowHeight: number,
): void {
  useEffect(() => {
    const list = regionRef.current
    if (!list || place === -1) return
    const top = place * rowHeight
    if (top < list.scrollTop) list.scrollTop = top
    else if (top + rowHeight > list.scrollTop + list.clientHeight)
      list.scrollTop = top + rowHeight - list.clientHeight
  }, [regionRef, place, rowHeight])
}
