import { m } from '@chuangcheng/messages'
import { Select } from 'antd'
import { useState } from 'react'
import type { Response } from '../../shared/api/client.ts'
import { type Tie, useTree } from './mapping-queries.ts'
import type { QueueItem } from './tie-queue.ts'

type Node = Response<'listFrameworkNodes'>['items'][number]

/** As many as can be read before another word is typed. */
const SHOWN = 30

type Props = { versionId: string; item: QueueItem; onTie: (tie: Tie) => void }

/** Looks for a criterion by its words or its code, and ties the item to it. */
export function TieByHand({ versionId, item, onTie }: Props) {
  const [wanted, setWanted] = useState(false)
  const [words, setWords] = useState('')
  const tree = useTree(versionId, wanted)
  const nodes = tree.data?.items ?? []
  const tied = new Set(item.ties.map(({ criterionId }) => criterionId))
  const found = nodes.filter((node) => node.kind === 'criterion' && !tied.has(node.id) && says(node, words))
  const choose = (id: string) => {
    const node = nodes.find((one) => one.id === id)
    if (node) onTie(tieOf(item, node, pathOf(nodes, node)))
    setWords('')
  }
  return (
    <Select<string>
      className="tie-by-hand"
      aria-label={m['office.mappings.tieByHand']()}
      placeholder={m['office.mappings.tieByHand']()}
      value={null}
      loading={wanted && tree.isPending}
      showSearch={{ filterOption: false, searchValue: words, onSearch: setWords }}
      notFoundContent={tree.isPending ? m['office.search.searching']() : m['office.ui.nothingFound']()}
      options={found.slice(0, SHOWN).map((node) => ({
        value: node.id,
        label: `${node.code} ${node.text}`,
        detail: pathOf(nodes, node).join(' › '),
      }))}
      optionRender={({ data }) => (
        <div className="tie-option">
          {data.label}
          <span className="option-detail">{String('detail' in data ? data.detail : '')}</span>
        </div>
      )}
      onOpenChange={(open) => open && setWanted(true)}
      onChange={choose}
    />
  )
}

/** All words typed, in any order. */
const says = ({ code, text }: Node, words: string): boolean => {
  const said = `${code} ${text}`.toLowerCase()
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => said.includes(word))
}

function pathOf(nodes: readonly Node[], node: Node): string[] {
  const byId = new Map(nodes.map((one) => [one.id, one]))
  const path: string[] = []
  let above = node.parentId === null ? undefined : byId.get(node.parentId)
  while (above && path.length < 10) {
    path.unshift(above.text)
    above = above.parentId === null ? undefined : byId.get(above.parentId)
  }
  return path
}

function tieOf(queued: QueueItem, node: Node, path: string[]): Tie {
  const { ties: _ties, ...item } = queued
  return {
    ...item,
    criterionId: node.id,
    criterionCode: node.code,
    criterionText: node.text,
    criterionPath: path,
    weight: 1,
    state: 'rejected',
    likeness: null,
  }
}
