import { m } from '@chuangcheng/messages'
import { getRouteApi } from '@tanstack/react-router'
import { Drawer } from 'antd'
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx'
import { usePhone } from '../../shared/ui/use-media.ts'
import type { FrameworkNode, Version } from './framework-queries.ts'
import { above, type Forest, forestOf, openAtFirst, rowsOf } from './framework-tree.ts'
import { type Leave, NodePanel } from './node-panel.tsx'
import { TreeKeys } from './tree-keys-help.tsx'
import { TreeList } from './tree-list.tsx'
import { TreeSearch, useSearch } from './tree-search.tsx'
import { TreeToolbar } from './tree-toolbar.tsx'
import { useNodeMoves } from './use-node-moves.ts'

type Props = { version: Version; nodes: readonly FrameworkNode[]; editable: boolean }

/** The tree on the left, the chosen node with all its fields on the right; on a phone the node lies over the tree. */
export function TreeEditor({ version, nodes, editable }: Props) {
  const forest = useMemo(() => forestOf(nodes), [nodes])
  const { open, toggle, reveal, setAll } = useOpenBranches(forest)
  const search = useSearch(forest)
  const chosen = useChosenNode(forest, reveal)
  const { leaveRef, field } = chosen
  const moves = useNodeMoves(version.id, forest)
  const rows = useMemo(() => rowsOf(forest, open, search.shown), [forest, open, search.shown])
  const phone = usePhone()
  const node = chosen.id === null ? undefined : forest.byId.get(chosen.id)
  // Whoever goes through the tree with the arrow keys does not wait for the fields of every row that is passed.
  const settled = useDeferredValue(node?.id)
  const shown = settled === undefined ? undefined : forest.byId.get(settled)
  const sheet = useRef<HTMLElement>(null)
  const entering = useRef<string | null>(null)
  useEffect(() => {
    // Its fields are drawn a moment after it was chosen.
    if (entering.current === null || entering.current !== settled) return
    entering.current = null
    goInto(sheet.current)
  }, [settled])
  const enter = async (id: string) => {
    if (id !== settled) entering.current = id
    await chosen.show(id)
    if (id === settled) goInto(sheet.current)
  }
  const panel = useMemo(
    () =>
      shown && (
        <NodePanel
          key={shown.id}
          version={version}
          forest={forest}
          node={shown}
          editable={editable}
          leaveRef={leaveRef}
          focusField={field}
        />
      ),
    [version, forest, shown, editable, leaveRef, field],
  )
  return (
    <div className="tree-split">
      <section className="sheet tree-sheet" aria-label={m['office.frameworks.view.structure']()}>
        <div className="tree-head">
          <TreeSearch search={search} total={nodes.length} />
          <TreeToolbar version={version} forest={forest} node={node} editable={editable} setAll={setAll} />
        </div>
        <ProblemNotice error={moves.error} />
        <TreeList
          label={m['office.frameworks.tree.label']({ label: version.label })}
          rows={rows}
          forest={forest}
          chosenId={chosen.id}
          editable={editable}
          onChoose={chosen.choose}
          onOpen={chosen.show}
          onEnter={enter}
          onToggle={toggle}
          moves={moves}
          versionId={version.id}
        />
        <TreeKeys editable={editable} />
      </section>
      {!phone && (
        <aside ref={sheet} className="sheet node-sheet" aria-label={m['office.frameworks.node.label']()}>
          {panel ?? <p className="node-none">{m['office.frameworks.node.none']()}</p>}
        </aside>
      )}
      {phone && chosen.isShown && node && (
        <Drawer
          open
          size="100%"
          title={<h2 className="form-drawer-title">{node.code}</h2>}
          aria-label={m['office.frameworks.node.label']()}
          closable={{ 'aria-label': m['office.form.close']() }}
          onClose={() => void chosen.hide()}
          styles={{ body: { padding: 0 } }}
        >
          {panel}
        </Drawer>
      )}
    </div>
  )
}

/** The first of its fields takes the keyboard. */
const goInto = (sheet: HTMLElement | null) => sheet?.querySelector<HTMLElement>('textarea, input')?.focus()

function useOpenBranches(forest: Forest<FrameworkNode>) {
  const [open, setOpen] = useState<ReadonlySet<string>>(() => openAtFirst(forest))
  const toggle = (id: string, wanted: boolean) =>
    setOpen((before) => {
      const after = new Set(before)
      if (wanted) after.add(id)
      else after.delete(id)
      return after
    })
  const reveal = (id: string) => setOpen((before) => new Set([...before, ...above(forest, id)]))
  const setAll = (wanted: boolean) => setOpen(new Set(wanted ? forest.byId.keys() : []))
  return { open, toggle, reveal, setAll }
}

/** Which node is chosen. What was typed into the one before is kept first; when that is refused, one stays there. */
function useChosenNode(forest: Forest<FrameworkNode>, reveal: (id: string) => void) {
  const { node, field } = getRouteApi('/frame/frameworks/$versionId/').useSearch()
  const asked = node !== undefined && forest.byId.has(node) ? node : null
  const [id, setId] = useState<string | null>(asked)
  const [isShown, setShown] = useState(asked !== null)
  const [askedBefore, setAskedBefore] = useState<string | null>(null)
  const leaveRef = useRef<Leave>(null)
  if (asked !== askedBefore) {
    setAskedBefore(asked)
    if (asked !== null) {
      setId(asked)
      reveal(asked)
    }
  }
  const choose = async (next: string): Promise<boolean> => {
    if (next === id) return true
    if (leaveRef.current && !(await leaveRef.current())) return false
    setId(next)
    return true
  }
  const show = async (next: string) => {
    if (await choose(next)) setShown(true)
  }
  const hide = async () => {
    if (!leaveRef.current || (await leaveRef.current())) setShown(false)
  }
  return { id, isShown, choose, show, hide, leaveRef, field: id === asked ? field : undefined }
}
