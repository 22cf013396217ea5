import { ROUND_STATES, type RoundState } from '@chuangcheng/domain'
import { createRoute } from '@tanstack/react-router'
import { oneSaid } from '../shared/address/said-in-address.ts'
import { readPlannedSearch, readVisitsSearch } from './inspections/rounds/round-search.ts'
import { readAssignmentSearch } from './inspections/tasks/task-search.ts'
import { readVisitSearch } from './inspections/visit/visit-search.ts'
import { page } from './page.tsx'
import { frame } from './route-frame.ts'

const rounds = createRoute({
  getParentRoute: () => frame,
  path: '/rounds',
  validateSearch: (search): { state?: RoundState | undefined } => ({
    state: oneSaid(ROUND_STATES, search.state),
  }),
  component: page(() => import('./inspections/rounds/rounds-page.tsx'), 'RoundsPage'),
})

const round = createRoute({
  getParentRoute: () => frame,
  path: '/rounds/$id',
  component: page(() => import('./inspections/rounds/round-frame.tsx'), 'RoundFrame'),
})

const roundProgress = createRoute({
  getParentRoute: () => round,
  path: '/',
  component: page(() => import('./inspections/rounds/progress-page.tsx'), 'RoundProgressPage'),
})

const roundPlan = createRoute({
  getParentRoute: () => round,
  path: '/plan',
  validateSearch: readPlannedSearch,
  component: page(() => import('./inspections/plan/plan-page.tsx'), 'RoundPlanPage'),
})

const roundVisits = createRoute({
  getParentRoute: () => round,
  path: '/visits',
  validateSearch: readVisitsSearch,
  component: page(() => import('./inspections/rounds/visits-page.tsx'), 'RoundVisitsPage'),
})

const roundImport = createRoute({
  getParentRoute: () => frame,
  path: '/rounds/$id/import',
  component: page(() => import('./observation-imports/import-page.tsx'), 'RoundImportPage'),
})

const newRoundImport = createRoute({
  getParentRoute: () => frame,
  path: '/rounds/import',
  component: page(() => import('./observation-imports/import-page.tsx'), 'NewRoundImportPage'),
})

const myRounds = createRoute({
  getParentRoute: () => frame,
  path: '/my-rounds',
  validateSearch: readAssignmentSearch,
  component: page(() => import('./inspections/tasks/my-rounds-page.tsx'), 'MyRoundsPage'),
})

const visitSite = createRoute({
  getParentRoute: () => frame,
  path: '/rounds/$id/sites/$siteId/visit',
  validateSearch: readVisitSearch,
  component: page(() => import('./inspections/visit/visit-page.tsx'), 'VisitPage'),
})

const visit = createRoute({
  getParentRoute: () => frame,
  path: '/visits/$id',
  validateSearch: (search): { submitted?: boolean | undefined } => ({
    submitted: search.submitted === true ? true : undefined,
  }),
  component: page(() => import('./inspections/record/record-page.tsx'), 'VisitRecordPage'),
})

/** What is walked and what was seen: rounds, tasks, visits. */
export const inspectionRoutes = [
  rounds,
  newRoundImport,
  roundImport,
  round.addChildren([roundProgress, roundPlan, roundVisits]),
  myRounds,
  visitSite,
  visit,
] as const
