import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, createRouter, redirect } from '@tanstack/react-router'
import { isSignedOut } from '../shared/api/api-problem.ts'
import { call } from '../shared/api/client.ts'
import { sessionQuery } from '../shared/session/session.ts'
import { readMappingSearch } from './mappings/mapping-search.ts'
import { page } from './page.tsx'
import { readTaskSearch } from './self-checks/task-search.ts'
import { ErrorPage, NotFoundPage, PendingPage } from './shell/fallback-pages.tsx'
import { readSiteSearch } from './sites/site-search.ts'

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

const frameworks = createRoute({
  getParentRoute: () => frame,
  path: '/frameworks',
  component: page(() => import('./frameworks/frameworks-page.tsx'), 'FrameworksPage'),
})

const frameworkImport = createRoute({
  getParentRoute: () => frame,
  path: '/frameworks/$versionId/import',
  component: page(() => import('./frameworks/import-page.tsx'), 'FrameworkImportPage'),
})

const frameworkGuide = createRoute({
  getParentRoute: () => frame,
  path: '/frameworks/$versionId/guide',
  validateSearch: (search): { step?: 'points' | 'rules' | 'leads' | undefined } => ({
    step: (['points', 'rules', 'leads'] as const).find((step) => step === search.step),
  }),
  component: page(() => import('./frameworks/guide/guide-page.tsx'), 'GuidePage'),
})

const frameworkVersion = createRoute({
  getParentRoute: () => frame,
  path: '/frameworks/$versionId',
  component: page(() => import('./frameworks/version-frame.tsx'), 'VersionFrame'),
})

const frameworkStructure = createRoute({
  getParentRoute: () => frameworkVersion,
  path: '/',
  validateSearch: (search): { node?: string | undefined; field?: string | undefined } => ({
    node: text(search.node),
    field: text(search.field),
  }),
  component: page(() => import('./frameworks/structure-page.tsx'), 'StructurePage'),
})

const frameworkFlaws = createRoute({
  getParentRoute: () => frameworkVersion,
  path: '/flaws',
  component: page(() => import('./frameworks/flaws-page.tsx'), 'FlawsPage'),
})

const frameworkComparison = createRoute({
  getParentRoute: () => frameworkVersion,
  path: '/comparison',
  component: page(() => import('./frameworks/comparison-page.tsx'), 'ComparisonPage'),
})

const frameworkHistory = createRoute({
  getParentRoute: () => frameworkVersion,
  path: '/history',
  component: page(() => import('./frameworks/history-page.tsx'), 'HistoryPage'),
})

const mappings = createRoute({
  getParentRoute: () => frame,
  path: '/frameworks/$versionId/mappings',
  validateSearch: readMappingSearch,
  component: page(() => import('./mappings/mappings-page.tsx'), 'MappingsPage'),
})

const checklists = createRoute({
  getParentRoute: () => frame,
  path: '/checklists',
  component: page(() => import('./checklists/checklists-page.tsx'), 'ChecklistsPage'),
})

const checklistsImport = createRoute({
  getParentRoute: () => frame,
  path: '/checklists/import',
  component: page(() => import('./checklists/checklists-import-page.tsx'), 'ChecklistsImportPage'),
})

const checklist = createRoute({
  getParentRoute: () => frame,
  path: '/checklists/$id',
  validateSearch: (search): { version?: string | undefined } => ({ version: text(search.version) }),
  component: page(() => import('./checklists/checklist-page.tsx'), 'ChecklistPage'),
})

type OfVersion = { version?: string | undefined }

const taskSheet = createRoute({
  getParentRoute: () => frame,
  path: '/organizations/$id/task-sheet',
  validateSearch: (search): OfVersion => ({ version: text(search.version) }),
  component: page(() => import('./duties/task-sheet-page.tsx'), 'TaskSheetPage'),
})

const myTaskSheet = createRoute({
  getParentRoute: () => frame,
  path: '/my-tasks',
  component: page(() => import('./duties/my-task-sheet-page.tsx'), 'MyTaskSheetPage'),
})

const dutiesImport = createRoute({
  getParentRoute: () => frame,
  path: '/duties/import',
  component: page(() => import('./duties/duties-import-page.tsx'), 'DutiesImportPage'),
})

const duties = createRoute({
  getParentRoute: () => frame,
  path: '/duties',
  validateSearch: (search): OfVersion & { criterion?: string | undefined } => ({
    version: text(search.version),
    criterion: text(search.criterion),
  }),
  component: page(() => import('./duties/duties-frame.tsx'), 'DutiesFrame'),
})

const dutyMatrix = createRoute({
  getParentRoute: () => duties,
  path: '/',
  component: page(() => import('./duties/matrix-page.tsx'), 'DutyMatrixPage'),
})

const onSiteDuties = createRoute({
  getParentRoute: () => duties,
  path: '/on-site',
  component: page(() => import('./duties/on-site-page.tsx'), 'OnSiteDutiesPage'),
})

const responsible = createRoute({
  getParentRoute: () => duties,
  path: '/responsible',
  component: page(() => import('./duties/responsible-page.tsx'), 'ResponsiblePage'),
})

const selfChecks = createRoute({
  getParentRoute: () => frame,
  path: '/self-checks',
  component: page(() => import('./self-checks/self-checks-page.tsx'), 'SelfChecksPage'),
})

const selfCheck = createRoute({
  getParentRoute: () => frame,
  path: '/self-checks/$id',
  component: page(() => import('./self-checks/self-check-page.tsx'), 'SelfCheckPage'),
})

const selfCheckTasks = createRoute({
  getParentRoute: () => frame,
  path: '/self-checks/$id/tasks',
  validateSearch: readTaskSearch,
  component: page(() => import('./self-checks/tasks-page.tsx'), 'SelfCheckTasksPage'),
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
    frameworks,
    frameworkImport,
    frameworkGuide,
    frameworkVersion.addChildren([frameworkStructure, frameworkFlaws, frameworkComparison, frameworkHistory]),
    mappings,
    checklists,
    checklistsImport,
    checklist,
    taskSheet,
    myTaskSheet,
    dutiesImport,
    duties.addChildren([dutyMatrix, onSiteDuties, responsible]),
    selfChecks,
    selfCheck,
    selfCheckTasks,
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
