import 'maplibre-gl/dist/maplibre-gl.css'
import { m } from '@chuangcheng/messages'
import type { FeatureCollection } from 'geojson'
import { Map as MapLibre, NavigationControl, ScaleControl, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import { useEffect, useRef, useState } from 'react'
import type { Response } from '../api/client.ts'
import { currentLocale } from '../language/locale.ts'
import { boundsOf } from './bounds.ts'
import type { MapViewProps } from './map-props.ts'
import { baseStyle } from './map-style.ts'
import { useOverlays } from './use-overlays.ts'
import { usePin } from './use-pin.ts'

// Without its address the bundled map draws nothing.
setWorkerUrl(workerUrl)

type Props = MapViewProps & { base: Response<'getBaseMap'> }

const FIT = { padding: 36, maxZoom: 16, duration: 0 } as const
const IDEOGRAPHS =
  '"PingFang SC","Microsoft YaHei","Source Han Sans SC","Noto Sans CJK SC","Noto Sans SC",sans-serif'

export function MapCanvas(props: Props) {
  const { base } = props
  const box = useRef<HTMLDivElement>(null)
  const map = useMap(box, props)
  useOverlays(map, props)
  useView(map, props.bounds ?? null)
  usePin(map, props.pin ?? null, props.onPinMove)
  return (
    <>
      <div ref={box} className="map-canvas" />
      <p className="map-credit">
        {base.attribution}
        {base.approvalNumber && <span>{m['office.map.approval']({ number: base.approvalNumber })}</span>}
      </p>
    </>
  )
}

/** One map for the life of the component; null until its style is ready. */
function useMap(box: { readonly current: HTMLDivElement | null }, props: Props): MapLibre | null {
  const [ready, setReady] = useState<MapLibre | null>(null)
  // What the map begins with; later changes reach it through the overlays.
  const first = useRef(props)
  useEffect(() => {
    if (!box.current) return
    const { base, bounds, areas, points, pin } = first.current
    const map = new MapLibre({
      container: box.current,
      // The contract hands GeoJSON through as it is stored.
      style: baseStyle(base.map as FeatureCollection),
      attributionControl: false,
      localIdeographFontFamily: IDEOGRAPHS,
      dragRotate: false,
      pitchWithRotate: false,
      maxZoom: 19,
      locale: mapWords(),
    })
    map.touchZoomRotate.disableRotation()
    map.keyboard.disableRotation()
    map.getCanvas().setAttribute('aria-label', first.current.label)
    map.addControl(new NavigationControl({ showCompass: false }), 'top-right')
    map.addControl(new ScaleControl({ unit: 'metric' }), 'bottom-right')
    if (pin) map.jumpTo({ center: [pin.longitude, pin.latitude], zoom: 15 })
    else {
      const view =
        bounds ??
        boundsOf(areas) ??
        boundsOf(points) ??
        base.bounds ??
        boundsOf(base.map as FeatureCollection)
      const [west, south, east, north] = view ?? []
      if (west !== undefined && south !== undefined && east !== undefined && north !== undefined) {
        map.fitBounds([west, south, east, north], FIT)
      }
    }
    map.once('load', () => setReady(map))
    return () => {
      setReady(null)
      map.remove()
    }
  }, [box])
  return ready
}

/** Goes to other bounds when they are asked for later, by a filter; bounds taken away leave the view alone. */
function useView(map: MapLibre | null, bounds: readonly number[] | null): void {
  const shown = useRef(bounds)
  useEffect(() => {
    const [west, south, east, north] = bounds ?? []
    const isNew = shown.current?.join() !== bounds?.join()
    shown.current = bounds
    if (
      !map ||
      !isNew ||
      west === undefined ||
      south === undefined ||
      east === undefined ||
      north === undefined
    )
      return
    map.fitBounds([west, south, east, north], FIT)
  }, [map, bounds])
}

const mapWords = (): Record<string, string> =>
  currentLocale() === 'en'
    ? {}
    : {
        'NavigationControl.ZoomIn': m['office.map.zoomIn'](),
        'NavigationControl.ZoomOut': m['office.map.zoomOut'](),
        'ScaleControl.Meters': m['office.map.meters'](),
        'ScaleControl.Kilometers': m['office.map.kilometers'](),
      }
