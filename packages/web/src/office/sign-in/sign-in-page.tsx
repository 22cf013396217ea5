import { m } from '@chuangcheng/messages'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { Button, Form, Input, Select } from 'antd'
import { type Body, call } from '../../shared/api/client.ts'
import { adoptLocale } from '../../shared/language/locale.ts'
import { sessionQuery } from '../../shared/session/session.ts'
import { usePageTitle } from '../../shared/ui/page-header.tsx'
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx'
import { Door } from '../shell/door.tsx'

type Credentials = Body<'signIn'>

/** Only a path of this site: a link from outside may not send anybody elsewhere after sign-in. */
const safePath = (from: string | undefined): string => (from && /^\/(?![/\\])/.test(from) ? from : '/')

export function SignInPage() {
  usePageTitle(m['office.signIn.title']())
  const { from } = getRouteApi('/sign-in').useSearch()
  const cities = useQuery({ queryKey: ['set-up'], queryFn: () => call('getSetUp') }).data?.cities ?? []
  const only = cities.length === 1 ? cities[0]?.name : undefined
  const queries = useQueryClient()
  const router = useRouter()
  const entering = useMutation({
    mutationFn: (credentials: Credentials) => call('signIn', { body: credentials }),
    onSuccess: ({ session }) => {
      queries.clear()
      adoptLocale(session.user.locale)
      queries.setQueryData(sessionQuery.queryKey, session)
      router.history.push(safePath(from))
    },
  })
  return (
    <Door city={only}>
      <h1>{m['office.signIn.title']()}</h1>
      <p className="door-lead">{m['office.signIn.lead']()}</p>
      <ProblemNotice error={entering.error} />
      <Form<Credentials>
        layout="vertical"
        size="large"
        requiredMark={false}
        validateTrigger="onSubmit"
        onFinish={(credentials) => entering.mutate(credentials)}
      >
        {cities.length > 1 && (
          <Form.Item
            name="city"
            label={m['office.signIn.city']()}
            rules={[{ required: true, message: m['office.signIn.cityMissing']() }]}
          >
            <Select options={cities.map((city) => ({ value: city.code, label: city.name }))} />
          </Form.Item>
        )}
        <Form.Item
          name="userName"
          label={m['office.signIn.userName']()}
          rules={[{ required: true, whitespace: true, message: m['office.signIn.userNameMissing']() }]}
        >
          <Input autoComplete="username" autoCapitalize="none" spellCheck={false} autoFocus />
        </Form.Item>
        <Form.Item
          name="password"
          label={m['office.signIn.password']()}
          rules={[{ required: true, message: m['office.signIn.passwordMissing']() }]}
        >
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={entering.isPending}>
          {m['office.signIn.submit']()}
        </Button>
      </Form>
      <p className="door-note">{m['office.signIn.forgotten']()}</p>
    </Door>
  )
}
