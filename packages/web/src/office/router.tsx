import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, createRouter, redirect } from '@tanstack/react-router'
import { isSignedOut } from '../shared/api/api-problem.ts'
import { call } from '../shared/api/client.ts'
import { sessionQuery } from '../shared/session/session.ts'
import { page } from './page.tsx'
import { ErrorPage, NotFoundPage, PendingPage } from './shell/fallback-pages.tsx'

const root = createRootRouteWithContext<{ queries: QueryClient }>()({
  notFoundComponent: NotFoundPage,
  errorComponent: ErrorPage,
})

const text = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined)

const setUp = createRoute({
  getParentRoute: () => root,
  path: '/set-up',
  validateSearch: (search): { token?: string | undefined } => ({ token: text(search.token) }),
  component: page(() => import('./set-up/set-up-page.tsx'), 'SetUpPage'),
})

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search): { from?: string | undefined } => ({ from: text(search.from) }),
  component: page(() => import('./sign-in/sign-in-page.tsx'), 'SignInPage'),
})

const password = createRoute({
  getParentRoute: () => root,
  path: '/password/$token',
  component: page(() => import('./sign-in/password-page.tsx'), 'PasswordPage'),
})

/** Everything behind the door: whoever is not signed in is sent to sign in and brought back. */
const frame = createRoute({
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

const workbench = createRoute({
  getParentRoute: () => frame,
  path: '/',
  component: page(() => import('./workbench/workbench-page.tsx'), 'WorkbenchPage'),
})

const areas = createRoute({
  getParentRoute: () => frame,
  path: '/areas',
  component: page(() => import('./areas/areas-page.tsx'), 'AreasPage'),
})

const area = createRoute({
  getParentRoute: () => frame,
  path: '/areas/$id',
  component: page(() => import('./areas/area-page.tsx'), 'AreaPage'),
})

const organizations = createRoute({
  getParentRoute: () => frame,
  path: '/organizations',
  component: page(() => import('./organizations/organizations-page.tsx'), 'OrganizationsPage'),
})

const organization = createRoute({
  getParentRoute: () => frame,
  path: '/organizations/$id',
  component: page(() => import('./organizations/organization-page.tsx'), 'OrganizationPage'),
})

const mySessions = createRoute({
  getParentRoute: () => frame,
  path: '/my-sessions',
  component: page(() => import('./sign-in/my-sessions-page.tsx'), 'MySessionsPage'),
})

const routes = root.addChildren([
  setUp,
  signIn,
  password,
  frame.addChildren([workbench, areas, area, organizations, organization, mySessions]),
])

export function createOfficeRouter(queries: QueryClient) {
  return createRouter({
    routeTree: routes,
    context: { queries },
    defaultPreload: 'intent',
    defaultPendingMs: 300,
    defaultPendingComponent: PendingPage,
    defaultErrorComponent: ErrorPage,
    defaultNotFoundComponent: NotFoundPage,
    scrollRestoration: true,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createOfficeRouter>
  }
}
