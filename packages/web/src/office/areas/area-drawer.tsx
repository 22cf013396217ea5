import { AREA_LEVELS, type AreaLevel } from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Form, Input, Select } from 'antd'
import { useState } from 'react'
import { v7 as newId } from 'uuid'
import { call } from '../../shared/api/client.ts'
import { AreaPicker } from '../../shared/form/area-picker.tsx'
import { CodeField } from '../../shared/form/code-field.tsx'
import { changesOf, localToday, textOrNull } from '../../shared/form/field-values.ts'
import { FormDrawer } from '../../shared/form/form-drawer.tsx'
import { ValidityFields } from '../../shared/form/validity-fields.tsx'
import { levelName } from '../../shared/ui/field-words.ts'
import { type AreaPage, forgetAreas } from './area-queries.ts'

type Values = {
  code: string
  name: string
  level: AreaLevel
  kind: string | null
  parentId: string | null
  validFrom: string
  validTo: string | null
}

const tidy = (typed: Values): Values => ({
  ...typed,
  code: typed.code.trim(),
  name: typed.name.trim(),
  kind: textOrNull(typed.kind),
})

/** The level that usually comes next: communities under a street. */
const levelBelow = (parent: AreaPage | null): AreaLevel =>
  (parent && AREA_LEVELS[AREA_LEVELS.indexOf(parent.level) + 1]) ?? (parent ? 'gridCell' : 'city')

/** Adds an area under another; leads to its page. */
export function AddAreaDrawer({ parent, onClose }: { parent: AreaPage | null; onClose: () => void }) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [today] = useState(() => localToday(new Date()))
  const level = levelBelow(parent)
  const values: Values = {
    code: '',
    name: '',
    level,
    kind: null,
    parentId: parent?.id ?? null,
    validFrom: today,
    validTo: null,
  }
  const save = async (typed: Values) => {
    const added = await call('addArea', { body: { id: newId(), ...tidy(typed) } })
    await forgetAreas(queries)
    await navigate({ to: '/areas/$id', params: { id: added.id } })
  }
  return (
    <FormDrawer<Values>
      title={parent ? m['office.areas.addBelow']({ name: parent.name }) : m['office.areas.add']()}
      lead={m['office.areas.addLead']()}
      values={values}
      save={save}
      onClose={onClose}
    >
      <NameField />
      <CodeField />
      <Form.Item name="level" label={m['office.field.level']()} rules={[{ required: true }]}>
        <Select options={AREA_LEVELS.map((value) => ({ value, label: levelName(value) }))} />
      </Form.Item>
      {!parent && (
        <Form.Item name="parentId" label={m['office.field.parent']()} extra={m['office.areas.parentHint']()}>
          <AreaPicker />
        </Form.Item>
      )}
      <KindField />
      <ValidityFields />
    </FormDrawer>
  )
}

const valuesOf = ({ code, name, level, kind, parentId, validFrom, validTo }: AreaPage): Values => ({
  code,
  name,
  level,
  kind,
  parentId,
  validFrom,
  validTo,
})

/** Corrects what is known of an area. Code and level stay: another code or level is another area. */
export function EditAreaDrawer({ area, onClose }: { area: AreaPage; onClose: () => void }) {
  const queries = useQueryClient()
  const save = async (typed: Values) => {
    const { code: _code, level: _level, parentId, ...changes } = changesOf(valuesOf(area), tidy(typed))
    const body = { basedOn: area.revision, ...changes, ...(parentId && { parentId }) }
    await call('changeArea', { params: { id: area.id }, body })
    await forgetAreas(queries)
  }
  return (
    <FormDrawer<Values>
      title={m['office.areas.edit']()}
      lead={m['office.areas.editLead']()}
      values={valuesOf(area)}
      save={save}
      refresh={() => forgetAreas(queries)}
      onClose={onClose}
    >
      <NameField />
      <CodeField fixed />
      {area.parentId !== null && (
        <Form.Item
          name="parentId"
          label={m['office.field.parent']()}
          extra={m['office.areas.moveHint']()}
          rules={[{ required: true, message: m['office.areas.parentMissing']() }]}
        >
          <AreaPicker clearable={false} />
        </Form.Item>
      )}
      <KindField />
      <ValidityFields />
    </FormDrawer>
  )
}

function NameField() {
  return (
    <Form.Item
      name="name"
      label={m['office.field.name']()}
      rules={[{ required: true, whitespace: true, message: m['office.form.nameMissing']() }]}
    >
      <Input maxLength={100} autoComplete="off" />
    </Form.Item>
  )
}

function KindField() {
  return (
    <Form.Item name="kind" label={m['office.field.kind']()} extra={m['office.areas.kindHint']()}>
      <Input maxLength={20} autoComplete="off" />
    </Form.Item>
  )
}
