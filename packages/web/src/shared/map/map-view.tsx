import './map-view.css'
import { m } from '@chuangcheng/messages'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { call } from '../api/client.ts'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import type { MapViewProps } from './map-props.ts'

export type { Position } from './map-props.ts'

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
      {props.alternative && (
        <details className="map-alternative">
          <summary>{m['office.map.asList']()}</summary>
          {props.alternative}
        </details>
      )}
    </div>
  )
}
