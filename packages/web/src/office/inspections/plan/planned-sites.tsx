import { m } from '@chuangcheng/messages'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { useCallback, useState } from 'react'
import { call } from '../../../shared/api/client.ts'
import { formatCount } from '../../../shared/language/format.ts'
import { type Column, DataTable } from '../../../shared/ui/data-table.tsx'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { ProblemNotice } from '../../../shared/ui/problem-notice.tsx'
import { StatusTag } from '../../../shared/ui/status-tag.tsx'
import {
  forgetRound,
  keepRound,
  type Round,
  type RoundSiteRow,
  useRoundSites,
} from '../rounds/round-queries.ts'
import type { PlannedSearch } from '../rounds/round-search.ts'
import { PlannedFilters } from './planned-filters.tsx'
import { useAssign } from './use-assign.ts'

const route = getRouteApi('/frame/rounds/$id/plan')

export const NO_TEAM = 'none'

/** Every planned site: where one looks who goes, gives single ones to another team, and takes some out. */
export function PlannedSites({ round, isOpen }: { round: Round; isOpen: boolean }) {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { type, area, team, visited, text } = search
  const list = useRoundSites(round.id, {
    siteTypeId: type,
    areaId: area,
    teamId: team === NO_TEAM ? undefined : team,
    unassigned: team === NO_TEAM || undefined,
    visited: visited && visited === 'yes',
    text,
  })
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const change = useCallback(
    (part: Partial<PlannedSearch>) =>
      void navigate({
        to: '/rounds/$id/plan',
        params: { id: round.id },
        search: (before: PlannedSearch) => ({ ...before, ...part }),
        replace: true,
        resetScroll: false,
      }),
    [navigate, round.id],
  )
  return (
    <section className="sheet" aria-label={m['office.plan.planned']()}>
      <PlannedFilters round={round} search={search} onChange={change} />
      {isOpen && ticked.size > 0 && (
        <TickedBar round={round} ticked={ticked} onDone={() => setTicked(new Set())} />
      )}
      <DataTable
        label={m['office.plan.planned']()}
        columns={columns()}
        list={list}
        rowId={(row) => row.site.id}
        rowName={(row) => row.site.name}
        {...(isOpen && { selection: { ids: ticked, onChange: setTicked } })}
        empty={<EmptyState title={m['office.ui.nothingFound']()} hint={m['office.ui.nothingFoundHint']()} />}
      />
    </section>
  )
}

type BarProps = { round: Round; ticked: ReadonlySet<string>; onDone: () => void }

/** What can be done with the ticked ones. */
function TickedBar({ round, ticked, onDone }: BarProps) {
  const queries = useQueryClient()
  const assign = useAssign(round)
  const siteIds = [...ticked]
  const removing = useMutation({
    mutationFn: () =>
      call('removeRoundSites', { params: { id: round.id }, body: { basedOn: round.revision, siteIds } }),
    onSuccess: async (answer) => {
      await keepRound(queries, answer.round)
      onDone()
    },
    onError: () => void forgetRound(queries, round.id),
  })
  return (
    <div className="ticked-bar">
      <strong>{m['office.plan.ticked']({ count: formatCount(ticked.size) })}</strong>
      <Select
        className="team-select"
        aria-label={m['office.plan.giveTo']()}
        placeholder={m['office.plan.giveTo']()}
        value={null}
        disabled={assign.isPending}
        options={[
          ...round.teams.map(({ id, name }) => ({ value: id, label: name })),
          { value: '', label: m['office.plan.nobody']() },
        ]}
        onChange={(teamId: string | null) =>
          teamId !== null &&
          assign.mutate({ way: 'sites', siteIds, teamId: teamId || null }, { onSuccess: onDone })
        }
      />
      <Button danger loading={removing.isPending} onClick={() => removing.mutate()}>
        {m['office.plan.takeOut']()}
      </Button>
      <Button type="text" onClick={onDone}>
        {m['office.form.cancel']()}
      </Button>
      <ProblemNotice error={assign.error ?? removing.error} />
    </div>
  )
}

const columns = (): Column<RoundSiteRow>[] => [
  { key: 'code', title: m['office.field.code'](), width: 116, render: ({ site }) => site.code },
  {
    key: 'name',
    title: m['office.round.site'](),
    width: 200,
    card: 'title',
    render: ({ site }) => (
      <Link to="/sites/$id" params={{ id: site.id }} title={site.name}>
        {site.name}
      </Link>
    ),
  },
  { key: 'type', title: m['office.field.type'](), width: 116, render: ({ site }) => site.type.name },
  {
    key: 'area',
    title: m['office.field.area'](),
    width: 132,
    render: ({ site }) => site.areaPath.at(-1)?.name ?? '—',
  },
  {
    key: 'origin',
    title: m['office.plan.origin'](),
    width: 92,
    render: ({ origin }) => m[`siteOrigin.${origin}`](),
  },
  {
    key: 'team',
    title: m['term.roundTeam'](),
    width: 124,
    render: ({ team }) => team?.name ?? <span className="cell-missing">{m['office.plan.noTeam']()}</span>,
  },
  {
    key: 'visit',
    title: m['term.visit'](),
    width: 116,
    render: ({ visit }) =>
      visit ? (
        <Link to="/visits/$id" params={{ id: visit.id }}>
          {visit.findingCount > 0
            ? m['office.rounds.findingCount']({ count: formatCount(visit.findingCount) })
            : m['office.round.point.good']()}
        </Link>
      ) : (
        <StatusTag>{m['office.round.point.open']()}</StatusTag>
      ),
  },
]
