import { createRoute } from '@tanstack/react-router'
import { page } from './page.tsx'
import { frame } from './route-frame.ts'

const briefings = createRoute({
  getParentRoute: () => frame,
  path: '/briefings',
  component: page(() => import('./briefings/briefings-page.tsx'), 'BriefingsPage'),
})

const briefing = createRoute({
  getParentRoute: () => frame,
  path: '/briefings/$id',
  component: page(() => import('./briefings/briefing-page.tsx'), 'BriefingPage'),
})

/** Documents link here: the address of a figure never changes. */
const figure = createRoute({
  getParentRoute: () => frame,
  path: '/figures/$id',
  component: page(() => import('./briefings/figure-page.tsx'), 'FigurePage'),
})

/** What is reported upwards, and where its figures come from. */
export const briefingRoutes = [briefings, briefing, figure] as const
