import { m } from '@chuangcheng/messages'
import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { groupsOf, type ItemGroup } from '../../../shared/checklist/item-groups.ts'
import { formatCount } from '../../../shared/language/format.ts'
import type { Item } from '../checklist-queries.ts'
import { moveBefore, moveToEnd, step } from '../draft-items.ts'
import { ItemRow, type Moving } from './item-row.tsx'

type Props = {
  items: readonly Item[]
  problems: ReadonlyMap<string, readonly string[]>
  selectedId: string | null
  ticked: ReadonlySet<string>
  onTick: (ids: ReadonlySet<string>) => void
  onSelect: (id: string) => void
  onReplace: (items: readonly Item[]) => void
  onAdd: (dimension: string) => void
}

/** The items of a draft under their dimensions; moved with the mouse or with the arrow keys. */
export function ItemGroups(props: Props) {
  const { items, onReplace, onAdd } = props
  const list = useRef<HTMLDivElement>(null)
  const [draggedId, setDraggedId] = useState<string | null>(null)
  const steppedId = useRef<string | null>(null)
  const groups = groupsOf(items)
  // An item that steps into another group is drawn anew: the hand stays on it.
  useEffect(() => {
    if (steppedId.current === null) return
    list.current?.querySelector<HTMLElement>(`[data-handle="${steppedId.current}"]`)?.focus()
    steppedId.current = null
  })
  const moving: Moving = {
    draggedId,
    drag: setDraggedId,
    dropBefore: (beforeId) => {
      if (draggedId !== null) onReplace(moveBefore(items, draggedId, beforeId))
      setDraggedId(null)
    },
    step: (id, direction) => {
      steppedId.current = id
      onReplace(step(items, id, direction))
    },
  }
  return (
    <div ref={list}>
      {groups.map((group) => (
        <Group
          key={group.dimension}
          {...props}
          group={group}
          moving={moving}
          onDropAtEnd={() => {
            if (draggedId !== null) onReplace(moveToEnd(items, draggedId, group.dimension))
            setDraggedId(null)
          }}
        />
      ))}
      {groups.length === 0 && (
        <div className="group-foot">
          <Button type="primary" onClick={() => onAdd(m['office.checklists.firstDimension']())}>
            {m['office.checklists.addItem']()}
          </Button>
        </div>
      )}
    </div>
  )
}

type GroupProps = Props & { group: ItemGroup; moving: Moving; onDropAtEnd: () => void }

function Group({ group, moving, onDropAtEnd, ...props }: GroupProps) {
  const { dimension, items } = group
  const { problems, selectedId, ticked, onTick, onSelect, onAdd } = props
  const all = items.every(({ id }) => ticked.has(id))
  const tickAll = () => {
    const next = new Set(ticked)
    for (const { id } of items) {
      if (all) next.delete(id)
      else next.add(id)
    }
    onTick(next)
  }
  const tick = (id: string) => {
    const next = new Set(ticked)
    if (!next.delete(id)) next.add(id)
    onTick(next)
  }
  return (
    <section aria-label={dimension}>
      <h2 className="items-dimension">
        <input
          type="checkbox"
          className="tick"
          aria-label={m['office.checklists.tickGroup']({ dimension })}
          checked={all}
          onChange={tickAll}
        />
        {dimension || m['office.checklists.noDimension']()}
        <span>{m['office.checklists.itemsCount']({ count: formatCount(items.length) })}</span>
      </h2>
      <ul>
        {items.map((item) => (
          <ItemRow
            key={item.id}
            item={item}
            hasProblem={problems.has(item.id)}
            selected={item.id === selectedId}
            ticked={ticked.has(item.id)}
            moving={moving}
            onTick={() => tick(item.id)}
            onSelect={() => onSelect(item.id)}
          />
        ))}
      </ul>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a place to let go of a dragged item; the keyboard steps */}
      <div
        className={moving.draggedId === null ? 'group-foot' : 'group-foot group-foot-open'}
        onDragOver={(event) => event.preventDefault()}
        onDrop={onDropAtEnd}
      >
        <Button size="small" type="text" onClick={() => onAdd(dimension)}>
          {m['office.checklists.addItemTo']({ dimension })}
        </Button>
      </div>
    </section>
  )
}
