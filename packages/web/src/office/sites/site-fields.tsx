import { SITE_STATES } from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'
import { Form, Input, Radio, Select } from 'antd'
import { OrganizationPicker } from '../../shared/form/organization-picker.tsx'
import { type DraftPosition, flawOf, type PositionFlaw } from './draft-position.ts'
import { PositionField } from './position-field.tsx'
import { type SitePage, useSiteTypes } from './site-queries.ts'
import { stateName } from './site-words.ts'

const FLAWS: Readonly<Record<PositionFlaw, () => string>> = {
  incomplete: m['office.sites.position.incomplete'],
  datumMissing: m['office.import.datum.missing'],
  outOfRange: m['office.sites.position.outOfRange'],
  swapped: m['office.sites.position.swapped'],
}

async function checkPosition(_: unknown, position: DraftPosition): Promise<void> {
  const flaw = flawOf(position)
  if (flaw) throw new Error(FLAWS[flaw]())
}

/** The fields of a site, for adding and changing it. */
export function SiteFields({ site }: { site: SitePage | undefined }) {
  return (
    <>
      <Form.Item
        name="name"
        label={m['office.field.name']()}
        rules={[{ required: true, whitespace: true, message: m['office.sites.nameMissing']() }]}
      >
        <Input maxLength={120} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="code"
        label={m['office.field.code']()}
        extra={m['office.sites.codeHint']()}
        rules={[
          { required: true, message: m['office.sites.codeMissing']() },
          { pattern: /^\S+$/, message: m['office.setUp.noSpaces']() },
        ]}
      >
        <Input maxLength={32} autoComplete="off" spellCheck={false} />
      </Form.Item>
      <TypeItem site={site} />
      <Form.Item name="address" label={m['office.field.address']()}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="position"
        label={m['office.field.position']()}
        extra={m['office.sites.position.hint']()}
        validateTrigger="onChange"
        rules={[{ validator: checkPosition }]}
      >
        <PositionField site={site} />
      </Form.Item>
      <Form.Item name="holderId" label={m['office.field.holder']()} extra={m['office.sites.holderHint']()}>
        <OrganizationPicker />
      </Form.Item>
      <Form.Item
        name="supervisorId"
        label={m['office.field.supervisor']()}
        extra={m['office.sites.supervisorHint']()}
      >
        <OrganizationPicker />
      </Form.Item>
      <Form.Item name="state" label={m['office.field.state']()} required>
        <Radio.Group options={SITE_STATES.map((state) => ({ value: state, label: stateName(state) }))} />
      </Form.Item>
    </>
  )
}

/** Types in use, and the site's own even if it has been retired since. */
function TypeItem({ site }: { site: SitePage | undefined }) {
  const types = (useSiteTypes().data ?? []).filter(({ id, retired }) => !retired || id === site?.type.id)
  return (
    <Form.Item
      name="typeId"
      label={m['office.field.type']()}
      rules={[{ required: true, message: m['office.sites.typeMissing']() }]}
    >
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={m['office.sites.typeMissing']()}
        options={types.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </Form.Item>
  )
}
