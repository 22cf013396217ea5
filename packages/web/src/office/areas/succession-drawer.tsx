import { SUCCESSION_KINDS, type SuccessionKind } from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Form, Radio } from 'antd'
import { useState } from 'react'
import { call } from '../../shared/api/client.ts'
import { AreaPicker } from '../../shared/form/area-picker.tsx'
import { DayInput } from '../../shared/form/day-input.tsx'
import { localToday } from '../../shared/form/field-values.ts'
import { FormDrawer } from '../../shared/form/form-drawer.tsx'
import { type AreaPage, forgetAreas } from './area-queries.ts'

type Values = { kind: SuccessionKind; onDay: string; to: { areaId: string | null }[] }

const KINDS = {
  split: m['office.areas.wasSplit'],
  merge: m['office.areas.wasMerged'],
  rename: m['office.areas.wasRenamed'],
} as const

/** Says what became of an area: split into several, merged into another, or going on under another name and code. */
export function SuccessionDrawer({ area, onClose }: { area: AreaPage; onClose: () => void }) {
  const queries = useQueryClient()
  const [today] = useState(() => localToday(new Date()))
  const save = async ({ kind, onDay, to }: Values) => {
    const toAreaIds = to.flatMap(({ areaId }) => (areaId ? [areaId] : []))
    await call('succeedArea', { params: { id: area.id }, body: { kind, onDay, toAreaIds } })
    await forgetAreas(queries)
  }
  return (
    <FormDrawer<Values>
      title={m['office.areas.succeed']({ name: area.name })}
      lead={m['office.areas.succeedLead']({ name: area.name })}
      values={{ kind: 'split', onDay: today, to: [{ areaId: null }] }}
      save={save}
      onClose={onClose}
    >
      <Form.Item name="kind" label={m['office.areas.whatHappened']()} required>
        <Radio.Group
          className="choice-lines"
          options={SUCCESSION_KINDS.map((value) => ({ value, label: KINDS[value]() }))}
        />
      </Form.Item>
      <SuccessorFields />
      <Form.Item
        name="onDay"
        label={m['office.areas.succeedOn']()}
        extra={m['office.areas.succeedOnHint']()}
        rules={[{ required: true, message: m['office.areas.succeedOnMissing']() }]}
      >
        <DayInput />
      </Form.Item>
    </FormDrawer>
  )
}

/** The areas that came out of it: several only for a split. */
function SuccessorFields() {
  return (
    <Form.List name="to">
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }, place) => (
            <Form.Item
              key={key}
              name={[name, 'areaId']}
              label={m['office.areas.successor']({ number: place + 1 })}
              extra={place === 0 ? m['office.areas.successorHint']() : undefined}
              rules={[{ required: true, message: m['office.areas.successorMissing']() }]}
            >
              <AreaPicker />
            </Form.Item>
          ))}
          <Form.Item noStyle dependencies={['kind']}>
            {({ getFieldValue }) =>
              getFieldValue('kind') === 'split' && (
                <div className="form-list-buttons">
                  <Button onClick={() => add({ areaId: null })}>{m['office.areas.addSuccessor']()}</Button>
                  {fields.length > 1 && (
                    <Button onClick={() => remove(fields.length - 1)}>
                      {m['office.areas.removeSuccessor']()}
                    </Button>
                  )}
                </div>
              )
            }
          </Form.Item>
        </>
      )}
    </Form.List>
  )
}
