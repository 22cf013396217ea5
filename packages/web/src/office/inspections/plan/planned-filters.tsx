import { m } from '@chuangcheng/messages'
import { AreaPicker } from '../../../shared/form/area-picker.tsx'
import { FilterBar, FilterSelect, FilterText } from '../../../shared/ui/filter-bar.tsx'
import type { Round } from '../rounds/round-queries.ts'
import type { PlannedSearch } from '../rounds/round-search.ts'

type Props = {
  round: Round
  search: PlannedSearch
  onChange: (part: Partial<PlannedSearch>) => void
}

const NOTHING: PlannedSearch = {
  type: undefined,
  area: undefined,
  team: undefined,
  visited: undefined,
  text: undefined,
}

export function PlannedFilters({ round, search, onChange }: Props) {
  const isNarrowed = Object.values(search).some((value) => value !== undefined)
  return (
    <FilterBar title={m['office.plan.planned']()} onClear={isNarrowed ? () => onChange(NOTHING) : undefined}>
      <FilterText
        label={m['office.tasks.find']()}
        value={search.text ?? ''}
        onChange={(text) => onChange({ text: text || undefined })}
      />
      <FilterSelect
        label={m['office.field.type']()}
        value={search.type}
        options={round.siteTypes.map(({ id, name }) => ({ value: id, label: name }))}
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
        options={[
          ...round.teams.map(({ id, name }) => ({ value: id, label: name })),
          { value: 'none', label: m['office.plan.noTeam']() },
        ]}
        onChange={(team) => onChange({ team })}
      />
      <FilterSelect
        label={m['term.visit']()}
        value={search.visited}
        options={[
          { value: 'yes', label: m['office.round.visited']() },
          { value: 'no', label: m['office.round.point.open']() },
        ]}
        onChange={(visited) => onChange({ visited })}
      />
    </FilterBar>
  )
}
