import { m } from '@chuangcheng/messages'
import { getRouteApi } from '@tanstack/react-router'
import { Button } from 'antd'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { PlaceholderLines } from '../../shared/ui/placeholder-lines.tsx'
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx'
import { MappingFilters } from './mapping-filters.tsx'
import { type Coverage, useCoverage, useTies } from './mapping-queries.ts'
import { filtersOf, type MappingSearch } from './mapping-search.ts'
import { Review } from './review.tsx'
import { type QueueItem, queueOf } from './tie-queue.ts'

const route = getRouteApi('/frame/frameworks/$versionId/mappings')

type Props = { versionId: string; mayEdit: boolean; onPropose: () => void }

/** The ties that the filters let through, to be gone through one after another. */
export function ReviewView({ versionId, mayEdit, onPropose }: Props) {
  const search = route.useSearch()
  const filters = filtersOf(search)
  const ties = useTies(versionId, filters)
  const coverage = useCoverage(versionId)
  const found = queueOf(ties.rows, ties.hasMore)
  const queue = found.length === 0 ? itemAlone(search, coverage.data) : found
  return (
    <>
      <MappingFilters versionId={versionId} search={search} />
      {ties.isPending && (
        <div className="sheet review-pending">
          <PlaceholderLines lines={8} />
        </div>
      )}
      {ties.rows.length === 0 && (
        <ProblemNotice
          error={ties.error}
          action={<Button onClick={ties.again}>{m['office.problem.again']()}</Button>}
        />
      )}
      {!ties.isPending && !ties.error && queue.length === 0 && (
        <div className="sheet">
          <Nothing search={search} coverage={coverage.data} mayEdit={mayEdit} onPropose={onPropose} />
        </div>
      )}
      {queue.length > 0 && (
        <Review
          key={JSON.stringify(filters)}
          versionId={versionId}
          queue={queue}
          mayEdit={mayEdit}
          hasMore={ties.hasMore}
          loadMore={ties.loadMore}
        />
      )}
    </>
  )
}

/** An item that feeds nothing has no ties to list: it stands alone, to be tied by hand. */
function itemAlone({ item }: MappingSearch, coverage: Coverage | undefined): QueueItem[] {
  const alone = coverage?.feedingNothing.find(({ id }) => id === item)
  if (!alone) return []
  const { id, code, text, checklist } = alone
  return [{ itemId: id, itemCode: code, itemText: text, dimension: '', checklist, ties: [] }]
}

type NothingProps = {
  search: MappingSearch
  coverage: Coverage | undefined
  mayEdit: boolean
  onPropose: () => void
}

function Nothing({ search, coverage, mayEdit, onPropose }: NothingProps) {
  const narrowed = Object.values(search).some((value) => value !== undefined)
  if (narrowed) {
    return <EmptyState title={m['office.ui.nothingFound']()} hint={m['office.ui.nothingFoundHint']()} />
  }
  if (coverage && coverage.confirmedCount > 0) {
    return (
      <EmptyState title={m['office.mappings.allDecided']()} hint={m['office.mappings.allDecidedHint']()} />
    )
  }
  return (
    <EmptyState
      title={m['office.mappings.none']()}
      hint={mayEdit ? m['office.mappings.noneHint']() : m['office.mappings.noneYet']()}
      action={
        mayEdit && (
          <Button type="primary" onClick={onPropose}>
            {m['office.mappings.propose']()}
          </Button>
        )
      }
    />
  )
}
