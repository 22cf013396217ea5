import { PASSWORD_MIN_LENGTH } from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'
import { Form, Input } from 'antd'

type Props = { name: string | string[] }

/** A new password, typed twice; the server judges its strength and says which rule it breaks. */
export function NewPasswordFields({ name }: Props) {
  return (
    <>
      <Form.Item
        name={name}
        label={m['office.password.new']()}
        extra={m['office.password.rule']({ minimum: PASSWORD_MIN_LENGTH })}
        rules={[
          { required: true, message: m['office.password.newMissing']() },
          {
            min: PASSWORD_MIN_LENGTH,
            message: m['office.password.tooShort']({ minimum: PASSWORD_MIN_LENGTH }),
          },
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="passwordAgain"
        label={m['office.password.again']()}
        dependencies={[name]}
        rules={[
          { required: true, message: m['office.password.againMissing']() },
          ({ getFieldValue }) => ({
            validator: (_, value: unknown) =>
              !value || value === getFieldValue(name)
                ? Promise.resolve()
                : Promise.reject(new Error(m['office.password.different']())),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
    </>
  )
}
