import '../../shared/form/form-drawer.css'
import '../../shared/ui/notice.css'
import { pathTo } from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Form } from 'antd'
import { type RefObject, useEffect, useState } from 'react'
import { isProblem } from '../../shared/api/api-problem.ts'
import { call } from '../../shared/api/client.ts'
import { changesOf } from '../../shared/form/field-values.ts'
import { useLocale } from '../../shared/language/locale.ts'
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx'
import {
  type FrameworkNode,
  forgetCounts,
  forgetVersion,
  keepNode,
  revisionOf,
  treeChanges,
  type Version,
} from './framework-queries.ts'
import type { Forest } from './framework-tree.ts'
import { NodeFacts } from './node-facts.tsx'
import { NodeFields } from './node-fields.tsx'
import { type NodeValues, tidy, valuesOf } from './node-values.ts'

/** Keeps what was typed before one goes elsewhere; false when it could not be kept. */
export type Leave = (() => Promise<boolean>) | null

type Props = {
  version: Version
  forest: Forest<FrameworkNode>
  node: FrameworkNode
  editable: boolean
  leaveRef: RefObject<Leave>
  /** The field one was sent here for. */
  focusField: string | undefined
}

/** One node with all that is said of it: to read, and in a draft to change. */
export function NodePanel(props: Props) {
  // Drawn again only when something about it changed: the language is such a thing.
  useLocale()
  const { version, forest, node, editable } = props
  const path = pathTo(forest.byId, node.parentId)
  const level = node.kind === 'criterion' ? version.levelNames.at(-1) : version.levelNames[path.length]
  return (
    <div className="node-panel">
      <div className="node-head">
        <p className="node-level">
          {level} <span className="node-code">{node.code}</span>
        </p>
        {path.length > 0 && (
          <ol className="node-path">
            {path.map(({ id, code, text }) => (
              <li key={id}>
                {code} {text}
              </li>
            ))}
          </ol>
        )}
      </div>
      {editable ? <NodeForm {...props} /> : <NodeFacts node={node} versionId={version.id} />}
    </div>
  )
}

function NodeForm({ version, node, leaveRef, focusField }: Props) {
  const [form] = Form.useForm<NodeValues>()
  const [dirty, setDirty] = useState(false)
  const saving = useSaving(version.id, node)
  useFollow(form, node, dirty)
  const save = async (): Promise<boolean> => {
    try {
      const typed = await form.validateFields()
      await saving.mutateAsync(tidy({ ...valuesOf(node), ...typed }))
      setDirty(false)
      return true
    } catch {
      // What is wrong stands beside the field, or in the notice below.
      return false
    }
  }
  useLeave(leaveRef, async () => !dirty || save())
  useFieldFocus(focusField)
  return (
    <Form<NodeValues>
      form={form}
      // Its fields' ids begin with this: a drawer beside it has fields of the same names.
      name="node"
      layout="vertical"
      className="node-form"
      initialValues={valuesOf(node)}
      validateTrigger="onBlur"
      requiredMark={false}
      onValuesChange={() => setDirty(true)}
      onFinish={() => void save()}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
        event.preventDefault()
        void save()
      }}
    >
      <div className="node-body">
        <NodeFields
          version={version}
          node={node}
          onConfirm={(guess) => saving.mutate({ confirm: [guess] })}
        />
      </div>
      <div className="node-foot">
        <SavingProblem error={saving.error} versionId={version.id} onRefreshed={() => saving.reset()} />
        <div className="node-buttons">
          <span className="node-saved" role="status">
            {stateText(dirty, saving.isPending, saving.isSuccess)}
          </span>
          <Button
            disabled={!dirty}
            onClick={() => {
              form.setFieldsValue(valuesOf(node))
              setDirty(false)
              saving.reset()
            }}
          >
            {m['office.frameworks.node.undo']()}
          </Button>
          <Button type="primary" htmlType="submit" disabled={!dirty} loading={saving.isPending}>
            {m['office.form.save']()}
          </Button>
        </div>
      </div>
    </Form>
  )
}

function stateText(dirty: boolean, pending: boolean, saved: boolean): string {
  if (pending) return m['office.frameworks.node.saving']()
  if (dirty) return m['office.frameworks.node.unsaved']()
  return saved ? m['office.frameworks.node.saved']() : ''
}

type Change = Partial<NodeValues> & { confirm?: FrameworkNode['guesses'] }

function useSaving(versionId: string, node: FrameworkNode) {
  const queries = useQueryClient()
  return useMutation({
    scope: treeChanges(versionId),
    mutationFn: async (wanted: Change) => {
      const { confirm, ...values } = wanted
      const changes = changesOf<Partial<NodeValues>>(valuesOf(node), { ...valuesOf(node), ...values })
      const basedOn = revisionOf(queries, versionId, node)
      const body = { basedOn, ...changes, ...(confirm && { confirm }) }
      keepNode(queries, versionId, await call('changeFrameworkNode', { params: { id: node.id }, body }))
    },
    onSuccess: () => forgetCounts(queries, versionId),
  })
}

/** Fields nobody has touched follow the record when it changes underneath. */
function useFollow(
  form: ReturnType<typeof Form.useForm<NodeValues>>[0],
  node: FrameworkNode,
  dirty: boolean,
) {
  useEffect(() => {
    if (!dirty) form.setFieldsValue(valuesOf(node))
  }, [form, node, dirty])
}

function useLeave(leaveRef: RefObject<Leave>, keep: () => Promise<boolean>): void {
  useEffect(() => {
    leaveRef.current = keep
    return () => {
      leaveRef.current = null
    }
  })
}

function useFieldFocus(field: string | undefined): void {
  useEffect(() => {
    if (!field) return
    const place = document.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"]`)
    place?.scrollIntoView({ block: 'center' })
    place?.querySelector<HTMLElement>('input, textarea, button')?.focus({ preventScroll: true })
  }, [field])
}

type ProblemProps = { error: unknown; versionId: string; onRefreshed: () => void }

function SavingProblem({ error, versionId, onRefreshed }: ProblemProps) {
  const queries = useQueryClient()
  if (!isProblem(error, 'changed-meanwhile')) return <ProblemNotice error={error} />
  return (
    <div className="notice notice-hint" role="alert">
      <p className="notice-title">{m['office.form.changedMeanwhile']()}</p>
      <p>{m['office.form.changedMeanwhileHint']()}</p>
      <div className="notice-action">
        <Button onClick={() => void forgetVersion(queries, versionId).then(onRefreshed)}>
          {m['office.form.refresh']()}
        </Button>
      </div>
    </div>
  )
}
