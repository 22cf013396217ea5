import { VISIT_STATES } from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Checkbox } from 'antd'
import { call, type Response } from '../../../shared/api/client.ts'
import { AreaPicker } from '../../../shared/form/area-picker.tsx'
import { formatCount, formatMoment } from '../../../shared/language/format.ts'
import { type Column, DataTable } from '../../../shared/ui/data-table.tsx'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { FilterBar, FilterSelect } from '../../../shared/ui/filter-bar.tsx'
import { StatusTag } from '../../../shared/ui/status-tag.tsx'
import { useKeysetList } from '../../../shared/ui/use-keyset-list.ts'
import { STATE_TONES, visitStateName } from '../record/visit-words.ts'
import { type Round, useRound } from './round-queries.ts'
import type { VisitsSearch } from './round-search.ts'

const route = getRouteApi('/frame/rounds/$id/visits')

type VisitRow = Response<'listVisits'>['items'][number]

/** Every visit of a round, the latest first. */
export function RoundVisitsPage() {
  const { id } = route.useParams()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { data: round } = useRound(id)
  const { type, area, team, state, failed } = search
  const list = useKeysetList(['visits', 'list', id, search], ({ after, signal }) =>
    call('listVisits', {
      query: {
        roundId: id,
        siteTypeId: type,
        areaId: area,
        teamId: team,
        state,
        failedOnly: failed,
        after,
        limit: 200,
      },
      signal,
    }),
  )
  const change = (part: Partial<VisitsSearch>) =>
    void navigate({ to: '/rounds/$id/visits', params: { id }, search: { ...search, ...part }, replace: true })
  const isNarrowed = Object.values(search).some((value) => value !== undefined)
  return (
    <div className="sheet">
      <Filters
        round={round}
        search={search}
        onChange={change}
        onClear={
          isNarrowed
            ? () => void navigate({ to: '/rounds/$id/visits', params: { id }, search: {} })
            : undefined
        }
      />
      <DataTable
        label={m['office.round.visits']()}
        columns={columns()}
        list={list}
        rowId={(row) => row.id}
        rowName={(row) => row.site.name}
        empty={
          isNarrowed ? (
            <EmptyState title={m['office.ui.nothingFound']()} hint={m['office.ui.nothingFoundHint']()} />
          ) : (
            <EmptyState title={m['office.round.noVisits']()} hint={m['office.round.noVisitsHint']()} />
          )
        }
      />
    </div>
  )
}

type FilterProps = {
  round: Round | undefined
  search: VisitsSearch
  onChange: (part: Partial<VisitsSearch>) => void
  onClear: (() => void) | undefined
}

function Filters({ round, search, onChange, onClear }: FilterProps) {
  return (
    <FilterBar title={m['office.round.visits']()} onClear={onClear}>
      <Checkbox
        className="visits-failed-only"
        checked={search.failed === true}
        onChange={(event) => onChange({ failed: event.target.checked || undefined })}
      >
        {m['office.round.failedOnly']()}
      </Checkbox>
      <FilterSelect
        label={m['office.field.type']()}
        value={search.type}
        options={(round?.siteTypes ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(type) => onChange({ type })}
      />
      <AreaPicker
        className="filter-select"
        label={m['office.field.area']()}
        value={search.area ?? null}
        onChange={(area) => onChange({ area: area ?? undefined })}
      />
      <FilterSelect
        label={m['term.roundTeam']()}
        value={search.team}
        options={(round?.teams ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(team) => onChange({ team })}
      />
      <FilterSelect
        label={m['office.field.state']()}
        value={search.state}
        options={VISIT_STATES.map((value) => ({ value, label: visitStateName(value) }))}
        onChange={(state) => onChange({ state })}
      />
    </FilterBar>
  )
}

const columns = (): Column<VisitRow>[] => [
  {
    key: 'site',
    title: m['office.round.site'](),
    width: 200,
    card: 'title',
    render: ({ id, site }) => (
      <Link to="/visits/$id" params={{ id }} title={site.name}>
        {site.name}
      </Link>
    ),
  },
  { key: 'type', title: m['office.field.type'](), width: 120, render: ({ site }) => site.type.name },
  {
    key: 'area',
    title: m['office.field.area'](),
    width: 140,
    render: ({ areaPath }) => areaPath.at(-1)?.name ?? '—',
  },
  {
    key: 'inspector',
    title: m['office.record.inspector'](),
    width: 96,
    render: ({ inspectorName }) => inspectorName,
  },
  {
    key: 'finished',
    title: m['office.record.finishedAt'](),
    width: 148,
    render: ({ finishedAt }) => formatMoment(finishedAt),
  },
  {
    key: 'items',
    title: m['office.round.items'](),
    width: 76,
    align: 'end',
    render: ({ itemCount }) => formatCount(itemCount),
  },
  {
    key: 'failed',
    title: m['office.checklists.preview.fails'](),
    width: 84,
    align: 'end',
    render: ({ failedCount }) =>
      failedCount === 0 ? '0' : <StatusTag tone="alarm">{formatCount(failedCount)}</StatusTag>,
  },
  {
    key: 'state',
    title: m['office.field.state'](),
    width: 88,
    render: ({ state }) => <StatusTag tone={STATE_TONES[state]}>{visitStateName(state)}</StatusTag>,
  },
]
