import { m } from '@chuangcheng/messages'
import { useQueryClient } from '@tanstack/react-query'
import { Form, Input, Switch } from 'antd'
import { useState } from 'react'
import { v7 as newId } from 'uuid'
import { call } from '../../shared/api/client.ts'
import { changesOf } from '../../shared/form/field-values.ts'
import { FormDrawer } from '../../shared/form/form-drawer.tsx'
import type { SiteType } from './site-queries.ts'

type Values = { code: string; name: string; category: string; description: string; inUse: boolean }

const NEW: Values = { code: '', name: '', category: '', description: '', inUse: true }
const valuesOf = ({ code, name, category, description, retired }: SiteType): Values => ({
  code,
  name,
  category,
  description,
  inUse: !retired,
})

type Props = {
  /** null: a new one */
  type: SiteType | null
  refresh: () => Promise<unknown>
  onClose: () => void
}

export function SiteTypeDrawer({ type, refresh, onClose }: Props) {
  const queries = useQueryClient()
  // Made once: saving again after a cut connection must not make a second type.
  const [id] = useState(() => type?.id ?? newId())
  const save = async (given: Values) => {
    await (type === null ? addType(id, given) : changeType(type, given))
    await Promise.all([
      queries.invalidateQueries({ queryKey: ['site-types'] }),
      queries.invalidateQueries({ queryKey: ['sites'] }),
      queries.invalidateQueries({ queryKey: ['workbench'] }),
    ])
  }
  return (
    <FormDrawer
      title={type === null ? m['office.siteTypes.add']() : m['office.sites.editTitle']({ name: type.name })}
      values={type === null ? NEW : valuesOf(type)}
      save={save}
      refresh={type === null ? undefined : refresh}
      onClose={onClose}
    >
      <TypeFields mayRetire={type !== null} />
    </FormDrawer>
  )
}

const addType = (id: string, { code, name, category, description }: Values) =>
  call('addSiteType', { body: { id, code, name, category, description } })

async function changeType(type: SiteType, given: Values): Promise<void> {
  const { inUse, ...changes } = changesOf(valuesOf(type), given)
  const body = { ...changes, ...(inUse !== undefined && { retired: !inUse }) }
  if (Object.keys(body).length === 0) return
  await call('changeSiteType', { params: { id: type.id }, body: { basedOn: type.revision, ...body } })
}

function TypeFields({ mayRetire }: { mayRetire: boolean }) {
  return (
    <>
      <Form.Item
        name="name"
        label={m['office.field.name']()}
        rules={[{ required: true, whitespace: true, message: m['office.siteTypes.nameMissing']() }]}
      >
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="code"
        label={m['office.field.code']()}
        rules={[
          { required: true, message: m['office.sites.codeMissing']() },
          { pattern: /^\S+$/, message: m['office.setUp.noSpaces']() },
        ]}
      >
        <Input maxLength={32} autoComplete="off" spellCheck={false} />
      </Form.Item>
      <Form.Item name="category" label={m['office.siteTypes.category']()}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item name="description" label={m['office.siteTypes.description']()}>
        <Input.TextArea maxLength={500} autoSize={{ minRows: 3, maxRows: 8 }} />
      </Form.Item>
      {mayRetire && (
        <Form.Item
          name="inUse"
          label={m['office.siteTypes.inUse']()}
          extra={m['office.siteTypes.retireHint']()}
          valuePropName="checked"
          required
        >
          <Switch />
        </Form.Item>
      )}
    </>
  )
}
