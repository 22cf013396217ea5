import { m } from '@chuangcheng/messages'
import { useQueryClient } from '@tanstack/react-query'
import { Form, Radio, Select } from 'antd'
import { useState } from 'react'
import { v7 as newId } from 'uuid'
import { call } from '../../shared/api/client.ts'
import { AreaPicker } from '../../shared/form/area-picker.tsx'
import { DayInput } from '../../shared/form/day-input.tsx'
import { localToday } from '../../shared/form/field-values.ts'
import { FormDrawer } from '../../shared/form/form-drawer.tsx'
import { OrganizationPicker } from '../../shared/form/organization-picker.tsx'
import { forgetUsers, type Role, type User, useRoles } from './user-queries.ts'

type Values = {
  role: string | undefined
  over: 'city' | 'organization' | 'area'
  organizationId: string | null
  areaId: string | null
  validUntil: string | null
}

/** Gives somebody a role: what they may do, over what, and until when. */
export function GrantDrawer({ user, onClose }: { user: User; onClose: () => void }) {
  const queries = useQueryClient()
  const roles = useRoles().data?.items ?? []
  const [today] = useState(() => localToday(new Date()))
  // Somebody's role usually holds over their own organization.
  const values: Values = {
    role: undefined,
    over: user.organizationId ? 'organization' : 'city',
    organizationId: user.organizationId,
    areaId: null,
    validUntil: null,
  }
  const save = async ({ role = '', over, organizationId, areaId, validUntil }: Values) => {
    await call('grantRole', {
      params: { id: user.id },
      body: {
        id: newId(),
        role,
        organizationId: over === 'organization' ? organizationId : null,
        areaId: over === 'area' ? areaId : null,
        validUntil,
      },
    })
    await forgetUsers(queries)
  }
  return (
    <FormDrawer<Values>
      title={m['office.users.grantTo']({ name: user.name })}
      lead={m['office.users.grantLead']()}
      values={values}
      submitLabel={m['office.users.grant']()}
      save={save}
      onClose={onClose}
    >
      <Form.Item
        name="role"
        label={m['office.field.role']()}
        rules={[{ required: true, message: m['office.users.roleMissing']() }]}
      >
        <Select
          placeholder={m['office.users.roleMissing']()}
          options={roles.map(({ key, name }) => ({ value: key, label: name }))}
        />
      </Form.Item>
      <Form.Item noStyle dependencies={['role']}>
        {({ getFieldValue }) => <RoleWords role={roles.find(({ key }) => key === getFieldValue('role'))} />}
      </Form.Item>
      <ScopeFields />
      <Form.Item name="validUntil" label={m['office.users.until']()} extra={m['office.users.untilHint']()}>
        <DayInput from={today} />
      </Form.Item>
    </FormDrawer>
  )
}

function ScopeFields() {
  return (
    <>
      <Form.Item name="over" label={m['office.users.scope']()} required>
        <Radio.Group
          className="choice-lines"
          options={[
            { value: 'organization', label: m['office.users.overOrganization']() },
            { value: 'area', label: m['office.users.overArea']() },
            { value: 'city', label: m['office.users.overCity']() },
          ]}
        />
      </Form.Item>
      <Form.Item noStyle dependencies={['over']}>
        {({ getFieldValue }) => {
          const over: unknown = getFieldValue('over')
          if (over === 'organization') {
            return (
              <Form.Item
                name="organizationId"
                label={m['office.users.whichOrganization']()}
                rules={[{ required: true, message: m['office.users.organizationMissing']() }]}
              >
                <OrganizationPicker />
              </Form.Item>
            )
          }
          if (over === 'area') {
            return (
              <Form.Item
                name="areaId"
                label={m['office.users.whichArea']()}
                rules={[{ required: true, message: m['office.users.areaMissing']() }]}
              >
                <AreaPicker />
              </Form.Item>
            )
          }
          return null
        }}
      </Form.Item>
    </>
  )
}

/** What the role may do, in the same words that refusals use. */
function RoleWords({ role }: { role: Role | undefined }) {
  if (!role) return null
  const words = role.permissions.map((permission) => m[`permission.${permission}`]())
  return (
    <p className="role-words" role="status">
      {m['office.users.roleMay']({ what: words.join(m['office.history.listComma']()) })}
    </p>
  )
}
