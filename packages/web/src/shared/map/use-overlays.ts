import type { FeatureCollection } from 'geojson'
import type { GeoJSONSource, Map as MapLibre, MapMouseEvent } from 'maplibre-gl'
import { useEffect, useRef } from 'react'
import type { MapViewProps } from './map-props.ts'
import { OVERLAYS } from './map-style.ts'

const NOTHING: FeatureCollection = { type: 'FeatureCollection', features: [] }
const CLICKABLE = ['cluster', 'point', 'area-wash']

/** Draws boundaries and sites over the base map and keeps them up to date. */
export function useOverlays(map: MapLibre | null, props: MapViewProps): void {
  const { points, areas, chosenId, onChoose, onPinMove } = props
  const choose = useRef(onChoose)
  // While a pin is being moved every click is the pin's.
  const pinMoves = useRef(false)
  useEffect(() => {
    choose.current = onChoose
    pinMoves.current = onPinMove !== undefined
  }, [onChoose, onPinMove])

  useEffect(() => {
    if (!map) return
    map.addSource('areas', { type: 'geojson', data: NOTHING })
    map.addSource('points', {
      type: 'geojson',
      data: NOTHING,
      cluster: true,
      clusterRadius: 46,
      clusterMaxZoom: 15,
    })
    map.setGlobalStateProperty('chosen', '')
    for (const layer of OVERLAYS) map.addLayer(layer)
    const click = (event: MapMouseEvent) => {
      if (!pinMoves.current) void open(map, event, choose.current)
    }
    const hover = (event: MapMouseEvent) => {
      const found = choose.current && map.queryRenderedFeatures(event.point, { layers: CLICKABLE }).length > 0
      map.getCanvas().style.cursor = found ? 'pointer' : ''
    }
    map.on('click', click)
    map.on('mousemove', hover)
  }, [map])

  useEffect(() => draw(map, 'points', points), [map, points])
  useEffect(() => draw(map, 'areas', areas), [map, areas])
  useEffect(() => {
    map?.setGlobalStateProperty('chosen', chosenId ?? '')
  }, [map, chosenId])
}

function draw(map: MapLibre | null, name: string, collection: FeatureCollection | undefined): void {
  // Added above as a GeoJSON source.
  const source = map?.getSource(name) as GeoJSONSource | undefined
  void source?.setData(collection ?? NOTHING)
}

/** A cluster opens; a site or an area is chosen. */
async function open(map: MapLibre, event: MapMouseEvent, choose: MapViewProps['onChoose']): Promise<void> {
  const [hit] = map.queryRenderedFeatures(event.point, { layers: CLICKABLE })
  if (!hit) return
  const cluster: unknown = hit.properties.cluster_id
  if (typeof cluster === 'number') {
    // See `draw`.
    const zoom = await (map.getSource('points') as GeoJSONSource).getClusterExpansionZoom(cluster)
    map.easeTo({ center: event.lngLat, zoom })
    return
  }
  const id: unknown = hit.properties.id
  if (typeof id === 'string') choose?.(id)
}
