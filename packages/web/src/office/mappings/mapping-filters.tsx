import { MAPPING_STATES } from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { FilterSelect, FilterText } from '../../shared/ui/filter-bar.tsx'
import { useChecklists } from './mapping-queries.ts'
import type { MappingSearch } from './mapping-search.ts'

/** Narrows the ties; what is chosen stands in the address. */
export function MappingFilters({ versionId, search }: { versionId: string; search: MappingSearch }) {
  const navigate = useNavigate()
  const checklists = useChecklists()
  const set = (part: MappingSearch) =>
    void navigate({
      to: '/frameworks/$versionId/mappings',
      params: { versionId },
      search: { ...search, ...part },
      replace: true,
    })
  const ofOne = search.item !== undefined || search.criterion !== undefined
  const narrowed = ofOne || [search.state, search.checklist, search.text].some((value) => value !== undefined)
  return (
    <search className="mapping-filters" aria-label={m['office.ui.filter']()}>
      <FilterSelect
        label={m['office.mappings.checklist']()}
        value={search.checklist}
        options={(checklists.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(checklist) => set({ checklist })}
      />
      <FilterSelect
        label={m['office.field.state']()}
        value={search.state ?? (ofOne ? 'all' : 'guess')}
        options={[
          ...MAPPING_STATES.map((value) => ({ value, label: m[`mappingState.${value}`]() })),
          { value: 'all', label: m['office.mappings.anyState']() },
        ]}
        onChange={(state) => set({ state })}
      />
      <FilterText
        label={m['office.mappings.filterText']()}
        value={search.text ?? ''}
        onChange={(words) => set({ text: words || undefined })}
      />
      {ofOne && (
        <span className="mapping-one">
          {search.item === undefined ? m['office.mappings.ofCriterion']() : m['office.mappings.ofItem']()}
        </span>
      )}
      {narrowed && (
        <Button
          type="text"
          onClick={() =>
            void navigate({ to: '/frameworks/$versionId/mappings', params: { versionId }, search: {} })
          }
        >
          {m['office.ui.clearFilter']()}
        </Button>
      )}
    </search>
  )
}
