import { m } from '@chuangcheng/messages'
import { Input, Select } from 'antd'
import { useDeferredValue, useMemo, useState } from 'react'
import { formatCount } from '../../shared/language/format.ts'
import type { FrameworkNode } from './framework-queries.ts'
import { type Forest, withAbove } from './framework-tree.ts'

/** What the tree can be narrowed to. */
const NARROWINGS = ['guessed', 'raised', 'local', 'special'] as const
type Narrowing = (typeof NARROWINGS)[number]

const FITS: Readonly<Record<Narrowing, (node: FrameworkNode) => boolean>> = {
  guessed: ({ guesses }) => guesses.length > 0,
  raised: ({ kind, origin }) => kind === 'criterion' && origin === 'raised',
  local: ({ kind, origin }) => kind === 'criterion' && origin === 'local',
  special: ({ kind, role }) => kind === 'criterion' && role !== 'ordinary',
}

/** Words and a narrowing, and what of the tree they leave. */
export function useSearch(forest: Forest<FrameworkNode>) {
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

export function TreeSearch({ search, total }: { search: ReturnType<typeof useSearch>; total: number }) {
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
