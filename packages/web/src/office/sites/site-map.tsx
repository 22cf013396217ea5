import { m } from '@chuangcheng/messages'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { FeatureCollection } from 'geojson'
import { useMemo, useState } from 'react'
import { formatCount } from '../../shared/language/format.ts'
import { boundsOf } from '../../shared/map/bounds.ts'
import { MapView } from '../../shared/map/map-view.tsx'
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx'
import { usePhone } from '../../shared/ui/use-media.ts'
import { SiteCard } from './site-card.tsx'
import { type SitePage, useSite, useSitePoints } from './site-queries.ts'
import { isFiltered, type SiteFilters } from './site-search.ts'
import { useMoving } from './use-moving.ts'

type Props = {
  filters: SiteFilters
  total: number | undefined
  mayEdit: boolean
  onEdit: (id: string) => void
}

/** The same sites on the map: clusters, a card for the chosen one, and its pin to drag. */
export function SiteMap({ filters, total, mayEdit, onEdit }: Props) {
  const phone = usePhone()
  const [chosenId, setChosenId] = useState<string | null>(null)
  const { points, error, isPlaceholderData } = useSitePoints(filters)
  const narrowed = isFiltered(filters) && !isPlaceholderData
  const bounds = useMemo(() => (narrowed ? boundsOf(points) : null), [narrowed, points])
  const site = useSite(chosenId ?? '', chosenId !== null)
  const moving = useMoving(site.data)
  const pin = moving.active ? (moving.draft ?? site.data?.position ?? null) : null
  const drawn = points?.features.length
  return (
    <div className="site-map">
      <ProblemNotice error={error} />
      <MapView
        label={m['office.sites.map']()}
        height={phone ? '54vh' : 'clamp(360px, calc(100vh - 262px), 900px)'}
        points={moving.active ? without(points, chosenId) : points}
        bounds={bounds}
        chosenId={chosenId}
        onChoose={moving.active ? undefined : setChosenId}
        pin={pin}
        onPinMove={moving.active ? moving.move : undefined}
        alternative={<SiteLinks points={points} />}
      />
      {total !== undefined && drawn !== undefined && drawn < total && !isPlaceholderData && (
        <p className="site-map-note">{m['office.sites.notOnMap']({ count: formatCount(total - drawn) })}</p>
      )}
      {chosenId !== null && (
        <SiteCard
          key={chosenId}
          site={site.data}
          error={site.error}
          moving={moving}
          refresh={site.refetch}
          onClose={() => {
            moving.stop()
            setChosenId(null)
          }}
          actions={
            mayEdit
              ? (shown) => <CardActions site={shown} onMove={moving.start} onEdit={onEdit} />
              : undefined
          }
        />
      )}
    </div>
  )
}

type ActionProps = { site: SitePage; onMove: () => void; onEdit: (id: string) => void }

function CardActions({ site, onMove, onEdit }: ActionProps) {
  return (
    <>
      <Button onClick={onMove}>{m['office.sites.move']()}</Button>
      <Button type="primary" onClick={() => onEdit(site.id)}>
        {m['office.sites.edit']()}
      </Button>
    </>
  )
}

const without = (points: FeatureCollection | undefined, id: string | null): FeatureCollection | undefined =>
  points && { ...points, features: points.features.filter(({ properties }) => properties?.id !== id) }

/** More would help nobody who reads a list from end to end; the table has them all. */
const MOST_LINKS = 200

function SiteLinks({ points }: { points: FeatureCollection | undefined }) {
  const features = points?.features ?? []
  return (
    <>
      {features.length > MOST_LINKS && <p>{m['office.sites.firstOnly']({ count: MOST_LINKS })}</p>}
      <ul className="map-links">
        {features.slice(0, MOST_LINKS).map(({ properties }) => (
          <li key={String(properties?.id)}>
            <Link to="/sites/$id" params={{ id: String(properties?.id) }}>
              {String(properties?.name)}
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}
