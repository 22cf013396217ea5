import { m } from '@chuangcheng/messages'
import { Form, Input } from 'antd'

/** The official code of a record: no spaces, at most 32 characters. */
export function CodeField({ fixed = false }: { fixed?: boolean }) {
  return (
    <Form.Item
      name="code"
      label={m['office.field.code']()}
      rules={[
        { required: true, message: m['office.form.codeMissing']() },
        { pattern: /^\S+$/, message: m['office.setUp.noSpaces']() },
      ]}
    >
      <Input maxLength={32} autoComplete="off" spellCheck={false} disabled={fixed} />
    </Form.Item>
  )
}
