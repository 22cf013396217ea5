import type { FeatureCollection } from 'geojson'
import type { ReactNode } from 'react'

export type Position = { readonly longitude: number; readonly latitude: number }

export type MapViewProps = {
  /** What the map shows, for those who cannot see it. */
  label: string
  /** Points with properties `id`, `name` and, where it matters, `tone` (open, good, alarm), WGS84; gathered in clusters. */
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
  /** The same things as a list, for the keyboard and for screen readers; not where the page says them beside the map. */
  alternative?: ReactNode
}
