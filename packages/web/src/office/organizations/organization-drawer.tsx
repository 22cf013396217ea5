import { ORGANIZATION_KINDS, type OrganizationKind } from '@chuangcheng/domain'
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
import { OrganizationPicker } from '../../shared/form/organization-picker.tsx'
import { ValidityFields } from '../../shared/form/validity-fields.tsx'
import { organizationKindName } from '../../shared/ui/field-words.ts'
import { forgetOrganizations, type OrganizationPage } from './organization-queries.ts'

type Values = {
  code: string
  name: string
  shortName: string | null
  kind: OrganizationKind
  parentId: string | null
  areaId: string | null
  validFrom: string
  validTo: string | null
}

const tidy = (typed: Values): Values => ({
  ...typed,
  code: typed.code.trim(),
  name: typed.name.trim(),
  shortName: textOrNull(typed.shortName),
})

type AddProps = { parent: OrganizationPage | null; onClose: () => void }

/** Adds an organization, under another or at the top; leads to its page. */
export function AddOrganizationDrawer({ parent, onClose }: AddProps) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [today] = useState(() => localToday(new Date()))
  const values: Values = {
    code: '',
    name: '',
    shortName: null,
    kind: 'bureau',
    parentId: parent?.id ?? null,
    areaId: parent?.areaId ?? null,
    validFrom: today,
    validTo: null,
  }
  const save = async (typed: Values) => {
    const added = await call('addOrganization', { body: { id: newId(), ...tidy(typed) } })
    await forgetOrganizations(queries)
    await navigate({ to: '/organizations/$id', params: { id: added.id } })
  }
  return (
    <FormDrawer<Values>
      title={
        parent ? m['office.organizations.addBelow']({ name: parent.name }) : m['office.organizations.add']()
      }
      values={values}
      save={save}
      onClose={onClose}
    >
      <Fields />
    </FormDrawer>
  )
}

const valuesOf = ({ code, name, shortName, kind, ...rest }: OrganizationPage): Values => ({
  code,
  name,
  shortName,
  kind,
  parentId: rest.parentId,
  areaId: rest.areaId,
  validFrom: rest.validFrom,
  validTo: rest.validTo,
})

type EditProps = { organization: OrganizationPage; onClose: () => void }

/** Corrects an organization, moves it under another, or ends its validity. */
export function EditOrganizationDrawer({ organization, onClose }: EditProps) {
  const queries = useQueryClient()
  const save = async (typed: Values) => {
    const changes = changesOf(valuesOf(organization), tidy(typed))
    const body = { basedOn: organization.revision, ...changes }
    await call('changeOrganization', { params: { id: organization.id }, body })
    await forgetOrganizations(queries)
  }
  return (
    <FormDrawer<Values>
      title={m['office.organizations.edit']()}
      lead={m['office.organizations.editLead']()}
      values={valuesOf(organization)}
      save={save}
      refresh={() => forgetOrganizations(queries)}
      onClose={onClose}
    >
      <Fields />
    </FormDrawer>
  )
}

function Fields() {
  return (
    <>
      <Form.Item
        name="name"
        label={m['office.field.name']()}
        rules={[{ required: true, whitespace: true, message: m['office.form.nameMissing']() }]}
      >
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <div className="form-pair">
        <Form.Item name="shortName" label={m['office.field.shortName']()}>
          <Input maxLength={40} autoComplete="off" />
        </Form.Item>
        <CodeField />
      </div>
      <Form.Item name="kind" label={m['office.field.kind']()} rules={[{ required: true }]}>
        <Select
          options={ORGANIZATION_KINDS.map((value) => ({ value, label: organizationKindName(value) }))}
        />
      </Form.Item>
      <Form.Item
        name="parentId"
        label={m['office.field.parent']()}
        extra={m['office.organizations.parentHint']()}
      >
        <OrganizationPicker />
      </Form.Item>
      <Form.Item name="areaId" label={m['office.field.area']()} extra={m['office.organizations.areaHint']()}>
        <AreaPicker />
      </Form.Item>
      <ValidityFields />
    </>
  )
}
