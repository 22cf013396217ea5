import { m } from '@chuangcheng/messages'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Input } from 'antd'
import { useRef, useState } from 'react'
import { ApiProblem } from '../../shared/api/api-problem.ts'
import { call } from '../../shared/api/client.ts'
import { type FrameworkNode, forgetCounts, keepNode, revisionOf, treeChanges } from './framework-queries.ts'

type Props = { node: FrameworkNode; versionId: string; onDone: () => void }

/** The text of a node, changed where it stands: Enter keeps it, Escape leaves it as it was. */
export function RenameField({ node, versionId, onDone }: Props) {
  const queries = useQueryClient()
  const [text, setText] = useState(node.text)
  const sent = useRef(false)
  const saving = useMutation({
    scope: treeChanges(versionId),
    mutationFn: async () => {
      const wanted = text.trim()
      if (wanted === '' || wanted === node.text) return
      const body = { basedOn: revisionOf(queries, versionId, node), text: wanted }
      keepNode(queries, versionId, await call('changeFrameworkNode', { params: { id: node.id }, body }))
      await forgetCounts(queries, versionId)
    },
    onSuccess: onDone,
    onError: () => {
      sent.current = false
    },
  })
  // Enter and the focus that then leaves are one wish.
  const keep = () => {
    if (sent.current) return
    sent.current = true
    saving.mutate()
  }
  const refusal = saving.error instanceof ApiProblem ? saving.error.body.title : undefined
  return (
    <Input
      className="tree-row-input"
      size="small"
      autoFocus
      maxLength={2000}
      aria-label={m['office.frameworks.tree.renameOf']({ code: node.code })}
      title={refusal}
      status={saving.error ? 'error' : ''}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) keep()
        if (event.key !== 'Escape') return
        sent.current = true
        onDone()
      }}
    />
  )
}
