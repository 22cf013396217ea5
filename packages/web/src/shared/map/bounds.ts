import type { FeatureCollection } from 'geojson'
/** West, south, east, north of everything in a collection; null when it holds no point. */
export function boundsOf(collection: FeatureCollection | undefined): [number, number, number, number] | null {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity]
  const widen = (coordinates: unknown): void => {
    if (!Array.isArray(coordinates)) return
    const [x, y]: unknown[] = coordinates
    if (typeof x === 'number' && typeof y === 'number') {
      box[0] = Math.min(box[0], x)
      box[1] = Math.min(box[1], y)
      box[2] = Math.max(box[2], x)
      box[3] = Math.max(box[3], y)
    } else coordinates.forEach(widen)
  }
  for (const { geometry } of collection?.features ?? []) {
    if (geometry && 'coordinates' in geometry) widen(geometry.coordinates)
  }
  return box[0] === Infinity ? null : box
}
