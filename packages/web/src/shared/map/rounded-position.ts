import type { Position } from './map-props.ts'

/** Six decimals of a degree: about a hand's breadth, finer than any pin. */
const PRECISION = 1e6
const rounded = (degrees: number): number => Math.round(degrees * PRECISION) / PRECISION

export const roundedPosition = ({ longitude, latitude }: Position): Position => ({
  longitude: rounded(longitude),
  latitude: rounded(latitude),
})

/** “113.264385, 23.129112”: longitude first, as it is pasted into other maps. */
export function coordinatesText(position: Position): string {
  const { longitude, latitude } = roundedPosition(position)
  return `${longitude}, ${latitude}`
}
