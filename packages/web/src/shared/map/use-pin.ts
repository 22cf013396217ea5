import { type Map as MapLibre, type MapMouseEvent, Marker } from 'maplibre-gl'
import { useEffect, useRef } from 'react'
import type { Position } from './map-props.ts'

/** A pin at one position; where it may be moved, by dragging it or by a click on the map. */
export function usePin(
  map: MapLibre | null,
  pin: Position | null,
  onMove: ((to: Position) => void) | undefined,
): void {
  const move = useRef(onMove)
  useEffect(() => {
    move.current = onMove
  }, [onMove])
  const movable = onMove !== undefined
  const longitude = pin?.longitude
  const latitude = pin?.latitude

  useEffect(() => {
    if (!map || longitude === undefined || latitude === undefined) return
    const marker = new Marker({ color: '#c8372d', draggable: movable })
    marker.setLngLat([longitude, latitude]).addTo(map)
    marker.on('dragend', () => {
      const { lng, lat } = marker.getLngLat()
      move.current?.({ longitude: lng, latitude: lat })
    })
    return () => {
      marker.remove()
    }
  }, [map, longitude, latitude, movable])

  useEffect(() => {
    if (!map || !movable) return
    const click = ({ lngLat }: MapMouseEvent) =>
      move.current?.({ longitude: lngLat.lng, latitude: lngLat.lat })
    map.on('click', click)
    return () => {
      map.off('click', click)
    }
  }, [map, movable])
}
