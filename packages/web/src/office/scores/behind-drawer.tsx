import { m } from '@chuangcheng/messages'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { Button, Drawer } from 'antd'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { LinkTabs } from '../../shared/ui/link-tabs.tsx'
import { PlaceholderLines } from '../../shared/ui/placeholder-lines.tsx'
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx'
import { usePhone } from '../../shared/ui/use-media.ts'
import { NodeFacts } from './node-facts.tsx'
import { ObservationCard } from './observation-card.tsx'
import { type Choice, type Score, useBehind, useBreakdown } from './score-queries.ts'
import { closed, FILTERS, type ScoreSearch } from './score-search.ts'
import { NOBODY } from './score-words.ts'

const route = getRouteApi('/frame/scores')

/** What stands behind a number: the observations, with places, photos and whoever answers. */
export function BehindDrawer({ score, choice }: { score: Score; choice: Choice }) {
  const search = route.useSearch()
  const navigate = useNavigate()
  const phone = usePhone()
  if (search.behind === undefined) return null
  const node = score.nodes.find(({ id }) => id === search.node)
  return (
    <Drawer
      open
      title={
        <h2 className="form-drawer-title">
          <Title search={search} choice={choice} node={node && `${node.code} ${node.text}`} />
        </h2>
      }
      size={phone ? '100%' : 620}
      onClose={() => void navigate({ to: '/scores', search: closed(search), resetScroll: false })}
      closable={{ 'aria-label': m['office.form.close']() }}
      className="behind-drawer"
    >
      {node && <NodeFacts node={node} />}
      <BehindList search={search} behind={search.behind} choice={choice} />
    </Drawer>
  )
}

type TitleProps = { search: ScoreSearch; choice: Choice; node: string | undefined }

/** The narrowing in words: an indicator, a street, an organization. */
function Title({ search, choice, node }: TitleProps) {
  const by = FILTERS.find((filter) => filter !== 'node' && search[filter] !== undefined)
  if (by !== undefined && by !== 'node') return <PartName choice={choice} by={by} id={search[by] ?? 'none'} />
  if (search.node === 'none') return m['office.scores.unresolved']()
  if (node !== undefined) return node
  return search.behind === 'failed' ? m['office.scores.behindFailed']() : m['office.scores.behindAll']()
}

type PartProps = { choice: Choice; by: Exclude<(typeof FILTERS)[number], 'node'>; id: string }

function PartName({ choice, by, id }: PartProps) {
  const { data } = useBreakdown(choice, by)
  if (id === 'none') return NOBODY[by]()
  return data?.rows.find((row) => row.id === id)?.name ?? m['office.scores.behindAll']()
}

type ListProps = { search: ScoreSearch; behind: 'all' | 'failed'; choice: Choice }

function BehindList({ search, behind, choice }: ListProps) {
  const { node, district, subdistrict, siteType, organization } = search
  const list = useBehind({
    ...choice,
    node,
    district,
    subdistrict,
    siteType,
    organization,
    failedOnly: behind === 'failed' ? true : undefined,
  })
  const tabs = (['failed', 'all'] as const).map((one) => ({
    label: one === 'failed' ? m['office.scores.onlyFailed']() : m['office.scores.allObservations'](),
    link: { to: '/scores', search: { ...search, behind: one }, resetScroll: false } as const,
    current: behind === one,
  }))
  return (
    <>
      <div className="behind-tabs">
        <LinkTabs label={m['office.scores.observations']()} tabs={tabs} />
      </div>
      <ProblemNotice
        error={list.error}
        action={<Button onClick={list.again}>{m['office.problem.again']()}</Button>}
      />
      {list.isPending && <PlaceholderLines lines={8} />}
      {!list.isPending && !list.error && list.rows.length === 0 && (
        <EmptyState
          title={
            behind === 'failed' ? m['office.scores.nothingFailed']() : m['office.scores.nothingBehind']()
          }
          hint={m['office.scores.scopeHint']()}
        />
      )}
      <ul className="behind-list" aria-label={m['office.scores.observations']()}>
        {list.rows.map((row) => (
          <ObservationCard
            key={`${row.batchId} ${row.number}`}
            row={row}
            showCriterion={search.node !== row.criterion?.id}
          />
        ))}
      </ul>
      {list.hasMore && (
        <Button block loading={list.isLoadingMore} onClick={list.loadMore}>
          {m['office.ui.more']()}
        </Button>
      )}
    </>
  )
}
