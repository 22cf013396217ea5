import { m } from '@chuangcheng/messages'
import { Form, Input, InputNumber, Radio, Select } from 'antd'
import { DayInput } from '../../../shared/form/day-input.tsx'
import { formatCount } from '../../../shared/language/format.ts'
import { useSiteTypes } from './round-queries.ts'

export type TypeScope = 'ready' | 'some'

/** What can be said about a round before and after it was planned. */
export type RoundValues = {
  name: string
  startsOn: string | null
  endsOn: string | null
  rectifyDays: number
  scope: TypeScope
  siteTypeIds: string[]
}

export function NameField() {
  return (
    <Form.Item
      name="name"
      label={m['term.roundName']()}
      rules={[{ required: true, whitespace: true, message: m['office.rounds.nameMissing']() }]}
    >
      <Input maxLength={100} autoComplete="off" />
    </Form.Item>
  )
}

/** From when until when it is walked, and how long an organization has to put right what was found. */
export function PeriodFields() {
  return (
    <>
      <div className="form-pair">
        <Form.Item
          name="startsOn"
          label={m['office.rounds.startsOn']()}
          rules={[{ required: true, message: m['office.rounds.dayMissing']() }]}
        >
          <DayInput />
        </Form.Item>
        <Form.Item
          name="endsOn"
          label={m['office.rounds.endsOn']()}
          dependencies={['startsOn']}
          rules={[
            { required: true, message: m['office.rounds.dayMissing']() },
            ({ getFieldValue }) => ({
              validator: (_, day: unknown) => {
                const from: unknown = getFieldValue('startsOn')
                const reversed = typeof day === 'string' && typeof from === 'string' && day < from
                return reversed
                  ? Promise.reject(new Error(m['office.rounds.periodReversed']()))
                  : Promise.resolve()
              },
            }),
          ]}
        >
          <DayInput />
        </Form.Item>
      </div>
      <Form.Item
        name="rectifyDays"
        label={m['office.rounds.rectifyDays']()}
        extra={m['office.rounds.rectifyDaysHint']()}
        rules={[{ required: true, message: m['office.rounds.rectifyDaysMissing']() }]}
      >
        <InputNumber<number>
          min={0}
          max={365}
          precision={0}
          suffix={m['office.rounds.days']()}
          style={{ width: 140 }}
        />
      </Form.Item>
    </>
  )
}

/** Which types of sites are walked: all with a checklist, or some. */
export function TypesField({ readyCount }: { readyCount: number | undefined }) {
  const types = useSiteTypes().data ?? []
  const scope = Form.useWatch<TypeScope | undefined>('scope')
  return (
    <>
      <Form.Item name="scope" label={m['office.rounds.types']()} required>
        <Radio.Group
          className="choice-lines"
          options={[
            {
              value: 'ready',
              label: m['office.rounds.typesReady']({ count: formatCount(readyCount ?? 0) }),
              disabled: readyCount === 0,
            },
            { value: 'some', label: m['office.rounds.typesSome']() },
          ]}
        />
      </Form.Item>
      {scope === 'some' && (
        <Form.Item
          name="siteTypeIds"
          label={m['office.rounds.typesChosen']()}
          rules={[{ required: true, type: 'array', min: 1, message: m['office.rounds.typesMissing']() }]}
        >
          <Select
            mode="multiple"
            placeholder={m['office.rounds.typesPlaceholder']()}
            showSearch={{ optionFilterProp: 'label' }}
            options={types.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
      )}
    </>
  )
}
