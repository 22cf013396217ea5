import type { Permission } from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'
import { useQueryClient } from '@tanstack/react-query'
import { Checkbox, Form, Input } from 'antd'
import { v7 as newId } from 'uuid'
import { call } from '../../shared/api/client.ts'
import { FormDrawer } from '../../shared/form/form-drawer.tsx'
import { PERMISSION_GROUPS } from './permission-groups.ts'
import type { Role } from './role.ts'

type Values = { name: string; permissions: Permission[] }

/** Changes what a role may do, or adds one. It holds at once for everybody who has the role. */
export function RoleDrawer({ role, onClose }: { role: Role | null; onClose: () => void }) {
  const queries = useQueryClient()
  const save = async ({ name, permissions }: Values) => {
    const key = role?.key ?? `own-${newId()}`
    await call('changeRole', { params: { key }, body: { name: name.trim(), permissions } })
    await queries.invalidateQueries({ queryKey: ['roles'] })
    await queries.invalidateQueries({ queryKey: ['session'] })
  }
  return (
    <FormDrawer<Values>
      title={role ? m['office.settings.changeRole']() : m['office.settings.addRole']()}
      lead={m['office.settings.roleLead']()}
      values={{ name: role?.name ?? '', permissions: role?.permissions ?? [] }}
      save={save}
      onClose={onClose}
    >
      <Form.Item
        name="name"
        label={m['office.settings.roleName']()}
        rules={[{ required: true, whitespace: true, message: m['office.settings.roleNameMissing']() }]}
      >
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item name="permissions" noStyle>
        <PermissionBoxes />
      </Form.Item>
    </FormDrawer>
  )
}

type BoxesProps = { value?: Permission[]; onChange?: (permissions: Permission[]) => void }

function PermissionBoxes({ value = [], onChange }: BoxesProps) {
  const tick = (permission: Permission, held: boolean) =>
    onChange?.(held ? [...value, permission] : value.filter((one) => one !== permission))
  return PERMISSION_GROUPS.map(({ title, permissions }) => (
    <fieldset key={permissions[0]} className="role-boxes">
      <legend>{title()}</legend>
      {permissions.map((permission) => (
        <Checkbox
          key={permission}
          checked={value.includes(permission)}
          onChange={(event) => tick(permission, event.target.checked)}
        >
          {m[`permission.${permission}`]()}
        </Checkbox>
      ))}
    </fieldset>
  ))
}
