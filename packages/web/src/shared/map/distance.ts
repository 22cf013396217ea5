import type { Position } from './map-props.ts'

const EARTH_RADIUS = 6_371_008.8
const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** Meters between two positions, as the crow flies (haversine; within half a percent). */
export function metersBetween(a: Position, b: Position): number {
  const [from, to] = [radians(a.latitude), radians(b.latitude)]
  const north = Math.sin((to - from) / 2) ** 2
  const east = Math.sin(radians(b.longitude - a.longitude) / 2) ** 2
  return 2 * EARTH_RADIUS * Math.asin(Math.sqrt(north + Math.cos(from) * Math.cos(to) * east))
}
