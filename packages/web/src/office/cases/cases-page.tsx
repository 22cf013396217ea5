import './cases.css'
import { CASE_STATES } from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'
import { getRouteApi } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useCaseCounts } from '../../shared/cases/case-counts.ts'
import { AreaPicker } from '../../shared/form/area-picker.tsx'
import { OrganizationPicker } from '../../shared/form/organization-picker.tsx'
import { useMay } from '../../shared/session/session.ts'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { FilterBar, FilterSelect, FilterText } from '../../shared/ui/filter-bar.tsx'
import { PageHeader } from '../../shared/ui/page-header.tsx'
import { CaseList } from './case-list.tsx'
import { useCases } from './case-queries.ts'
import { type CaseSearch, type CaseTab, filtersOf, isNarrowed } from './case-search.ts'
import { CaseTabs } from './case-tabs.tsx'
import { stateName } from './case-words.ts'

const route = getRouteApi('/frame/cases')

/** Where somebody begins: with what they have to do, or, where they have to do nothing, with everything. */
function useTab(asked: CaseTab | undefined): CaseTab {
  const may = useMay()
  const counts = useCaseCounts()
  if (asked) return asked
  if (may('case.handle') && (counts?.handle ?? 0) > 0) return 'handle'
  if (may('case.verify') && (counts?.verify ?? 0) > 0) return 'verify'
  return may('case.handle') && !may('case.dispatch') ? 'handle' : 'all'
}

/** Cases (案卷): what waits for the reader, with the nearest deadline first, and everything they may see. */
export function CasesPage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const tab = useTab(search.tab)
  const list = useCases(filtersOf(tab, search))
  const change = (part: Partial<CaseSearch>) =>
    void navigate({ to: '/cases', search: { ...search, tab, ...part }, replace: true })
  return (
    <>
      <PageHeader title={m['office.nav.cases']()} lead={m['office.cases.lead']()} />
      <CaseTabs current={tab} />
      <div className="sheet case-sheet">
        {(tab === 'all' || tab === 'overdue' || isNarrowed(search)) && (
          <Filters tab={tab} search={search} onChange={change} />
        )}
        <CaseList
          label={m['office.nav.cases']()}
          list={list}
          isOwn={tab === 'handle'}
          empty={<Nothing tab={tab} search={search} />}
        />
      </div>
    </>
  )
}

const NONE: Partial<CaseSearch> = {
  state: undefined,
  organization: undefined,
  area: undefined,
  round: undefined,
  site: undefined,
  text: undefined,
}

type FilterProps = { tab: CaseTab; search: CaseSearch; onChange: (part: Partial<CaseSearch>) => void }

function Filters({ tab, search, onChange }: FilterProps) {
  return (
    <FilterBar
      title={m[`office.cases.tab.${tab}`]()}
      onClear={isNarrowed(search) ? () => onChange(NONE) : undefined}
    >
      <FilterText
        label={m['office.cases.filterText']()}
        value={search.text ?? ''}
        onChange={(text) => onChange({ text: text || undefined })}
      />
      {tab === 'all' && (
        <FilterSelect
          label={m['office.field.state']()}
          value={search.state}
          options={CASE_STATES.map((value) => ({ value, label: stateName(value) }))}
          onChange={(state) => onChange({ state })}
        />
      )}
      <OrganizationPicker
        className="filter-select"
        label={m['office.cases.organization']()}
        value={search.organization ?? null}
        onChange={(organization) => onChange({ organization: organization ?? undefined })}
      />
      <AreaPicker
        className="filter-select"
        label={m['office.sites.filterArea']()}
        value={search.area ?? null}
        onChange={(area) => onChange({ area: area ?? undefined })}
      />
    </FilterBar>
  )
}

/** Nothing to do is good news, and says so. */
function Nothing({ tab, search }: { tab: CaseTab; search: CaseSearch }): ReactNode {
  if (isNarrowed(search))
    return <EmptyState title={m['office.ui.nothingFound']()} hint={m['office.ui.nothingFoundHint']()} />
  return <EmptyState title={m[`office.cases.none.${tab}`]()} hint={m[`office.cases.noneHint.${tab}`]()} />
}
