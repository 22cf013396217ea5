import { m } from '@chuangcheng/messages'
import { useMutation } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button, Form } from 'antd'
import { call } from '../../shared/api/client.ts'
import { NewPasswordFields } from '../../shared/ui/new-password-fields.tsx'
import { usePageTitle } from '../../shared/ui/page-header.tsx'
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx'
import { Door } from '../shell/door.tsx'

/** Where a one-time link leads: choose a password, then sign in with it. */
export function PasswordPage() {
  usePageTitle(m['office.password.title']())
  const { token } = getRouteApi('/password/$token').useParams()
  const saving = useMutation({
    mutationFn: ({ password }: { password: string }) =>
      call('setPasswordByLink', { body: { token, password } }),
  })
  if (saving.data) {
    return (
      <Door>
        <div role="status">
          <h1>{m['office.password.done']()}</h1>
          <p className="door-lead">{m['office.password.doneLead']({ userName: saving.data.userName })}</p>
        </div>
        <Link to="/sign-in">{m['office.password.goSignIn']()}</Link>
      </Door>
    )
  }
  return (
    <Door>
      <h1>{m['office.password.title']()}</h1>
      <p className="door-lead">{m['office.password.lead']()}</p>
      <ProblemNotice error={saving.error} />
      <Form<{ password: string }>
        layout="vertical"
        size="large"
        requiredMark={false}
        validateTrigger="onBlur"
        onFinish={(given) => saving.mutate(given)}
      >
        <NewPasswordFields name="password" />
        <Button type="primary" htmlType="submit" block loading={saving.isPending}>
          {m['office.password.save']()}
        </Button>
      </Form>
    </Door>
  )
}
