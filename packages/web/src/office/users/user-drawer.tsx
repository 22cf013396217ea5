import { m } from '@chuangcheng/messages'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Form, Input } from 'antd'
import { v7 as newId } from 'uuid'
import { call } from '../../shared/api/client.ts'
import { changesOf, textOrNull } from '../../shared/form/field-values.ts'
import { FormDrawer } from '../../shared/form/form-drawer.tsx'
import { OrganizationPicker } from '../../shared/form/organization-picker.tsx'
import { forgetUsers, type User } from './user-queries.ts'

type Values = { userName: string; name: string; phone: string | null; organizationId: string | null }

const EMPTY: Values = { userName: '', name: '', phone: null, organizationId: null }

const valuesOf = ({ userName, name, phone, organizationId }: User): Values => ({
  userName,
  name,
  phone,
  organizationId,
})

/** Adds somebody (then leads to their page, where the next steps stand), or changes who they are. */
export function UserDrawer({ user, onClose }: { user: User | null; onClose: () => void }) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const add = async (given: Values) => {
    const added = await call('addUser', { body: { id: newId(), ...given } })
    await navigate({ to: '/users/$id', params: { id: added.id } })
  }
  const change = async (before: User, given: Values) => {
    const { userName: _, ...changes } = changesOf(valuesOf(before), given)
    await call('changeUser', { params: { id: before.id }, body: { basedOn: before.revision, ...changes } })
  }
  const save = async (typed: Values) => {
    const given = { ...typed, name: typed.name.trim(), phone: textOrNull(typed.phone) }
    await (user ? change(user, given) : add(given))
    await forgetUsers(queries)
  }
  return (
    <FormDrawer<Values>
      title={user ? m['office.users.edit']() : m['office.users.add']()}
      lead={user ? undefined : m['office.users.addLead']()}
      values={user ? valuesOf(user) : EMPTY}
      save={save}
      refresh={user ? () => forgetUsers(queries) : undefined}
      onClose={onClose}
    >
      <Form.Item
        name="name"
        label={m['office.users.name']()}
        rules={[{ required: true, whitespace: true, message: m['office.setUp.nameMissing']() }]}
      >
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="userName"
        label={m['office.field.userName']()}
        extra={user ? m['office.users.userNameFixed']() : m['office.setUp.userNameHint']()}
        rules={[
          { required: true, message: m['office.signIn.userNameMissing']() },
          { pattern: /^[a-z0-9][a-z0-9._-]{1,63}$/, message: m['office.setUp.userNameWrong']() },
        ]}
      >
        <Input
          maxLength={64}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          disabled={user !== null}
        />
      </Form.Item>
      <Form.Item
        name="organizationId"
        label={m['office.users.organization']()}
        extra={m['office.users.organizationHint']()}
      >
        <OrganizationPicker />
      </Form.Item>
      <Form.Item
        name="phone"
        label={m['office.field.phone']()}
        rules={[{ pattern: /^[0-9+ -]{5,20}$/, message: m['office.users.phoneWrong']() }]}
      >
        <Input maxLength={20} type="tel" autoComplete="off" />
      </Form.Item>
    </FormDrawer>
  )
}
