import { m } from '@chuangcheng/messages'
import { getRouteApi } from '@tanstack/react-router'
import { Drawer, Input, Select } from 'antd'
import { useDeferredValue, useMemo, useRef, useState } from 'react'
import { formatCount } from '../../shared/language/format.ts'
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx'
import { usePhone } from '../../shared/ui/use-media.ts'
import type { FrameworkNode, Version } from './framework-queries.ts'
import { above, type Forest, forestOf, openAtFirst, rowsOf, withAbove } from './framework-tree.ts'
import { NodePanel, type Leave } from './node-panel.tsx'
import { TreeKeys } from './tree-keys-help.tsx'
import { TreeList } from './tree-list.tsx'
import { TreeToolbar } from './tree-toolbar.tsx'
import { useNodeMoves } from './use-node-moves.ts'

type Props = { version: Version; nodes: readonly FrameworkNode[]; editable: boolean }

/** What the tree can be narrowed to. */
export const NARROWINGS = ['guessed', 'raised', 'local', 'special'] as const
export type Narrowing = (typeof NARROWINGS)[number]

/** The tree on the left, the chosen node with all its fields on the right; on a phone the node lies over the tree. */
export function TreeEditor({ version, nodes, editable }: Props) {
  const forest = useMemo(() => forestOf(nodes), [nodes])
  const { open, toggle, reveal, setAll } = useOpenBranches(forest)
  const search = useSearch(forest)
  const chosen = useChosenNode(forest, reveal)
  const moves = useNodeMoves(version.id, forest)
  const rows = useMemo(() => rowsOf(forest, open, search.shown), [forest, open, search.shown])
  const phone = usePhone()
  const node = chosen.id === null ? undefined : forest.byId.get(chosen.id)
  const sheet = useRef<HTMLElement>(null)
  const enter = async (id: string) => {
    await chosen.show(id)
    sheet.current?.querySelector<HTMLElement>('textarea, input')?.focus()
  }
  const panel = node && (
    <NodePanel
      key={node.id}
      version={version}
      forest={forest}
      node={node}
      editable={editable}
      leave={chosen.leave}
      focusField={chosen.field}
    />
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

const FITS: Readonly<Record<Narrowing, (node: FrameworkNode) => boolean>> = {
  guessed: ({ guesses }) => guesses.length > 0,
  raised: ({ kind, origin }) => kind === 'criterion' && origin === 'raised',
  local: ({ kind, origin }) => kind === 'criterion' && origin === 'local',
  special: ({ kind, role }) => kind === 'criterion' && role !== 'ordinary',
}

function useSearch(forest: Forest<FrameworkNode>) {
  const [text, setText] = useState('')
  const [narrowing, setNarrowing] = useState<Narrowing | null>(null)
  const words = useDeferredValue(text.trim().toLowerCase())
  const found = useMemo(() => {
    if (words === '' && narrowing === null) return null
    return withAbove(forest, (node) => {
      const named = node.code.toLowerCase().startsWith(words) || node.text.toLowerCase().includes(words)
      return named && (narrowing === null || FITS[narrowing](node))
    })
  }, [forest, words, narrowing])
  return { text, setText, narrowing, setNarrowing, shown: found?.shown ?? null, count: found?.count ?? null }
}

function TreeSearch({ search, total }: { search: ReturnType<typeof useSearch>; total: number }) {
  const { text, setText, narrowing, setNarrowing, count } = search
  const narrowings = {
    guessed: m['office.frameworks.tree.onlyGuessed'],
    raised: m['office.frameworks.tree.onlyRaised'],
    local: m['office.frameworks.tree.onlyLocal'],
    special: m['office.frameworks.tree.onlySpecial'],
  }
  return (
    <search className="tree-search" aria-label={m['office.frameworks.tree.search']()}>
      <Input
        className="tree-search-text"
        allowClear
        maxLength={100}
        placeholder={m['office.frameworks.tree.searchHint']()}
        aria-label={m['office.frameworks.tree.searchHint']()}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Select<Narrowing>
        className="tree-search-narrow"
        allowClear
        placeholder={m['office.frameworks.tree.all']()}
        aria-label={m['office.frameworks.tree.narrow']()}
        value={narrowing}
        options={NARROWINGS.map((value) => ({ value, label: narrowings[value]() }))}
        onChange={(value: Narrowing | undefined) => setNarrowing(value ?? null)}
      />
      <span className="tree-count" role="status">
        {count === null
          ? m['office.frameworks.tree.total']({ count: formatCount(total) })
          : m['office.frameworks.tree.found']({ count: formatCount(count) })}
      </span>
    </search>
  )
}

/** Which node is chosen. What was typed into the one before is kept first; when that is refused, one stays there. */
function useChosenNode(forest: Forest<FrameworkNode>, reveal: (id: string) => void) {
  const { node, field } = getRouteApi('/frame/frameworks/$versionId/').useSearch()
  const asked = node !== undefined && forest.byId.has(node) ? node : null
  const [id, setId] = useState<string | null>(asked)
  const [isShown, setShown] = useState(asked !== null)
  const [askedBefore, setAskedBefore] = useState<string | null>(null)
  const leave = useRef<Leave>(null)
  if (asked !== askedBefore) {
    setAskedBefore(asked)
    if (asked !== null) {
      setId(asked)
      reveal(asked)
    }
  }
  const choose = async (next: string): Promise<boolean> => {
    if (next === id) return true
    if (leave.current && !(await leave.current())) return false
    setId(next)
    return true
  }
  const show = async (next: string) => {
    if (await choose(next)) setShown(true)
  }
  const hide = async () => {
    if (!leave.current || (await leave.current())) setShown(false)
  }
  return { id, isShown, choose, show, hide, leave, field: id === asked ? field : undefined }
}
