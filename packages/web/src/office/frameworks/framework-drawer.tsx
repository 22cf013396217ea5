import { CAMPAIGN_KINDS, type CampaignKind } from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Form, Input, Radio, Select } from 'antd'
import { useState } from 'react'
import { v7 as newId } from 'uuid'
import { call } from '../../shared/api/client.ts'
import { changesOf } from '../../shared/form/field-values.ts'
import { FormDrawer } from '../../shared/form/form-drawer.tsx'
import { type Framework, forgetFrameworks } from './framework-queries.ts'
import { campaignName } from './framework-words.ts'
import { LevelNamesField } from './level-names-field.tsx'
import { LabelField, YearField } from './version-fields.tsx'

/** What a framework begins with; a workbook is read on the page one is led to. */
export type Start = 'default' | 'workbook' | 'empty'

type Values = {
  name: string
  campaign: CampaignKind
  year: number
  label: string
  start: Start
  levelNames: string[]
}

const usualLevels = (): string[] => [
  m['office.frameworks.usualLevel.first'](),
  m['office.frameworks.usualLevel.second'](),
  m['office.frameworks.usualLevel.criterion'](),
]

/** Adds a framework with its first draft and leads to what comes next. */
export function AddFrameworkDrawer({ start, onClose }: { start: Start; onClose: () => void }) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [year] = useState(() => new Date().getFullYear())
  const [levelNames] = useState(usualLevels)
  const values: Values = {
    name: m['office.frameworks.usualName'](),
    campaign: 'national',
    year,
    label: m['office.frameworks.usualLabel']({ year }),
    start,
    levelNames,
  }
  const save = async (typed: Values) => {
    const { start: way, ...fields } = typed
    const versionId = newId()
    const given = { ...fields, name: fields.name.trim(), label: fields.label.trim() }
    await call('addFramework', {
      body: { id: newId(), versionId, ...given, start: way === 'default' ? 'default' : 'empty' },
    })
    await forgetFrameworks(queries)
    const to = { workbook: '/frameworks/$versionId/import', default: '/frameworks/$versionId/guide' } as const
    await navigate({ to: way === 'empty' ? '/frameworks/$versionId' : to[way], params: { versionId } })
  }
  return (
    <FormDrawer<Values>
      title={m['office.frameworks.add']()}
      lead={m['office.frameworks.addLead']()}
      values={values}
      save={save}
      onClose={onClose}
    >
      <NameFields />
      <div className="form-pair">
        <YearField />
        <LabelField />
      </div>
      <Form.Item name="start" label={m['office.frameworks.field.start']()}>
        <Radio.Group
          className="choice-lines"
          options={[
            { value: 'default', label: m['office.frameworks.start.default']() },
            { value: 'workbook', label: m['office.frameworks.start.workbook']() },
            { value: 'empty', label: m['office.frameworks.start.empty']() },
          ]}
        />
      </Form.Item>
      <Form.Item noStyle dependencies={['start']}>
        {({ getFieldValue }) => getFieldValue('start') !== 'default' && <LevelNamesField />}
      </Form.Item>
    </FormDrawer>
  )
}

type EditValues = Pick<Values, 'name' | 'campaign'>

/** Changes what a framework is called and what campaign it belongs to. */
export function EditFrameworkDrawer({ framework, onClose }: { framework: Framework; onClose: () => void }) {
  const queries = useQueryClient()
  const values: EditValues = { name: framework.name, campaign: framework.campaign }
  const save = async (typed: EditValues) => {
    const changes = changesOf(values, { ...typed, name: typed.name.trim() })
    await call('changeFramework', {
      params: { id: framework.id },
      body: { basedOn: framework.revision, ...changes },
    })
    await forgetFrameworks(queries)
  }
  return (
    <FormDrawer<EditValues>
      title={m['office.frameworks.rename']()}
      values={values}
      save={save}
      refresh={() => forgetFrameworks(queries)}
      onClose={onClose}
    >
      <NameFields />
    </FormDrawer>
  )
}

function NameFields() {
  return (
    <>
      <Form.Item
        name="name"
        label={m['office.field.name']()}
        rules={[{ required: true, whitespace: true, message: m['office.form.nameMissing']() }]}
      >
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="campaign" label={m['office.frameworks.field.campaign']()} rules={[{ required: true }]}>
        <Select options={CAMPAIGN_KINDS.map((value) => ({ value, label: campaignName(value) }))} />
      </Form.Item>
    </>
  )
}
