import { DUTY_ROLES, type DutyRole, type DutyTarget } from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { AutoComplete, Form, InputNumber, Radio, Select } from 'antd'
import { useState } from 'react'
import { v7 as newId } from 'uuid'
import { call } from '../../shared/api/client.ts'
import { AreaPicker } from '../../shared/form/area-picker.tsx'
import { changesOf, localToday, textOrNull } from '../../shared/form/field-values.ts'
import { FormDrawer } from '../../shared/form/form-drawer.tsx'
import { OrganizationPicker } from '../../shared/form/organization-picker.tsx'
import { SitePicker } from '../../shared/form/site-picker.tsx'
import { ValidityFields } from '../../shared/form/validity-fields.tsx'
import { type DutyRow, forgetDuties } from './duty-queries.ts'
import { roleName, targetName } from './duty-words.ts'
import { useCategories } from './use-categories.ts'

type Held = { role: DutyRole; share: number | null; validFrom: string; validTo: string | null }
type Values = Held & {
  target: DutyTarget
  siteId: string | null
  areaId: string | null
  siteTypeId: string | null
  category: string
  organizationId: string | null
}

/** Gives an organization a duty for a site, an area, or a category of problems. */
export function AddDutyDrawer({ target, onClose }: { target: DutyTarget; onClose: () => void }) {
  const queries = useQueryClient()
  const [values] = useState<Values>(() => ({
    target,
    siteId: null,
    areaId: null,
    siteTypeId: null,
    category: '',
    organizationId: null,
    role: 'lead',
    share: null,
    validFrom: localToday(new Date()),
    validTo: null,
  }))
  const save = async ({ organizationId, ...given }: Values) => {
    const aims = (one: DutyTarget) => given.target === one
    await call('addDuty', {
      body: {
        ...given,
        id: newId(),
        organizationId: organizationId ?? '',
        siteId: aims('site') ? given.siteId : null,
        areaId: aims('areaSiteType') ? given.areaId : null,
        siteTypeId: aims('areaSiteType') ? given.siteTypeId : null,
        category: aims('category') ? textOrNull(given.category) : null,
        criterionId: null,
      },
    })
    await forgetDuties(queries)
  }
  return (
    <FormDrawer<Values>
      title={m['office.duties.add']()}
      lead={m['office.duties.addLead']()}
      values={values}
      save={save}
      onClose={onClose}
    >
      <Form.Item name="target" label={m['office.duties.target']()} required>
        <Radio.Group
          optionType="button"
          options={(['areaSiteType', 'site', 'category'] as const).map((one) => ({
            value: one,
            label: targetName(one),
          }))}
        />
      </Form.Item>
      <Form.Item noStyle dependencies={['target']}>
        {({ getFieldValue }) => <TargetFields target={getFieldValue('target')} />}
      </Form.Item>
      <Form.Item
        name="organizationId"
        label={m['office.duties.organization']()}
        rules={[{ required: true, message: m['office.duties.organizationMissing']() }]}
      >
        <OrganizationPicker />
      </Form.Item>
      <HeldFields />
    </FormDrawer>
  )
}

function TargetFields({ target }: { target: unknown }) {
  if (target === 'site') {
    return (
      <Form.Item
        name="siteId"
        label={m['office.duties.site']()}
        rules={[{ required: true, message: m['office.duties.siteMissing']() }]}
      >
        <SitePicker />
      </Form.Item>
    )
  }
  if (target === 'category') return <CategoryItem />
  return (
    <>
      <Form.Item
        name="areaId"
        label={m['office.duties.area']()}
        rules={[{ required: true, message: m['office.duties.areaMissing']() }]}
      >
        <AreaPicker />
      </Form.Item>
      <SiteTypeItem />
    </>
  )
}

function SiteTypeItem() {
  const { data } = useQuery({
    queryKey: ['site-types'],
    queryFn: async ({ signal }) => (await call('listSiteTypes', { signal })).items,
  })
  return (
    <Form.Item
      name="siteTypeId"
      label={m['office.duties.siteType']()}
      extra={m['office.duties.siteTypeHint']()}
    >
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={m['office.duties.everySiteType']()}
        options={(data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      />
    </Form.Item>
  )
}

function CategoryItem() {
  const categories = useCategories()
  return (
    <Form.Item
      name="category"
      label={m['office.duties.category']()}
      extra={m['office.duties.categoryHint']()}
      rules={[{ required: true, whitespace: true, message: m['office.duties.categoryMissing']() }]}
    >
      <AutoComplete
        maxLength={60}
        showSearch={{ filterOption: true }}
        options={categories.map((value) => ({ value }))}
      />
    </Form.Item>
  )
}

function HeldFields() {
  return (
    <>
      <Form.Item name="role" label={m['office.duties.role']()} required>
        <Radio.Group
          optionType="button"
          options={DUTY_ROLES.map((role) => ({ value: role, label: roleName(role) }))}
        />
      </Form.Item>
      <Form.Item name="share" label={m['office.form.share']()} extra={m['office.duties.shareHint']()}>
        <InputNumber min={0} max={100} precision={2} controls={false} suffix="%" />
      </Form.Item>
      <ValidityFields />
    </>
  )
}

/** Changes role, share or validity; another organization or another place is another duty. */
export function EditDutyDrawer({ duty, onClose }: { duty: DutyRow; onClose: () => void }) {
  const queries = useQueryClient()
  const { role, share, validFrom, validTo } = duty
  const [before] = useState<Held>({ role, share, validFrom, validTo })
  const save = async (given: Held) => {
    const change = changesOf(before, given)
    if (Object.keys(change).length === 0) return
    await call('changeDuty', { params: { id: duty.id }, body: { basedOn: duty.revision, ...change } })
    await forgetDuties(queries)
  }
  return (
    <FormDrawer<Held>
      title={duty.organization.name}
      lead={duty.targetName}
      values={before}
      save={save}
      onClose={onClose}
    >
      <HeldFields />
    </FormDrawer>
  )
}
