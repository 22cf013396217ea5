import { NODE_KINDS, type NodeKind } from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Form, Input, InputNumber, Radio } from 'antd'
import { useState } from 'react'
import { v7 as newId } from 'uuid'
import { call } from '../../shared/api/client.ts'
import { FormDrawer } from '../../shared/form/form-drawer.tsx'
import { type FrameworkNode, forgetVersion, type Version } from './framework-queries.ts'
import { type Forest, forestOf } from './framework-tree.ts'
import { nextCode } from './node-moves.ts'
import { FRESH } from './node-values.ts'
import { fourDecimals } from './points-rule.ts'

type Props = {
  version: Version
  forest: Forest<FrameworkNode>
  parentId: string | null
  /** It comes to stand behind this one; at the end when nothing is given. */
  after?: FrameworkNode | undefined
  onClose: () => void
}

type Values = { kind: NodeKind; code: string; text: string; points: number | null }

/** Adds an indicator or a criterion; its other fields are filled in beside the tree. */
export function AddNodeDrawer({ version, forest, parentId, after, onClose }: Props) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const siblings = forest.children.get(parentId) ?? []
  const parent = parentId === null ? undefined : forest.byId.get(parentId)
  const codes = siblings.map(({ code }) => code)
  const values: Values = {
    kind: after?.kind ?? siblings.at(-1)?.kind ?? (parent ? 'criterion' : 'indicator'),
    code: nextCode(codes, parent?.code ?? null),
    text: '',
    points: null,
  }
  const save = async (typed: Values) => {
    const id = newId()
    const next = after ? siblings[siblings.indexOf(after) + 1] : undefined
    await call('addFrameworkNode', {
      params: { id: version.id },
      body: {
        ...FRESH,
        ...typed,
        id,
        parentId,
        beforeId: next?.id ?? null,
        code: typed.code.trim(),
        text: typed.text.trim(),
      },
    })
    await forgetVersion(queries, version.id)
    await navigate({ to: '/frameworks/$versionId', params: { versionId: version.id }, search: { node: id } })
  }
  return (
    <FormDrawer<Values>
      title={
        parent
          ? m['office.frameworks.tree.addBelowOf']({ code: parent.code })
          : m['office.frameworks.tree.addTop']()
      }
      values={values}
      submitLabel={m['office.frameworks.tree.addAction']()}
      save={save}
      onClose={onClose}
    >
      <Form.Item name="kind" label={m['office.field.kind']()}>
        <Radio.Group
          className="choice-row"
          options={NODE_KINDS.map((value) => ({ value, label: m[`nodeKind.${value}`]() }))}
        />
      </Form.Item>
      <Form.Item
        name="text"
        label={m['office.frameworks.field.text']()}
        rules={[{ required: true, whitespace: true, message: m['office.frameworks.textMissing']() }]}
      >
        <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
      </Form.Item>
      <div className="form-pair">
        <Form.Item
          name="code"
          label={m['office.field.code']()}
          rules={[{ required: true, whitespace: true, message: m['office.form.codeMissing']() }]}
        >
          <Input maxLength={40} autoComplete="off" spellCheck={false} />
        </Form.Item>
        <Form.Item name="points" label={m['office.frameworks.field.points']()} rules={[fourDecimals()]}>
          <InputNumber min={0} max={100_000} className="number-wide" />
        </Form.Item>
      </div>
    </FormDrawer>
  )
}

/** The first node of an empty draft. */
export function AddNode({ version }: { version: Version }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{m['office.frameworks.tree.addTop']()}</Button>
      {open && (
        <AddNodeDrawer
          version={version}
          forest={forestOf<FrameworkNode>([])}
          parentId={null}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}
