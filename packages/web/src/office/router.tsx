import type { QueryClient } from '@tanstack/react-query'
import { createRoute, createRouter } from '@tanstack/react-router'
import { briefingRoutes } from './briefing-routes.ts'
import { caseRoutes } from './case-routes.ts'
import { inspectionRoutes } from './inspection-routes.ts'
import { page } from './page.tsx'
import { frame, root, text } from './route-frame.ts'
import { ruleBookRoutes } from './rule-book-routes.ts'
import { scoreRoutes } from './score-routes.ts'
import { ErrorPage, NotFoundPage, PendingPage } from './shell/fallback-pages.tsx'
import { readSiteSearch } from './sites/site-search.ts'

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

const areasImport = createRoute({
  getParentRoute: () => frame,
  path: '/areas/import',
  component: page(() => import('./areas/areas-import-pages.tsx'), 'AreasImportPage'),
})

const areaBoundariesImport = createRoute({
  getParentRoute: () => frame,
  path: '/area-boundaries/import',
  component: page(() => import('./areas/areas-import-pages.tsx'), 'AreaBoundariesImportPage'),
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

const organizationsImport = createRoute({
  getParentRoute: () => frame,
  path: '/organizations/import',
  component: page(() => import('./organizations/organizations-import-page.tsx'), 'OrganizationsImportPage'),
})

const organization = createRoute({
  getParentRoute: () => frame,
  path: '/organizations/$id',
  component: page(() => import('./organizations/organization-page.tsx'), 'OrganizationPage'),
})

const sites = createRoute({
  getParentRoute: () => frame,
  path: '/sites',
  validateSearch: readSiteSearch,
  component: page(() => import('./sites/sites-page.tsx'), 'SitesPage'),
})

const sitesImport = createRoute({
  getParentRoute: () => frame,
  path: '/sites/import',
  component: page(() => import('./sites/sites-import-page.tsx'), 'SitesImportPage'),
})

const site = createRoute({
  getParentRoute: () => frame,
  path: '/sites/$id',
  component: page(() => import('./sites/site-page.tsx'), 'SitePage'),
})

const siteTypes = createRoute({
  getParentRoute: () => frame,
  path: '/settings/site-types',
  component: page(() => import('./sites/site-types-page.tsx'), 'SiteTypesPage'),
})

const siteTypesImport = createRoute({
  getParentRoute: () => frame,
  path: '/settings/site-types/import',
  component: page(() => import('./sites/site-types-import-page.tsx'), 'SiteTypesImportPage'),
})

const mySessions = createRoute({
  getParentRoute: () => frame,
  path: '/my-sessions',
  component: page(() => import('./sign-in/my-sessions-page.tsx'), 'MySessionsPage'),
})

const users = createRoute({
  getParentRoute: () => frame,
  path: '/users',
  validateSearch: (
    search,
  ): { text?: string | undefined; organizationId?: string | undefined; role?: string | undefined } => ({
    text: text(search.text),
    organizationId: text(search.organizationId),
    role: text(search.role),
  }),
  component: page(() => import('./users/users-page.tsx'), 'UsersPage'),
})

const usersImport = createRoute({
  getParentRoute: () => frame,
  path: '/users/import',
  component: page(() => import('./users/users-import-page.tsx'), 'UsersImportPage'),
})

const user = createRoute({
  getParentRoute: () => frame,
  path: '/users/$id',
  component: page(() => import('./users/user-page.tsx'), 'UserPage'),
})

const audit = createRoute({
  getParentRoute: () => frame,
  path: '/audit',
  validateSearch: (search): Partial<Record<AuditFilter, string | undefined>> => ({
    actorId: text(search.actorId),
    actorName: text(search.actorName),
    action: text(search.action),
    subjectId: text(search.subjectId),
    subjectName: text(search.subjectName),
  }),
  component: page(() => import('./audit/audit-page.tsx'), 'AuditPage'),
})
type AuditFilter = 'actorId' | 'actorName' | 'action' | 'subjectId' | 'subjectName'

const settings = createRoute({
  getParentRoute: () => frame,
  path: '/settings',
  component: page(() => import('./settings/settings-page.tsx'), 'SettingsPage'),
})

const roles = createRoute({
  getParentRoute: () => frame,
  path: '/settings/roles',
  component: page(() => import('./settings/roles-page.tsx'), 'RolesPage'),
})

const routes = root.addChildren([
  setUp,
  signIn,
  password,
  frame.addChildren([
    workbench,
    areas,
    areasImport,
    areaBoundariesImport,
    area,
    organizations,
    organizationsImport,
    organization,
    sites,
    sitesImport,
    site,
    siteTypes,
    siteTypesImport,
    ...ruleBookRoutes,
    ...inspectionRoutes,
    ...scoreRoutes,
    ...briefingRoutes,
    ...caseRoutes,
    mySessions,
    users,
    usersImport,
    user,
    audit,
    settings,
    roles,
  ]),
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
