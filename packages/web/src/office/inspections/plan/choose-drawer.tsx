import CloseOutlined from '@ant-design/icons/CloseOutlined'
import { m } from '@chuangcheng/messages'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Radio, Select } from 'antd'
import { call } from '../../../shared/api/client.ts'
import { AreaPicker } from '../../../shared/form/area-picker.tsx'
import { FormDrawer } from '../../../shared/form/form-drawer.tsx'
import { SitePicker } from '../../../shared/form/site-picker.tsx'
import { forgetRound, keepRound, type Round } from '../rounds/round-queries.ts'

type Values = { way: 'sites' | 'area'; siteIds: string[]; areaId: string | null; siteTypeId: string | null }

const START: Values = { way: 'sites', siteIds: [], areaId: null, siteTypeId: null }

/** Plans sites that were not drawn: these, or all of an area. */
export function ChooseDrawer({ round, onClose }: { round: Round; onClose: () => void }) {
  const queries = useQueryClient()
  const save = async ({ way, siteIds, areaId, siteTypeId }: Values) => {
    const what =
      way === 'sites' ? { siteIds } : { ...(areaId && { areaId }), ...(siteTypeId && { siteTypeId }) }
    const answer = await call('addRoundSites', {
      params: { id: round.id },
      body: { basedOn: round.revision, ...what },
    })
    await keepRound(queries, answer.round)
  }
  return (
    <FormDrawer<Values>
      title={m['office.plan.choose']()}
      lead={m['office.plan.chooseLead']()}
      values={START}
      submitLabel={m['office.plan.chooseNow']()}
      save={save}
      refresh={() => forgetRound(queries, round.id)}
      onClose={onClose}
    >
      <Form.Item name="way" label={m['office.plan.chooseHow']()}>
        <Radio.Group
          className="choice-lines"
          options={[
            { value: 'sites', label: m['office.plan.chooseSites']() },
            { value: 'area', label: m['office.plan.chooseArea']() },
          ]}
        />
      </Form.Item>
      <OfWay round={round} />
    </FormDrawer>
  )
}

function OfWay({ round }: { round: Round }) {
  const way = Form.useWatch<Values['way'] | undefined>('way')
  if (way === 'area') {
    return (
      <>
        <Form.Item
          name="areaId"
          label={m['office.field.area']()}
          rules={[{ required: true, message: m['office.plan.areaMissing']() }]}
        >
          <AreaPicker />
        </Form.Item>
        <Form.Item name="siteTypeId" label={m['office.field.type']()}>
          <Select
            allowClear
            placeholder={m['office.plan.anyType']()}
            showSearch={{ optionFilterProp: 'label' }}
            options={round.siteTypes.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
      </>
    )
  }
  return (
    <Form.Item
      name="siteIds"
      label={m['office.round.site']()}
      rules={[{ required: true, type: 'array', min: 1, message: m['office.plan.sitesMissing']() }]}
    >
      <SitesField />
    </Form.Item>
  )
}

type FieldProps = { id?: string; value?: readonly string[]; onChange?: (ids: string[]) => void }

/** Sites one after another; what is chosen stands above. */
function SitesField({ id, value = [], onChange }: FieldProps) {
  return (
    <div className="sites-field">
      {value.length > 0 && (
        <ul className="sites-field-chosen">
          {value.map((siteId) => (
            <li key={siteId}>
              <SiteName id={siteId} />
              <Button
                type="text"
                size="small"
                icon={<CloseOutlined />}
                aria-label={m['office.plan.notThis']()}
                onClick={() => onChange?.(value.filter((each) => each !== siteId))}
              />
            </li>
          ))}
        </ul>
      )}
      <SitePicker
        {...(id && { id })}
        value={null}
        clearable={false}
        onChange={(siteId) => siteId && !value.includes(siteId) && onChange?.([...value, siteId])}
      />
    </div>
  )
}

function SiteName({ id }: { id: string }) {
  const { data } = useQuery({
    queryKey: ['sites', 'name', id],
    queryFn: async ({ signal }) => {
      const { name, type } = await call('getSite', { params: { id }, signal })
      return `${name} · ${type.name}`
    },
  })
  return <span>{data ?? '…'}</span>
}
