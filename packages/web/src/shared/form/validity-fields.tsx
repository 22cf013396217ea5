import { m } from '@chuangcheng/messages'
import { Form } from 'antd'
import { DayInput } from './day-input.tsx'

/** From when and until when a record holds; the last day may stay open. */
export function ValidityFields() {
  return (
    <div className="form-pair">
      <Form.Item
        name="validFrom"
        label={m['office.field.validFrom']()}
        rules={[{ required: true, message: m['office.form.validFromMissing']() }]}
      >
        <DayInput />
      </Form.Item>
      <Form.Item
        name="validTo"
        label={m['office.field.validTo']()}
        extra={m['office.form.validToHint']()}
        dependencies={['validFrom']}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, day: unknown) => {
              const from: unknown = getFieldValue('validFrom')
              const reversed = typeof day === 'string' && typeof from === 'string' && day < from
              return reversed
                ? Promise.reject(new Error(m['office.form.validityReversed']()))
                : Promise.resolve()
            },
          }),
        ]}
      >
        <DayInput />
      </Form.Item>
    </div>
  )
}
