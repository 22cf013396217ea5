import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { ConfigProvider } from 'antd'
import english from 'antd/locale/en_US'
import chinese from 'antd/locale/zh_CN'
import { useState } from 'react'
import { ApiProblem } from '../shared/api/api-problem.ts'
import { useLocale } from '../shared/language/locale.ts'
import { theme } from '../shared/theme/theme.ts'
import { createOfficeRouter } from './router.tsx'

/** Refusals are answers: only a broken connection or a broken server is worth another try. */
const worthRetrying = (failures: number, error: unknown): boolean =>
  failures < 2 && !(error instanceof ApiProblem && error.body.status >= 400 && error.body.status < 500)

export function App() {
  const [queries] = useState(
    () => new QueryClient({ defaultOptions: { queries: { staleTime: 10_000, retry: worthRetrying } } }),
  )
  const [router] = useState(() => createOfficeRouter(queries))
  const locale = useLocale()

  return (
    <ConfigProvider
      theme={theme}
      locale={locale === 'en' ? english : chinese}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </ConfigProvider>
  )
}
