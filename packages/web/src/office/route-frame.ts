import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, redirect } from '@tanstack/react-router'
import { isSignedOut } from '../shared/api/api-problem.ts'
import { call } from '../shared/api/client.ts'
import { sessionQuery } from '../shared/session/session.ts'
import { page } from './page.tsx'
import { ErrorPage, NotFoundPage } from './shell/fallback-pages.tsx'

export const root = createRootRouteWithContext<{ queries: QueryClient }>()({
  notFoundComponent: NotFoundPage,
  errorComponent: ErrorPage,
})

/** A text in the address; anything else is not said. */
export const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value ? value : undefined

/** Everything behind the door: whoever is not signed in is sent to sign in and brought back. */
export const frame = createRoute({
  getParentRoute: () => root,
  id: 'frame',
  beforeLoad: async ({ context, location }) => {
    try {
      await context.queries.ensureQueryData(sessionQuery)
    } catch (error) {
      if (!isSignedOut(error)) throw error
      const { done } = await call('getSetUp')
      if (!done) throw redirect({ to: '/set-up' })
      throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { from: location.href } })
    }
  },
  component: page(() => import('./shell/office-frame.tsx'), 'OfficeFrame'),
})
