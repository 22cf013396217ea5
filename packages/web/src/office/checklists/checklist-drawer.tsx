import { CHECKLIST_KINDS } from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'
import { useQueryClient } from '@tanstack/react-query'
import { Form, Input, Radio, Select, Switch } from 'antd'
import { useState } from 'react'
import { v7 as newId } from 'uuid'
import { call } from '../../shared/api/client.ts'
import { CodeField } from '../../shared/form/code-field.tsx'
import { changesOf } from '../../shared/form/field-values.ts'
import { FormDrawer } from '../../shared/form/form-drawer.tsx'
import { type Checklist, forgetChecklists, useSiteTypes } from './checklist-queries.ts'
import { kindName } from './checklist-words.ts'

type Values = {
  code: string
  name: string
  kind: Checklist['kind']
  siteTypeIds: string[]
  inUse: boolean
}

const NEW: Values = { code: '', name: '', kind: 'siteType', siteTypeIds: [], inUse: true }
const valuesOf = ({ code, name, kind, siteTypes, retired }: Checklist): Values => ({
  code,
  name,
  kind,
  siteTypeIds: siteTypes.map(({ id }) => id),
  inUse: !retired,
})

type Props = {
  /** null: a new one */
  checklist: Checklist | null
  refresh?: () => Promise<unknown>
  onSaved?: (id: string) => void
  onClose: () => void
}

/** What a checklist is called and where it is used; its items are edited on its page. */
export function ChecklistDrawer({ checklist, refresh, onSaved, onClose }: Props) {
  const queries = useQueryClient()
  // Made once: saving again after a cut connection must not make a second one.
  const [ids] = useState(() => ({ id: checklist?.id ?? newId(), versionId: newId() }))
  const save = async (given: Values) => {
    await (checklist === null ? addChecklist(ids, given) : changeChecklist(checklist, given))
    await forgetChecklists(queries)
    onSaved?.(ids.id)
  }
  return (
    <FormDrawer
      title={
        checklist === null
          ? m['office.checklists.add']()
          : m['office.checklists.editNamed']({ name: checklist.name })
      }
      lead={checklist === null ? m['office.checklists.addLead']() : undefined}
      values={checklist === null ? NEW : valuesOf(checklist)}
      save={save}
      refresh={refresh}
      onClose={onClose}
    >
      <Fields mayRetire={checklist !== null} />
    </FormDrawer>
  )
}

/** A new one is in use: nobody is asked. */
function addChecklist(ids: { id: string; versionId: string }, values: Values) {
  const { inUse: _inUse, ...given } = values
  return call('addChecklist', { body: { ...ids, ...given } })
}

async function changeChecklist(checklist: Checklist, given: Values): Promise<void> {
  const { inUse, ...changes } = changesOf(valuesOf(checklist), given)
  const body = { ...changes, ...(inUse !== undefined && { retired: !inUse }) }
  if (Object.keys(body).length === 0) return
  await call('changeChecklist', {
    params: { id: checklist.id },
    body: { basedOn: checklist.revision, ...body },
  })
}

function Fields({ mayRetire }: { mayRetire: boolean }) {
  const types = useSiteTypes()
  return (
    <>
      <Form.Item
        name="name"
        label={m['office.field.name']()}
        rules={[{ required: true, whitespace: true, message: m['office.checklists.nameMissing']() }]}
      >
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <CodeField />
      <Form.Item
        name="kind"
        label={m['office.field.kind']()}
        extra={m['office.checklists.kindHint']()}
        required
      >
        <Radio.Group options={CHECKLIST_KINDS.map((value) => ({ value, label: kindName(value) }))} />
      </Form.Item>
      <Form.Item
        name="siteTypeIds"
        label={m['office.checklists.siteTypes']()}
        extra={m['office.checklists.siteTypesHint']()}
      >
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          loading={types.isPending}
          options={(types.data ?? [])
            .filter((type) => !type.retired)
            .map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      {mayRetire && (
        <Form.Item
          name="inUse"
          label={m['office.checklists.isUsed']()}
          extra={m['office.checklists.retireHint']()}
          valuePropName="checked"
          required
        >
          <Switch />
        </Form.Item>
      )}
    </>
  )
}
