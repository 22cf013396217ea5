import './map-view.css'
import { m } from '@chuangcheng/messages'
import { useQuery } from '@tanstack/react-query'
import type { FeatureCollection } from 'geojson'
import { lazy, type ReactNode, Suspense } from 'react'
import { call } from '../api/client.ts'
import { ProblemNotice } from '../ui/problem-notice.tsx'

export type Position = { readonly longitude: number; readonly latitude: number }

export type MapViewProps = {
  /** What the map shows, for those who cannot see it. */
  label: string
  /** Points with properties `id` and `name`, WGS84; gathered in clusters. */
  points?: FeatureCollection | undefined
  /** Boundaries with properties `id` and `name`, WGS84. */
  areas?: FeatureCollection | undefined
  /** The point or area that stands out. */
  chosenId?: string | null
  onChoose?: ((id: string) => void) | undefined
  /** One position with a pin; it can be moved when `onPinMove` is given. */
  pin?: Position | null
  onPinMove?: ((position: Position) => void) | undefined
  /** west, south, east, north; otherwise what is drawn, otherwise the whole city. */
  bounds?: readonly number[] | null
  height?: number | string
  /** The same things as a list, for the keyboard and for screen readers. */
  alternative: ReactNode
}

const MapCanvas = lazy(async () => ({ default: (await import('./map-canvas.tsx')).MapCanvas }))

/** The city's own map. The drawing machine is fetched only when a map is shown. */
export function MapView(props: MapViewProps) {
  const base = useQuery({
    queryKey: ['base-map'],
    queryFn: ({ signal }) => call('getBaseMap', { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const waiting = (
    <div className="map-waiting" role="status">
      {m['office.map.loading']()}
    </div>
  )
  return (
    <div className="map-view">
      <div className="map-frame" style={{ height: props.height ?? 420 }}>
        {base.error && <ProblemNotice error={base.error} />}
        {base.data ? (
          <Suspense fallback={waiting}>
            <MapCanvas {...props} base={base.data} />
          </Suspense>
        ) : (
          base.isPending && waiting
        )}
      </div>
      <details className="map-alternative">
        <summary>{m['office.map.asList']()}</summary>
        {props.alternative}
      </details>
    </div>
  )
}
