import { m } from '@chuangcheng/messages'
import { Form, Input, InputNumber } from 'antd'

/** What a version is called within its framework. */
export function LabelField() {
  return (
    <Form.Item
      name="label"
      label={m['office.frameworks.field.label']()}
      rules={[{ required: true, whitespace: true, message: m['office.frameworks.labelMissing']() }]}
    >
      <Input maxLength={60} autoComplete="off" />
    </Form.Item>
  )
}

export function YearField() {
  return (
    <Form.Item name="year" label={m['office.frameworks.field.year']()} rules={[{ required: true }]}>
      <InputNumber min={1990} max={2100} precision={0} className="number-wide" />
    </Form.Item>
  )
}
