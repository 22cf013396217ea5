import { m } from '@chuangcheng/messages'
import { getRouteApi } from '@tanstack/react-router'
import { LinkTabs } from '../../shared/ui/link-tabs.tsx'
import { BreakdownSheet } from './breakdown-sheet.tsx'
import type { Choice, Score } from './score-queries.ts'
import { closed, dimensionOf, VIEWS } from './score-search.ts'
import { VIEW_NAMES } from './score-words.ts'
import { TreeSheet } from './tree-sheet.tsx'

const route = getRouteApi('/frame/scores')

/** The same score from several sides: by the tree, by area, by type, by who answers. */
export function ScoreViews({ score, choice }: { score: Score; choice: Choice }) {
  const search = route.useSearch()
  const dimension = dimensionOf(search)
  const tabs = VIEWS.map((view) => ({
    label: VIEW_NAMES[view](),
    link: { to: '/scores', search: { ...closed(search), view }, resetScroll: false } as const,
    current: (search.view ?? 'tree') === view,
  }))
  return (
    <section className="sheet score-sheet" aria-label={m['office.scores.views']()}>
      <div className="score-tabs">
        <LinkTabs label={m['office.scores.views']()} tabs={tabs} />
      </div>
      {dimension === null ? (
        <TreeSheet key={score.version.id} score={score} />
      ) : (
        <BreakdownSheet choice={choice} dimension={dimension} />
      )}
    </section>
  )
}
