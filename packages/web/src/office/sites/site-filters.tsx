import { SITE_STATES } from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'
import type { ReactNode } from 'react'
import { AreaPicker } from '../../shared/form/area-picker.tsx'
import { OrganizationPicker } from '../../shared/form/organization-picker.tsx'
import { FilterBar, FilterSelect, FilterText } from '../../shared/ui/filter-bar.tsx'
import { useSiteTypes } from './site-queries.ts'
import { filtersOf, isFiltered, MISSING, type SiteSearch } from './site-search.ts'
import { missingName, stateName } from './site-words.ts'

type Props = { title: ReactNode; search: SiteSearch; onChange: (part: Partial<SiteSearch>) => void }

const NONE: SiteSearch = {
  type: undefined,
  area: undefined,
  organization: undefined,
  state: undefined,
  missing: undefined,
  text: undefined,
}

/** The same filters over table and map; they stand in the address, so that a view can be sent to a colleague. */
export function SiteFilterBar({ title, search, onChange }: Props) {
  const types = useSiteTypes().data ?? []
  return (
    <FilterBar title={title} onClear={isFiltered(filtersOf(search)) ? () => onChange(NONE) : undefined}>
      <FilterText
        label={m['office.sites.filterText']()}
        value={search.text ?? ''}
        onChange={(text) => onChange({ text: text || undefined })}
      />
      <FilterSelect
        label={m['office.field.type']()}
        value={search.type}
        options={types.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(type) => onChange({ type })}
      />
      <AreaPicker
        className="filter-select"
        label={m['office.sites.filterArea']()}
        value={search.area ?? null}
        onChange={(area) => onChange({ area: area ?? undefined })}
      />
      <OrganizationPicker
        className="filter-select"
        label={m['office.sites.filterOrganization']()}
        value={search.organization ?? null}
        onChange={(organization) => onChange({ organization: organization ?? undefined })}
      />
      <FilterSelect
        label={m['office.field.state']()}
        value={search.state}
        options={SITE_STATES.map((value) => ({ value, label: stateName(value) }))}
        onChange={(state) => onChange({ state })}
      />
      <FilterSelect
        label={m['office.sites.missing.label']()}
        value={search.missing}
        options={MISSING.map((value) => ({ value, label: missingName(value) }))}
        onChange={(missing) => onChange({ missing })}
      />
    </FilterBar>
  )
}
