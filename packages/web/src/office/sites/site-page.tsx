import '../../shared/ui/panel.css'
import './sites.css'
import { m } from '@chuangcheng/messages'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { Fragment, type ReactNode, useState } from 'react'
import { formatMoment } from '../../shared/language/format.ts'
import { MapView } from '../../shared/map/map-view.tsx'
import { coordinatesText } from '../../shared/map/rounded-position.ts'
import { useMay } from '../../shared/session/session.ts'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { Facts } from '../../shared/ui/facts.tsx'
import { HistoryPanel } from '../../shared/ui/history-panel.tsx'
import { PageHeader } from '../../shared/ui/page-header.tsx'
import { Panel } from '../../shared/ui/panel.tsx'
import { PlaceholderLines } from '../../shared/ui/placeholder-lines.tsx'
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx'
import { StatusTag } from '../../shared/ui/status-tag.tsx'
import { MovingBar } from './moving-bar.tsx'
import { EditSiteDrawer } from './site-drawer.tsx'
import { type SitePage as Site, useSite, useSiteHistory } from './site-queries.ts'
import { stateName, stateTone } from './site-words.ts'
import { useMoving } from './use-moving.ts'

export function SitePage() {
  const { id } = getRouteApi('/frame/sites/$id').useParams()
  const { data: site, error, isPending, refetch } = useSite(id)
  if (isPending) return <PlaceholderLines lines={8} />
  if (!site) {
    return (
      <>
        <PageHeader title={m['office.nav.sites']()} />
        <ProblemNotice error={error} action={<Link to="/sites">{m['office.sites.back']()}</Link>} />
      </>
    )
  }
  return <SiteSheets key={id} site={site} refresh={refetch} />
}

type SheetProps = { site: Site; refresh: () => Promise<unknown> }

function SiteSheets({ site, refresh }: SheetProps) {
  const [editing, setEditing] = useState(false)
  const mayEdit = useMay()('site.edit')
  return (
    <>
      <PageHeader
        title={site.name}
        trail={[{ label: m['office.nav.sites'](), link: { to: '/sites' } }]}
        aside={<StatusTag tone={stateTone(site.state)}>{stateName(site.state)}</StatusTag>}
        actions={
          mayEdit && (
            <Button type="primary" onClick={() => setEditing(true)}>
              {m['office.sites.edit']()}
            </Button>
          )
        }
      />
      <div className="panels">
        <div className="panels-side">
          <Panel title={m['office.sites.facts']()}>
            <Facts facts={factsOf(site)} />
          </Panel>
          <SitePlace site={site} refresh={refresh} mayEdit={mayEdit} />
        </div>
        <SiteHistory id={site.id} />
      </div>
      {editing && <EditSiteDrawer id={site.id} onClose={() => setEditing(false)} />}
    </>
  )
}

const factsOf = (site: Site) => [
  { term: m['office.field.code'](), value: site.code },
  { term: m['office.field.type'](), value: site.type.name },
  { term: m['office.field.area'](), value: site.areaPath.length > 0 ? <AreaTrail site={site} /> : null },
  { term: m['office.field.address'](), value: site.address },
  { term: m['office.field.holder'](), value: organizationLink(site.holder) },
  { term: m['office.field.supervisor'](), value: organizationLink(site.supervisor) },
  {
    term: m['office.field.position'](),
    value: site.position && coordinatesText(site.position),
  },
  { term: m['office.sites.updated'](), value: formatMoment(site.updatedAt) },
]

const organizationLink = (organization: Site['holder']): ReactNode =>
  organization && (
    <Link to="/organizations/$id" params={{ id: organization.id }}>
      {organization.name}
    </Link>
  )

/** From the city down to the smallest area the site lies in. */
function AreaTrail({ site }: { site: Site }) {
  return site.areaPath.map(({ id, name }, place) => (
    <Fragment key={id}>
      {place > 0 && <span aria-hidden="true"> · </span>}
      <Link to="/areas/$id" params={{ id }}>
        {name}
      </Link>
    </Fragment>
  ))
}

function SitePlace({ site, refresh, mayEdit }: SheetProps & { mayEdit: boolean }) {
  const moving = useMoving(site)
  const pin = moving.draft ?? site.position
  const start = mayEdit && !moving.active && (
    <Button onClick={moving.start}>
      {site.position ? m['office.sites.move']() : m['office.sites.placeIt']()}
    </Button>
  )
  return (
    <Panel title={m['office.sites.placeTitle']()} aside={start} flush>
      {pin || moving.active ? (
        <MapView
          label={m['office.sites.placeOf']({ name: site.name })}
          height={380}
          pin={pin}
          onPinMove={moving.active ? moving.move : undefined}
        />
      ) : (
        <EmptyState title={m['office.sites.missing.position']()} hint={m['office.sites.noPositionHint']()} />
      )}
      {moving.active && <MovingBar moving={moving} refresh={refresh} />}
    </Panel>
  )
}

function SiteHistory({ id }: { id: string }) {
  return <HistoryPanel title={m['office.history.title']()} list={useSiteHistory(id)} />
}
