import './sites.css'
import { m } from '@chuangcheng/messages'
import { getRouteApi } from '@tanstack/react-router'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { addressOf } from '../../shared/api/client.ts'
import { formatCount } from '../../shared/language/format.ts'
import { useMay } from '../../shared/session/session.ts'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { LinkButton } from '../../shared/ui/link-button.tsx'
import { LinkTabs } from '../../shared/ui/link-tabs.tsx'
import { PageHeader } from '../../shared/ui/page-header.tsx'
import { StatusTag } from '../../shared/ui/status-tag.tsx'
import { AddSiteDrawer, EditSiteDrawer } from './site-drawer.tsx'
import { SiteFilterBar } from './site-filters.tsx'
import { SiteMap } from './site-map.tsx'
import { useSiteCount } from './site-queries.ts'
import { filtersOf, isFiltered, type SiteSearch } from './site-search.ts'
import { SiteTable } from './site-table.tsx'

const route = getRouteApi('/frame/sites')

/** What stands open beside the register: nothing, the form of a new site, or that of an existing one. */
type Open = { readonly form: 'add' } | { readonly form: 'edit'; readonly id: string } | null

/** The register of sites (点位台账), as a table or on the map. */
export function SitesPage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const may = useMay()
  const [open, setOpen] = useState<Open>(null)
  const filters = filtersOf(search)
  const total = useSiteCount(filters)
  const mayEdit = may('site.edit')
  const add = mayEdit ? () => setOpen({ form: 'add' }) : undefined
  const change = (part: Partial<SiteSearch>) =>
    void navigate({ to: '/sites', search: { ...search, ...part }, replace: true })
  return (
    <>
      <PageHeader
        title={m['office.nav.sites']()}
        lead={m['office.sites.lead']()}
        actions={<Actions search={search} onAdd={add} />}
      />
      <div className="sheet site-filters">
        <SiteFilterBar title={<Head search={search} total={total} />} search={search} onChange={change} />
        {search.view === 'map' ? (
          <SiteMap
            filters={filters}
            total={total}
            mayEdit={mayEdit}
            onEdit={(id) => setOpen({ form: 'edit', id })}
          />
        ) : (
          <SiteTable
            filters={filters}
            total={total}
            onEdit={mayEdit ? ({ id }) => setOpen({ form: 'edit', id }) : undefined}
            empty={<Nothing filtered={isFiltered(filters)} onAdd={add} />}
          />
        )}
      </div>
      {open?.form === 'add' && <AddSiteDrawer onClose={() => setOpen(null)} />}
      {open?.form === 'edit' && <EditSiteDrawer key={open.id} id={open.id} onClose={() => setOpen(null)} />}
    </>
  )
}

function Head({ search, total }: { search: SiteSearch; total: number | undefined }) {
  return (
    <>
      <LinkTabs
        label={m['office.sites.views']()}
        tabs={[
          {
            label: m['office.sites.asTable'](),
            link: { to: '/sites', search: { ...search, view: undefined } },
            current: search.view !== 'map',
          },
          {
            label: m['office.sites.asMap'](),
            link: { to: '/sites', search: { ...search, view: 'map' } },
            current: search.view === 'map',
          },
        ]}
      />
      {total !== undefined && <StatusTag>{m['office.sites.count']({ count: formatCount(total) })}</StatusTag>}
    </>
  )
}

function Actions({ search, onAdd }: { search: SiteSearch; onAdd: (() => void) | undefined }): ReactNode {
  const may = useMay()
  return (
    <>
      <Button href={addressOf('exportSites', { query: filtersOf(search) })} download>
        {m['office.sites.export']()}
      </Button>
      {may('site.import') && <LinkButton to="/sites/import">{m['office.import.button']()}</LinkButton>}
      {onAdd && (
        <Button type="primary" onClick={onAdd}>
          {m['office.sites.add']()}
        </Button>
      )}
    </>
  )
}

function Nothing({ filtered, onAdd }: { filtered: boolean; onAdd: (() => void) | undefined }) {
  const may = useMay()
  if (filtered)
    return <EmptyState title={m['office.ui.nothingFound']()} hint={m['office.ui.nothingFoundHint']()} />
  return (
    <EmptyState
      title={m['office.sites.empty']()}
      hint={m['office.sites.emptyHint']()}
      action={
        <>
          {onAdd && <Button onClick={onAdd}>{m['office.sites.add']()}</Button>}
          {may('site.import') && (
            <LinkButton prominent to="/sites/import">
              {m['office.sites.import']()}
            </LinkButton>
          )}
        </>
      }
    />
  )
}
