import { m } from '@chuangcheng/messages'
import { Link } from '@tanstack/react-router'
import type { FeatureCollection } from 'geojson'

/** The areas on the map, as links. */
export function AreaLinks({ boundaries }: { boundaries: FeatureCollection | undefined }) {
  const areas = (boundaries?.features ?? []).map(({ properties }) => ({
    id: String(properties?.id ?? ''),
    name: String(properties?.name ?? ''),
  }))
  if (areas.length === 0) return <p>{m['office.areas.noBoundaries']()}</p>
  return (
    <ul className="map-links">
      {areas.map(({ id, name }) => (
        <li key={id}>
          <Link to="/areas/$id" params={{ id }}>
            {name}
          </Link>
        </li>
      ))}
    </ul>
  )
}
