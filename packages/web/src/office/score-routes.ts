import { createRoute } from '@tanstack/react-router'
import { page } from './page.tsx'
import { frame } from './route-frame.ts'
import { readScoreSearch } from './scores/score-search.ts'

const scores = createRoute({
  getParentRoute: () => frame,
  path: '/scores',
  validateSearch: readScoreSearch,
  component: page(() => import('./scores/scores-page.tsx'), 'ScoresPage'),
})

/** What observations are worth. */
export const scoreRoutes = [scores] as const
