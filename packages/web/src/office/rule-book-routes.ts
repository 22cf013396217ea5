import { createRoute } from '@tanstack/react-router'
import { readMappingSearch } from './mappings/mapping-search.ts'
import { page } from './page.tsx'
import { frame, text } from './route-frame.ts'
import { readTaskSearch } from './self-checks/task-search.ts'

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

/** What is asked, where, and of whom: frameworks, mappings, checklists, duties and self-checks. */
export const ruleBookRoutes = [
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
] as const
