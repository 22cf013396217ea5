import './set-up.css'
import { m } from '@chuangcheng/messages'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link, useRouter } from '@tanstack/react-router'
import { Button, Form, Input } from 'antd'
import { type Body, call } from '../../shared/api/client.ts'
import { sessionQuery } from '../../shared/session/session.ts'
import { NewPasswordFields } from '../../shared/ui/new-password-fields.tsx'
import { usePageTitle } from '../../shared/ui/page-header.tsx'
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx'
import { Door } from '../shell/door.tsx'
import { StartChoice } from './start-choice.tsx'

type Founding = Omit<Body<'setUpCity'>, 'token'>

const QINGLAN = { name: '清澜市', code: 'qinglan' } as const

/** The first page of a new city: its name, its first administrator, and what to begin with. */
export function SetUpPage() {
  usePageTitle(m['office.setUp.title']())
  const { token } = getRouteApi('/set-up').useSearch()
  const state = useQuery({ queryKey: ['set-up'], queryFn: () => call('getSetUp') })
  const founding = useFounding(token ?? '')
  const [form] = Form.useForm<Founding>()

  if (state.data?.done && !founding.isPending) return <Refusal text={m['office.setUp.already']()} signIn />
  if (!token) return <Refusal text={m['office.setUp.noLink']()} />

  const suggestName = (start: Founding['start']) => {
    if (start === 'qinglan' && !form.getFieldValue('name')) form.setFieldsValue(QINGLAN)
  }
  return (
    <Door wide>
      <h1>{m['office.setUp.title']()}</h1>
      <p className="door-lead">{m['office.setUp.lead']()}</p>
      <Form<Founding>
        form={form}
        layout="vertical"
        size="large"
        requiredMark={false}
        validateTrigger="onBlur"
        initialValues={{ start: 'empty' }}
        onFinish={(given) => founding.mutate(given)}
        scrollToFirstError={{ focus: true }}
      >
        <section className="set-up-part">
          <h2>{m['office.setUp.startTitle']()}</h2>
          <Form.Item name="start" noStyle>
            <StartChoice onChoose={suggestName} />
          </Form.Item>
        </section>
        <CityFields />
        <AdministratorFields />
        <ProblemNotice error={founding.error} />
        <Button type="primary" htmlType="submit" block loading={founding.isPending}>
          {founding.isPending ? m['office.setUp.working']() : m['office.setUp.submit']()}
        </Button>
      </Form>
    </Door>
  )
}

/** Founds the city and walks in as its first administrator. */
function useFounding(token: string) {
  const queries = useQueryClient()
  const router = useRouter()
  return useMutation({
    mutationFn: async ({ code, name, administrator, start }: Founding) => {
      await call('setUpCity', { body: { token, code, name, administrator, start } })
      const { userName, password } = administrator
      return call('signIn', { body: { city: code, userName, password } })
    },
    onSuccess: ({ session }) => {
      queries.clear()
      queries.setQueryData(sessionQuery.queryKey, session)
      router.history.push('/')
    },
  })
}

function CityFields() {
  return (
    <section className="set-up-part">
      <h2>{m['office.setUp.cityTitle']()}</h2>
      <div className="set-up-pair">
        <Form.Item
          name="name"
          label={m['office.setUp.cityName']()}
          extra={m['office.setUp.cityNameHint']()}
          rules={[{ required: true, whitespace: true, message: m['office.setUp.cityNameMissing']() }]}
        >
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="code"
          label={m['office.setUp.cityCode']()}
          extra={m['office.setUp.cityCodeHint']()}
          rules={[
            { required: true, message: m['office.setUp.cityCodeMissing']() },
            { pattern: /^\S+$/, message: m['office.setUp.noSpaces']() },
          ]}
        >
          <Input maxLength={32} autoComplete="off" spellCheck={false} />
        </Form.Item>
      </div>
    </section>
  )
}

function AdministratorFields() {
  return (
    <section className="set-up-part">
      <h2>{m['office.setUp.administratorTitle']()}</h2>
      <div className="set-up-pair">
        <Form.Item
          name={['administrator', 'name']}
          label={m['office.setUp.name']()}
          rules={[{ required: true, whitespace: true, message: m['office.setUp.nameMissing']() }]}
        >
          <Input maxLength={60} autoComplete="name" />
        </Form.Item>
        <Form.Item
          name={['administrator', 'userName']}
          label={m['office.signIn.userName']()}
          extra={m['office.setUp.userNameHint']()}
          rules={[
            { required: true, message: m['office.signIn.userNameMissing']() },
            { pattern: /^[a-z0-9][a-z0-9._-]{1,63}$/, message: m['office.setUp.userNameWrong']() },
          ]}
        >
          <Input maxLength={64} autoComplete="username" autoCapitalize="none" spellCheck={false} />
        </Form.Item>
        <NewPasswordFields name={['administrator', 'password']} />
      </div>
    </section>
  )
}

function Refusal({ text, signIn = false }: { text: string; signIn?: boolean }) {
  return (
    <Door>
      <h1>{m['office.setUp.title']()}</h1>
      <p className="door-lead">{text}</p>
      {signIn && <Link to="/sign-in">{m['office.password.goSignIn']()}</Link>}
    </Door>
  )
}
