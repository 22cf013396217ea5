import { DUTY_ROLES, type DutyRole } from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'
import { useQueryClient } from '@tanstack/react-query'
import { Form, Radio } from 'antd'
import { useState } from 'react'
import { call } from '../../shared/api/client.ts'
import { localToday } from '../../shared/form/field-values.ts'
import { FormDrawer } from '../../shared/form/form-drawer.tsx'
import { OrganizationsField, type Sharer } from '../../shared/form/organizations-field.tsx'
import { ValidityFields } from '../../shared/form/validity-fields.tsx'
import { formatCount } from '../../shared/language/format.ts'
import { forgetDuties } from './duty-queries.ts'
import { roleName } from './duty-words.ts'

type Values = {
  role: DutyRole
  organizations: readonly Sharer[]
  way: 'replace' | 'add'
  validFrom: string
  validTo: string | null
}

type Props = {
  versionId: string
  criterionIds: readonly string[]
  usual: readonly string[]
  /** `said`: what was done, in words */
  onSaved: (said: string) => void
  onClose: () => void
}

/** Gives many criteria the same organizations in one role. */
export function BulkDrawer({ versionId, criterionIds, usual, onSaved, onClose }: Props) {
  const queries = useQueryClient()
  const [today] = useState(() => localToday(new Date()))
  const values: Values = { role: 'lead', organizations: [], way: 'replace', validFrom: today, validTo: null }
  const save = async ({ role, organizations, way, validFrom, validTo }: Values) => {
    const { addedCount, endedCount } = await call('assignDuties', {
      params: { id: versionId },
      body: {
        nodeIds: [...criterionIds],
        organizations: organizations.map(({ id, share }) => ({ id, share })),
        role,
        replace: way === 'replace',
        validFrom,
        validTo,
      },
    })
    await forgetDuties(queries)
    onSaved(m['office.duties.assigned']({ added: formatCount(addedCount), ended: formatCount(endedCount) }))
  }
  return (
    <FormDrawer<Values>
      title={m['office.duties.assignMany']({ count: formatCount(criterionIds.length) })}
      lead={m['office.duties.assignManyLead']()}
      values={values}
      submitLabel={m['office.duties.assign']()}
      save={save}
      onClose={onClose}
    >
      <Form.Item name="role" label={m['office.duties.role']()} required>
        <Radio.Group
          optionType="button"
          buttonStyle="solid"
          options={DUTY_ROLES.map((role) => ({ value: role, label: roleName(role) }))}
        />
      </Form.Item>
      <OrganizationsItem usual={usual} />
      <Form.Item name="way" label={m['office.duties.way']()} required>
        <Radio.Group
          className="choice-lines"
          options={[
            { value: 'replace', label: m['office.duties.replace']() },
            { value: 'add', label: m['office.duties.addTo']() },
          ]}
        />
      </Form.Item>
      <ValidityFields />
    </FormDrawer>
  )
}

/** Nobody at all is an answer too, when those who have the role are to lose it. */
function OrganizationsItem({ usual }: { usual: readonly string[] }) {
  return (
    <Form.Item
      name="organizations"
      label={m['office.form.organizations']()}
      dependencies={['way']}
      validateTrigger="onSubmit"
      rules={[
        ({ getFieldValue }) => ({
          validator: (_, given: readonly Sharer[]) =>
            given.length === 0 && getFieldValue('way') === 'add'
              ? Promise.reject(new Error(m['office.duties.organizationsMissing']()))
              : Promise.resolve(),
        }),
      ]}
      extra={m['office.duties.nobodyHint']()}
    >
      <OrganizationsField usual={usual} />
    </Form.Item>
  )
}
