import './sites.css'
import { m } from '@chuangcheng/messages'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { formatCount } from '../../shared/language/format.ts'
import { useMay } from '../../shared/session/session.ts'
import { type Column, DataTable } from '../../shared/ui/data-table.tsx'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { FilterBar, FilterText } from '../../shared/ui/filter-bar.tsx'
import { LinkButton } from '../../shared/ui/link-button.tsx'
import { PageHeader } from '../../shared/ui/page-header.tsx'
import { StatusTag } from '../../shared/ui/status-tag.tsx'
import { type SiteType, useSiteTypes } from './site-queries.ts'
import { SiteTypeDrawer } from './site-type-drawer.tsx'

/** The types of sites (点位类型): data of the city, not of the program. */
export function SiteTypesPage() {
  const types = useSiteTypes()
  const mayEdit = useMay()('siteType.edit')
  const [text, setText] = useState('')
  const [open, setOpen] = useState<SiteType | 'new' | null>(null)
  const found = (types.data ?? []).filter((type) => isNamed(type, text.trim().toLowerCase()))
  return (
    <>
      <PageHeader
        title={m['office.siteTypes.title']()}
        trail={[{ label: m['office.settings.title'](), link: { to: '/settings' } }]}
        lead={m['office.siteTypes.lead']()}
        actions={
          mayEdit && (
            <>
              <LinkButton to="/settings/site-types/import">{m['office.import.button']()}</LinkButton>
              <Button type="primary" onClick={() => setOpen('new')}>
                {m['office.siteTypes.add']()}
              </Button>
            </>
          )
        }
      />
      <div className="sheet">
        <FilterBar
          title={
            <>
              {m['office.siteTypes.title']()}
              {types.data && (
                <StatusTag>{m['office.siteTypes.count']({ count: formatCount(found.length) })}</StatusTag>
              )}
            </>
          }
          onClear={text ? () => setText('') : undefined}
        >
          <FilterText label={m['office.siteTypes.filterText']()} value={text} onChange={setText} />
        </FilterBar>
        <DataTable
          label={m['office.siteTypes.title']()}
          columns={mayEdit ? [...columns(), editColumn(setOpen)] : columns()}
          list={{
            rows: found,
            isPending: types.isPending,
            error: types.error,
            hasMore: false,
            isLoadingMore: false,
            loadMore: () => undefined,
            again: () => void types.refetch(),
          }}
          rowId={(row) => row.id}
          rowName={(row) => row.name}
          empty={
            text ? (
              <EmptyState title={m['office.ui.nothingFound']()} hint={m['office.ui.nothingFoundHint']()} />
            ) : (
              <EmptyState title={m['office.siteTypes.empty']()} hint={m['office.siteTypes.emptyHint']()} />
            )
          }
        />
      </div>
      {open !== null && (
        <SiteTypeDrawer
          type={open === 'new' ? null : (types.data?.find(({ id }) => id === open.id) ?? open)}
          refresh={types.refetch}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  )
}

const isNamed = ({ name, code, category }: SiteType, text: string): boolean =>
  [name, code, category].some((value) => value.toLowerCase().includes(text))

const columns = (): Column<SiteType>[] => [
  { key: 'code', title: m['office.field.code'](), width: 120, render: (row) => row.code },
  { key: 'name', title: m['office.field.name'](), width: 200, card: 'title', render: (row) => row.name },
  {
    key: 'category',
    title: m['office.siteTypes.category'](),
    width: 150,
    render: (row) => row.category || '—',
  },
  {
    key: 'description',
    title: m['office.siteTypes.description'](),
    width: 320,
    render: (row) => <span title={row.description}>{row.description || '—'}</span>,
  },
  {
    key: 'sites',
    title: m['office.areas.sites'](),
    width: 90,
    align: 'end',
    render: (row) => (
      <Link to="/sites" search={{ type: row.id }}>
        {formatCount(row.siteCount)}
      </Link>
    ),
  },
  {
    key: 'state',
    title: m['office.field.state'](),
    width: 90,
    render: (row) =>
      row.retired ? (
        <StatusTag>{m['office.siteTypes.retired']()}</StatusTag>
      ) : (
        <StatusTag tone="good">{m['office.siteTypes.inUse']()}</StatusTag>
      ),
  },
]

const editColumn = (onEdit: (type: SiteType) => void): Column<SiteType> => ({
  key: 'edit',
  title: m['office.sites.action'](),
  width: 80,
  render: (row) => (
    <Button
      type="link"
      size="small"
      className="cell-button"
      aria-label={m['office.sites.editNamed']({ name: row.name })}
      onClick={() => onEdit(row)}
    >
      {m['office.sites.edit']()}
    </Button>
  ),
})
