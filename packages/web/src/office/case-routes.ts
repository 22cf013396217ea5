import { createRoute } from '@tanstack/react-router'
import { readCaseSearch } from './cases/case-search.ts'
import { page } from './page.tsx'
import { frame } from './route-frame.ts'

const cases = createRoute({
  getParentRoute: () => frame,
  path: '/cases',
  validateSearch: readCaseSearch,
  component: page(() => import('./cases/cases-page.tsx'), 'CasesPage'),
})

const unassignedCases = createRoute({
  getParentRoute: () => frame,
  path: '/cases/unassigned',
  component: page(() => import('./cases/inbox/inbox-page.tsx'), 'InboxPage'),
})

const caseFile = createRoute({
  getParentRoute: () => frame,
  path: '/cases/$id',
  component: page(() => import('./cases/case-page.tsx'), 'CasePage'),
})

/** What was handed over, and what became of it. */
export const caseRoutes = [cases, unassignedCases, caseFile] as const
