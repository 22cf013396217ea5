import { m } from '@chuangcheng/messages'
import { Link } from '@tanstack/react-router'
import type { FeatureCollection } from 'geojson'
import { useMemo, useState } from 'react'
import { formatCount } from '../../../shared/language/format.ts'
import { MapView } from '../../../shared/map/map-view.tsx'
import { ProblemNotice } from '../../../shared/ui/problem-notice.tsx'
import { usePhone } from '../../../shared/ui/use-media.ts'
import { type Round, type RoundSiteRow, useAllRoundSites } from './round-queries.ts'

type PointTone = 'open' | 'good' | 'alarm'

const toneOf = ({ visit }: RoundSiteRow): PointTone => {
  if (visit === null) return 'open'
  return visit.findingCount > 0 ? 'alarm' : 'good'
}

const TONES: readonly PointTone[] = ['open', 'good', 'alarm']
const MOST_LINKS = 200

/** Where a round has been, where it has not, and where something was found. */
export function RoundMap({ round }: { round: Round }) {
  const { data, error } = useAllRoundSites(round.id)
  const [chosenId, setChosenId] = useState<string | null>(null)
  const phone = usePhone()
  const points = useMemo(() => data && pointsOf(data), [data])
  const chosen = data?.find(({ site }) => site.id === chosenId)
  if (error) return <ProblemNotice error={error} />
  return (
    <div className="round-map">
      <ul className="round-map-legend">
        {TONES.map((tone) => (
          <li key={tone}>
            <span className={`round-dot round-dot-${tone}`} aria-hidden="true" />
            {m[`office.round.point.${tone}`]()}{' '}
            {data && formatCount(data.filter((row) => toneOf(row) === tone).length)}
          </li>
        ))}
      </ul>
      <MapView
        label={m['office.round.map']()}
        height={phone ? 320 : 440}
        points={points}
        chosenId={chosenId}
        onChoose={setChosenId}
        alternative={data && <SiteLinks rows={data} />}
      />
      {chosen && (
        <p className="round-map-chosen" role="status">
          <SiteLink row={chosen} /> · {chosen.site.type.name}
          {chosen.team && ` · ${chosen.team.name}`} · {m[`office.round.point.${toneOf(chosen)}`]()}
        </p>
      )}
    </div>
  )
}

const pointsOf = (rows: readonly RoundSiteRow[]): FeatureCollection => ({
  type: 'FeatureCollection',
  features: rows.flatMap((row) => {
    const { id, name, position } = row.site
    if (position === null) return []
    return [
      {
        type: 'Feature' as const,
        properties: { id, name, tone: toneOf(row) },
        geometry: { type: 'Point' as const, coordinates: [position.longitude, position.latitude] },
      },
    ]
  }),
})

function SiteLink({ row: { site, visit } }: { row: RoundSiteRow }) {
  return visit ? (
    <Link to="/visits/$id" params={{ id: visit.id }}>
      {site.name}
    </Link>
  ) : (
    <Link to="/sites/$id" params={{ id: site.id }}>
      {site.name}
    </Link>
  )
}

function SiteLinks({ rows }: { rows: readonly RoundSiteRow[] }) {
  return (
    <>
      {rows.length > MOST_LINKS && <p>{m['office.sites.firstOnly']({ count: MOST_LINKS })}</p>}
      <ul className="map-links">
        {rows.slice(0, MOST_LINKS).map((row) => (
          <li key={row.site.id}>
            <SiteLink row={row} /> {m[`office.round.point.${toneOf(row)}`]()}
          </li>
        ))}
      </ul>
    </>
  )
}
